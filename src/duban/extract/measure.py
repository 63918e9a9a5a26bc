"""What kind of statement a number makes: level, added, total, change, share or rank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.extract.indicator import complete_product, name_it, whole_among
from duban.grammar.unit import dimension
from duban.model import Comparator, Measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from duban.extract.draft import Draft, Passage

Zone = tuple[int, int]

_SHARE = re.compile(
    r"(?:约|仅|只|共|已|均|的)?占(?!比|有|地(?![区方])|用|领|据)(?:到|了)?(?P<whole>[^，；。]*?)(?P<kind>的?比重|的?比例|的?份额)?(?:的|由|从)?$"
)
_SHARE_NOUN = re.compile(r"(?:所占|占)的?(?:比重|比例|份额)$")
_SHARE_USED = re.compile(
    r"(?:以上|左右)?的?(?P<whole>[^，。；、]{2,14}?)(?:资金)?(?:用于|投向|集中在|来自|投入)(?P<subject>[^，。；]{1,12})"
)
_SHARE_OF = re.compile(
    r"(?:以上|左右|多)?(?P<of>的)?(?P<whole>[一-鿿、]{1,10}?)(?P<subject>(?:在(?!内)|不同|得到|实现|已|普及|享受|居住|达到|完成|参加|是|增加了|加入|拥有|进入|建立|建成|没有|未|能够|领取|摆脱|通|用上|生活|处于|纳入|接入|脱贫|摘帽|符合|满足|办成|设立|开展|成为|实行|推行|采用|由)[^，。；]{1,14})"
)
_ONLY_LINKS = re.compile(r"[，、\s要使有了]|全国|争取|力争")
_HAVING = re.compile(r"(?:有|把|使|让|将|约|近)$")
_GROWTH_OF = re.compile(
    r"(?:以上|左右)?的(?P<name>(?:预期|经济|年均|平均|国内生产总值|地区生产总值)*(?:增长|增速)(?:预期)?(?:目标|速度|率)?)"
)
_GOAL_OF = re.compile(r"(?:左右|以上)?的(?:预定|预期|计划|年度|全年|原定)+目标")
_MULTIPLE_OF = re.compile(r"，?(?:相当于|等于|是|为|达到|达)(?P<base>[^，；。]{1,16})的$")
_PLAN_OF = re.compile(
    r"(?:为|是|达到?|相当于|完成(?:了)?|只有|仅为|仅有)"
    r"(?P<whole>[^，；。]{0,8}(?:预算|计划|任务|目标|上年|(?P<average>平均水平|平均数|平均)))的$"
)
_RANK_TAIL = re.compile(
    r"(?:均|分别|连续\w{1,2}年|总量|保持|稳|位|持续|继续|首次|跃|名|排|排名|升至|上升到|跻身|列|双双|总体|仍|已|成为|由|从)*"
    r"(?:居|列|位居|排名|保持|成为|跻身|排在|名列|升至|跃居)?"
    r"(?P<whole>全[国省市区州县球盟旗]|世界|亚洲|[东西中南北]+部?(?:地区)?|西北|西南|东北|华东|华北|国内|省内)?$"
)
_GAP = re.compile(
    r"(?:均|都|分别|增速|增幅)*(?:高于|低于|高出|快于|慢于|超过|优于|好于|(?<![占对])比(?![重例率]))"
    r"(?P<than>[^，；。]{1,16}?)(?P<which>高|低|快|慢|多|少)?(?:出)?$"
)
_COMPARE = re.compile(
    r"(?:(?<![占对可])比|(?<!比)较(?![快大好高低强多为])|同(?=上年|去年|上一|前|[0-9]{4}|一[八九]|二[〇零])|与(?=[^，；。]{1,12}(?:相比|比较)))"
    r"(?P<base>[^，；。比较]{1,16}?)(?:相比|比较|的基础上|基础上|同期)?$"
    r"|在(?P<ground>[^，；。]{1,16}?)基础上$"
)
_BASE = re.compile(r"[，也都又均]*(?:比|较)(?:去年|上年|同期|前一年)?的?$")
_EARLIER = re.compile(r"[去上前]年|\d年|同期|期初|预算")
_OBJECT_MOVES = re.compile(r"增产|增加|减产|减少|压减|削减|缩减")
_ALL_OF_IT = re.compile(r"总(?:规模|量|数|额|里程|装机|面积|人数)")
_PAID = re.compile(r"已(?:经)?(?:按期)?(?:完成投资|偿还)")
_PRICE = re.compile(r"价格|物价")
_GAP_UNITS = ("个百分点", "%", "位", "个基点")
_SHARE_NAMES = ("占比", "比重", "份额")


def measure(passage: Passage, at: int, zone: Zone) -> None:
    """Decide draft number `at`'s measure, whole and indicator.

    Args:
        passage: the text with its drafts; those before `at` are finished.
        at: number of the draft.
        zone: offsets of the words before the number and its predicate.
    """
    draft = passage.drafts[at]
    for rule in _RULES:
        if rule(passage, at, draft, zone):
            draft.why["measure"] = rule.__name__.strip("_")
            return
    _level(passage, at, draft, zone)


def compared_with(passage: Passage, draft: Draft, zone: Zone) -> Zone:
    """Return the words before a number without 比上年 at their end, where a change follows."""
    found = _COMPARE.search(passage.text, *zone)
    changed = {"rise", "fall"} & set(draft.predicate.kinds) or draft.quantity.form == "doubling"
    return (zone[0], found.start()) if found and changed else zone


def _rank(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    if draft.quantity.form != "rank":
        return False
    draft.measure = Measure.RANK
    start, end = zone
    tail = _RANK_TAIL.search(passage.text, start, draft.quantity.start)
    if tail:
        draft.whole = passage.written(*tail.span("whole")) if tail["whole"] else ""
        end = max(start, min(end, tail.start()))
    if passage.text.endswith(("增速", "增幅"), start, end):
        end -= 2
    alone = not passage.text[start:end].strip("，、 ")
    behind = alone and not passage.text.startswith("大", draft.quantity.end)
    name_it(passage, at, (start, end), after=behind)
    return True


def _proportion(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    if draft.quantity.form != "proportion" or not draft.quantity.unit:
        return False
    name_it(passage, at, zone)
    draft.measure = Measure.SHARE
    return True


def _share(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """占全省67.7%, and 占…比重提高1.2个百分点, which is a change."""
    found = _SHARE.search(passage.text, *zone)
    if found is None:
        return False
    kinds = draft.predicate.kinds
    if found["kind"] and ("rise" in kinds or "fall" in kinds):
        draft.measure, draft.negative = Measure.CHANGE, "fall" in kinds
        draft.indicator = passage.written(zone[0], draft.predicate.start)
        return True
    if found["kind"] and not found["whole"] and passage.text.startswith("所", found.start() - 1):
        return False
    draft.measure = Measure.SHARE
    draft.whole = passage.written(*found.span("whole"))
    name_it(passage, at, (zone[0], found.start()), after=False)
    draft.whole = draft.whole or whole_among(passage, draft) or parent_whole(passage, at)
    return True


def _its_share(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """其中税收收入58.8亿元，占比68.1%: the part's share of what stands before 其中."""
    if passage.text[slice(*zone)].strip("，、 ") not in ("占比", "比重"):
        return False
    name_it(passage, at, (zone[0], zone[0]), after=False)
    draft.measure = Measure.SHARE
    earlier = (d for d in reversed(passage.drafts[:at]) if d.sentence == draft.sentence)
    wholes = (d.indicator for d in earlier if not d.is_rate and d.indicator != draft.indicator)
    draft.whole = next(wholes, "")
    return True


