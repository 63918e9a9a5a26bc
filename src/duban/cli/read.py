"""`duban read`: a report's ledger as a table, JSON, CSV or a workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duban.cli import emptiness, forms, output
from duban.cli.complaint import ContradictionError
from duban.cli.names import STANDARD, file_name
from duban.cli.source import reading_of
from duban.cli.terminal.waiting import waiting

if TYPE_CHECKING:
    from pathlib import Path

    from duban.cli.language import Say
    from duban.model import Ledger

FORMATS = ("table", "jsonl", "json", "csv", "xlsx")
ONLY = ("figures", "targets", "commitments")


def command(say: Say) -> click.Command:
    """Build the command."""
    return click.Command(
        "read",
        callback=lambda **given: run(say, **given),
        params=[
            click.Argument(["file"], type=file_name(say, standard=True), metavar="FILE"),
            click.Option(
                ["--format", "form"],
                type=click.Choice(FORMATS),
                metavar="FORMAT",
                help=say(
                    "格式：table 终端表格（默认）、jsonl 台账、json、csv、xlsx 工作簿；"
                    "不写时按 OUT 的扩展名定。",
                    "table for the terminal (default), jsonl the ledger, json, csv, or xlsx a "
                    "workbook; if left out, as the ending of OUT says.",
                ),
            ),
            click.Option(
                ["--only"],
                type=click.Choice(ONLY),
                metavar="ENTRIES",
                help=say(
                    "只要一类：figures 指标、targets 目标、commitments 任务（json 除外）。",
                    "Only figures, targets or commitments (not with json).",
                ),
            ),
            output.option(say),
        ],
        short_help=say("把报告读成台账", "read a report into a ledger"),
        help=say(
            "读报告 FILE（txt、md、docx、pdf、html，或扫描图片；- 是标准输入），"
            "输出其中每一个指标、目标和任务。"
            "\n\n旁边若有 报告名.corrections.yml，其中的人工更正一并生效。",
            "Read the report FILE (txt, md, docx, pdf, html, or a picture of a page; - is standard "
            "input) and print each of its figures, targets and commitments."
            "\n\nA person's corrections in NAME.corrections.yml beside it are applied.",
        ),
    )


def run(say: Say, file: Path, form: str | None, only: str | None, target: Path | None) -> None:
    """Read the report and write its ledger."""
    form = forms.choose(form, target, FORMATS, say)
    _check(say, form, only, target)
    output.check(target, [] if file == STANDARD else [file])
    with waiting(say(f"正在读 {file.name}", f"Reading {file.name}")):
        ledger = reading_of(file).ledger
        data = _written(ledger, form, only or "", say, to_file=target is not None)
    output.write(data, target)
    emptiness.warn(ledger, say)


def _check(say: Say, form: str, only: str | None, target: Path | None) -> None:
    if form == "xlsx" and target is None:
        raise ContradictionError(
            say(
                "xlsx 是工作簿，不能显示在屏幕上，请用 -o 写明文件名，如 -o 台账.xlsx。",
                "xlsx is a workbook and cannot be shown on the screen; name a file, as in "
                "-o ledger.xlsx.",
            )
        )
    if form == "json" and only:
        raise ContradictionError(
            say(
                "json 是完整台账，少一类就不完整；只要一类请用 jsonl、csv 或 xlsx。",
                "json is the whole ledger and would not be whole; for --only use jsonl, csv "
                "or xlsx.",
            )
        )


def _written(ledger: Ledger, form: str, only: str, say: Say, *, to_file: bool) -> str | bytes:
    # Each format is imported when it is asked for: starting up is most of a short run.
    match form:
        case "jsonl":
            from duban.ledger import jsonl  # noqa: PLC0415

            return jsonl.dumps(ledger, only=only)
        case "json":
            from duban.ledger import document  # noqa: PLC0415

            return document.dumps(ledger)
        case "csv":
            from duban.ledger.table import csv  # noqa: PLC0415

            return csv.dumps(ledger, only=only, language=say.language).encode()
        case "xlsx":
            from duban.ledger.table import xlsx  # noqa: PLC0415

            return xlsx.dumps(ledger, only=only, language=say.language)
        case _:
            from duban.cli.terminal import ledger as table  # noqa: PLC0415

            return table.dumps(ledger, only=only, language=say.language, paper=to_file)
