"""Shares: parts of a whole, and rates of what was planned.

Each rule says whether it applies to a draft, and fills it in if it does.
"""

from __future__ import annotations

import re
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from duban.extract.indicator import inherited, name_it, whole_among
from duban.extract.naming import name_before
from duban.model import Measure

if TYPE_CHECKING:
    from duban.extract.draft import Draft, Passage

Zone = tuple[int, int]


_SHARE = re.compile(
    r"(?:约|仅|只|共|已|均|的)?占(?!比|有|地(?![区方])|用|领|据)(?:到|了)?(?P<whole>[^，；。]*?)(?P<kind>的?比重|的?比例|的?份额)?(?:的|由|从)?$"
)
_SHARE_NOUN = re.compile(r"(?:所占|占)的?(?:比重|比例|份额)$")
_SHARE_USED = re.compile(
    r"(?:以上|左右)?的?(?P<whole>(?!以上|左右)[^，。；、]{2,14}?)(?:资金)?(?:用于|投向|集中在|来自|投入)(?P<subject>[^，。；]{1,12})"
)
_SHARE_OF = re.compile(
    r"(?:以上|左右|多)?(?P<of>的)?(?P<whole>(?!以上|左右|多|速度|增速|增长|幅度|水平|目标|[将要都是不的])[一-鿿、]{1,18}?)(?P<subject>(?:在(?!内)|为(?=[^，。；]{1,6}(?:提供|设立|建立|办理))|都|能|不同|得到|实现|已|普及|享受|居住|达到|完成|参加|是|增加了|加入|拥有|进入|建立|建成|没有|未|能够|领取|摆脱|通|用上|生活|处于|纳入|接入|脱贫|摘帽|符合|满足|办成|设立|开展|成为|实行|推行|采用|落地|稳定|消除|由|“)[^，。；]{1,14})"
)
_SHARE_SPENT = re.compile(
    r"(?:将|要|都|均|主要)?(?:用于|投向|投入|来自)(?P<subject>[^，。；]{1,12})"
)
_COVERS = re.compile(r"(?:覆盖|惠及)(?:了|到)?(?:全[国省市县区]|[^，。；、的]{2,14})?$")
_COVERED = re.compile(r"的?(?P<whole>(?!的)[一-鿿]{1,12}?)(?=[，。；、]|$)")
_BOUND = 2  # characters of a bound that opens a clause: 超80%监测对象…
_ONLY_LINKS = re.compile(
    r"到?[今明]?年[底末]|[，、\s要使让有了]|全国|争取|力争|推动|推进|确保|实现"
)
_LONGEST_LIST = 40  # figures of a list that divides a sum
_HAVING = re.compile(r"(?:有|把|使|让|将|约|近)$")
_PLAN_OF = re.compile(
    r"(?:为|是|达到?|已?接近|相当于|完成(?:了)?|只有|仅为|仅有)"
    r"(?P<whole>[^，；。]{0,8}(?:预算|计划|任务|目标|上年|(?P<average>平均水平|平均数|平均|总面积|总数|总量|总人口|(?<!平均)人数)))的$"
)


def proportion(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """8.3∶41.4∶50.3: the parts of one whole."""
    if draft.quantity.form != "proportion" or not draft.quantity.unit:
        return False
    name_it(passage, at, zone)
    draft.measure = Measure.SHARE
    return True


def share(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """占全省67.7%, and 占…比重提高1.2个百分点, which is a change."""
    if passage.text.find("占", *zone) < 0:
        return False
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
    if draft.whole == draft.indicator:
        draft.whole = _what_is_divided(passage, at) or draft.whole
    return True


def _what_is_divided(passage: Passage, at: int) -> str:
    """Return what a list under 投资427亿元，分配如下： divides, or an empty string."""
    for before in islice(passage.backwards_from(at), _LONGEST_LIST):
        if passage.text.startswith("：", before.sentence[1] - 2) and not before.is_rate:
            return before.indicator
    return ""


def its_share(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """其中税收收入58.8亿元，占比68.1%: the part's share of what stands before 其中."""
    if passage.text[slice(*zone)].strip("，、 ") not in ("占比", "比重"):
        return False
    name_it(passage, at, (zone[0], zone[0]), after=False)
    draft.measure = Measure.SHARE
    same = draft.sentence
    earlier = takewhile(lambda d: d.sentence == same, passage.backwards_from(at))
    wholes = (d.indicator for d in earlier if not d.is_rate and d.indicator != draft.indicator)
    draft.whole = next(wholes, "")
    return True


def share_noun(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """农业所占比重由27.8%提高到33.6%."""
    if passage.text.find("占", *zone) < 0:
        return False
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


def share_used(passage: Passage, _at: int, draft: Draft, _zone: Zone) -> bool:
    """87%的财政支出用于民生: a share of 财政支出."""
    if not draft.is_rate or not (found := _SHARE_USED.match(passage.text, draft.quantity.end)):
        return False
    draft.measure, draft.whole = Measure.SHARE, passage.written(*found.span("whole"))
    draft.indicator = passage.written(*found.span("subject")) + draft.whole[-2:]
    return True


def share_spent(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """新增财力的70%以上用于民生: a share of what stands before."""
    found = _SHARE_SPENT.match(passage.text, draft.tail) if draft.is_rate else None
    if found is None:
        return False
    whole = name_before(passage.text, *zone).of(passage.source) or inherited(passage, at)
    if not whole:
        return False
    draft.measure, draft.whole = Measure.SHARE, whole
    draft.indicator = passage.written(*found.span("subject")) + draft.whole[-2:]
    return True


def share_covered(passage: Passage, _at: int, draft: Draft, zone: Zone) -> bool:
    """供水管网覆盖90%以上的行政村: a share of what is covered."""
    if not draft.is_rate or not _COVERS.search(passage.text, *zone):
        return False
    found = _COVERED.match(passage.text, draft.tail)
    if found is None:
        return False
    draft.measure, draft.whole = Measure.SHARE, passage.written(*found.span("whole"))
    draft.indicator = passage.written(*zone) + draft.whole
    return True


def share_of(passage: Passage, _at: int, draft: Draft, zone: Zone) -> bool:
    """60%的职工增加了工资: a share of 职工."""
    free = not _words(passage, zone) or _HAVING.search(passage.text, zone[0], draft.quantity.start)
    if draft.quantity.unit != "%" or not free:
        return False
    found = _SHARE_OF.match(passage.text, draft.quantity.end)
    opens = draft.quantity.start - draft.clause[0] <= _BOUND
    worded = draft.quantity.form in ("half", "tenths", "fraction")
    if found is None or not (found["of"] or worded or opens):
        return False
    wider = "全国" if passage.text.startswith("全国", zone[0]) else ""
    draft.measure, draft.whole = Measure.SHARE, wider + passage.written(*found.span("whole"))
    draft.indicator = passage.written(found.start("whole"), found.end("subject"))
    return True


def _words(passage: Passage, zone: Zone) -> str:
    return _ONLY_LINKS.sub("", passage.text[slice(*zone)])


def part_of_plan(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """为预算的106.2%, 完成年度任务的120%: a rate of what was planned."""
    found = _PLAN_OF.search(passage.text, *zone) if draft.is_rate else None
    if found is None:
        return False
    name_it(passage, at, (zone[0], found.start()), after=False)
    draft.whole = passage.written(*found.span("whole"))
    draft.measure = Measure.SHARE if found["average"] else Measure.LEVEL
    return True
