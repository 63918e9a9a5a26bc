"""How a phrase was read, as lines of a terminal page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from click import style

from duban.cli.terminal.typeset import cells, columns, wrap
from duban.extract.rules import rule_name
from duban.ledger.labels import label
from duban.ledger.table.columns import known
from duban.model import Comparator, Measure, Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from enum import StrEnum

    from duban.cli.language import Say

_WIDTH = 80
_WIDTHS = (10, 22, 42)
_WORDS: dict[str, type[StrEnum]] = {"measure": Measure, "status": Status, "comparator": Comparator}


class Explanation(Protocol):
    """What the reader says about one entry: its place, and why each slot holds what it does."""

    @property
    def text(self) -> str:
        """The characters as written."""

    @property
    def start(self) -> int:
        """Offset of the first."""

    @property
    def end(self) -> int:
        """Offset after the last."""

    @property
    def slots(self) -> tuple[tuple[str, str, str], ...]:
        """Name, value and the id of the deciding rule of each."""


def dumps(text: str, found: Iterable[Explanation], say: Say) -> str:
    """Return the phrase, then each number in it with what every slot was read from."""
    blocks = [list(_block(item, say)) for item in found]
    if not blocks:
        nothing = say("这段话里没有读出数字。", "No number was read in it.")
        blocks = [["", *wrap(nothing, _WIDTH)]]
    head = [style(line, bold=True) for line in wrap(text, _WIDTH)]
    return "\n".join([*head, *(line for block in blocks for line in block)]) + "\n"


def _block(item: Explanation, say: Say) -> Iterator[str]:
    place = say(f"第 {item.start + 1}—{item.end} 字", f"characters {item.start + 1}–{item.end}")
    yield ""
    for line in columns([item.text, place], (_WIDTH - cells(place) - 2, cells(place))):
        yield style(line, fg="cyan")
    for name, value, rule in item.slots:
        column = known().get(name)
        title = column.heading(say.language) if column else name
        cell = _word(name, value, say)
        reason = rule_name(rule, say.language)
        yield from (f"  {line}" for line in columns([title, cell, reason], _WIDTHS))


def _word(name: str, value: str, say: Say) -> str:
    members = [member for member in _WORDS.get(name, ()) if member == value]
    return (label(members[0], say.language) if members else "") or value
