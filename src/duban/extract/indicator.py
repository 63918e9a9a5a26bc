"""Give a figure its indicator: words of its own, words inherited, or both together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.extract.naming import (
    GLUE_MARKS,
    NO_NAME,
    Name,
    choose,
    is_total_word,
    name_after,
    name_before,
)
from duban.grammar.subject import vocabulary
from duban.grammar.unit import dimension
from duban.model import Measure

if TYPE_CHECKING:
    from duban.extract.draft import Draft, Passage

_HAVE = frozenset(("有", "共有", "现有", "拥有", "已有"))
_MOVED = re.compile(
    r"(?:仍然?|连年|连续|年年|逐年|又|也|都|进一步|持续|不断|继续|稳步|显著|明显|较快|快速|总体|大幅|逐步)*"
    r"(?:优化|改善|增长|提升|壮大|扩大|增强|提高|下降|完善|回升|平稳|稳定|上升|发展|增产|丰收|减产)$"
    r"|(?:屡|再|又|连)?(?:创|创下|创出|创造)(?:了|历史|同期|[近一-九十年来]|的){0,6}(?:新高|最高水平|纪录)$"
    r"|在[^，。；]{2,24}的?基础上$"  # 油料在连续三年增产的基础上，又增长17%
)
_AMONG = re.compile(r"在(?P<whole>[^，。；]{2,14})(?:中|总额中|总量中)，")
_AMONG_PART = re.compile(r"在[^，。；在]{2,14}?中?的?所?占?(?:比重?|占比|比例|份额)$")
_BY_THE_WAY = re.compile(r"据|考虑|扣除|剔除|按|如果|由于|受|根据|随着|通过|在|为")
_PRODUCED = re.compile(r"(?:年平均|总)?产量$")
_LONGEST_LIST = 12  # numbers joined before one noun
_JOINED = re.compile(r"[、和及与]?|以及")  # 3万人和12万头, 41户112人
_PER_HEAD = ("人均", "户均", "亩均")
_PRODUCT = 4  # 钢, 原油, 猪牛羊肉: names of products that stand for their output
_SIZES = ("规模", "增量")  # of what the parent names: 贸易额…、规模…
_OWNER = 4  # a shorter beginning is no owner worth taking over
_NAMED_BY_FORM = ("%", "‰", "个百分点", "倍")


def name_it(
    passage: Passage, at: int, zone: tuple[int, int], *, after: bool = True, lists: bool = False
) -> None:
    """Give draft number `at` its indicator.

    Args:
        passage: the text.
        at: number of the draft.
        zone: offsets of the words before the number and its predicate.
        after: whether the words behind the number may name it.
        lists: whether the number is the first of a list of values.
    """
    draft = passage.drafts[at]
    start, end = zone
    name = NO_NAME
    if start < end:
        name = name_before(passage.text, start, end, examples=not after, whole=lists)
    graded = draft.quantity.form == "grade" and bool(name.pieces)
    if after and draft.quantity.unit not in _NAMED_BY_FORM and not graded:
        name = _with_noun_after(passage, at, zone, name)
    draft.name, draft.indicator = name, name.of(passage.source)
    draft.why["indicator"] = name.rule
    before = passage.before(at)
    if is_total_word(draft.indicator) and before is not None:
        _take(draft, before.indicator, before.area, "total")
    elif not draft.indicator:
        verb = passage.written(*name.verb) if name.verb else ""
        subject = inherited(passage, at) or verb
        _take(draft, subject, before.area if before else "", "inherited")
    elif _AMONG_PART.match(draft.indicator):
        draft.indicator = _AMONG_PART.sub("", inherited(passage, at)) + draft.indicator
    elif _is_bare(draft, before) and "其中" not in passage.text[start:end]:
        _extend(passage, at, before)
    elif before is not None and "其中" in passage.text[start:end]:
        _share_head(draft, before)
    elif before is not None and before.clause == draft.clause:
        _share_owner(draft, before)
    if before is not None and passage.text.startswith("、", zone[0]) and draft.name.verb is None:
        draft.name = draft.name._replace(verb=before.name.verb)


def _take(draft: Draft, indicator: str, area: str, rule: str) -> None:
    draft.name = draft.name._replace(pieces=(), rule=rule)
    draft.indicator, draft.area, draft.why["indicator"] = indicator, area, rule


def _is_bare(draft: Draft, before: Draft | None) -> bool:
    reached = draft.measure is Measure.CHANGE or bool(draft.predicate.words)
    spent = draft.indicator == "消费" and draft.name.verb is not None
    spent = spent or (before is None and draft.indicator in ("发电量", "用电量"))
    return (
        (before is not None or reached)
        and not spent
        and bool(vocabulary().head.fullmatch(draft.indicator))
    )


def _extend(passage: Passage, at: int, before: Draft | None) -> None:
    """Put the owner before a bare head: 产值 after 冷藏蔬菜基地 is that base's."""
    draft = passage.drafts[at]
    if draft.indicator in _PER_HEAD:
        draft.indicator += inherited(passage, at)
        return
    among = _AMONG.search(passage.text, draft.sentence[0], draft.quantity.start)
    if among and (before is None or among.start() > before.tail):
        draft.indicator = passage.source[slice(*among.span("whole"))] + draft.indicator
    elif not ((owner := inherited(passage, at)).endswith("产量") and draft.indicator == "发电量"):
        draft.indicator = with_owner(owner, draft.indicator)


