"""A stated count is the number of the items beside it.

Finds: a count behind the list that it sums up, where the list has more or fewer items; 六县区 or
全省11个设区市 where GB/T 2260 has another number of divisions (a note).
Why: an item was dropped or added and the count was not changed.
Example: 道路交通、建筑施工三个高风险领域: two items.
Do: restore the item, or correct the count.
Silent: where 等 leaves the list open, and where the count may belong to the last item alone.

———

所列项目与总数一致。

发现：一串并列项目之后写明“几个”“几大”，与所列项数不同；“六县区”“全省11个设区市”与行政区划
代码表（GB/T 2260）的个数不同（仅提示）。
为什么：增减了项目，没有改总数。
例子：道路交通、建筑施工三个高风险领域：只列了两项。
怎么办：补上漏掉的项目，或改总数。
不报：有“等”字、没有列全时；总数可能只属于最后一项时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from duban.checks.lists.divisions import divisions
from duban.checks.lists.names import count_names
from duban.checks.outcome import fault, holds
from duban.grammar.numeral import parse_number
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.lists.divisions import Divisions
    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "count-not-items"
SEVERITY = Severity.WARNING

_COUNT = re.compile(
    r"(?P<number>[两三四五六七八九]|十[一二三四五六七八九]?)(?:大|个|类|种|项|条|座)"
    r"(?![百千万亿月以多年球腿字])[一-鿿]{2}"
)
_HINT = re.compile("[两三四五六七八九十][大个类种项条座]")
# Before it, the count is the end of another number, or speaks of its own item alone.
_PART: Final = frozenset(
    "、，。；：！？\n第近这前后各每其余另约超几数十百千零0123456789一二三四五六七八九“"
)
_OWN = re.compile(
    r"[0-9等]|连续|新增|实现|保持|达|共|有|为|是|的|了|建成|新建|在|从|以|用|按|出台|实施|推进|一系列|残疾人"
)
_OTHER_COUNT = re.compile(r"[两三四五六七八九十](?:[省市县区州]|[大个类种项条座])")
_STOPS: Final = "，。；：！？\n"
_SEPARATORS: Final = "、和与及"
_LONG: Final = 120  # characters of a list in quotation marks
_LONGEST_ITEM: Final = 14
_NEAR: Final = 1  # outside quotation marks, a count that is further off belongs to something else


class _List(NamedTuple):
    at: Span
    quoted: bool


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for every count that stands right behind a closed list."""
    text = report.folded
    for hint in _HINT.finditer(text):
        at = hint.start()
        at -= at > 0 and text[at - 1] == "十"
        found = _COUNT.match(text, at)
        if found is None or not at or text[at - 1] in _PART:
            continue
        listed = _quoted(text, at) if text[at - 1] == "”" else _plain(text, at, found.end())
        if listed:
            yield from _weigh(text, Span(at, found.end()), listed)
    for count in divisions(report):
        if count.whole:
            yield _divided(count)


def _divided(count: Divisions) -> Outcome:
    if count.stated == count.there:
        return holds(count.at, f"{count.there} = {count.stated}")
    return fault(
        count.at,
        zh=f"本级所辖按行政区划代码为{count.there}个，此处写{count.stated}个。",
        en=f"There are {count.there} divisions by GB/T 2260, not {count.stated}.",
        equation=f"{count.there} ≠ {count.stated}",
        severity=Severity.NOTE,  # development zones may be counted among them
    )


def _quoted(text: str, at: int) -> _List | None:
    """Return the list in quotation marks before a count: “甲、乙、丙”三个方面."""
    start = text.rfind("“", max(0, at - _LONG), at) + 1
    words = text[start : at - 1]
    listed = start and "、" in words and not any(sign in words for sign in "，；等")
    return _List(Span(start, at - 1), quoted=True) if listed else None


def _plain(text: str, at: int, end: int) -> _List | None:
    """Return the list that a count sums up: 甲、乙和丙三个方面."""
    start = at
    while start and text[start - 1] not in _STOPS and text[start - 1] != "“":
        start -= 1
    words = text[start:at]
    last = words[max(words.rfind(sign) for sign in _SEPARATORS) + 1 :]
    while end < len(text) and text[end] not in _STOPS and text[end] not in _SEPARATORS:
        end += 1
    inner = text[end : end + 1] in ("、", "和")  # the counted thing is itself one of several
    if inner or "、" not in words or "等" in words or _OTHER_COUNT.search(words):
        return None
    if not 0 < len(last) <= _LONGEST_ITEM or _OWN.search(last):
        return None
    return _List(Span(start, at), quoted=False)


def _weigh(text: str, at: Span, listed: _List) -> Iterator[Outcome]:
    found = _COUNT.match(text, at.start)
    counts = count_names(text, listed.at.start, listed.at.end).counts
    if found is None or not counts:
        return
    stated = int(parse_number(found["number"])[0])
    items = min(counts, key=lambda count: abs(count - stated))
    if items == stated:
        yield holds(at, f"{items} = {stated}", related=[listed.at])
    elif listed.quoted or abs(items - stated) <= _NEAR:
        yield fault(
            at,
            zh=f"前面列了{items}项，与“{at.of(text)}”的“{found['number']}”不符。",
            en=f"{items} items stand before a count of {stated}.",
            equation=f"{items} ≠ {stated}",
            related=[listed.at],
        )
