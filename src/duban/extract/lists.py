"""Values side by side after one subject: 甲、乙、丙分别达1、2、3."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.extract.changes import compared_with, measures_gap
from duban.extract.indicator import inherited, with_owner
from duban.extract.measure import before_rank, measure
from duban.extract.naming import name_before
from duban.grammar.subject import vocabulary
from duban.model import Comparator

if TYPE_CHECKING:
    from duban.extract.draft import Draft, Passage

_GLUE = re.compile(r"[、和及与]|以及")
_BALANCES = ("余额", "总额")  # 存款、贷款余额: both are balances
_SPLITS = (
    re.compile(r"(?<=”)(?=“)"),
    re.compile(r"、|和|与|及(?!格)|以及"),
    re.compile(r"、|和|与"),
    re.compile("、"),
)
# 一二三产增加值: the items are the numerals.
_NUMBERED = re.compile(r"(?P<each>[一二三四](?:、?[一二三四]){1,3})(?=产|次产业|季度)")
_SECTORS = ("第一产业", "第二产业", "第三产业")
# Heads in a list, though one is a subject by itself and one the name of a measure.
_TRADE = re.compile(r"进?出口$|进口$|增[速幅]$")
_GROWTH = ("增速", "增幅", "占比", "比重", "占有率")
_MODIFIER = 4  # 城镇, 农村: a modifier that parallels the last item's is at most this long
_SLACK = 2


def read_list(passage: Passage, at: int, start: int) -> bool:
    """Read draft number `at` and those listed with it; say whether it begins a list.

    Args:
        passage: the text; drafts before `at` are finished.
        at: number of the first draft.
        start: offset of the words that belong to it.
    """
    draft = passage.drafts[at]
    explicit = "分别" in passage.text[start : draft.quantity.start]
    run = _run(passage, at)
    alone = len(run) == 1
    if alone or not (explicit or run[1].quantity.unit == draft.quantity.unit):
        return False
    gap = measures_gap(passage, draft, (start, draft.predicate.start))
    items = [] if gap else _items(passage, at, len(run))
    explicit = explicit or gap
    if len(items) != len(run) and not explicit:
        return False
    measure(passage, at, (start, draft.predicate.start))
    if len(items) != len(run):
        items = [draft.indicator] * len(run)
    bound = run[-1].comparator if explicit else Comparator.EQUAL
    for member, item in zip(run, _owned(passage, at, items), strict=True):
        _give(member, item, draft, bound)
    return True


def _give(member: Draft, item: str, first: Draft, bound: Comparator) -> None:
    member.listed, member.indicator = True, item
    member.measure, member.negative, member.whole = first.measure, first.negative, first.whole
    member.name = first.name._replace(rule="distributed")
    member.year = member.year or first.year
    member.why = first.why | {"indicator": "distributed"}
    for comparator in (bound, first.predicate.comparator):
        if member.comparator is Comparator.EQUAL:
            member.comparator = comparator


def _run(passage: Passage, at: int) -> list[Draft]:
    """Return the figures joined by 、 or 和 within one clause."""
    found = [passage.drafts[at]]
    for draft in passage.forwards_from(at + 1):
        if (
            draft.clause != found[0].clause
            or _GLUE.fullmatch(passage.text, found[-1].tail, draft.quantity.start) is None
        ):
            break
        found.append(draft)
    return found


def _owned(passage: Passage, at: int, items: list[str]) -> list[str]:
    before = passage.before(at)
    if before is None:
        return items
    bare = vocabulary().head.fullmatch
    return [with_owner(before.indicator, item) if bare(item) else item for item in items]


def _items(passage: Passage, at: int, count: int) -> list[str]:
    """Return the names that a list of values belongs to."""
    text, _, shared = _subject(passage, at).partition("分别")
    if not text:  # 甲和乙，2000年分别达到1和2
        text = inherited(passage, at)
        names = _names_before(passage, at, count)
        if names or not text:
            return names
    numbered = _NUMBERED.match(text)
    each = numbered["each"].replace("、", "") if numbered else ""
    if text.startswith("三次产业") and count == len(_SECTORS):
        return [sector + text[len("三次产业") :] for sector in _SECTORS]
    if numbered and len(each) == count:
        return [one + text[numbered.end() :] for one in each]
    for pattern in _SPLITS:
        items = [item for item in pattern.split(text) if item]
        if len(items) == count:
            return _completed(items, _object_of(shared))
    return []


def _completed(items: list[str], ending: str) -> list[str]:
    """Return the names that stand before values, each with what it shares with the others."""
    named = [_without_verb(item) for item in items]
    if ending:
        return [item + ending for item in named]
    acted = items[-1] != named[-1] and items[-1][0] != "新"  # 接待游客、实现旅游花费
    return named if acted else share_words(named)


def _names_before(passage: Passage, at: int, count: int) -> list[str]:
    """Return the last names of the sentence: …由A到B，…由C到D，分别增长1%、2%."""
    sentence = passage.drafts[at].sentence
    names: list[str] = []
    for draft in passage.backwards_from(at):
        if draft.sentence != sentence or len(names) == count:
            break
        if draft.indicator not in names:
            names.insert(0, draft.indicator)
    return names if len(names) == count else []


def _object_of(action: str) -> str:
    """Return what is acted on between 分别 and the numbers: 分别淘汰落后产能1万吨、2万吨."""
    name = name_before(action, 0, len(action)) if action else None
    return name.of(action) if name and name.verb and len(name.of(action)) > 1 else ""


def _without_verb(item: str) -> str:
    return name_before(item, 0, len(item)).of(item) or item


def _subject(passage: Passage, at: int) -> str:
    """Return the words that name a list of values, numbers among them left out."""
    draft = passage.drafts[at]
    zone = compared_with(passage, draft, (draft.clause[0], draft.predicate.start))
    if draft.quantity.form == "rank":
        zone = (zone[0], before_rank(passage, draft, zone))
    name = name_before(passage.text, *zone, whole=True)
    if not name.pieces:
        return ""
    text = passage.source[name.pieces[0][0] : name.pieces[-1][1]]
    for other in passage.backwards_from(at):
        if other.clause != draft.clause:
            break
        text = text.replace(passage.source[other.quantity.start : other.quantity.end], "")
    return text


def _is_cut_off(item: str, last: str, *, headed: bool) -> bool:
    """Say whether an item of a list lacks the last one's end: 刑事 before 治安案件."""
    if last.endswith(_GROWTH):  # 投资、消费增速
        return not item.endswith(_GROWTH)
    return not vocabulary().last_head.search(item) and (headed or len(item) <= _MODIFIER)


