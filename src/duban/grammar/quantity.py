"""Numbers with their units in running text.

One regular expression finds every candidate and one function for each form reads it. Dates, names,
ordinals and size classes look alike; `context.py` knows them by what stands around them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from duban.grammar.context import Candidate, counts, in_name, is_rank
from duban.grammar.counted import COUNT_ENDS, COUNTER, SMALL, is_counted
from duban.grammar.numeral import ARABIC, DIGITS, HANZI, HANZI_DIGIT, Number, parse_number
from duban.grammar.unit import SIMPLE, UNIT, base_unit, is_cut_short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Quantity(NamedTuple):
    """A number in a text.

    Attributes:
        start: offset of its first character.
        end: offset after its unit.
        value: magnitude in base units.
        step: weight of the last digit written.
        unit: base unit, composites as `公斤/亩`; empty where none is written.
        form: the alternative of the pattern that read it: `number`, `hanzi`, `percent`, …
        value_max: upper end of a range.
        more: whether 多 or 余 stands inside it.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    unit: str
    form: str
    value_max: Decimal | None = None
    more: bool = False


_ONE = Decimal(1)
_WHOLE = Decimal(100)  # percent
_SCALE = r"(?:[十百千]?(?:万亿|万万|亿|万)|千(?![瓦米克卡伏帕赫])|百(?!分))"
_DASH = r"(?:%?(?:—{1,2}|[-–~至到]))"
_SAFE_UNIT = "倍|个百分点|亩|公里|公顷|公斤|吨|千瓦|斤|成半"


def _part(number: str, mark: str) -> str:
    """A number, its scale, 多 before, after or inside it, and its unit, in groups marked `mark`."""
    return (
        rf"(?P<n{mark}>{number})(?P<m{mark}>[多余]?) ?(?P<s{mark}>{_SCALE})?"
        rf"(?P<k{mark}>[多余]?)(?P<t{mark}>(?<=[千万][多余])亿)? ?(?P<u{mark}>{UNIT})?"
    )


