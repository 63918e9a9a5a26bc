"""One quantity has one value.

Finds: the same indicator of the same year, area and kind stated in two sentences with values that
cannot both be printed of one number.
Why: a figure that is changed late is changed where it is first found, and not where it returns.
Example: 回顾部分城镇新增就业23.9万人，民生部分写成城镇新增就业28.9万人.
Do: search the draft for the indicator, and make all places agree.
Silent: for from-and-to values, lists of values, short names that may mean several things, bounded
values that agree, and figures of other years.

———

同一数量只有一个数值。

发现：同一指标、同一年份、同一地域、同一类型在两句话里数值不同，且不是取舍造成的。
为什么：临时改数往往只改了一处，忘了后面还有。
例子：回顾部分城镇新增就业23.9万人，民生部分写成城镇新增就业28.9万人。
怎么办：全文搜索该指标，各处改一致。
不报：由此到彼的前后数、并列的多个数、可能另有所指的短名称、界限之内相符的数、年份不同的数。
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from duban.checks.arithmetic.parts import began
from duban.checks.interval import Interval, is_count, printed
from duban.checks.outcome import fault, holds
from duban.model import Comparator, Measure, Severity, Status, Verdict
from duban.reference.units import conversion, find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Figure

    Key = tuple[str, Measure, str, str, str, Status, str, str]

NAME = "one-quantity-two-values"
SEVERITY = Severity.ERROR
_SINGLE = re.compile(  # one value a year, whoever speaks of it
    r"^(?:地区生产总值|国内生产总值|一般公共预算收入|一般公共预算支出|社会消费品零售总额|固定资产投资"
    r"|规上工业增加值|进出口|居民人均可支配收入|城镇居民人均可支配收入|农村居民人均可支配收入|城镇新增就业"
    r"|城镇调查失业率|城镇登记失业率|居民消费价格|粮食产量|常住人口城镇化率|城镇化率|森林覆盖率"
    r"|财政赤字|人均地区生产总值|农村劳动力转移就业)$"
)
_CLOSING = re.compile(  # whose level, said of a plan, is that of its last year
    r"^(?:地区生产总值|国内生产总值|一般公共预算收入|社会消费品零售总额|居民人均可支配收入"
    r"|城镇居民人均可支配收入|农村居民人均可支配收入|粮食产量|常住人口城镇化率|城镇化率|森林覆盖率"
    r"|人均地区生产总值)$"
)
_REACHED = re.compile(r"(?:达|突破|增|到|至|超|为|完成|实现)[^,，、0-9]{0,8}$")
_SUMMED = re.compile(r"累计|合计|[五5]年[来间共]|总共")
_LEAD = re.compile(
    r"^(?:全[省市区县州旗国]|我[省市区县]|全体|实现|完成|地方(?=一般)|全年|预计|力争|全部)+(?=.{3})"
)
_TAIL = re.compile(r"(?:总量|总值|总额|增速|增幅|涨幅|指数|总水平|规模)$")
_SAME = {
    "GDP": "地区生产总值",
    "生产总值": "地区生产总值",
    "经济": "地区生产总值",
    "规模以上工业增加值": "规上工业增加值",
    "规模工业增加值": "规上工业增加值",
    "外贸进出口": "进出口",
    "货物进出口": "进出口",
    "粮食总产量": "粮食产量",
    "粮食总产": "粮食产量",
    "城乡居民人均可支配收入": "",
    "CPI": "居民消费价格",
    "社会消费品零售": "社会消费品零售总额",
}
_SPECIFIC = 8  # characters of a name that can hardly mean two things
_CLAUSE = re.compile(
    r"^(?:在|后|加|从|其|这|该|并|将|已|再|可|用于|属于|为|对|由|把|要|今|建成)|可以"
)
_KNOWN = (  # a word of every name of _SINGLE
    "生产总值",
    "GDP",
    "经济",
    "预算",
    "零售",
    "固定资产",
    "增加值",
    "进出口",
    "可支配收入",
    "就业",
    "失业率",
    "消费价格",
    "CPI",
    "粮食",
    "城镇化率",
    "森林覆盖率",
    "赤字",
)
_KINDS = ("年均", "累计", "同比", "实际", "平均", "半年", "季度", "月")
_LISTED = re.compile(r"分别|等|每|各|首批|第[一二三]批|[月季]")
_ELSEWHERE = re.compile(  # the sentence speaks of a part or of a larger region
    r"带动|拉动|撬动|经济圈|都市圈|城市群|经济带|湾区|片区|新区|班列|中亚|东盟|沿线|口岸|园区|综保区"
)
_MEASURES = frozenset((Measure.LEVEL, Measure.CHANGE, Measure.ADDED, Measure.TOTAL, Measure.SHARE))


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every figure that states again what an earlier one stated."""
    for name, figures in _groups(report).items():
        stated = _one_a_sentence(report, figures)
        for number, figure in enumerate(stated[1:], start=1):
            earlier = [f for f in stated[:number] if _comparable(f, figure)]
            if earlier:
                yield _weigh(report, name[0], earlier, figure)