def _share_head(draft: Draft, before: Draft) -> None:
    """Take over the head of the whole: 铁路运营里程…，其中高铁370公里."""
    head = vocabulary().last_head
    found = head.search(before.indicator)
    if found and before.quantity.unit == draft.quantity.unit and not head.search(draft.indicator):
        draft.indicator += found.group()


def _share_owner(draft: Draft, before: Draft) -> None:
    """Take over an owner that the name before has: 轨道交通运营线路…、运营里程…."""
    at = before.indicator.find(draft.indicator[:2])
    if at >= _OWNER and len(draft.indicator) <= at and draft.predicate.kinds:
        draft.indicator = before.indicator[:at] + draft.indicator


def with_owner(parent: str, head: str) -> str:
    """Return a bare head with its owner, the parent's own head left out.

    >>> with_owner("规上工业增加值", "用电量")
    '规上工业用电量'
    """
    if head in _SIZES:
        return parent.removesuffix("额").removesuffix("数").removesuffix("占比") + head
    found = vocabulary().last_head.search(parent)
    stem = parent[: found.start()] if found else parent
    return (stem or parent) + head


def _with_noun_after(passage: Passage, at: int, zone: tuple[int, int], name: Name) -> Name:
    draft = passage.drafts[at]
    limit = len(passage.text)
    if at + 1 < len(passage.drafts):
        limit = max(draft.tail, passage.drafts[at + 1].predicate.start)
    behind = name_after(passage.text, draft.tail, limit)
    if behind.pieces and _is_spent(passage, draft, behind):
        behind = Name() if name.pieces else behind._replace(pieces=_without_verb(passage, behind))
    elif not behind.pieces and not name.pieces:
        behind = _shared_noun(passage, at)
    used = behind.pieces[-1][1] if behind.pieces else draft.used
    behind = _graded(passage, at, behind)
    there_is = bool(draft.predicate.words) and draft.predicate.words[0] in _HAVE
    chosen = choose(passage.text, zone, name, behind, there_is=there_is)
    if behind.pieces and chosen.pieces and chosen.pieces[-1] == behind.pieces[-1]:
        draft.used = used
        before = passage.before(at)
        if chosen.verb is None and before and passage.text.startswith(GLUE_MARKS, zone[0] - 1):
            chosen = chosen._replace(verb=before.name.verb)
    return chosen


def _graded(passage: Passage, at: int, behind: Name) -> Name:
    """Give 8个国家级、13个省级区域医疗中心 the noun that both grades qualify."""
    text, after = passage.text, passage.drafts[at + 1 : at + 2]
    if not behind.pieces or not after or not text.endswith("级", *behind.pieces[-1]):
        return behind
    end = behind.pieces[-1][1]
    noun = name_after(text, after[0].tail, after[0].clause[1])
    if after[0].quantity.start != end + 1 or text[end] not in GLUE_MARKS or not noun.pieces:
        return behind
    start, stop = noun.pieces[0]
    grade = text.find("级", start, stop) + 1
    return behind._replace(pieces=(*behind.pieces, (grade, stop))) if grade else behind


