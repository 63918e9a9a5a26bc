"""`duban diff`: what differs between two ledgers or reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duban.cli import forms, output
from duban.cli.names import file_name
from duban.cli.source import ledger_at
from duban.cli.terminal.waiting import waiting

if TYPE_CHECKING:
    from pathlib import Path

    from duban.cli.language import Say


def command(say: Say) -> click.Command:
    """Build the command."""
    path = file_name(say, standard=False)
    return click.Command(
        "diff",
        callback=lambda **given: run(say, **given),
        params=[
            click.Argument(["old"], type=path, metavar="OLD"),
            click.Argument(["new"], type=path, metavar="NEW"),
            forms.lines_option(say, "每行一处不同", "one difference a line"),
            output.option(say),
        ],
        short_help=say("比较两份台账或报告", "compare two ledgers or reports"),
        help=say(
            "比较 OLD 和 NEW：增加、减少、改变了哪些指标、目标和任务。"
            "两者各是 duban read 写出的台账（.jsonl、.json）或一份报告。",
            "Compare OLD with NEW: which figures, targets and commitments were added, removed or "
            "changed. Each is a ledger that duban read wrote (.jsonl, .json) or a report.",
        ),
    )


def run(say: Say, old: Path, new: Path, form: str | None, target: Path | None) -> None:
    """Compare two ledgers and write what differs."""
    from duban.ledger.diff import diff, dumps  # noqa: PLC0415  `--help` need not wait for it

    form = forms.choose(form, target, forms.LINES, say)
    output.check(target, [old, new])
    with waiting(say(f"正在比较 {old.name} 和 {new.name}", f"Comparing {old.name}, {new.name}")):
        changes = diff(ledger_at(old), ledger_at(new))
    if form == "jsonl":
        output.write(dumps(changes), target)
    else:
        from duban.cli.terminal import changes as table  # noqa: PLC0415  same

        output.write(table.dumps(changes, say), target)