def _groups(report: Report) -> dict[Key, list[Figure]]:
    found: dict[Key, list[Figure]] = defaultdict(list)
    for figure in report.figures:
        if figure.measure in _MEASURES and figure.unit:
            name = _name(report, figure.indicator)
            if name:
                found[_key(report, figure, name)].append(figure)
    return {key: figures for key, figures in found.items() if len(figures) > 1}


def _name(report: Report, indicator: str) -> str:
    """Return the name by which a figure is compared; empty where it is not."""
    if any(word in indicator for word in _KNOWN):
        name = _canonical(indicator)
        if _SINGLE.match(name):
            return name
    again = len(indicator) >= _SPECIFIC and len(report.indicators[indicator]) > 1
    return indicator if again and not _CLAUSE.search(indicator) else ""


def _canonical(indicator: str) -> str:
    """Return an indicator's name without what does not change its meaning."""
    name = _LEAD.sub("", indicator)
    name = _SAME.get(name, name)
    short = _TAIL.sub("", name)
    return _SAME.get(short, short if _SINGLE.match(short) else name)


def _key(report: Report, figure: Figure, name: str) -> Key:
    unit = find_unit(figure.unit)
    dimension = unit.dimension if unit and unit.size else figure.unit
    return (
        name,
        figure.measure,
        dimension,
        figure.area,
        figure.whole,
        figure.status,
        _years(report, figure, name),
        _kind(report, figure),
    )


def _years(report: Report, figure: Figure, name: str) -> str:
    years = report.years(figure)
    if years is None:
        return figure.period
    if years[0] != years[1] and figure.measure is Measure.LEVEL and _CLOSING.match(name):
        before = report.before(figure)
        if _REACHED.search(before) and not _SUMMED.search(before):
            return str(years[1])
    return str(years[1]) if years[0] == years[1] else f"{years[0]}-{years[1]}"


def _kind(report: Report, figure: Figure) -> str:
    before = report.before(figure)
    return "".join(word for word in _KINDS if word in before)


def _comparable(one: Figure, other: Figure) -> bool:
    """Targets are one only if bounded alike: 8%左右 is no repetition of 10.3%."""
    if Status.TARGET in (one.status, other.status):
        return one.comparator is other.comparator and one.unit == other.unit
    return one.unit == other.unit or _SINGLE.match(_canonical(one.indicator)) is not None


def _one_a_sentence(report: Report, figures: list[Figure]) -> list[Figure]:
    """Return the figures that stand alone for the quantity in their sentence."""
    by_sentence: dict[int, list[Figure]] = defaultdict(list)
    for figure in figures:
        elsewhere = _ELSEWHERE.search(report.folded, figure.sentence_start, figure.start)
        if not began(report, figure) and not elsewhere:
            by_sentence[figure.sentence_start].append(figure)
    alone = []
    for group in by_sentence.values():
        exact = [f for f in group if f.comparator is Comparator.EQUAL] or group
        if len(exact) == 1 and not _LISTED.search(report.before(exact[0])):
            alone.append(exact[0])
    return alone


def _weigh(report: Report, name: str, earlier: list[Figure], figure: Figure) -> Outcome:
    first = min(earlier, key=lambda f: (f.section != figure.section, figure.start - f.start))
    factor = conversion(first.unit, figure.unit)
    alike = first.comparator is figure.comparator  # 3.5%左右 twice: the same digits are meant
    one, other = (
        (Interval(*f.interval()) if alike and not is_count(f) else printed(f))
        for f in (first, figure)
    )
    if (one.scaled(factor) if factor else one).meets(other):
        verdict = Verdict.EXACT if alike and first.value == figure.value else Verdict.ROUNDED
        return holds(figure, f"{figure.text} = {first.text}", related=(first,), verdict=verdict)
    return fault(
        figure,
        zh=f"“{name}”前文为{first.text}，此处为{figure.text}。",
        en=f"Stated before as {first.text}, here as {figure.text}.",
        equation=f"{figure.text} ≠ {first.text}",
        related=(first,),
        severity=_severity(report, name, first, figure),
    )


def _severity(report: Report, name: str, first: Figure, figure: Figure) -> Severity:
    if not _SINGLE.match(name):
        return Severity.NOTE
    sure = figure.status is Status.ACTUAL and report.years(first) == report.years(figure)
    return Severity.ERROR if sure else Severity.WARNING
