"""Whether a clause stands by itself, leads to the action after it or trails the one before."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from duban.extract.commitment_lexicon import ACTION, EFFECT, TRAILING
from duban.grammar.verbs import clause_words

if TYPE_CHECKING:
    from duban.extract.commitment_clauses import Clause
    from duban.extract.commitment_openings import Opening

_ALWAYS_TRAILS = re.compile("进一步|更好(?!统筹)|(?:坚决|有效)?(?:防范|遏制).{2,20}发生$")
_PROGRESS = re.compile("不断|努力|真正|切实|着力|全面|充分|有效")
# An adverb of action before an effect makes it an action of its own.
_OWN_EFFORT = re.compile(
    "持续|加快|积极|大力|深入|稳步|系统|统筹|扎实|重点|综合|[^，]{0,20}(?:尽快|按时|按期)"
)
_NAMES = re.compile("[“《]|等")
_GOOD_STATE = re.compile("(?:构建|打造|营造|塑造|建设).{0,24}(?:关系|格局|局面|氛围|水平|家园)$")
_FULFILS = re.compile(
    "(?:完成|实现)(?:计划|预定|既定|预期|全部|各项)?(?:任务|目标)$"
    "|确保(?:如期|按期|按时|圆满|全面)(?:完成|实现)"
)
_FULFILLED = ("任务", "目标")
# Leading goals: 强化底线思维, 用好“两大动力”.
_MINDSET = re.compile(
    "(?:强化|增强|树牢|提升|提高|树立).{2,16}(?:意识|思维|观念|理念|能力|责任|新动能)$"
)
_SUMMARY = re.compile(".{4,30}“[一二两三四五六七八九十]{1,2}[大个条根项道点张场][^”]{1,4}”$")
_RESULTS = ("推动", "促进")


@cache
def _purposes() -> frozenset[str]:
    return frozenset(clause_words()["purposes"])


def fulfils(folded: str, clause: Clause) -> bool:
    """Say whether a clause promises that the action before it will be done."""
    start, end = clause.start, clause.end
    if not folded.endswith(_FULFILLED, start, end) and folded.find("确保", start, end) < 0:
        return False  # much faster to look for
    return bool(_FULFILS.search(folded, start, end))


def is_goal(folded: str, clause: Clause) -> bool:
    """Say whether a clause names only a mindset or a summary that the next one carries out."""
    start, end = clause.start, clause.end
    return bool(_MINDSET.match(folded, start, end) or _SUMMARY.match(folded, start, end))


def continues_list(folded: str, clause: Clause) -> bool:
    """…等6条高铁，甲乙等17条公路: the number counts things that the verb before governs."""
    if folded.endswith(clause_words()["completions"], clause.start, clause.end):
        return False  # …等17条公路通车
    at = folded.find("等", clause.start, clause.end)
    return 0 <= at < clause.end - 1 and folded[at + 1].isdigit()


def after_action(folded: str, clause: Clause, opening: Opening, *, is_last: bool) -> str:
    """Decide between a commitment of its own and a purpose of the one before."""
    start, end = clause.start, clause.end
    if folded[opening.verb_start : opening.verb_end] in _purposes():
        return TRAILING
    if _ALWAYS_TRAILS.match(folded, start, end) or fulfils(folded, clause):
        return TRAILING
    if opening.role == EFFECT:
        return TRAILING if _is_purpose(folded, start, end) else ACTION
    progress = _PROGRESS.match(folded, start, end)
    if progress and folded.endswith(clause_words()["qualities"], start, end):
        return TRAILING
    return TRAILING if is_last and _GOOD_STATE.match(folded, start, end) else ACTION


def _is_purpose(folded: str, start: int, end: int) -> bool:
    """Say whether an effect after an action has no object that can be done by itself."""
    if _OWN_EFFORT.match(folded, start, end):
        return False
    if folded[end - 1] == "”" and not folded.startswith(_RESULTS, start):  # 提高“得补率”
        return True
    if _NAMES.search(folded, start, end):
        return False
    quality = folded.endswith(clause_words()["qualities"], start, end)
    return quality or bool(_PROGRESS.match(folded, start, end))
