"""What a clause is, by its opening: an action, what leads to one, what follows from one.

The vocabulary is data and comes as patterns (`commitment_lexicon.py`).
"""

from __future__ import annotations

import re

import msgspec

from duban.extract.commitment_joined import ANYTHING, NO_NOUN, THING, verbs_end
from duban.extract.commitment_lexicon import (
    ACTION,
    EFFECT,
    LEADING,
    NARRATIVE,
    OTHER,
    PAYS,
    TRAILING,
    lexicon,
)

# A state, a judgement or the past. Fixed characters come first, so that searching is fast.
_TELLS = re.compile(
    "了(?<![为除]了)(?![解望])|已经|已有|已达|已占|已成|已超|曾经|过去|去年(?<![比较于同]去年)|以来|正在|仍然|意义|有利于"
    "|实践证明|必将|势必|才能|在于|由于|还不能|尚未|还没有|是(?<![但于还总别其更或若凡可只求不要]是)(?![否非要])"
)
_CREED = re.compile(
    "(?!中央八项规定).*(?:精神|思想|讲话|指示|批示|论述|部署|部署要求|嘱托|总基调|理念|方针|总要求|使命任务|战略定位)$"
)
_CREED_VERBS = frozenset("贯彻 落实 贯彻落实 学习 牢记 践行 拥护 遵循 深入 执行".split())  # noqa: SIM905  reads as what it is
_CIRCUMSTANCE = re.compile(
    "(?:同时|[时前后]|[前提基础条件情况形势领导指导带动推动]{2}[下上]|过程中|方面|领域"
    "|为目标|为重点|为抓手|为主线|为契机|为牵引|为导向)$"
)
_BARE = 2  # a verb of two characters at the clause's end is done to nothing
# Openings that lead, but where nothing follows are what is pledged.
# 拿出10亿元，用于…: what the money is for; with a subject it is an action (资金用于…).
_SPENDS = frozenset({"用于", "用在"})
_MONEYED = _SPENDS | PAYS
_LINKS = frozenset({"trailing", "leading", "coverbs"})
_MOVES = frozenset({"把", "将"})
_STANDS_ALONE = frozenset({"发挥", "突出", "注重", "重视", "采取"})
_PURPOSE = frozenset({"effect", "causative"})


class Opening(msgspec.Struct, frozen=True, gc=False):
    """How a clause begins.

    Attributes:
        role: its part in the sentence.
        word: class of its verb: deliverable, effort, effect, causative, value; or empty.
        verb_start: offset of the verb.
        verb_end: offset after it; equal where there is none.
        has_figure: whether a figure begins in the clause.
    """

    role: str
    word: str
    verb_start: int
    verb_end: int
    has_figure: bool


def read_opening(folded: str, start: int, end: int, *, has_figure: bool) -> Opening:
    """Classify the clause between two offsets by how it begins."""
    if _TELLS.search(folded, start, end):
        return Opening(NARRATIVE, "", start, start, has_figure)
    known = lexicon()
    match = known.opening.match(folded, start, end)
    if match is None:
        return _without_verb(folded, start, end, has_figure=has_figure)
    found = match[1]
    word, role = known.words[found]
    if word in _LINKS or found in _MONEYED:
        return _linked(folded, match, end, has_figure=has_figure)
    at, after = match.start(1), verbs_end(folded, match, end, NO_NOUN)
    if after - at <= _BARE and after == end and not has_figure:  # 尽快开工, 合理布局
        role = EFFECT if folded.endswith(known.completions, at, end) else OTHER
    elif found in _CREED_VERBS and _CREED.match(folded, after, end):
        role, word = LEADING, ""
    elif folded.endswith("方面", at, end):  # 构建新型电力系统方面，…: a heading in the sentence
        role, word = OTHER, ""
    return Opening(role, word, at, after, has_figure)


def _linked(folded: str, match: re.Match[str], end: int, *, has_figure: bool) -> Opening:
    """Read a clause that opens with a word of linking, or with what is spent."""
    word, role = lexicon().words[match[1]]
    if word == "trailing" or match[1] in _SPENDS:
        return Opening(TRAILING, "", match.pos, match.pos, has_figure)
    if word == "leading":
        return _lead(folded, match, end, has_figure=has_figure)
    if word == "coverbs":
        return _coverb(folded, match, end, has_figure=has_figure)
    spent = _spent(folded, match.pos, end) if has_figure else None
    after = verbs_end(folded, match, end, NO_NOUN)
    return spent or Opening(role, word, match.start(1), after, has_figure)


def _spent(folded: str, start: int, end: int) -> Opening | None:
    """Read 投资3亿元改造…: the action is what the money is spent on."""
    match = lexicon().spent.match(folded, start, end) if spends(folded, start, end) else None
    return _found(folded, match, end, has_figure=True) if match else None


