"""How a report states a target without a number, and riders on a target.

Examples of each form stand in `promise.examples.yaml`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.model import Nature, Operator

if TYPE_CHECKING:
    from collections.abc import Iterator


class Promise(NamedTuple):
    """A form of words that binds an indicator without a number.

    Attributes:
        start: offset of the form; the indicator stands before it, or is the group `object`.
        end: offset after it.
        operator: how it binds.
        reference: what it is measured against, as offsets; None where it names nothing.
        object: offsets of the indicator where it stands inside the form.
    """

    start: int
    end: int
    operator: Operator
    reference: tuple[int, int] | None = None
    object: tuple[int, int] | None = None


# What a target may be measured against: the nation, the province, another indicator.
_WIDER = (
    r"(?:(?:全国|国家|全省|全市|全区|全自治区|省内|世界|中部|西部|东部|东北)(?:、|和)?)+"
    r"(?:[一-鿿]{0,6}?平均)?(?:水平|增速|增幅)?"
)
_OTHER = (
    r"(?:(?:经济|地区生产总值|GDP|城镇居民)[一-鿿]{0,6}?(?:增长|增速|速度|收入增速|收入增长)"
    r"|城镇居民(?=[，。；、\n]|$))"
)
# 居民收入增长与经济增长基本同步, but not 与全国同步实现现代化
_SYNC = (
    r"(?P<sync>(?:的?(?:增长|提高|增速|增幅|增加))?(?:与|和|同)(?P<sync_to>[^，。；、与和]{2,14}?)"
    r"(?:保持)?(?P<nearly>基本)?(?:保持)?同步(?:增长|提高)?"
    r"(?!推进|实施|建设|规划|实现|基本|[一-鿿]{0,2}社会主义|转型|发展|迈|进入|小康))"
)
# 增速高于全国平均水平, but not 高于全国1.2个百分点
_ABOVE = (
    r"(?P<above>(?:增速|增幅|增长)?(?:均|都|要|力争|争取|继续|持续|稳步|明显|总体|保持|分别)*"
    rf"(?:高于|快于|超过|优于|好于|(?P<floor>不低于))(?P<above_of>{_WIDER}|{_OTHER})(?!\d))"
)
_KEEP = rf"(?P<keep>(?:增速|增幅)?(?:保持|稳定|维持|处于)?在(?P<keep_of>{_WIDER})以上)"
# 完成国家下达的…目标任务
_QUOTA = (
    r"(?P<quota>(?:全面|圆满|确保|按期|如期|超额|不折不扣|较好|力争)*(?:完成|达到|实现|控制在|满足)"
    r"(?P<quota_by>国家|中央|省|市|省委省政府|上级|自治区)?(?:级)?(?:政府)?(?:下达|考核)的?"
    r"(?P<quota_of>[^，。；]{0,40}?)"
    r"(?:目标任务|任务目标|考核目标|指标任务|任务|目标|指标|要求|范围|内)+)"
)
_NO_DECREASE = (
    r"(?P<no_decrease>只增不减|(?:保持)?(?:不减少|不降低|不下降|不滑坡)|稳中有增|只升不降)"
)
_POSITIVE = r"(?P<positive>(?:实现|保持|争取|恢复)+(?:了)?正增长|由负转正|(?:实现)?零(?:的)?突破)"
_RANK_UP = (
    r"(?P<rank_up>(?:位次|排名|排位)(?:稳步|持续|不断|进一步)?(?:前移|上升|提升|进位|靠前)"
    r"|(?:实现|力争|不断)?争先进位|(?:实现)?(?:位次|进位)前移)"
)
_FORMS = re.compile(rf"{_SYNC}|{_ABOVE}|{_KEEP}|{_QUOTA}|{_NO_DECREASE}|{_POSITIVE}|{_RANK_UP}")
# Every branch begins with one character, so that the search runs at C speed.
_SEED = re.compile(
    r"同步|高于|快于|优于|好于|低于|超过全|平均水平以上|下达|考核|不减|不降低|不下降|不滑坡|有增|不降|正增长|由负转正|零突破|零的突破|前移|进位|位次|排名|排位"
)
_EDGE = re.compile(r"[，。；！？\n]")
_REACH = 60  # characters before a word within which its clause begins
_TREND = re.compile(
    r"(?P<trend>(?:稳步|合理|持续|不断|进一步|逐步|明显|总体|适度|平稳|稳中)"
    r"(?:提升|提高|回升|增长|改善|下降|降低|优化|扩大|增加|向好|有升|有进|提质|平衡|稳定)"
    r"|稳量提质|稳中提质|基本平衡|保持平衡|状况改善)(?=[，。；、\n]|$)"
)
_COMPLETE = re.compile(
    r"(?:全面|圆满|确保|按期|如期|顺利|超额)*(?:完成|实现)"
    r"(?P<object>[^，。；]{2,40}?)(?P<end>目标任务|任务|目标|指标)(?=[，。；\n]|$)"
)
_RIDER = 16  # characters on either side within which a rider stands
_MORE = re.compile(r"更[好快高多优大]")
_STRETCH = re.compile(
    r"(?:在(?:实际)?工作中)?(?:力争|努力|争取|奋力|全力)+(?:取得|实现|争取|比去年|比上年|达到)*"
    r"(?:更好|更快|更高|更多|更优|更大)(?:的)?(?:结果|成绩|成效|水平|增长|目标|一些)?"
)
NATURE = re.compile(r"(?P<binding>约束性)|(?P<expected>预期性)")
_OPERATORS = {
    "sync": Operator.SYNC,
    "above": Operator.ABOVE_REFERENCE,
    "keep": Operator.ABOVE_REFERENCE,
    "quota": Operator.QUOTA,
    "no_decrease": Operator.NO_DECREASE,
    "positive": Operator.POSITIVE,
    "rank_up": Operator.RANK_UP,
}
_REFERENCES = {"sync": "sync_to", "above": "above_of", "keep": "keep_of", "quota": "quota_by"}


def promises(text: str, start: int, end: int, *, objectives: bool) -> list[Promise]:
    """Find the promises without a number between two offsets.

    Args:
        text: folded text.
        start: where to begin.
        end: where to stop.
        objectives: whether the stretch lists targets; trends and completions count only there.
    """
    found = [_promise(match) for match in _forms(text, start, end)]
    if objectives:
        found += [Promise(*m.span(), Operator.TREND) for m in _TREND.finditer(text, start, end)]
        found += [
            Promise(*m.span(), Operator.COMPLETE, None, m.span("object"))
            for m in _COMPLETE.finditer(text, start, end)
        ]
    return _apart(found)


def _forms(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the forms, looking only at clauses that hold one of their words."""
    done = start
    for seed in _SEED.finditer(text, start, end):
        if seed.start() < done:
            continue
        first = _EDGE.search(text[max(done, seed.start() - _REACH) : seed.start()][::-1])
        begin = seed.start() - first.start() if first else max(done, seed.start() - _REACH)
        close = _EDGE.search(text, seed.end(), end)
        done = close.start() if close else end
        yield from _FORMS.finditer(text, begin, done)


