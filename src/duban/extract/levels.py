"""Levels, and what a number without a word of change can be instead: added, total, share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.extract.indicator import complete_product, name_it
from duban.extract.shares import parent_whole
from duban.grammar.predicate import COMPARATORS
from duban.grammar.subject import vocabulary
from duban.grammar.unit import dimension
from duban.grammar.verbs import verbs
from duban.model import Measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from duban.extract.draft import Draft, Passage

Zone = tuple[int, int]


_OBJECT_MOVES = re.compile(r"增产|增加|减产|减少|压减|削减|缩减")
_NEW_CAPACITY = re.compile(r"新增[^，。；：]{0,8}?(?P<what>[一-鿿]{2}能力)[^。；：]{0,16}：$")
_ALL_OF_IT = re.compile(r"总(?:规模|量|数|额|里程|装机|面积|人数)")
_PAID = re.compile(r"已(?:经)?(?:按期)?(?:完成投资|偿还)")
# Dimensions of what is built or made able: roads, stations, lines, capacities.
_BUILT = frozenset(("count", "length", "power", "mass", "volume"))
_FLOW = re.compile(
    r"(?:产量|总产|年产|装机|产值|收入|支出|投资|里程|总量|储量|面积|用量|销量|就业|人口|规模)$"
)
_PRICE = re.compile(r"价格|物价")
_SHARE_NAMES = ("占比", "比重", "份额")


def level(passage: Passage, at: int, draft: Draft, zone: Zone) -> None:
    """Take a number for a level, unless one of the rules of this module says otherwise."""
    name_it(passage, at, zone)
    before = passage.before(at)
    for rule, found in _LEVEL_RULES:
        if rule(passage, draft, before, zone):
            draft.measure, draft.why["measure"] = found, rule.__name__.strip("_")
            break
    if draft.measure is Measure.SHARE and not draft.whole:
        part = "其中" in passage.text[draft.clause[0] : zone[1]]
        draft.whole = parent_whole(passage, at) if part else _same_whole(draft, before)
    complete_product(passage, at)


def _same_whole(draft: Draft, before: Draft | None) -> str:
    """Return the whole of the share that this one has grown from."""
    grown = before is not None and before.measure is Measure.SHARE
    return before.whole if before and grown and before.indicator == draft.indicator else ""


def _added(_passage: Passage, draft: Draft, _before: Draft | None, _zone: Zone) -> bool:
    return (draft.name.new and not draft.is_rate) or "added" in draft.predicate.kinds


def _adds_capacity(passage: Passage, draft: Draft, _before: Draft | None, _zone: Zone) -> bool:
    """新增生产能力有：钢四万吨，煤七万吨: each is a capacity that was added."""
    colon = passage.text.rfind("：", draft.sentence[0], draft.clause[0])
    found = _NEW_CAPACITY.search(passage.text, draft.sentence[0], colon + 1) if colon >= 0 else None
    if found is None or not draft.name.pieces:
        return False
    if not draft.indicator.endswith("能力"):
        draft.indicator += passage.written(*found.span("what"))
    return True


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
        and _only_bounded(passage, draft)
        and (
            (
                _counted(before) == _counted(draft)
                and (draft.clause == before.clause or _next_item(passage, draft, before))
            )
            or _next_capacity(passage, draft, before)
        )
    )


def _next_capacity(passage: Passage, draft: Draft, before: Draft) -> bool:
    """新增发电容量3万千瓦，公路20公里，港口能力近6万吨: things that are built, in their units."""
    comma = draft.clause[0] == before.tail + 1 and passage.text.startswith("，", before.tail)
    built = {_counted(before), _counted(draft)} <= _BUILT
    flows = _FLOW.search(draft.indicator) is not None
    added = before.measure is Measure.ADDED and draft.name.rule == "subject"
    return added and comma and built and not flows and not _acts(passage, draft)


def _acts(passage: Passage, draft: Draft) -> bool:
    """Say whether a verb stands in the words before a number, but for what became of a thing."""
    words = passage.text[draft.floor : draft.predicate.start]
    words = words.removesuffix("投产").removesuffix("通车")
    return any(words[at : at + 2] in verbs() for at in range(len(words) - 1))


def _only_bounded(passage: Passage, draft: Draft) -> bool:
    """Say whether nothing but a bound stands before the number: 、平台企业超12万家."""
    kinds = set(draft.predicate.kinds)
    if kinds <= {"about"}:
        return True
    return kinds <= COMPARATORS.keys() and passage.text[draft.floor] == "、"


def _next_item(passage: Passage, draft: Draft, before: Draft) -> bool:
    """Say whether a clause is only the next thing of a list: 新建医院17家，文化广场4个."""
    comma = draft.clause[0] == before.tail + 1 and passage.text.startswith("，", before.tail)
    people = dimension(draft.quantity.unit) == "people"
    if people and draft.quantity.unit != before.quantity.unit:
        return False  # 新增就业3万人，外出务工16万人次
    same = draft.quantity.unit == before.quantity.unit and not _acts(passage, draft)
    counted = (same or _counted(draft) == "count") and draft.name.rule == "subject"
    measured = vocabulary().last_head.search(draft.indicator) is not None
    acts = passage.text[draft.floor : draft.floor + 2] in verbs()
    return comma and counted and not measured and not acts


_LEVEL_RULES: tuple[tuple[Callable[[Passage, Draft, Draft | None, Zone], bool], Measure], ...] = (
    (_added, Measure.ADDED),
    (_adds_capacity, Measure.ADDED),
    (_object_moves, Measure.CHANGE),
    (_counted_up, Measure.TOTAL),
    (_reached, Measure.TOTAL),
    (_more_counted_up, Measure.TOTAL),
    (_share_name, Measure.SHARE),
    (_price, Measure.CHANGE),
    (_same_share, Measure.SHARE),
    (_same_change, Measure.CHANGE),
    (_points, Measure.CHANGE),
    (_more_added, Measure.ADDED),
)
