"""What a commitment says of itself: its kind, its verb and object, its responsible units."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from duban.grammar.alternation import alternation
from duban.grammar.verbs import clause_words
from duban.model import Kind

if TYPE_CHECKING:
    from duban.extract.commitment_rows import Row

# Deliverable verbs promise nothing definite of these.
_INDEFINITE = re.compile("(?<!等)一批|一系列|更多|常态化|强[省市国县区]$|高地$")
# Verbs that answer for a result, if one is named (推动…并网发电).
_SECURES = frozenset("推动 确保 力争 力促 争取 保障 盘活 实现 推动实现 协助 保证".split())  # noqa: SIM905  reads as what it is
_PREDICATE = re.compile(
    "(增长|下降|降低|提高|提升|减少|增加|达到|达|占|控制|稳定|保持|维持|降至|增至|不低于|不高于|不超过|不少于|超过|突破|超|在)"
    "[在到至约近为]*$"
)
_ADVERBIAL = re.compile("(?:均|各|都|分别|年均|平均|力争|稳定|要|将)+$")
_UNITS = re.compile(
    "由(?P<lead>[^，。；：（）由]{2,40}?)(?:牵头|负责)(?:[，、](?P<help>[^。；：（）]{2,60}?)配合)?"
    "|（(?P<listed>(?:牵头|责任|主办|承办|落实|配合|协办)(?:单位|部门)[^（）]{2,80})）"
)
_UNIT_BREAK = re.compile("[、，；和及与]|(?:牵头|责任|主办|承办|落实|配合|协办)(?:单位|部门)：?")


@cache
def _completion() -> re.Pattern[str]:
    return re.compile(alternation(clause_words()["completions"]))


def kind_of(folded: str, row: Row, *, has_figure: bool) -> Kind:
    """Return what would prove the commitment done."""
    if has_figure:
        return Kind.QUANTIFIED
    if row.fulfils:
        return Kind.DELIVERABLE
    if row.word == "deliverable":
        definite = True
    else:
        verb = folded[row.verb_start : row.verb_end]
        definite = verb in _SECURES and bool(
            _completion().search(folded, row.verb_end, row.action_end)
        )
    if definite and not _INDEFINITE.search(folded, row.start, row.action_end):
        return Kind.DELIVERABLE
    return Kind.EFFORT


def verb_and_object(
    folded: str, row: Row, first_figure: int | None
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the spans of the main action and of what it is done to.

    Without a verb of action the predicate before the number is the verb (增长, 达到) and the
    subject the object; `推动…并网发电` gives 并网发电.
    """
    verb, rest = (row.verb_start, row.verb_end), (row.verb_end, row.action_end)
    if row.verb_start == row.verb_end:
        return _subject_and_predicate(folded, row, first_figure)
    if folded[verb[0] : verb[1]] in _SECURES:
        result = _last_completion(folded, *rest)
        if result:
            return result, (rest[0], result[0])
    if rest[0] == rest[1]:
        return verb, (row.action, row.verb_start)
    return verb, rest


def _last_completion(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the completion that ends a clause, if any (…并网发电)."""
    for found in _completion().finditer(folded, start, end):
        if found.end() == end:
            return found.span()
    return None


def _subject_and_predicate(
    folded: str, row: Row, first_figure: int | None
) -> tuple[tuple[int, int], tuple[int, int]]:
    result = _last_completion(folded, row.action, row.action_end)
    if result:
        return result, (row.action, result[0])
    end = row.action_end if first_figure is None else max(first_figure, row.action)
    predicate = _PREDICATE.search(folded, row.action, end)
    verb = predicate.span(1) if predicate else (end, end)
    adverb = _ADVERBIAL.search(folded, row.action, verb[0])
    return verb, (row.action, adverb.start() if adverb else verb[0])


def units_of(text: str, folded: str, start: int, end: int) -> tuple[str, ...]:
    """Return the units named responsible between two offsets, the lead unit first."""
    names: list[str] = []
    for found in _UNITS.finditer(folded, start, end):
        for group in ("lead", "help", "listed"):
            if found[group]:
                names += _split(text, folded, *found.span(group))
    return tuple(dict.fromkeys(names))


def _split(text: str, folded: str, start: int, end: int) -> list[str]:
    names, at = [], start
    for cut in (*_UNIT_BREAK.finditer(folded, start, end), None):
        stop = cut.start() if cut else end
        names.append(text[at:stop].strip())
        at = cut.end() if cut else end
    return [name for name in names if name]
