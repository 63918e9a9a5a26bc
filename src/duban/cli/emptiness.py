"""The warning that hardly anything was read, lest an empty result pass for a clean one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from duban.cli.language import Say
    from duban.model import Ledger

NOTHING_READ = "WN001"


def warn(ledger: Ledger, say: Say) -> None:
    """Tell on standard error that a ledger is all but empty, where it is."""
    if not _has_content(ledger):
        click.echo(f"{NOTHING_READ} {_nothing_read(ledger, say)}", err=True)


def _has_content(ledger: Ledger) -> bool:
    return bool(ledger.figures) or any(section.role != "other" for section in ledger.sections)


def _nothing_read(ledger: Ledger, say: Say) -> str:
    name = ledger.source.name
    return say(
        f"在“{name}”里没有读出指标，也没有认出工作回顾、目标或工作安排，台账几乎是空的。"
        "请确认它是报告的正文，而不是目录、通知或新闻。",
        f"No figure was read in “{name}”, nor was a review, objectives or plan recognised; the "
        "ledger is all but empty. Check that it is the text of a report, not its contents page, "
        "a notice or news.",
    )
