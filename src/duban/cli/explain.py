"""`duban explain`: how a phrase is read, rule by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duban.cli import output

if TYPE_CHECKING:
    from duban.cli.language import Say

ROLES = ("review", "plan")


def command(say: Say) -> click.Command:
    """Build the command."""
    return click.Command(
        "explain",
        callback=lambda **given: run(say, **given),
        params=[
            click.Argument(["text"], metavar="TEXT"),
            click.Option(
                ["--role"],
                type=click.Choice(ROLES),
                metavar="ROLE",
                help=say(
                    "这段话在报告的哪一部分：review 工作回顾，plan 工作安排；不写则按文字判断。",
                    "The part of the report it stands in: review or plan; if left out, as its "
                    "words say.",
                ),
            ),
            click.Option(
                ["--year"],
                type=click.IntRange(1949, 2100),
                metavar="YEAR",
                help=say("报告的年度，用来定时期。", "The report's year, which settles periods."),
            ),
        ],
        short_help=say("说明一段话是怎样读的", "show how a phrase is read, rule by rule"),
        help=say(
            "说明 TEXT 里的每个数字是怎样读的：读成什么，是哪条规则定的。"
            "\n\n例：duban explain '新增算力3000P，增长2.5倍'",
            "Show how each number in TEXT is read: what it was read as, and which rule decided."
            "\n\nExample: duban explain '新增算力3000P，增长2.5倍'",
        ),
    )


def run(say: Say, text: str, role: str | None, year: int | None) -> None:
    """Explain the phrase."""
    from duban.cli.terminal import explanation  # noqa: PLC0415  `--help` need not wait for it
    from duban.extract.explain import explain  # noqa: PLC0415  same
    from duban.model import Role  # noqa: PLC0415  same

    found = explain(text, Role(role) if role else Role.OTHER, year)
    output.write(explanation.dumps(text, found, say), None)