_GROUPS = {mark: [f"{name}{mark}" for name in "nsumkt"] for mark in "1234"}
# What a Chinese numeral must begin with to be more than an enumeration: a scale, or a safe unit.
_LARGE = (
    rf"(?=[{HANZI_DIGIT}]{{1,2}}[十百千万亿]|十[一二三四五六七八九多余万亿]|[百千万]{{1,2}}亿?[多余]?{SIMPLE}|"
    rf"[{HANZI_DIGIT}十](?:点[{HANZI_DIGIT}]+)?(?:[{HANZI_DIGIT}](?:点[{HANZI_DIGIT}]+)?)?(?:{_SAFE_UNIT})|"
    rf"[{HANZI_DIGIT}]点[{HANZI_DIGIT}])"
)
_ANY = rf"(?:{HANZI}|{ARABIC})"
CANDIDATE = re.compile(
    "|".join(
        (
            r"(?P<proportion>\d+(?:\.\d+)?(?:：\d+(?:\.\d+)?)+)",
            r"(?P<slash>(?P<sn>\d{1,2})/(?P<sd>\d{1,3}))(?![/\d])",
            rf"(?P<number>{_part(ARABIC, '1')}(?:{_DASH}{_part(ARABIC, '2')})?)",
            rf"(?P<percent>(?P<base>[百千万])分之(?P<p1>{_ANY})(?:{_DASH}(?P<b2>[百千]分之)?(?P<p2>{_ANY}))?)",
            rf"(?P<fraction>(?P<d>[{HANZI_DIGIT}十]{{1,3}})分之(?P<f>[{HANZI_DIGIT}十]{{1,3}}))",
            rf"(?P<tenths>(?P<t>[{HANZI_DIGIT}])成(?P<th>[半一二三四五六七八九])?(?![果为立就本绩效功长熟员都份品型套交片规人]))",
            r"(?P<half>一半|过半|半数)(?![径封球决岛年月天个])",
            r"(?P<doubling>翻(?:了)?(?:近|将近|了近)?(?P<w>[一两二三四五])?番|(?<=实现)倍增(?!计划|行动|工程))",
            r"(?P<grade>(?P<bad>劣?)(?P<g>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)类)",
            rf"(?P<rank>第(?P<r>\d{{1,3}}|[{HANZI_DIGIT}十]{{1,3}}))",
            rf"(?P<hanzi>{_LARGE}{_part(HANZI, '3')}(?:{_DASH}{_part(HANZI, '4')})?)",
            rf"(?P<counted>(?P<c>{SMALL})(?P<cu>{COUNTER}))(?={COUNT_ENDS})",
        )
    )
)
# Where a candidate may begin; a plain character class first, so that the scan runs at C speed.
_BEGIN = re.compile(
    rf"[0-9{HANZI_DIGIT}十百千万ⅠⅡⅢⅣⅤIV劣第翻过半倍]"
    r"(?!(?<=[12])[0-9]{3}年)(?<![0-9][0-9])"  # no year, and no number from its middle
    r"(?:(?<=[0-9百千万ⅠⅡⅢⅣⅤIV劣第翻过半倍])|(?=[零〇一二两三四五六七八九十百千万亿点成分倍个亩吨公千斤半余多家])"
    rf"|(?={COUNTER}(?:{COUNT_ENDS})))"
)
# 五六百: neighbouring digits before a scale state a rough range.
_GRADE_NAME = re.compile(
    r"(?:以上|及以上)?(?:标准)?(?:的)?(?:水体|断面|水质|水)?(?:的)?(?:比例|占比|比重|优良率|比率)"
)
_ROUGH = re.compile(r"(?:一二|二三|三四|四五|五六|六七|七八|八九)(?=[十百千万亿])")
# A sign, not a dash between numbers or in a code: 由-2.1%回升, 负2.1%.
_MINUS = re.compile(r"(?<![0-9A-Za-z%.年月日—-])[-−]$|(?<=[为由从至到的达是，、])负$")
_SIGNS = ("-", "−", "负")
_CLOCK = re.compile(r"0\d：[0-5]\d(?:：[0-5]\d)?|[12]\d：[0-5]\d：[0-5]\d")  # 09:02:33
_HALF_MORE = re.compile(r"半(?=[，。；、\n以左]|$)")  # 三十八斤半
_MORE = re.compile("[多余]")
_PART = re.compile(r"[\d.]+")
_SHARES = 3  # parts of a whole that are written as a proportion
_GRADES = {"Ⅰ": 1, "Ⅱ": 2, "Ⅲ": 3, "Ⅳ": 4, "Ⅴ": 5, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}


