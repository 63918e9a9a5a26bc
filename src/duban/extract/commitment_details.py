"""What a commitment says of itself: its kind, its verb and its object."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from duban.grammar.alternation import alternation
from duban.grammar.verbs import clause_words
from duban.model import Kind

if TYPE_CHECKING:
    from duban.extract.commitment_rows import Row

    Stretch = tuple[int, int]

# Deliverable verbs promise nothing definite of these.
_INDEFINITE = re.compile("一批(?<!等一批)|一系列|更多|常态化|强[省市国县区]$|高地$")
# Verbs that answer for a result, if one is named (推动…并网发电).
_SECURES = frozenset(
    {"推动", "确保", "力争", "力促", "争取", "保障", "盘活", "实现", "推动实现", "协助", "保证"}
)
_PREDICATE = re.compile(
    "(增长|下降|降低|提高|提升|减少|增加|压减|压缩|达到|达|占|控制|稳定|保持|维持|降至|增至|不低于|不高于|不超过"
    "|不少于|超过|突破|超|在)[在到至约近为]{0,4}$"
)
_STATES = frozenset({"占", "在", "不低于", "不高于", "不超过", "不少于"})
_ADVERBIAL = re.compile("(?:均|各|都|分别|年均|平均|力争|稳定|要|将){1,4}$")


@cache
def _completion() -> re.Pattern[str]:
    return re.compile(alternation(clause_words()["completions"]))


def kind_of(folded: str, row: Row, *, has_figure: bool) -> Kind:
    """Return what would prove the commitment done."""
    if has_figure:
        return Kind.QUANTIFIED
    if row.fulfils:
        return Kind.DELIVERABLE
    if row.word == "effort" and not folded.startswith("盘活", row.verb_start):
        return Kind.EFFORT
    if row.word != "deliverable":
        verb = folded[row.verb_start : row.verb_end]
        if verb not in _SECURES or not _completion().search(folded, row.verb_end, row.action_end):
            return Kind.EFFORT
    indefinite = _INDEFINITE.search(folded, row.start, row.action_end)
    return Kind.EFFORT if indefinite else Kind.DELIVERABLE


def verb_and_object(folded: str, row: Row, first_figure: int) -> tuple[Stretch, Stretch]:
    """Return the spans of the main action and of what it is done to.

    Without a verb of action the predicate before the number is the verb (增长, 达到) and the
    subject the object; `推动…并网发电` gives 并网发电.

    Args:
        folded: the folded text.
        row: the commitment.
        first_figure: where the first figure of its action begins, or the end of the action.
    """
    verb, after = row.verb_start, row.verb_end
    if verb == after:
        return _subject_and_predicate(folded, row, first_figure)
    if folded[verb:after] in _SECURES:
        result = _last_completion(folded, after, row.action_end)
        if result:
            return result, (after, result[0])
        predicate = _PREDICATE.search(folded, after, first_figure)
        if predicate and predicate[1] not in _STATES:  # 力争…突破
            return predicate.span(1), (after, predicate.start(1))
    if after == row.action_end:
        return (verb, after), (row.action, verb)
    return (verb, after), (after, row.action_end)


def _last_completion(folded: str, start: int, end: int) -> Stretch | None:
    """Return the completion that ends a clause, if any (…并网发电)."""
    for found in _completion().finditer(folded, start, end):
        if found.end() == end:
            return found.span()
    return None


def _subject_and_predicate(folded: str, row: Row, first_figure: int) -> tuple[Stretch, Stretch]:
    result = _last_completion(folded, row.action, row.action_end)
    if result:
        return result, (row.action, result[0])
    predicate = _PREDICATE.search(folded, row.action, first_figure)
    verb = predicate.span(1) if predicate else (first_figure, first_figure)
    adverb = _ADVERBIAL.search(folded, row.action, verb[0])
    return verb, (row.action, adverb.start() if adverb else verb[0])
