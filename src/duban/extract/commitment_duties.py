"""Who answers for commitments, and by when: 由…牵头, （责任单位：…；完成时限：…）."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from duban.extract.commitment_places import Mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.extract.commitment_clauses import Sentence
    from duban.extract.commitment_rows import Row

    Stretch = tuple[int, int]

_BODIES = "牵头 责任 主办 承办 落实 配合 协办 实施"
_ANSWERS = f"(?:{_BODIES.replace(' ', '|')})(?:单位|部门|科室)"
_OTHER = "(?:牵头|责任|分管|包保)(?:领导|人)"
_DUE = "(?:完成|办结)(?:时限|期限|时间)"
# The ends of these names and the characters before them, to look for before the pattern.
_LABELS = {
    "单位：": "头任办实合施",
    "部门：": "头任办实合施",
    "科室：": "头任办实合施",
    "领导：": "头任管保",
    "人：": "头任管保",
    "时限：": "成结",
    "期限：": "成结",
    "时间：": "成结",
}
_LEADS = re.compile(
    "由(?P<lead>[^，。；：（）由]{2,40}?)(?:具体|共同|统一|直接|联合|主要)?(?:牵头|负责)"
    "(?:[，、](?P<help>[^。；：（）]{2,60}?)(?:协助|协同)?配合)?"
)
_NOTE = re.compile(
    f"（(?:{_ANSWERS}|{_OTHER}|{_DUE})：[^（）]{{2,160}}）"
    f"|(?<![一-鿿])(?:{_ANSWERS}|{_OTHER}|{_DUE})：[^。\\n（）]{{2,160}}。?"
)
_PART = re.compile(f"(?:(?P<units>{_ANSWERS})|(?P<due>{_DUE})|{_OTHER})：")
# 和 stands inside names too (市发展和改革委); it joins names where one is complete.
_BREAK = re.compile(r"[、，；。\s）]|(?<=[局委办厅部司府心院处站会行署队镇乡区县市])[和及与]")


class Note(NamedTuple):
    """A note on the commitments around it.

    Attributes:
        start: offset of its first character.
        end: offset after it.
        units: the stretches that name units.
        due: the stretch that names the deadline, or None.
    """

    start: int
    end: int
    units: tuple[Stretch, ...]
    due: Stretch | None


def find_leads(folded: str) -> Mentions:
    """Find the phrases that give a duty to units: 由市交通局牵头，市财政局配合."""
    spans = [match.span() for match in _LEADS.finditer(folded)]
    return Mentions([start for start, _ in spans], [end for _, end in spans])


def find_notes(folded: str) -> list[Note]:
    """Find the notes that say who answers for what stands beside them."""
    if not any(
        end in folded and any(before + end in folded for before in befores)
        for end, befores in _LABELS.items()
    ):
        return []
    return [_note(folded, *match.span()) for match in _NOTE.finditer(folded)]


def notes_within(notes: list[Note], start: int, end: int) -> list[Note]:
    """Return the notes that begin between two offsets."""
    low = bisect_left(notes, start, key=lambda note: note.start)
    return notes[low : bisect_left(notes, end, low, key=lambda note: note.start)]


def without_notes(found: list[list[Sentence]], notes: list[Note]) -> list[list[Sentence]]:
    """Return the sentences of each paragraph without the notes that they begin with."""
    kept = [[s for s in map(partial(_beyond, notes), sentences) if s] for sentences in found]
    return [sentences for sentences in kept if sentences]


def _beyond(notes: list[Note], sentence: Sentence) -> Sentence | None:
    """Return what a sentence says after a note at its head."""
    first = sentence.clauses[0]
    at = bisect_right(notes, first.start, key=lambda note: note.start)
    end = notes[at - 1].end if at else 0
    if first.start >= end:
        return sentence
    rest = [clause for clause in sentence.clauses if clause.end > end]
    if not rest:
        return None
    rest[0] = replace(rest[0], start=max(rest[0].start, end))
    return replace(sentence, clauses=rest)


def _note(folded: str, start: int, end: int) -> Note:
    parts = list(_PART.finditer(folded, start, end))
    ends = [part.start() for part in parts[1:]] + [end]
    spans = [(part, (part.end(), stop)) for part, stop in zip(parts, ends, strict=True)]
    units = tuple(span for part, span in spans if part["units"])
    due = next((span for part, span in spans if part["due"]), None)
    return Note(start, end, units, due)


def lead_names(text: str, folded: str, start: int, end: int) -> list[str]:
    """Return the names in a phrase that gives a duty, as written, the lead unit first."""
    found = _LEADS.match(folded, start, end)
    if found is None:
        return []
    parts = [found.span(group) for group in ("lead", "help") if found[group]]
    return [name for part in parts for name in names_in(text, folded, *part)]


def names_in(text: str, folded: str, start: int, end: int) -> Iterator[str]:
    """Yield the names of a list of units, as written."""
    for cut in _BREAK.finditer(folded, start, end):
        if start < cut.start():
            yield text[start : cut.start()].strip()
        start = cut.end()
    if start < end:
        yield text[start:end].strip()


def answered(
    folded: str, rows: list[Row], notes: list[Note], start: int, end: int
) -> list[tuple[Row, Note | None]]:
    """Return the commitments of a stretch with the notes on them; the notes are no commitments.

    A note speaks of what stands before it in its line, down to the note before; one that opens
    its line, of what follows there; one alone in its line, of the paragraph above.
    """
    notes = notes_within(notes, start, end)
    rows = [kept for row in rows if (kept := _without(folded, row, notes))]
    found: list[tuple[Row, Note | None]] = [(row, None) for row in rows]
    starts = [row.start for row in rows]
    low = start
    for note, stop in zip(notes, [*(n.start for n in notes[1:]), end], strict=False):
        for index in _spoken_of(folded, starts, note, low, stop):
            found[index] = rows[index], note
        low = note.end
    return found


def _without(folded: str, row: Row, notes: list[Note]) -> Row | None:
    """Return a commitment without the note at its end, or nothing for what a note says."""
    at = bisect_right(notes, row.start, key=lambda note: note.start)
    if at and row.start < notes[at - 1].end:
        return None
    if at == len(notes) or notes[at].start >= row.end:
        return row
    end = row.start + len(folded[row.start : notes[at].start].rstrip())
    verb = min(row.verb_start, end), min(row.verb_end, end)
    return replace(
        row,
        end=end,
        action=min(row.action, end),
        action_end=min(row.action_end, end),
        verb_start=verb[0],
        verb_end=verb[1],
    )


def _spoken_of(folded: str, starts: list[int], note: Note, low: int, stop: int) -> range:
    """Return the indexes of the commitments that a note speaks of.

    Args:
        folded: the folded text.
        starts: where the commitments begin.
        note: the note.
        low: the end of the note before, or of the stretch's beginning.
        stop: the beginning of the next note, or the stretch's end.
    """
    first, last = bisect_left(starts, low), bisect_left(starts, note.start)
    line = max(folded.rfind("\n", low, note.start) + 1, low)
    here = bisect_left(starts, line)
    if here < last:
        return range(here, last)
    break_after = folded.find("\n", note.end, stop)
    after = bisect_left(starts, stop if break_after < 0 else break_after)
    if last < after:
        return range(last, after)
    if first == last:
        return range(0)
    above = max(folded.rfind("\n", low, starts[last - 1]) + 1, low)
    return range(bisect_left(starts, above), last)
