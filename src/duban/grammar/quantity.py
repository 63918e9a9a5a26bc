"""Numbers with their units in running text.

One regular expression finds every candidate and one function for each form reads it. Dates, names,
ordinals and size classes look alike; `context.py` knows them by what stands around them.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from duban.grammar.context import counts, is_rank
from duban.grammar.numeral import ARABIC, DIGITS, HANZI, HANZI_DIGIT, parse_number
from duban.grammar.unit import UNIT, base_unit, is_cut_short

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
_SCALE = r"(?:[十百千]?(?:万亿|万万|亿|万)|千(?![瓦米克卡伏帕赫])|百(?!分))"
_DASH = r"(?:%?(?:—{1,2}|[-–~至到]))"
_SAFE_UNIT = "倍|个百分点|亩|公里|公顷|公斤|吨|千瓦|斤|成半"


def _part(number: str, mark: str) -> str:
    """A number, its scale, 多 before or after the scale, and its unit, in groups marked `mark`."""
    return (
        rf"(?P<n{mark}>{number})(?P<m{mark}>[多余]?) ?(?P<s{mark}>{_SCALE})?"
        rf"(?P<k{mark}>[多余]?) ?(?P<u{mark}>{UNIT})?"
    )


# What a Chinese numeral must begin with to be more than an enumeration: a scale, or a safe unit.
_LARGE = (
    rf"(?=[{HANZI_DIGIT}][十百千万亿]|十[一二三四五六七八九多余万亿]|[百千万]{{1,2}}亿?[多余]?{UNIT}|"
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
            rf"(?P<percent>(?P<base>[百千万])分之(?P<p1>{_ANY})(?:{_DASH}(?:[百千]分之)?(?P<p2>{_ANY}))?)",
            rf"(?P<fraction>(?P<d>[{HANZI_DIGIT}十]{{1,3}})分之(?P<f>[{HANZI_DIGIT}十]{{1,3}}))",
            rf"(?P<tenths>(?P<t>[{HANZI_DIGIT}])成(?P<th>半)?(?![果为立就本绩效功长熟员都份品型套交片规人]))",
            r"(?P<half>一半|过半|半数)(?![径封球决岛])",
            r"(?P<doubling>翻(?:了)?(?P<w>[一两二三四五])?番|(?<=实现)倍增(?!计划|行动|工程))",
            r"(?P<grade>(?P<bad>劣?)(?P<g>[ⅠⅡⅢⅣⅤ]|I{1,3}|IV|V)类)",
            rf"(?P<rank>第(?P<r>\d{{1,3}}|[{HANZI_DIGIT}十]{{1,3}}))",
            rf"(?P<hanzi>{_LARGE}{_part(HANZI, '3')}(?:{_DASH}{_part(HANZI, '4')})?)",
        )
    )
)
# Where a candidate may begin; a plain character class first, so that the scan runs at C speed.
_BEGIN = re.compile(
    rf"[0-9{HANZI_DIGIT}十百千万ⅠⅡⅢⅣⅤIV劣第翻过半倍]"
    r"(?:(?<=[0-9百千万ⅠⅡⅢⅣⅤIV劣第翻过半倍])|(?=[零〇一二两三四五六七八九十百千万亿点成分倍个亩吨公千斤半余多家]))"
)
_ROUGH = re.compile(r"(?P<low>[一二三四五六七八])(?P<high>[二三四五六七八九])(?=[十百千万亿])")
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
            yield from _READERS[match.lastgroup or ""](match, text)


def _number(
    match: re.Match[str], text: str, marks: str = "12", form: str = "number"
) -> Iterator[Quantity]:
    low, high = marks
    if match["n" + high] is not None:
        yield from _range(match, text, low, high, form)
        return
    yield from _single(match, text, low, form)


def _single(match: re.Match[str], text: str, mark: str, form: str) -> Iterator[Quantity]:
    start, end = match.start("n" + mark), match.end("k" + mark)
    unit = match["u" + mark] or ""
    scale = match["s" + mark] or ""
    if unit and is_cut_short(unit, text, match.end("u" + mark)):
        unit = ""
    elif unit:
        end = match.end("u" + mark)
    more = bool(match["m" + mark] or match["k" + mark])
    if not counts(text, start, end, match["n" + mark] + scale, unit, form):
        return
    if form == "hanzi" and (rough := _ROUGH.match(match["n" + mark])):
        yield _roughly(match, mark, rough, start, end, base_unit(unit))
        return
    whole = form == "hanzi"  # 一亿一千多万 is one numeral around its 多
    digits = match["n" + mark] + scale if whole else match["n" + mark]
    value, step = parse_number(digits, "" if whole else scale)
    yield Quantity(start, end, value, step, base_unit(unit), form, None, more)


def _roughly(
    match: re.Match[str], mark: str, rough: re.Match[str], start: int, end: int, unit: str
) -> Quantity:
    """五六百 is 500 to 600."""
    rest = match["n" + mark][2:] + (match["s" + mark] or "")
    low, step = parse_number(rough["low"] + rest)
    high, _ = parse_number(rough["high"] + rest)
    return Quantity(start, end, low, step, unit, "hanzi", high if high > low else None)


def _range(match: re.Match[str], text: str, low: str, high: str, form: str) -> Iterator[Quantity]:
    """Read `5%至6%` as one; what only looks like a range is read as two numbers."""
    unit, other = match["u" + high] or "", match["u" + low] or ""
    scale = match["s" + high] or ""
    first = parse_number(
        match["n" + low], match["s" + low] or ("" if other and not match["s" + low] else scale)
    )
    second, step = parse_number(match["n" + high], scale)
    start, end = match.start("n" + low), match.end()
    if other not in ("", unit) or first[0] >= second or text[start - 1 : start] in "从由":
        yield from _single(match, text, low, form)
        yield from _single(match, text, high, form)
    elif counts(text, start, end, match["n" + high] + scale, unit, form):
        yield Quantity(start, end, first[0], step, base_unit(unit), form, second)


def _hanzi(match: re.Match[str], text: str) -> Iterator[Quantity]:
    try:
        yield from _number(match, text, "34", "hanzi")
    except ValueError:  # digits in no order that is a number: 一三五七
        return


def _percent(match: re.Match[str], _text: str) -> Iterator[Quantity]:
    value, step = parse_number(match["p1"])
    top = parse_number(match["p2"])[0] if match["p2"] else None
    unit = {"百": "%", "千": "‰", "万": "‱"}[match["base"]]
    yield Quantity(match.start(), match.end(), value, step, unit, "percent", top)


def _fraction(match: re.Match[str], _text: str) -> Iterator[Quantity]:
    whole, part = parse_number(match["d"])[0], parse_number(match["f"])[0]
    if part < whole:
        yield _share(match, 100 * part / whole, "fraction")


def _slash(match: re.Match[str], text: str) -> Iterator[Quantity]:
    whole, part = Decimal(match["sd"]), Decimal(match["sn"])
    if part < whole and counts(text, match.start(), match.end(), match["sn"], "%", "slash"):
        yield _share(match, 100 * part / whole, "fraction")


def _share(match: re.Match[str], value: Decimal, form: str) -> Quantity:
    rounded = value.quantize(Decimal("0.01")) if value % 1 else Decimal(int(value))
    return Quantity(match.start(), match.end(), rounded, _ONE, "%", form)


def _half(match: re.Match[str], _text: str) -> Iterator[Quantity]:
    yield _share(match, Decimal(50), "half")


def _tenths(match: re.Match[str], _text: str) -> Iterator[Quantity]:
    tenths = 10 * DIGITS[match["t"]] + (5 if match["th"] else 0)
    yield Quantity(match.start(), match.end(), Decimal(tenths), Decimal(10), "%", "tenths")


def _doubling(match: re.Match[str], _text: str) -> Iterator[Quantity]:
    times = DIGITS[match["w"] or "一"]
    yield _share(match, Decimal(100 * (2**times - 1)), "doubling")


def _grade(match: re.Match[str], _text: str) -> Iterator[Quantity]:
    grade = _GRADES[match["g"]] + (1 if match["bad"] else 0)
    yield Quantity(match.start(), match.end(), Decimal(grade), _ONE, "类", "grade")


def _rank(match: re.Match[str], text: str) -> Iterator[Quantity]:
    end = match.end() + (1 if text[match.end() : match.end() + 1] in ("位", "名") else 0)
    if is_rank(text, match.start(), end):
        yield Quantity(match.start(), end, parse_number(match["r"])[0], _ONE, "位", "rank")


def _proportion(match: re.Match[str], text: str) -> Iterator[Quantity]:
    parts = list(re.finditer(r"[\d.]+", match.group()))
    unit = "%" if len(parts) > 2 else ""
    if len(parts) < 3 and not counts(
        text, match.start(), match.end(), match.group(), "", "proportion"
    ):
        return
    for part in parts if len(parts) > 2 else parts[:1]:
        value, step = parse_number(part.group())
        at = match.start()
        yield Quantity(at + part.start(), at + part.end(), value, step, unit, "proportion")


_READERS: dict[str, Callable[[re.Match[str], str], Iterator[Quantity]]] = {
    "number": _number,
    "hanzi": _hanzi,
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