def _is_spent(passage: Passage, draft: Draft, behind: Name) -> bool:
    """Say whether what follows money is what it is for: 安排5万元帮助解决取暖问题."""
    verb = vocabulary().verb.match(passage.text, *behind.pieces[0])
    return verb is not None and dimension(draft.quantity.unit) == "money"


def _without_verb(passage: Passage, behind: Name) -> tuple[tuple[int, int], ...]:
    start, end = behind.pieces[0][0], behind.pieces[-1][1]
    return name_before(passage.text, start, end).pieces or behind.pieces


def _shared_noun(passage: Passage, at: int) -> Name:
    """Return the noun behind the last of joined numbers: 3万人和12万头牲畜的饮水问题."""
    last = at
    end = min(len(passage.drafts), at + _LONGEST_LIST) - 1
    while last < end and _JOINED.fullmatch(
        passage.text, passage.drafts[last].tail, passage.drafts[last + 1].quantity.start
    ):
        last += 1
    if last == at:
        return NO_NAME
    return name_after(passage.text, passage.drafts[last].tail, passage.drafts[at].clause[1])


def inherited(passage: Passage, at: int) -> str:
    """Return the subject that a number without one of its own goes on about."""
    draft, before = passage.drafts[at], passage.before(at)
    if before is None:
        return _earlier(passage, at)
    end = draft.clause[0]
    while end > max(before.tail, draft.sentence[0]):
        start = passage.parts.clause(end - 1)[0]
        if start < before.tail:
            break
        subject = _subject(passage.text, start, end - 1)
        if subject.pieces:
            return subject.of(passage.source)
        end = start
    return before.indicator


def _subject(text: str, start: int, end: int) -> Name:
    """Return what a clause without a number is about, if it is a subject and what became of it."""
    moved = _MOVED.search(text, start, end)
    if moved and moved.start() > start:
        return name_before(text, start, moved.start())
    name = name_before(text, start, end, examples=True)
    bare = name.verb is None and name.pieces and not _BY_THE_WAY.match(text, start)
    return name if bare and vocabulary().last_head.search(text, start, end) else NO_NAME


def _earlier(passage: Passage, at: int) -> str:
    """Return the subject of an earlier clause, or the last figure's in the same paragraph."""
    draft = passage.drafts[at]
    start, end = draft.sentence[0], draft.clause[0]
    while end > start:
        first = max(passage.parts.clause(end - 1)[0], start)
        if not _BY_THE_WAY.match(passage.text, first):
            moved = _MOVED.search(passage.text, first, end - 1)
            close = moved.start() if moved and moved.start() > first else end - 1
            name = name_before(passage.text, first, close)
            if name.pieces:
                return name.of(passage.source)
        end = first
    last = passage.drafts[at - 1] if at else None
    if last is None or passage.text.find("\n", last.tail, draft.floor) >= 0:
        return ""
    return last.indicator


def complete_product(passage: Passage, at: int) -> None:
    """Add 产量 to a product in a list that began with it: 发电量由…，钢由…."""
    draft, before = passage.drafts[at], passage.before(at)
    if before is None or draft.name.rule != "subject" or len(draft.indicator) > _PRODUCT:
        return
    found = _PRODUCED.search(before.indicator)
    suffix = found.group() if found else "产量" if before.indicator.endswith("发电量") else ""
    if suffix and draft.predicate.kinds and not vocabulary().last_head.search(draft.indicator):
        draft.indicator += suffix


def whole_among(passage: Passage, draft: Draft) -> str:
    """Return the whole that 在…中 names before a share, or an empty string."""
    found = _AMONG.search(passage.text, draft.sentence[0], draft.quantity.start)
    return passage.source[slice(*found.span("whole"))] if found else ""
