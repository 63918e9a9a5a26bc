"""Phrases that can be read in more than one way: reported with the reading taken."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from duban.grammar.predicate import comparator_after
from duban.model import Comparator, Measure, Remark

if TYPE_CHECKING:
    from collections.abc import Callable

    from duban.extract.draft import Draft, Passage

# 三万五 is 35000 in speech and 30005 by the letter; the ledger follows speech.
_SHORTHAND = re.compile(r"[百千万亿][一二三四五六七八九](?![十百千万亿点])")
_ROUGH = re.compile(r"[一二三四五六七八九]{2}[十百千万亿]")


def find_remarks(passage: Passage) -> tuple[Remark, ...]:
    """Return the ambiguous phrases of a text, in order.

    Args:
        passage: the text with its finished drafts.
    """
    found: list[Remark] = []
    for at, draft in enumerate(passage.drafts):
        for rule in _RULES:
            remark = rule(passage, at, draft)
            if remark:
                found.append(remark)
    return tuple(found)


def _uneven_list(passage: Passage, at: int, draft: Draft) -> Remark | None:
    """AM001: 分别 with more or fewer names than values."""
    first = at == 0 or passage.drafts[at - 1].clause != draft.clause
    if not (first and "分别" in draft.predicate.words and draft.listed):
        return None
    rest = passage.forwards_from(at)
    run = list(takewhile(lambda d: d.clause == draft.clause and d.listed, rest))
    if len({(d.indicator, d.area) for d in run}) == 1 and len(run) > 1:
        names = f"{len(run)} values for {draft.indicator}"
        span = (draft.clause[0], run[-1].tail)
        return _remark(passage, "AM001", span, names, "one name is missing")
    return None


def _fall_by_multiples(passage: Passage, _at: int, draft: Draft) -> Remark | None:
    """AM002: 下降两倍, which no amount can do by the letter."""
    if draft.quantity.unit == "倍" and draft.negative:
        value = draft.quantity.value
        span = (draft.predicate.start, draft.tail)
        reading = f"a fall of {value} times the earlier value"
        return _remark(passage, "AM002", span, reading, f"a fall to one {value}th of it")
    return None


def _shorthand(passage: Passage, _at: int, draft: Draft) -> Remark | None:
    """AM003: 三万五, where the last digit counts the next lower place."""
    number = draft.quantity
    if number.form == "hanzi" and _SHORTHAND.search(passage.text, number.start, number.end):
        span = (number.start, number.end)
        return _remark(passage, "AM003", span, f"{number.value:f}", "the digit as ones")
    return None


def _rough(passage: Passage, _at: int, draft: Draft) -> Remark | None:
    """AM004: 五六百, neighbouring digits for a rough range."""
    number = draft.quantity
    if number.form == "hanzi" and _ROUGH.match(passage.text, number.start, number.end):
        reading = f"{number.value:f} to {number.value_max or number.value:f}"
        span = (number.start, number.end)
        return _remark(passage, "AM004", span, reading, "digits run together")
    return None


def _two_bounds(passage: Passage, _at: int, draft: Draft) -> Remark | None:
    """AM005: bounds before and behind the number that disagree, 超过5%左右."""
    before = draft.predicate.comparator
    if before is Comparator.EQUAL:
        return None
    behind, end = comparator_after(passage.text, draft.quantity.end)
    if behind is Comparator.EQUAL or _agree(before, behind):
        return None
    span = (draft.predicate.start, end)
    return _remark(passage, "AM005", span, f"bound {behind.value}", before.value)


def _agree(before: Comparator, behind: Comparator) -> bool:
    up, down = (Comparator.ABOVE, Comparator.AT_LEAST), (Comparator.BELOW, Comparator.AT_MOST)
    return before is behind or {before, behind} <= set(up) or {before, behind} <= set(down)


def _nameless(passage: Passage, _at: int, draft: Draft) -> Remark | None:
    """AM006: nothing in the text says what the number measures."""
    if not draft.indicator and draft.measure is not Measure.RANK:
        span = (draft.quantity.start, draft.quantity.end)
        return _remark(passage, "AM006", span, "no indicator")
    return None


def _remark(
    passage: Passage, code: str, span: tuple[int, int], reading: str, *others: str
) -> Remark:
    return Remark(code, *span, passage.source[slice(*span)], reading, others)


_RULES: tuple[Callable[[Passage, int, Draft], Remark | None], ...] = (
    _uneven_list,
    _fall_by_multiples,
    _shorthand,
    _rough,
    _two_bounds,
    _nameless,
)
