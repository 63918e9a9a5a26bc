"""`duban assess`: a report's targets against what was observed by a date."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from duban.cli import forms, output
from duban.cli.names import file_name
from duban.cli.source import ledger_at
from duban.cli.terminal.waiting import waiting

if TYPE_CHECKING:
    from pathlib import Path

    from duban.cli.language import Say

DAY = "%Y-%m-%d"


def command(say: Say) -> click.Command:
    """Build the command."""
    path = file_name(say, standard=False)
    return click.Command(
        "assess",
        callback=lambda **given: run(say, **given),
        params=[
            click.Argument(["ledger"], type=path, metavar="LEDGER"),
            click.Option(
                ["--observations"],
                type=path,
                required=True,
                metavar="FILE",
                help=say(
                    "实际数据：首行为 指标、时间、数值 等列名的 .csv 或 .xlsx。",
                    "what was observed: .csv or .xlsx whose first row names the columns.",
                ),
            ),
            click.Option(
                ["--date", "day"],
                type=click.DateTime([DAY]),
                metavar="DATE",
                help=say(
                    "评估日期，如 2025-07-15；不写时为今天。",
                    "the day of the judgement, as in 2025-07-15; today if left out.",
                ),
            ),
            forms.lines_option(say, "每行一项", "one target a line"),
            output.option(say),
        ],
        short_help=say("对照实际数据评估目标", "judge targets against observations"),
        help=say(
            "对照实际数据，评估 LEDGER（台账或报告）里每项目标的完成情况，逐项列出计算。",
            "Judge every target of LEDGER, a ledger or a report, against what was observed, with "
            "the calculation.",
        ),
    )


def run(  # noqa: PLR0913  the options of the command
    say: Say,
    *,
    ledger: Path,
    observations: Path,
    day: datetime | None,
    form: str | None,
    target: Path | None,
) -> None:
    """Judge the targets and write how they stand."""
    from duban.assess import Observations, assess  # noqa: PLC0415  `--help` need not wait for it
    from duban.assess.table import read_observations  # noqa: PLC0415  same

    form = forms.choose(form, target, forms.LINES, say)
    output.check(target, [ledger, observations])
    with waiting(say(f"正在评估 {ledger.name}", f"Judging {ledger.name}")):
        read = ledger_at(ledger)
        seen = Observations(read_observations(observations))
        today = day.date() if day else date.today()  # noqa: DTZ011  the office's own day
        found = assess(read, seen, today)
    if form == "jsonl":
        from msgspec import json  # noqa: PLC0415  same

        output.write(json.Encoder().encode_lines(found).decode(), target)
    else:
        from duban.cli.terminal import judgements  # noqa: PLC0415  same

        output.write(judgements.dumps(read, found, say), target)
