"""`duban rule`: the rules of the checker, and the manual page of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duban.cli import output

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from duban.cli.language import Say


def command(say: Say) -> click.Command:
    """Build the command."""
    return click.Command(
        "rule",
        callback=lambda **given: run(say, **given),
        params=[click.Argument(["code"], metavar="[CODE]", required=False, callback=_known(say))],
        short_help=say("列出检查规则，或看一条的说明", "list the rules, or explain one"),
        help=say(
            "不写 CODE 时列出全部检查规则；写 CODE 时显示这一条的说明。\n\n例：duban rule AR101",
            "List the rules of duban check, or with CODE show one rule's manual page."
            "\n\nExample: duban rule AR101",
        ),
    )


def run(say: Say, code: str | None) -> None:
    """Show the list or the page."""
    from duban.checks import catalogue  # noqa: PLC0415  `--help` need not wait for it
    from duban.cli.terminal import manual  # noqa: PLC0415  same

    rules = catalogue.rules()
    page = manual.page(rules[code], say) if code else manual.listed(rules.values(), say)
    output.write(page, None)


def _known(say: Say) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    def convert(context: click.Context, argument: click.Parameter, code: str | None) -> str | None:
        from duban.checks import catalogue  # noqa: PLC0415  `--help` need not wait for it

        rules = catalogue.rules()
        if code is None or code.upper() in rules:
            return code and code.upper()
        raise click.BadParameter(_unknown(code, rules, say), context, argument)

    return convert


def _unknown(code: str, rules: Iterable[str], say: Say) -> str:
    from difflib import get_close_matches  # noqa: PLC0415  only for a mistake

    near = get_close_matches(code.upper(), [*rules], n=3, cutoff=0.5)
    asked = say(f"，是不是 {'、'.join(near)}", f"; did you mean {', '.join(near)}") if near else ""
    return say(f"没有 {code} 这条规则{asked}", f"there is no rule {code}{asked}")
