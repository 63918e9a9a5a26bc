"""What differs between two ledgers, as lines of a terminal page."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from click import style

from duban.cli.terminal.typeset import wrap
from duban.ledger.labels import label
from duban.ledger.rows import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duban.cli.language import Say
    from duban.ledger.diff import Change
    from duban.ledger.rows import Entry

_WIDTH = 80
_MARKS = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "cyan")}
_TYPES = {"figure": "指标", "target": "目标", "commitment": "任务"}


def dumps(changes: Sequence[Change], say: Say) -> str:
    """Return the changes as lines of at most 80 cells, each kind with a mark of its own."""
    return "\n".join([*_lines(changes, say), _sum(changes, say)]) + "\n"


def _lines(changes: Sequence[Change], say: Say) -> Iterator[str]:
    for change in changes:
        mark, colour = _MARKS[change.action]
        entry = change.new or change.old
        kind = say(_TYPES[change.type], change.type)
        first, *rest = wrap(f"{kind} {_words(entry)}" if entry else kind, _WIDTH - 4)
        yield style(f"{mark} {first}", fg=colour)
        yield from (style(f"    {line}", fg=colour) for line in rest)
        for name, old, new in change.fields:
            first, *rest = wrap(f"{name}: {_shown(old, say)} → {_shown(new, say)}", _WIDTH - 6)
            yield from (f"    {first}", *(f"      {line}" for line in rest))


def _words(entry: Entry) -> str:
    indicator = getattr(entry, "indicator", "")
    return f"{indicator}：{entry.text}" if indicator else entry.text


def _shown(field: object, say: Say) -> str:
    match field:
        case StrEnum():
            return label(field, say.language) or field.value
        case Decimal():
            return plain(field)
        case tuple():
            return "、".join(map(str, field)) or "—"
        case _:
            return str(field or "—")


def _sum(changes: Sequence[Change], say: Say) -> str:
    count = Counter(change.action for change in changes)
    if not changes:
        return say("没有不同。", "No difference.")
    return say(
        f"增加 {count['added']}，减少 {count['removed']}，改变 {count['changed']}。",
        f"{count['added']} added, {count['removed']} removed, {count['changed']} changed.",
    )