def quantities(text: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """Yield the numbers that measure something, in the order of the text.

    Args:
        text: folded text.
        start: where to begin.
        end: where to stop; the text's end by default.
    """
    end = len(text) if end is None else end
    match_at, read_to = CANDIDATE.match, start
    for begin in _BEGIN.finditer(text, start, end):
        at = begin.start()
        if at >= read_to and (match := match_at(text, at, end)):
            read_to = match.end()
            yield from _read_match(match, text)


def _read_match(match: re.Match[str], text: str) -> Iterator[Quantity]:
    try:
        yield from _READERS[match.lastgroup or ""](match, text)
    except ValueError:  # digits in no order that is a number: 一三五七
        return


def _number(match: re.Match[str], text: str) -> Iterator[Quantity]:
    return _read(match, text, ("1", "2"), "number")


def _hanzi(match: re.Match[str], text: str) -> Iterator[Quantity]:
    return _read(match, text, ("3", "4"), "hanzi")


def _read(match: re.Match[str], text: str, marks: tuple[str, str], form: str) -> Iterator[Quantity]:
    """Read one number, or a range of two."""
    first = _Part(match, text, marks[0], form)
    if match["n" + marks[1]] is None:
        return first.quantity(text)
    return _range(first, _Part(match, text, marks[1], form), text)


class _Part:
    """One number of a match: its numeral, scale, 多 and unit."""

    def __init__(self, match: re.Match[str], text: str, mark: str, form: str) -> None:
        written, scale, unit, many, more, upper = match.group(*_GROUPS[mark])
        numeral = _MORE.sub("", written)
        self.form, self.numeral, self.unit = form, numeral, unit or ""
        self.scale = (scale or "") + (upper or "")
        self.start = match.start("n" + mark)
        self.end = match.end(("t" if upper else "k") + mark)
        self.more = bool(many or more or numeral != written)
        if self.unit and is_cut_short(self.unit, text, match.end("u" + mark)):
            self.unit = ""
        elif self.unit:
            self.end = match.end("u" + mark)

    def candidate(self, start: int) -> Candidate:
        """Return the number, seen from `start`, for a look at what stands around it."""
        digits = self.numeral + self.scale
        return Candidate(start, self.end, digits, self.unit, self.form == "hanzi")

    def value(self, scale: str = "") -> Number:
        """Return value and step, with another number's scale where this one has none."""
        if self.form == "hanzi" and self.scale:  # 一亿一千多万 is one numeral around its 多
            return parse_number(self.numeral + self.scale)
        return parse_number(self.numeral, self.scale or scale)

    def quantity(self, text: str) -> Iterator[Quantity]:
        """Yield the number if it measures something."""
        signed = self.unit and text[max(0, self.start - 1) : self.start] in _SIGNS
        sign = signed and _MINUS.search(text, max(0, self.start - 2), self.start)
        start = self.start - 1 if sign else self.start
        if not counts(text, self.candidate(start)):
            return
        unit = base_unit(self.unit)
        rough = _ROUGH.match(self.numeral) if self.form == "hanzi" else None
        if rough:
            low, high = (parse_number(digit + self.numeral[2:], self.scale) for digit in rough[0])
            yield Quantity(start, self.end, low[0], low[1], unit, self.form, high[0])
        else:
            value, step = self.value()
            value = -value if sign else value
            half = self.unit and _HALF_MORE.match(text, self.end)
            value, end = (value + step / 2, self.end + 1) if half else (value, self.end)
            placed = self.unit in ("位", "名") and text.startswith("前", start - 1)
            form = "rank" if placed else self.form
            unit = "位" if placed else unit
            if unit == "成":  # 7成, like 七成
                value, step, unit = 10 * value, 10 * step, "%"
            yield Quantity(start, end, value, step, unit, form, None, self.more)


def _range(low: _Part, high: _Part, text: str) -> Iterator[Quantity]:
    """Read `5%至6%` as one; what only looks like a range is read as two numbers."""
    first = low.value("" if low.unit else high.scale)
    second = high.value()
    moved = text[low.start - 1 : low.start] in ("从", "由")
    if low.unit not in ("", high.unit) or first[0] >= second[0] or moved:
        yield from low.quantity(text)
        yield from high.quantity(text)
    elif counts(text, high.candidate(low.start)):
        unit = base_unit(high.unit)
        yield Quantity(low.start, high.end, first[0], second[1], unit, low.form, second[0])


def _percent(match: re.Match[str], _text: str) -> Iterator[Quantity]:
    """百分之五, 百分之八至九; what does not rise is two numbers."""
    value, step = parse_number(match["p1"])
    unit = {"百": "%", "千": "‰", "万": "‱"}[match["base"]]
    top = parse_number(match["p2"]) if match["p2"] else None
    if top is None or top[0] > value:
        most = top[0] if top else None
        yield Quantity(match.start(), match.end(), value, step, unit, "percent", most)
        return
    yield Quantity(match.start(), match.end("p1"), value, step, unit, "percent")
    start = match.start("b2") if match["b2"] else match.start("p2")
    yield Quantity(start, match.end(), top[0], top[1], unit, "percent")


def _fraction(match: re.Match[str], _text: str) -> Iterator[Quantity]:
    whole, part = parse_number(match["d"])[0], parse_number(match["f"])[0]
    if part < whole:
        yield _share(match, 100 * part / whole, "fraction")


def _slash(match: re.Match[str], text: str) -> Iterator[Quantity]:
    whole, part = Decimal(match["sd"]), Decimal(match["sn"])
    if part < whole and counts(text, Candidate(*match.span(), match["sn"], "%")):
        yield _share(match, 100 * part / whole, "fraction")


def _share(match: re.Match[str], value: Decimal, form: str) -> Quantity:
    rounded = value.quantize(Decimal("0.01")) if value % 1 else Decimal(int(value))
    return Quantity(match.start(), match.end(), rounded, _ONE, "%", form)


def _half(match: re.Match[str], _text: str) -> Iterator[Quantity]:
    yield _share(match, Decimal(50), "half")


def _tenths(match: re.Match[str], _text: str) -> Iterator[Quantity]:
    units = DIGITS.get(match["th"] or "零", 5)  # 一成二 is 12 per cent, 一成半 15
    tenths = 10 * DIGITS[match["t"]] + units
    yield Quantity(match.start(), match.end(), Decimal(tenths), Decimal(10), "%", "tenths")


def _doubling(match: re.Match[str], text: str) -> Iterator[Quantity]:
    if in_name(text, *match.span()):  # “四个翻番”
        return
    times = DIGITS[match["w"] or "一"]
    yield _share(match, Decimal(100 * (2**times - 1)), "doubling")


def _grade(match: re.Match[str], text: str) -> Iterator[Quantity]:
    if _GRADE_NAME.match(text, match.end()):
        return
    grade = _GRADES[match["g"]] + (1 if match["bad"] else 0)
    yield Quantity(match.start(), match.end(), Decimal(grade), _ONE, "类", "grade")


def _rank(match: re.Match[str], text: str) -> Iterator[Quantity]:
    end = match.end() + (1 if text[match.end() : match.end() + 1] in ("位", "名") else 0)
    if is_rank(text, match.start(), end):
        yield Quantity(match.start(), end, parse_number(match["r"])[0], _ONE, "位", "rank")


def _proportion(match: re.Match[str], text: str) -> Iterator[Quantity]:
    """8.3∶41.4∶50.3 is three shares; 2.8∶1 is one ratio."""
    parts = list(_PART.finditer(match.group()))
    whole = sum(Decimal(part.group()) for part in parts)
    if _CLOCK.fullmatch(match.group()) and abs(whole - _WHOLE) > 1:
        return
    shares = len(parts) >= _SHARES
    if not shares and not counts(text, Candidate(*match.span(), parts[0].group() + ".")):
        return
    for part in parts if shares else parts[:1]:
        value, step = parse_number(part.group())
        at, unit = match.start(), "%" if shares else ""
        end = part.end() if shares else len(match.group())
        yield Quantity(at + part.start(), at + end, value, step, unit, "proportion")


def _counted(match: re.Match[str], text: str) -> Iterator[Quantity]:
    """新建学校两所: a small count behind what was built or won."""
    if is_counted(text, match.start()):
        value = parse_number(match["c"])[0]
        yield Quantity(match.start(), match.end(), value, _ONE, match["cu"], "counted")


_READERS: dict[str, Callable[[re.Match[str], str], Iterator[Quantity]]] = {
    "number": _number,
    "hanzi": _hanzi,
    "counted": _counted,
    "percent": _percent,
    "fraction": _fraction,
    "slash": _slash,
    "half": _half,
    "tenths": _tenths,
    "doubling": _doubling,
    "grade": _grade,
    "rank": _rank,
    "proportion": _proportion,
}