def _share_noun(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """农业所占比重由27.8%提高到33.6%."""
    found = _SHARE_NOUN.search(passage.text, *zone)
    if found is None:
        return False
    name_it(passage, at, (zone[0], found.start()))
    draft.measure, draft.indicator = Measure.SHARE, draft.indicator + "比重"
    draft.whole = whole_among(passage, draft)
    return True


def parent_whole(passage: Passage, at: int) -> str:
    """Return the whole that the figures before a share are about: their level's indicator."""
    last = ""
    while (before := passage.before(at)) is not None:
        if before.measure is Measure.SHARE and before.whole:
            return before.whole
        if not before.is_rate:
            return before.indicator
        last = last or before.indicator
        at -= 1
    return last


def _share_used(passage: Passage, _at: int, draft: Draft, _zone: Zone) -> bool:
    """87%的财政支出用于民生: a share of 财政支出."""
    if not draft.is_rate or not (found := _SHARE_USED.match(passage.text, draft.quantity.end)):
        return False
    draft.measure, draft.whole = Measure.SHARE, passage.written(*found.span("whole"))
    draft.indicator = passage.written(*found.span("subject")) + draft.whole[-2:]
    return True


def _share_of(passage: Passage, _at: int, draft: Draft, zone: Zone) -> bool:
    """60%的职工增加了工资: a share of 职工."""
    free = not _words(passage, zone) or _HAVING.search(passage.text, zone[0], draft.quantity.start)
    if draft.quantity.unit != "%" or not free:
        return False
    found = _SHARE_OF.match(passage.text, draft.quantity.end)
    if found is None or not (found["of"] or draft.quantity.form in ("half", "tenths", "fraction")):
        return False
    wider = "全国" if passage.text.startswith("全国", zone[0]) else ""
    draft.measure, draft.whole = Measure.SHARE, wider + passage.written(*found.span("whole"))
    draft.indicator = passage.written(found.start("whole"), found.end("subject"))
    return True


def _words(passage: Passage, zone: Zone) -> str:
    return _ONLY_LINKS.sub("", passage.text[slice(*zone)])


def _goal(passage: Passage, at: int, draft: Draft, _zone: Zone) -> bool:
    """略低于8%的预定目标: the target that the outcome is compared with."""
    if not draft.is_rate or not _GOAL_OF.match(passage.text, draft.quantity.end):
        return False
    before = passage.before(at)
    if before is None:
        return False
    draft.measure, draft.indicator, draft.goal = before.measure, before.indicator, True
    if draft.comparator in (Comparator.ABOVE, Comparator.BELOW):
        draft.comparator = Comparator.EQUAL
    return True


def _growth_of(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """5.5%左右的经济增长目标."""
    found = _GROWTH_OF.match(passage.text, draft.quantity.end) if draft.is_rate else None
    if found is None:
        return False
    name_it(passage, at, (zone[0], zone[0]), after=False)
    draft.measure = Measure.CHANGE
    draft.indicator = draft.indicator or passage.written(*found.span("name"))
    return True


def _change(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    kinds = set(draft.predicate.kinds)
    moves = kinds & {"rise", "fall", "rise_noun", "fall_noun"}
    if not moves and draft.quantity.form != "doubling":
        return False
    draft.measure = Measure.CHANGE
    draft.negative = bool(kinds & {"fall", "fall_noun"})
    name_it(passage, at, compared_with(passage, draft, zone), after=False)
    return True


def _multiple(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    if draft.quantity.unit != "倍":
        return False
    of = _MULTIPLE_OF.search(passage.text, *zone)
    draft.measure = Measure.CHANGE
    name_it(passage, at, (zone[0], of.start()) if of else zone)
    return True


def _part_of_plan(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """为预算的106.2%, 完成年度任务的120%: a rate of what was planned."""
    found = _PLAN_OF.search(passage.text, *zone) if draft.is_rate else None
    if found is None:
        return False
    name_it(passage, at, (zone[0], found.start()), after=False)
    draft.whole = passage.written(*found.span("whole"))
    draft.measure = Measure.SHARE if found["average"] else Measure.LEVEL
    return True


def _gap(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """高于全国1.7个百分点: how far from another's value, a level."""
    if draft.quantity.unit not in _GAP_UNITS:
        return False
    found = _GAP.search(passage.text, *zone)
    if found is None:
        return False
    if found["which"] and _EARLIER.search(found["than"]):
        draft.measure, draft.negative = Measure.CHANGE, found["which"] in "低慢少"
    name_it(passage, at, (zone[0], found.start()))
    return True


def _base(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """比1957年的537亿元增长64%: the value that growth is counted from."""
    if not _BASE.fullmatch(passage.text, *zone):
        return False
    name_it(passage, at, (zone[0], zone[0]), after=False)
    draft.base = True
    return True


_RULES: tuple[Callable[[Passage, int, Draft, Zone], bool], ...] = (
    _rank,
    _proportion,
    _share,
    _its_share,
    _share_noun,
    _share_used,
    _goal,
    _growth_of,
    _change,
    _multiple,
    _part_of_plan,
    _share_of,
    _gap,
    _base,
)


def _level(passage: Passage, at: int, draft: Draft, zone: Zone) -> None:
    name_it(passage, at, zone)
    before = passage.before(at)
    for rule, found in _LEVEL_RULES:
        if rule(passage, draft, before, zone):
            draft.measure, draft.why["measure"] = found, rule.__name__.strip("_")
            break
    if draft.measure is Measure.SHARE and not draft.whole:
        part = "其中" in passage.text[draft.clause[0] : zone[1]]
        draft.whole = parent_whole(passage, at) if part else ""
    complete_product(passage, at)


def _added(_passage: Passage, draft: Draft, _before: Draft | None, _zone: Zone) -> bool:
    return draft.name.new or "added" in draft.predicate.kinds


def _object_moves(passage: Passage, draft: Draft, _before: Draft | None, zone: Zone) -> bool:
    """增产原煤3000万吨: the verb of change stands before the name."""
    verb, pieces = draft.name.verb, draft.name.pieces
    if verb is None or not pieces or pieces[0][0] >= zone[1]:
        return False
    found = _OBJECT_MOVES.match(passage.text, *verb)
    draft.negative = found is not None and found.group() not in ("增产", "增加")
    return found is not None


def _counted_up(passage: Passage, draft: Draft, _before: Draft | None, zone: Zone) -> bool:
    """累计 before the number, 总数达, or money already paid."""
    return (
        "total" in draft.predicate.kinds
        or draft.name.rule == "total"
        or "累计" in passage.text[slice(*zone)]
        or _PAID.search(passage.text, *zone) is not None
    )


def _reached(passage: Passage, draft: Draft, before: Draft | None, zone: Zone) -> bool:
    """达到29个 after 新增2个, 总里程达909公里 after 新增30公里."""
    return (
        before is not None
        and before.measure is Measure.ADDED
        and before.quantity.unit == draft.quantity.unit
        and bool(draft.predicate.kinds)
        and (not draft.name.pieces or _ALL_OF_IT.search(passage.text, *zone) is not None)
    )


def _more_counted_up(passage: Passage, draft: Draft, before: Draft | None, _zone: Zone) -> bool:
    return (
        before is not None and before.measure is Measure.TOTAL and _goes_on(passage, draft, before)
    )


def _price(_passage: Passage, draft: Draft, _before: Draft | None, _zone: Zone) -> bool:
    """居民消费价格2%: a price in percent is a change by its nature."""
    return draft.is_rate and _PRICE.search(draft.indicator) is not None


def _share_name(_passage: Passage, draft: Draft, _before: Draft | None, _zone: Zone) -> bool:
    return draft.is_rate and draft.indicator.endswith(_SHARE_NAMES)


def _same_share(_passage: Passage, draft: Draft, before: Draft | None, _zone: Zone) -> bool:
    if before is None or not _takes_over(draft, before, Measure.SHARE):
        return False
    draft.whole = before.whole
    return True


def _same_change(_passage: Passage, draft: Draft, before: Draft | None, _zone: Zone) -> bool:
    return before is not None and _takes_over(draft, before, Measure.CHANGE)


def _takes_over(draft: Draft, before: Draft, measure: Measure) -> bool:
    """由46.5%上升到55%: the second value is of the first one's kind."""
    same_unit = before.quantity.unit == draft.quantity.unit == "%"
    that_is = draft.predicate.words[:1] == ("即",)
    return draft.name.rule == "inherited" and before.measure is measure and (same_unit or that_is)


def _points(_passage: Passage, draft: Draft, _before: Draft | None, _zone: Zone) -> bool:
    return draft.quantity.unit in ("个百分点", "个基点")


def _more_added(passage: Passage, draft: Draft, before: Draft | None, _zone: Zone) -> bool:
    """A new-word governs its whole list: 新认定甲企业15户、乙企业8户."""
    return (
        before is not None and before.measure is Measure.ADDED and _goes_on(passage, draft, before)
    )


def _counted(draft: Draft) -> str:
    """Return the dimension, one for everything that is counted: 企业300户、基地25家."""
    kind = dimension(draft.quantity.unit)
    return "count" if kind in ("things", "households", "people", "places") else kind


def _goes_on(passage: Passage, draft: Draft, before: Draft) -> bool:
    return (
        not passage.text.startswith(("已", "现有", "共有", "其中", "每"), draft.floor)
        and draft.name.verb in (None, before.name.verb)
        and bool(draft.name.pieces)
        and not draft.predicate.kinds
        and _counted(before) == _counted(draft)
        and (
            draft.clause == before.clause
            or (draft.clause[0] <= before.tail + 1 and draft.name.rule == "subject")
        )
    )


_LEVEL_RULES: tuple[tuple[Callable[[Passage, Draft, Draft | None, Zone], bool], Measure], ...] = (
    (_added, Measure.ADDED),
    (_object_moves, Measure.CHANGE),
    (_counted_up, Measure.TOTAL),
    (_reached, Measure.TOTAL),
    (_more_counted_up, Measure.TOTAL),
    (_price, Measure.CHANGE),
    (_share_name, Measure.SHARE),
    (_same_share, Measure.SHARE),
    (_same_change, Measure.CHANGE),
    (_points, Measure.CHANGE),
    (_more_added, Measure.ADDED),
)
