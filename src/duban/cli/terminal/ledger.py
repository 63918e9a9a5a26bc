"""A ledger as a page in the terminal: section by section, in lines that fit."""

from __future__ import annotations

import shutil
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Any

from click import style

from duban.cli.language import Say
from duban.cli.terminal.entries import Entries
from duban.cli.terminal.typeset import cells, columns, wrap
from duban.ledger.doubts import doubt
from duban.ledger.labels import label
from duban.ledger.table.tables import years

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from duban.model import Ledger, Section

_GROUPS = ("figures", "targets", "commitments")
_PAPER = 80
_NARROWEST, _WIDEST = 60, 100


def dumps(ledger: Ledger, *, only: str = "", language: str = "zh", paper: bool = False) -> str:
    """Return the ledger as lines for a terminal, with its colours.

    Args:
        ledger: what to show.
        only: `figures`, `targets` or `commitments`; empty shows all three.
        language: `zh` or `en`, of everything but the report's own words.
        paper: lines of 80 cells, whatever the terminal's width.
    """
    width = _PAPER if paper else shutil.get_terminal_size((_PAPER, 24)).columns
    page = _Page(ledger, Say(language), min(max(width, _NARROWEST), _WIDEST))
    shown = [only] if only else list(_GROUPS)
    return "\n".join(chain(page.head(), page.body(shown), page.foot())) + "\n"


class _Page:
    def __init__(self, ledger: Ledger, say: Say, width: int) -> None:
        self.ledger, self.say, self.width = ledger, say, width
        self.entries = Entries(say, width, {figure.id: figure for figure in ledger.figures})

    # -- head and foot ------------------------------------------------------

    def head(self) -> Iterator[str]:
        """Yield title, place, year and meeting, and how much was read."""
        head, say = self.ledger.masthead, self.say
        for line in wrap(head.title or self.ledger.source.name, self.width):
            yield style(line, bold=True)
        place = head.place + (f"（{head.place_code}）" if head.place_code else "")
        year = say(f"{head.year}年", str(head.year)) if head.year else ""
        about = _spaced(place, year, head.session, head.speaker, head.date)
        yield from wrap(about, self.width) if about else ()
        yield from wrap(_spaced(*self._counts()), self.width)
        yield style("─" * self.width, dim=True)

    def _counts(self) -> Iterator[str]:
        words = {
            "figures": ("指标", "figures"),
            "targets": ("目标", "targets"),
            "commitments": ("任务", "commitments"),
            "corrections": ("更正", "corrections"),
            "remarks": ("存疑", "doubts"),
        }
        for name, (zh, en) in words.items():
            count = len(getattr(self.ledger, name))
            if count or name in _GROUPS:
                yield self.say(f"{zh} {count}", f"{en} {count}")

    def foot(self) -> Iterator[str]:
        """Yield corrections and doubts, the marks that were used, and the source."""
        yield from self._notes(
            self.say("人工更正", "Corrections by hand"),
            (
                f"{label(item.action, self.say.language)} {item.entry} {item.text}：{item.reason}"
                for item in self.ledger.corrections
            ),
        )
        yield from self._notes(
            self.say("读法存疑", "More than one reading"),
            (doubt(item, self.say.language) for item in self.ledger.remarks),
        )
        yield style("─" * self.width, dim=True)
        marks = self.say(
            "≥ 以上  ≤ 以内  > 超过  < 不足  ≈ 左右  ↓ 下降",
            "≥ at least  ≤ at most  > above  < below  ≈ about  ↓ a fall",
        )
        source = self.ledger.source
        for text in (marks, source.name, f"SHA-256 {source.sha256}"):
            yield from (style(line, dim=True) for line in wrap(text, self.width))

    def _notes(self, title: str, notes: Iterable[str]) -> Iterator[str]:
        lines = [line for note in notes for line in _hung(note, self.width)]
        if lines:
            yield from ("", style(title, bold=True), *lines)

    # -- sections -----------------------------------------------------------

    def body(self, shown: list[str]) -> Iterator[str]:
        """Yield every section that holds something, under the headings above it."""
        groups = {name: _by_section(getattr(self.ledger, name)) for name in shown}
        yield from self._blocks(groups, "")
        wanted = _wanted(self.ledger.sections, {key for group in groups.values() for key in group})
        notes: dict[str, str] = {}
        for section in self.ledger.sections:
            notes[section.id] = _spaced(
                label(section.role, self.say.language), years(section.years)
            )
            if section.id in wanted:
                same = notes[section.id] == notes.get(section.parent)
                yield from self._heading(section, "" if same else notes[section.id])
                yield from self._blocks(groups, section.id)

    def _heading(self, section: Section, note: str) -> Iterator[str]:
        yield ""
        widths = (self.width - cells(note) - 2, cells(note))
        for line in columns([section.number + section.title, note], widths):
            yield style(line, bold=section.level == 1, fg="cyan")

    def _blocks(self, groups: dict[str, dict[str, list[Any]]], section: str) -> Iterator[str]:
        held = [(name, group[section]) for name, group in groups.items() if section in group]
        for at, (name, entries) in enumerate(held):
            yield from [""] if at else []
            yield from getattr(self.entries, name)(entries)


def _by_section(entries: Iterable[Any]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for entry in entries:
        found[entry.section].append(entry)
    return found


def _wanted(sections: Iterable[Section], holding: set[str]) -> set[str]:
    """Return the sections in `holding` and all above them."""
    wanted = set(holding)
    for section in reversed([*sections]):  # a section stands after the one that holds it
        if section.id in wanted:
            wanted.add(section.parent)
    return wanted


def _hung(text: str, width: int) -> Iterator[str]:
    first, *rest = wrap(text, width - 4)
    yield f"  {first}"
    yield from (f"    {line}" for line in rest)


def _spaced(*parts: str) -> str:
    return "  ".join(filter(None, parts))
