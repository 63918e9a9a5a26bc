"""The arguments and options of `duban check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duban.cli.names import file_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.cli.language import Say

SEVERITIES = ("error", "warning", "note")


def parameters(say: Say, formats: Sequence[str]) -> list[click.Parameter]:
    """Return all but `-o`."""
    path = file_name(say, standard=False)
    files = file_name(say, standard=True)
    return [
        click.Argument(["files"], type=files, metavar="FILE...", nargs=-1, required=True),
        click.Option(
            ["--format", "form"],
            type=click.Choice(formats),
            metavar="FORMAT",
            help=say(
                "格式：text 终端（默认）、json、sarif、github、html 网页；"
                "不写时按 OUT 的扩展名定。",
                "text for the terminal (default), json, sarif, github, or html a page; if left "
                "out, as the ending of OUT says.",
            ),
        ),
        *_choosing(say),
        click.Option(
            ["--previous"],
            type=path,
            metavar="OLD",
            help=say(
                "去年的报告或台账（.jsonl、.json），用来核对两年之间的衔接。",
                "Last year's report or ledger (.jsonl, .json), for what must agree between years.",
            ),
        ),
        click.Option(
            ["--proofs"],
            is_flag=True,
            help=say("连同核对相符的关系一并列出。", "List the relations that hold, too."),
        ),
        *_files(say, path),
    ]


def _choosing(say: Say) -> list[click.Parameter]:
    return [
        click.Option(
            ["--select"],
            metavar="CODES",
            callback=_codes(say),
            help=say(
                "只用这些规则，逗号分隔；可只写代码的开头，如 ST 或 AR1。",
                "Only these rules, parted by commas; the beginning of a code names a family.",
            ),
        ),
        click.Option(
            ["--ignore"],
            metavar="CODES",
            callback=_codes(say),
            help=say("不用这些规则，写法同上。", "Leave these rules out; written the same way."),
        ),
        click.Option(
            ["--severity"],
            type=click.Choice(SEVERITIES),
            metavar="LEVEL",
            help=say(
                "从哪一级起算有问题（退出状态 1）：error、warning（默认）或 note。",
                "The lowest that counts for exit status 1: error, warning (default) or note.",
            ),
        ),
    ]


def _files(say: Say, path: object) -> list[click.Parameter]:
    helps = {
        "--baseline": ("基线：其中已有的问题不再报。", "Findings in this baseline are not told."),
        "--write-baseline": (
            "把现有问题都记入基线 FILE，以后只报新的。",
            "Write all present findings into the baseline FILE.",
        ),
        "--config": (
            "设置文件；不写时从报告所在文件夹往上找 duban.toml。",
            "The settings; if left out, duban.toml is searched from the report's folder upwards.",
        ),
        "--annotate": (
            "把问题作为批注写进 docx 的副本 OUT，原有格式不变。",
            "Write the docx again as OUT, with a comment on the words of each finding.",
        ),
    }
    names = {"--annotate": "OUT"}
    return [
        click.Option([o], type=path, metavar=names.get(o, "FILE"), help=say(*text))
        for o, text in helps.items()
    ]


def _codes(say: Say) -> object:
    def convert(
        context: click.Context, option: click.Parameter, value: str | None
    ) -> tuple[str, ...]:
        if value is None:
            return ()
        from duban.checks import catalogue  # noqa: PLC0415  `--help` need not wait for it
        from duban.checks.selection import unknown  # noqa: PLC0415  same

        given = tuple(code.strip().upper() for code in value.split(",") if code.strip())
        wrong = unknown(given, catalogue.rules()) if given else ""
        if wrong is not None:
            raise click.BadParameter(
                say(
                    f"没有以 {wrong!r} 开头的规则，代码见 duban rule",
                    f"no rule begins with {wrong!r}; duban rule lists the codes",
                ),
                context,
                option,
            )
        return given

    return convert
