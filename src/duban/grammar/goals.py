"""Sentences that list targets of the whole economy: 生产总值增长8%，财政收入增长6%，….

Such a list is a statement of targets wherever it stands; nobody carries it out line by line.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from duban.grammar.alternation import alternation
from duban.grammar.verbs import clause_words

if TYPE_CHECKING:
    from collections.abc import Iterator

_LIST: Final = 3  # targets that make a list
_ENDS: Final = "。！？\n"
_STOP = re.compile(f"[{_ENDS}]")
_VALUE: Final = (
    "[0-9]|[百千万]分之|翻[了一两]?番|同步|倍增|下达"
    "|[一二三四五六七八九十两百千](?:成|[十百千万亿元])"
)


@cache
def _target() -> re.Pattern[str]:
    macro = alternation(clause_words()["macro"])
    return re.compile(rf"{macro}(?=[^，。；！？\n]{{0,40}}?(?:{_VALUE}))[^，；。\n]{{0,60}}")


def target_lists(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences between two offsets that list three or more targets.

    >>> list(target_lists("生产总值增长8%，财政收入增长6%，粮食产量3万吨。修路。", 0, 27))
    [(0, 24)]
    """
    reached = start
    while reached < end:
        found = _third(folded, reached, end)
        if found is None:
            return
        first, last = found
        begin = max(folded.rfind(sign, reached, first) for sign in _ENDS) + 1
        reached = _sentence_end(folded, last, end)
        yield max(begin, start), reached


def states_target(folded: str, start: int, end: int) -> bool:
    """Say whether the text between two offsets states a target of the whole economy."""
    return _target().search(folded, start, end) is not None


def _third(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where the first of three targets of one sentence begins and the third ends."""
    first, count, last = start, 0, start
    for found in _target().finditer(folded, start, end):
        if not count or _STOP.search(folded, last, found.start()):
            first, count = found.start(), 0
        count, last = count + 1, found.end()
        if count == _LIST:
            return first, last
    return None


def _sentence_end(folded: str, start: int, end: int) -> int:
    """Return the offset after the sentence that reaches beyond `start`."""
    found = _STOP.search(folded, start, end)
    return found.end() if found else end
