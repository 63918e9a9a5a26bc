"""Changes: growth and decline, multiples, and distances from another value.

Each rule says whether it applies to a draft, and fills it in if it does.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.extract.indicator import name_it
from duban.model import Comparator, Measure

if TYPE_CHECKING:
    from duban.extract.draft import Draft, Passage

Zone = tuple[int, int]


_GROWTH_OF = re.compile(
    r"(?:以上|左右)?的?(?P<name>(?:预期|经济|年均|平均|国内生产总值|地区生产总值)*(?:增长|增速)(?:预期)?(?:目标|速度|率)?)"
)
_PRODUCT = re.compile(r"^经济|生产总值")
_GOAL_OF = re.compile(r"(?:左右|以上)?的(?:预定|预期|计划|年度|全年|原定)+目标")
_MULTIPLE_OF = re.compile(r"，?(?:相当于|等于|是|为|达到|达)(?P<base>[^，；。]{1,30})的$")
_OBJECT = re.compile(r"[一-鿿]{2}")
_OPENERS = (("增加",), ("减少",), ("压减",), ("削减",))
_GAP = re.compile(
    r"(?:均|都|分别|增速|增幅)*(?:高于|低于|高出|快于|慢于|超过|(?<!或)优于|(?<!或)好于|(?<![占对])比(?![重例率]))"
    r"(?P<than>[^，；。]{1,16}?)(?P<which>高|低|快|慢|多|少)?(?:出)?$"
)
_COMPARE = re.compile(
    r"(?:(?<![占对可同])比(?![例率重])|(?<!比)较(?![快大好高低强多为])|同(?=上年|去年|上一|前|[0-9]{4}|一[八九]|二[〇零])|与(?=[^，；。]{1,12}(?:相比|比较)))"
    r"(?P<base>[^，；。比较]{1,16}?)(?:相比|比较|的基础上|基础上|同期)?$"
    r"|在(?P<ground>[^，；。]{1,16}?)基础上$"
)
_BASE = re.compile(
    r"[，也都又均]*(?:比|较)(?:去年|上年|同期|前一年|"
    r"(?:原来|原定|原先|预定|过去|以前|上届|前[一二三四五]年|第?[一二三四五六七八九十]个五年计划|"
    r"“[一二三四五六七八九十]+五”)[^，。；比较\d]{0,8}(?=的))?的?$"
)
_EARLIER = re.compile(r"[去上前]年|\d年|同期|期初|预算")
_GAP_UNITS = ("个百分点", "%", "位", "个基点")


def compared_with(passage: Passage, draft: Draft, zone: Zone) -> Zone:
    """Return the words before a number without 比上年 at their end, where a change follows."""
    found = _COMPARE.search(passage.text, *zone)
    changed = {"rise", "fall"} & set(draft.predicate.kinds) or draft.quantity.form == "doubling"
    return (zone[0], found.start()) if found and changed else zone


def goal(passage: Passage, at: int, draft: Draft, _zone: Zone) -> bool:
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


def growth_of(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """5.5%左右的经济增长目标."""
    rate = draft.is_rate and draft.quantity.form != "doubling"  # 翻番增长
    found = _GROWTH_OF.match(passage.text, draft.quantity.end) if rate else None
    if found is None:
        return False
    name_it(passage, at, (zone[0], zone[0]), after=False)
    draft.measure = Measure.CHANGE
    name = passage.written(*found.span("name"))
    if _PRODUCT.search(name) or not draft.indicator:
        draft.indicator = name
    return True


def change(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """增长4.1%, 下降35%, 翻番: a verb or noun of growth or decline before the number."""
    kinds = set(draft.predicate.kinds)
    moves = kinds & {"rise", "fall", "rise_noun", "fall_noun"}
    if not moves and draft.quantity.form != "doubling":
        return False
    draft.measure = Measure.CHANGE
    draft.negative = bool(kinds & {"fall", "fall_noun"})
    zone = compared_with(passage, draft, zone)
    name_it(passage, at, zone, after=_moves_object(passage, draft, zone))
    return True


def improved(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """PM2.5浓度改善10.8%: what improves a concentration lowers it."""
    if not draft.is_rate or not passage.text.endswith("浓度改善", *zone):
        return False
    draft.measure, draft.negative = Measure.CHANGE, True
    name_it(passage, at, (zone[0], zone[1] - len("改善")), after=False)
    return True


def _moves_object(passage: Passage, draft: Draft, zone: Zone) -> bool:
    """Say whether what is moved stands behind the number: 增加1万个普通高中学位."""
    first = _OBJECT.match(passage.text, draft.tail)
    opens = not passage.text[slice(*zone)].strip("，、 　")
    bare = draft.predicate.words[-1:] in _OPENERS and passage.text[draft.floor - 1] in "。；，\n"
    return first is not None and opens and bare


def multiple(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """增长2.85倍, 是2020年的2.5倍: a multiple is a change."""
    if draft.quantity.unit != "倍":
        return False
    of = _MULTIPLE_OF.search(passage.text, *zone)
    draft.measure = Measure.CHANGE
    name_it(passage, at, (zone[0], of.start()) if of else zone)
    return True


def measures_gap(passage: Passage, draft: Draft, zone: Zone) -> bool:
    """Say whether a number states how far a value is from another's."""
    if draft.quantity.unit not in _GAP_UNITS or {"rise", "fall"} & set(draft.predicate.kinds):
        return False
    return _GAP.search(passage.text, *zone) is not None


def gap(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
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


def base(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """比1957年的537亿元增长64%: the value that growth is counted from."""
    if not _BASE.fullmatch(passage.text, *zone):
        return False
    name_it(passage, at, (zone[0], zone[0]), after=False)
    draft.base = True
    return True
