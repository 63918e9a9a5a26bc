"""Where a correction points: an entry of the ledger, or characters of the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.ledger.corrections import faults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.ledger.corrections.faults import Place
    from duban.ledger.corrections.file import Edit
    from duban.ledger.rows import Entry
    from duban.model import Ledger

_SENTENCE_END = re.compile(r"[。！？!?\n]")


def entry_at(ledger: Ledger, text: str, edit: Edit, place: Place) -> Entry:
    """Return the one entry that `edit` names.

    Args:
        ledger: as the reader left it, so that one correction cannot move another's place.
        text: the report's characters.
        edit: a change or a drop.
        place: where it stands, for messages.

    Raises:
        UserError: `CR004` there is none; `CR005` there are several.
    """
    entries: Sequence[Entry] = getattr(ledger, edit.type + "s")
    found = [entry for entry in entries if _is_at(edit, entry.start, entry.end, entry.text)]
    found = [entry for entry in found if _in_passage(edit, text, entry.start, entry.end)]
    starts = [entry.start for entry in found]
    missing = (
        f"台账里没有这样的{_WORDS[edit.type]}；要补一条请用 action: add",
        f"the ledger has no such {edit.type}; to put one in use action: add",
    )
    return found[_only(edit, starts, place, missing)]


_WORDS = {"figure": "指标", "target": "目标", "commitment": "任务"}


def span_at(text: str, edit: Edit, place: Place) -> tuple[int, int]:
    """Return the offsets in the report that `edit` names for an added entry.

    Raises:
        UserError: `CR004` the report has no such characters; `CR005` it has them several times.
    """
    if edit.start is not None and edit.end is not None:
        spans = [(edit.start, edit.end)]
    else:
        spans = [match.span() for match in re.finditer(re.escape(edit.text), text)]
    found = [
        (start, end)
        for start, end in spans
        if start < end <= len(text)
        and _is_at(edit, start, end, text[start:end])
        and _in_passage(edit, text, start, end)
    ]
    missing = ("报告里没有这些字", "the report does not hold these characters")
    return found[_only(edit, [start for start, _ in found], place, missing)]


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the offsets of the sentence that holds `start:end`."""
    opening = max(text.rfind(mark, 0, start) for mark in "。！？!?\n") + 1
    close = _SENTENCE_END.search(text, end)
    closing = len(text) if close is None else close.start() + (close[0] != "\n")
    lead = len(text[opening:start]) - len(text[opening:start].lstrip())
    return opening + lead, closing


def _is_at(edit: Edit, start: int, end: int, text: str) -> bool:
    return edit.text in ("", text) and edit.start in (None, start) and edit.end in (None, end)


def _in_passage(edit: Edit, text: str, start: int, end: int) -> bool:
    """Say whether some occurrence of the edit's `sentence` covers `start:end`."""
    length = len(edit.sentence)
    return not length or text.find(edit.sentence, max(0, end - length), start + length) >= 0


def _only(edit: Edit, starts: list[int], place: Place, missing: tuple[str, str]) -> int:
    wanted = edit.text or f"{edit.start}:{edit.end}"
    at = (edit.occurrence or 1) - 1
    if at >= len(starts):
        zh, en = missing
        if starts:
            zh, en = f"只有 {len(starts)} 处", f"there are only {len(starts)} of them"
        raise faults.no_match(place, wanted, zh=zh, en=en)
    if edit.occurrence is None and len(starts) > 1:
        raise faults.many_matches(place, wanted, starts)
    return at
