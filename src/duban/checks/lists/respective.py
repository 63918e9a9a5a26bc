"""Lists that pair names with values: `甲、乙和丙分别增长1%、2%、3%`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from duban.checks.lists.names import Names, count_names
from duban.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.report import Report

_PAIRING = re.compile("分别|依次")
_STOPS: Final = "，。；：！？\n"
_HANZI = "一二三四五六七八九十百千万亿两半零〇点"
_NUMBER = (
    rf"[百千]分之[{_HANZI}0-9.]+|[0-9][0-9,]*(?:\.[0-9]+)?[百千万亿]*|(?:(?!一九)[{_HANZI}]+"
    r"(?=[个家成倍番位名元吨公米亩斤户人担件项条座所度和与及以左、。；，\n%]|\Z))"
    r"|第[一二三四五六七八九十]+(?![批届次个])"
)
# What may stand between a separator and its number: 和超过, 、第, 和增长.
_LEAD = r"[ ]?(?:[约近超过达为至到第前增长提高加下降减少上升负+-]|不低于|不少于){0,4}[ ]?"
_FIRST = re.compile(_NUMBER)
_NEXT = re.compile(rf"(?:、|和|与|及|以及|或)(?={_LEAD}({_NUMBER}))")
_ENDS: Final = "、和与及"
_YEAR = re.compile(r"[12][0-9]{3}年(?![、和])|[一二][〇零一二三四五六七八九]{3}年")
_SPAN_OF_YEARS = re.compile(r"[0-9一二三四五六七八九十]+年")
_FROM_TO = re.compile(r"(?:从|由).*?[0-9一-十].*[到至为](?=[^、和]{0,8}[0-9一二三四五六七八九])")
_FAR: Final = 16  # characters between 分别 and its first value
# Words between the names and 分别 that name nothing; the names stand in a clause before.
_ADJUNCT = re.compile(
    r"(?:其|增速|增幅|降幅|总量|规模|占比|位次|排名|同比|环比|年均|累计|预计|将|已|又|也|并|曾|要|力争|确保"
    r"|可|总额|今年|去年|明年|每年|同期|五年|实际|[12][0-9]{3}年|[ \u3000])*(?:[较比与扣按依在].*)?"
)
_SOURCE = re.compile(r"(?:从|由)([^从由]*[0-9][^从由]*)$")
_FIGURE = re.compile(_NUMBER)


class Respective(NamedTuple):
    """One list of values, each for a name of its own.

    Attributes:
        word: span of 分别.
        names: what is known of the names.
        values: spans of the values with their units.
        start: offset of its clause.
        distant: the names stand in a clause before, beside figures of their own.
    """

    word: Span
    names: Names
    values: tuple[Span, ...]
    start: int
    distant: bool = False


def respectives(report: Report) -> list[Respective]:
    """Return the lists of a report, in order."""
    return list(_respectives(report.folded))


def _respectives(text: str) -> Iterator[Respective]:
    last: Respective | None = None
    for found in _PAIRING.finditer(text):
        start = _clause_start(text, found.start())
        values = tuple(_values(text, found.end()))
        if not values:
            continue
        this = Respective(Span(*found.span()), Names(frozenset()), values, start)
        last = _named(text, this, last)
        yield last


def _clause_start(text: str, offset: int) -> int:
    while offset and text[offset - 1] not in _STOPS:
        offset -= 1
    return offset


def _clause_end(text: str, offset: int) -> int:
    while offset < len(text) and text[offset] not in _STOPS:
        offset += 1
    return offset


def _values(text: str, start: int) -> Iterator[Span]:
    """Yield the values: numbers joined by 、 or 和, each with what follows it."""
    end = _clause_end(text, start)
    source = _FROM_TO.match(text, start, end)
    if source and _NEXT.search(text, source.end(), end):  # 从5%、6%都提高到9% has one result
        start = source.end()
    years = [year for year in _YEAR.finditer(text, start, end) if year.start() - start < _FAR]
    start = years[-1].end() if years else start
    first = _FIRST.search(text, start, end)
    if first is None or first.start() - start > _FAR:
        return
    at, after = first.span()
    while True:
        following = _NEXT.search(text, after, end)
        stop = min((p for c in _ENDS if (p := text.find(c, after, end)) >= 0), default=end)
        if following is None or following.start() > stop:
            yield Span(at, stop)
            return
        yield Span(at, following.start())
        at, after = following.end(), following.end(1)


def _named(text: str, this: Respective, last: Respective | None) -> Respective:
    words = text[this.start : this.word.start]
    source = _SOURCE.search(words)
    if source:  # 从1、2分别提高到3、4
        figures = len(_FIGURE.findall(_YEAR.sub("", source[1])))
        return this._replace(names=Names(frozenset((figures,) if figures > 1 else ())))
    if not _ADJUNCT.fullmatch(words):
        return this._replace(names=count_names(text, this.start, this.word.start))
    if last and _clause_end(text, last.values[-1].end) + 1 == this.start:
        return this._replace(names=Names(frozenset((len(last.values),)), last.names.tolerated))
    return _from_before(text, this)


def _from_before(text: str, this: Respective) -> Respective:
    """Look for the names in the clauses before: 甲收入1元，乙收入2元，分别增长3%、4%."""
    end, figures = this.start - 1, 0
    while end > 0 and text[end] == "，":
        start = _clause_start(text, end)
        words = _SPAN_OF_YEARS.sub("", _YEAR.sub("", text[start:end]))
        found = len(_FIGURE.findall(words))
        if found:
            figures += found
        elif figures or not _ADJUNCT.fullmatch(words):
            break
        end = start - 1
    if figures:
        counts = frozenset(range(2, figures + 1)) if figures > 1 else frozenset[int]()
        return this._replace(names=Names(counts), distant=True)
    if end <= 0 or text[end] != "，":
        return this._replace(distant=True)
    start = _clause_start(text, end)
    return this._replace(names=count_names(text, start, end), distant=True)
