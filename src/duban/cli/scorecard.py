"""`duban scorecard`: the pledges of a report and what the next one says of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import click

from duban.cli import forms, output
from duban.cli.names import file_name
from duban.cli.source import reading_of
from duban.cli.terminal.waiting import waiting

if TYPE_CHECKING:
    from pathlib import Path

    from duban.cli.language import Say


def command(say: Say) -> click.Command:
    """Build the command."""
    return click.Command(
        "scorecard",
        callback=lambda **given: run(say, **given),
        params=[
            click.Argument(
                ["reports"],
                type=file_name(say, standard=False),
                metavar="REPORT...",
                nargs=-1,
                required=True,
            ),
            click.Option(
                ["--all", "whole"],
                is_flag=True,
                help=say(
                    "连同没有数字的任务和没有回音的任务一起列出。",
                    "list commitments without a number and those without an answer, too.",
                ),
            ),
            forms.lines_option(say, "每年一行", "one year a line"),
            output.option(say),
        ],
        short_help=say("上年承诺与下年回顾对照", "pledges against the next report"),
        help=say(
            "把相继各年的报告 REPORT 按年份两两对照：上年的目标和任务，下年的回顾里怎样了。",
            "Hold consecutive REPORTs against each other: what became of one year's targets and "
            "commitments in the next one's review. Give them in the order of the years.",
        ),
    )


def run(
    say: Say, *, reports: tuple[Path, ...], whole: bool, form: str | None, target: Path | None
) -> None:
    """Score each report by the next and write the scorecards."""
    from duban.assess.scorecard import score  # noqa: PLC0415  `--help` need not wait for it

    form = forms.choose(form, target, forms.LINES, say)
    output.check(target, reports)
    with waiting(say("正在对照", "Comparing")):
        readings = [reading_of(report) for report in reports]
        cards = [score(earlier, later) for earlier, later in pairwise(readings)]
    if form == "jsonl":
        from msgspec import json  # noqa: PLC0415  same

        output.write(json.Encoder().encode_lines(cards).decode(), target)
    else:
        from duban.cli.terminal import scorecards  # noqa: PLC0415  same

        output.write("\n".join(scorecards.dumps(card, say, whole=whole) for card in cards), target)