def share_words(items: list[str]) -> list[str]:
    """Give the items of a list the words they share.

    >>> share_words(["粮食播种面积", "总产量"])
    ['粮食播种面积', '粮食总产量']
    >>> share_words(["刑事", "治安案件"])
    ['刑事案件', '治安案件']
    """
    words = vocabulary()
    last = words.last_head.search(items[-1]) or _TRADE.search(items[-1])
    cut = last.start() if last else len(items[-1]) - 2
    first = words.last_head.search(items[0])
    prefix = items[0][: first.start()] if first and len(first.group()) > 1 else ""
    named = []
    for at, item in enumerate(items):
        victims = first is not None and first.group() == "起数" and item.endswith("人数")
        if at and prefix and (victims or words.head.fullmatch(item)):
            named.append(prefix + item)
        elif at < len(items) - 1 and items[-1].endswith(_BALANCES) and words.head.fullmatch(item):
            named.append(item + items[-1][-2:])
        elif at < len(items) - 1 and _is_cut_off(item, items[-1], headed=last is not None):
            longer = cut - len(item) >= _SLACK or item[0] == items[-1][0]
            suffix = items[-1].endswith(item, 0, cut)  # 汽车、新能源汽车产量
            parallel = len(item) <= _MODIFIER and longer and not suffix
            named.append(
                item + (_tail(item, items[-1]) or items[-1][len(item) if parallel else cut :])
            )
        else:
            named.append(item)
    return named


def _tail(item: str, last: str) -> str:
    """Return what the last item has after a noun of both: 工业项目、交通项目完工率."""
    for length in range(len(item) - 1, _SLACK - 1, -1):
        at = last.rfind(item[-length:])
        if at > 0:
            return last[at + length :]
    return ""
