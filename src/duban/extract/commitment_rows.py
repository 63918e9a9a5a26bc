"""From the clauses of a sentence to its commitments: what leads and what trails joins its action.

The rules are those by which an office splits a sentence of the plan into lines of its 任务分解表.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.extract.commitment_openings import (
    ACTION,
    EFFECT,
    LEADING,
    NARRATIVE,
    OTHER,
    TRAILING,
    Opening,
    read_opening,
)
from duban.grammar.verbs import clause_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from duban.extract.commitment_clauses import Clause, Sentence

# Effects that nobody does by itself, whatever follows.
_ALWAYS_TRAILS = re.compile(
    "进一步|更好(?!统筹)|(?:真正|切实|努力|不断|坚决)?(?:让|使|促使|带动|撬动|拉动|避免|满足|造福|惠及|成为|做到"
    "|彰显|展现|体现|赢得|回应|焕发|助推|助力|防止|杜绝)"
    "|(?:坚决|有效)?(?:防范|遏制).{2,20}发生$"
)
_PROGRESS = re.compile("不断|努力|真正|切实|着力|全面|充分|有效")
# An adverb of action before an effect makes it an action of its own.
_OWN_EFFORT = re.compile("持续|加快|积极|大力|深入|稳步|系统|统筹|扎实|重点|综合|尽快|按时|按期")
_NAMES = re.compile("[“《]|等")
_GOOD_STATE = re.compile("(?:构建|打造|营造|塑造|建设).{0,24}(?:关系|格局|局面|氛围|水平|家园)$")
_FULFILS = re.compile(
    "(?:完成|实现)(?:计划|预定|既定|预期|全部|各项)?(?:任务|目标)$|确保(?:如期|按期|按时|圆满|全面)(?:完成|实现)"
)
# Leading goals: 强化底线思维, 用好“两大动力”.
_MINDSET = re.compile(
    "(?:强化|增强|树牢|提升|提高|树立).{2,16}(?:意识|思维|观念|理念|能力|责任|新动能)$"
)
_SUMMARY = re.compile(".{4,30}“[一二两三四五六七八九十]{1,2}[大个条根项道点张场][^”]{1,4}”$")
_TINY = 4  # 提升存量, 做优服务: a goal too short to stand by itself
_OBLIGES = re.compile("(?:因此|为此|所以|我们)?(?:还|也|都|一定|就)?(?:要|必须|应|务必|需要)")
_GOVERNS = ("为重点", "为主体", "为核心", "为目标")


class Row(NamedTuple):
    """One commitment as offsets.

    Attributes:
        start: first character, leading clauses included.
        end: after the last character, trailing clauses included.
        action: start of the clause that holds the verb.
        action_end: end of that clause.
        word: class of the verb.
        verb_start: offset of the verb.
        verb_end: offset after it; equal where there is none.
        fulfils: whether a trailing clause promises that it will be done (保质保量完成任务).
    """

    start: int
    end: int
    action: int
    action_end: int
    word: str
    verb_start: int
    verb_end: int
    fulfils: bool = False


class _State(NamedTuple):
    """Where a clause stands in its sentence."""

    first: bool
    item: bool
    after_action: bool
    after_lead: bool
    next_role: str


def read_sentence(
    folded: str, sentence: Sentence, count_figures: Callable[[int, int], int]
) -> list[Row]:
    """Return the commitments of one sentence, in order.

    Args:
        folded: the folded text.
        sentence: a sentence of a plan.
        count_figures: says how many figures start between two offsets.
    """
    clauses = sentence.clauses
    openings = [
        read_opening(folded, c.start, c.end, has_figure=count_figures(c.start, c.end) > 0)
        for c in clauses
    ]
    rows: list[Row] = []
    lead = -1
    muted = False
    for i, (clause, opening) in enumerate(zip(clauses, openings, strict=True)):
        next_role = openings[i + 1].role if i + 1 < len(openings) else ""
        state = _State(i == 0, sentence.mark == "item", bool(rows), lead >= 0, next_role)
        role = _role(folded, clause, opening, state, count_figures)
        if role == NARRATIVE:
            if folded.startswith(("这", "是", "就是", "也是"), clause.start):
                rows.clear()  # what came before was only its subject
            lead, muted = -1, True
            continue
        if muted and role != OTHER:
            muted = not _resumes(folded, clause.start, clause.end, count_figures)
        if muted:
            continue
        if role == ACTION:
            start = clause.start if lead < 0 else lead
            rows.append(Row(start, clause.end, clause.start, clause.end, *opening[1:]))
            lead = -1
        elif role == LEADING and lead < 0:
            lead = clause.start
        elif role == TRAILING and rows and lead < 0:
            rows[-1] = _extend(rows[-1], folded, clause)
    if lead >= 0 and rows and not muted:
        rows[-1] = rows[-1]._replace(end=clauses[-1].end)
    return rows


def _resumes(folded: str, start: int, end: int, count_figures: Callable[[int, int], int]) -> bool:
    """Say whether a pledge follows a statement of how things are."""
    if _OBLIGES.match(folded, start):
        return True
    return count_figures(start, end) > 0 and folded.find("将", start, end) >= 0


def _extend(row: Row, folded: str, clause: Clause) -> Row:
    fulfils = row.fulfils or bool(_FULFILS.search(folded, clause.start, clause.end))
    return row._replace(end=clause.end, fulfils=fulfils)


def _role(
    folded: str,
    clause: Clause,
    opening: Opening,
    state: _State,
    count_figures: Callable[[int, int], int],
) -> str:
    """Decide the part that a clause plays, from its opening and its neighbours."""
    start, end, role = clause.start, clause.end, opening.role
    if role == NARRATIVE:
        return role
    if role in (TRAILING, OTHER):
        return TRAILING if state.after_action or state.after_lead else OTHER
    joins = state.after_action and not state.after_lead
    if role == LEADING:
        return TRAILING if joins and folded.startswith(("发挥", "充分发挥"), start) else role
    if count_figures(start, end):
        listed = opening.word == "value" and joins and _continues_list(folded, start, end)
        return TRAILING if listed else ACTION
    if joins:
        return _after_action(folded, start, end, role, last=not state.next_role)
    if state.first and state.next_role in (ACTION, EFFECT) and (state.item or end - start <= _TINY):
        return LEADING
    if state.next_role == ACTION and _is_goal(folded, start, end):
        return LEADING
    return ACTION


def _is_goal(folded: str, start: int, end: int) -> bool:
    return bool(_MINDSET.match(folded, start, end) or _SUMMARY.match(folded, start, end))


def _continues_list(folded: str, start: int, end: int) -> bool:
    """…等6条高铁，甲乙等17条公路: the number counts things that the verb before governs."""
    at = folded.find("等", start, end)
    return 0 <= at < end - 1 and folded[at + 1].isdigit()


def _after_action(folded: str, start: int, end: int, role: str, *, last: bool) -> str:
    """Decide between a commitment of its own and a purpose of the one before."""
    if _ALWAYS_TRAILS.match(folded, start, end) or _FULFILS.search(folded, start, end):
        return TRAILING
    progress = _PROGRESS.match(folded, start, end)
    quality = folded.endswith(clause_words()["qualities"], start, end)
    if role != EFFECT:
        good = quality and progress or last and _GOOD_STATE.match(folded, start, end)
        return TRAILING if good else ACTION
    if _OWN_EFFORT.match(folded, start, end):
        return ACTION
    if folded[end - 1] == "”" and not folded.startswith(("推动", "促进"), start):
        return TRAILING
    if _NAMES.search(folded, start, end):
        return ACTION
    return TRAILING if quality or progress else ACTION