def _promise(match: re.Match[str]) -> Promise:
    form = next(name for name in _OPERATORS if match[name])
    operator = _OPERATORS[form]
    if match["nearly"]:
        operator = Operator.SYNC_APPROX
    elif match["floor"]:
        operator = Operator.AT_LEAST
    reference = match.span(_REFERENCES[form]) if form in _REFERENCES else None
    named = match.span("quota_of") if match["quota_of"] else None
    return Promise(*match.span(), operator, reference if reference != (-1, -1) else None, named)


def _apart(found: list[Promise]) -> list[Promise]:
    """Drop a form that shares characters with one found before it; return them in order."""
    kept: list[Promise] = []
    for promise in found:
        if all(promise.end <= other.start or other.end <= promise.start for other in kept):
            kept.append(promise)
    return sorted(kept)


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the riders that ask for more, such as 力争更好结果, between two offsets."""
    for more in _MORE.finditer(text, start, end):
        begin = max(start, more.start() - _RIDER)
        for match in _STRETCH.finditer(text, begin, min(end, more.end() + _RIDER)):
            if match.start() < more.start() < match.end():
                yield match.span()


def nature_of(text: str, start: int, end: int) -> Nature | None:
    """Return the nature that a stretch of text names, or None if it names none or both."""
    found = {match.lastgroup or "" for match in NATURE.finditer(text, start, end)}
    return Nature(found.pop()) if len(found) == 1 else None


_ALL = re.compile(
    r"(?:以上|上述|均|都|其中)(?:[^，。；]{0,10})?(?:为|是|属于?)(?:(?P<binding>约束性)|(?P<expected>预期性))"
    r"|(?:(?P<binding_list>约束性)|(?P<expected_list>预期性))(?:指标|目标)(?:为|是|：|有)"
)


def nature_of_all(text: str, start: int, end: int) -> Nature | None:
    """Return the nature that a sentence gives all its targets, 均为约束性指标; else None."""
    found = {
        (match.lastgroup or "").removesuffix("_list") for match in _ALL.finditer(text, start, end)
    }
    return Nature(found.pop()) if len(found) == 1 else None