def action_within(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the verb of action that a stretch opens with (年内|建成…)."""
    known = lexicon()
    found = known.opening.match(folded, start, end)
    if found is None or known.words[found[1]][1] != ACTION:
        return None
    after = verbs_end(folded, found, end, NO_NOUN)
    return (found.start(1), after) if after < end else None


def verb_after(folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the verb that follows a number (23个村|成立合作社)."""
    found = lexicon().later.match(folded, start, end)
    return (found.start(1), verbs_end(folded, found, end, THING)) if found else None


def is_result(folded: str, start: int, end: int) -> bool:
    """Say whether a clause names a thing and then the result (青川大桥年底通车)."""
    known = lexicon()
    ends = folded.endswith(known.completions, start, end)
    return ends and known.opening.match(folded, start, end) is None


def spends(folded: str, start: int, end: int) -> int:
    """Return where what is spent ends that a clause opens with (投入2亿元…), or 0."""
    if folded.find("元", start, end) < 0:
        return 0
    found = lexicon().spending.match(folded, start, end)
    return found.end() if found else 0


def _lead(folded: str, match: re.Match[str], end: int, *, has_figure: bool) -> Opening:
    """坚持… leads, but 坚持和发展… is an action."""
    at, after = match.start(1), verbs_end(folded, match, end, NO_NOUN)
    if folded[match.end() : after] not in ("", "好") and after < end:
        return Opening(ACTION, "effort", at, after, has_figure)
    word = "effort" if match[1] in _STANDS_ALONE else ""
    return Opening(LEADING, word, at, after, has_figure)


def _coverb(folded: str, match: re.Match[str], end: int, *, has_figure: bool) -> Opening:
    """Find the action after 围绕…, 以…, 在…; without one the clause leads to the next."""
    known, at, after = lexicon(), match.start(1), verbs_end(folded, match, end, NO_NOUN)
    if _CIRCUMSTANCE.search(folded, after, end):
        return Opening(LEADING, "", at, at, has_figure)
    begin = after + 2
    if folded[at] == "对":  # 对…的企业给予补贴: what is done comes last
        begin = max(begin, folded.rfind("的", begin, end) + 1)
    inner = known.inner.search(folded, begin, end)
    if inner:
        return _found(folded, inner, end, has_figure=has_figure)
    if folded[at] in "以靠托过用":
        inner = known.instrument.match(folded, after, end)
        if inner:
            return Opening(EFFECT, *_verb(inner), inner.end(), has_figure)
        direct = known.opening.match(folded, after, end)
        if direct and known.words[direct[1]][0] in _PURPOSE:  # 以保障…, 以促进…
            return Opening(TRAILING, "", at, at, has_figure)
    if has_figure:
        return Opening(ACTION, "value", at, at, has_figure)
    word = "effort" if match[1] in _STANDS_ALONE else ""
    return Opening(LEADING, word, at, after, has_figure)


def _without_verb(folded: str, start: int, end: int, *, has_figure: bool) -> Opening:
    """Read a clause that opens with a subject, a time or nothing known."""
    known = lexicon()
    spent = _spent(folded, start, end) if has_figure else None
    if spent:
        return spent
    acts = _acting(folded, start, end, has_figure=has_figure)
    if acts:
        return acts
    duty = known.duty.match(folded, start, end)
    if duty:  # 政府要把…交给…, but 中部地区要发挥…优势，加快…
        role = ACTION if duty[1] in _MOVES else LEADING
        return Opening(role, "effort", duty.start(1), duty.end(1), has_figure)
    role, word = OTHER, ""
    if has_figure:
        role, word = ACTION, "value"
    elif folded.endswith(known.completions, start, end):
        role, word = ACTION, "deliverable"
    elif known.time.fullmatch(folded, start, end):
        role = LEADING
    return Opening(role, word, start, start, has_figure)


def _acting(folded: str, start: int, end: int, *, has_figure: bool) -> Opening | None:
    """Read a clause in which a subject acts: 各部门都要加强…, 每个乡镇建成…."""
    known = lexicon()
    subject = known.subject.match(folded, start, end)
    if subject:
        return _found(folded, subject, end, ANYTHING, has_figure=has_figure)
    agent = known.agent.match(folded, start, end) or (
        folded[start] == "每" and known.each.match(folded, start, end)
    )
    if agent:
        return _found(folded, agent, end, has_figure=has_figure)
    reach = known.reach.match(folded, start, end)
    return Opening(ACTION, *_verb(reach), reach.end(), has_figure) if reach else None


def _found(
    folded: str,
    match: re.Match[str],
    end: int,
    following: re.Pattern[str] = THING,
    *,
    has_figure: bool,
) -> Opening:
    after = verbs_end(folded, match, end, following)
    return Opening(ACTION, *_verb(match), after, has_figure)


def _verb(match: re.Match[str]) -> tuple[str, int]:
    """Return the class of the verb that a pattern found, and its offset."""
    word, _ = lexicon().words.get(match[1], ("deliverable", ""))
    return word, match.start(1)
