"""Options that every command has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duban.cli.language import LANGUAGES

if TYPE_CHECKING:
    from duban.cli.language import Say


def common(say: Say) -> list[click.Parameter]:
    """Return `--lang`, which `language.choose` has read already, and `--help`."""
    return [
        click.Option(
            ["--lang"],
            type=click.Choice(LANGUAGES),
            metavar="LANG",
            expose_value=False,
            help=say(
                "语言：zh 中文（默认）或 en 英文；也可用环境变量 DUBAN_LANG。",
                "Language: zh (default) or en; DUBAN_LANG in the environment does the same.",
            ),
        ),
        click.Option(
            ["-h", "--help"],
            is_flag=True,
            is_eager=True,
            expose_value=False,
            callback=_help,
            help=say("显示这份说明。", "Show this help."),
        ),
    ]


def _help(context: click.Context, _option: click.Parameter, asked: bool) -> None:  # noqa: FBT001  click's signature
    if asked:
        from duban.cli.output import write  # noqa: PLC0415  an error needs no output

        write(context.get_help() + "\n", None)
        context.exit()
