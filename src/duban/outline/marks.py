"""Numbers and bullets at the head of a paragraph: 一、 （一） 1. （1） ① 一是 第一， —— ●."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_UNITS = "一二三四五六七八九"
ORDINALS: Final = {
    f"{tens}{unit}": 10 * ten + one
    for ten, tens in enumerate(["", "十", *(f"{unit}十" for unit in _UNITS[1:])])
    for one, unit in enumerate(["", *_UNITS])
    if ten or one
}
NUMERALS: Final = {number: numeral for numeral, number in ORDINALS.items()}
_NUMERAL = r"[一二三四五六七八九十]{1,3}"
_BLANK = r"[ \t\xa0\u3000]"

# Kinds from the outermost to the innermost; the number is the rank that nesting goes by.
RANKS: Final = {
    "part": 1, "chapter": 1.5, "clause": 2,
    "hanzi": 3, "hanzi_paren": 4, "digit": 5, "digit_paren": 6, "circle": 7,
    "item": 8, "ordinal": 8.2, "sequence": 8.4,
    "dash": 9, "bold": 9.5, "bullet": 10, "star": 10.5,
}  # fmt: skip

# Markup and bullets before the words; folding has made ○ a 〇.
LEAD: Final = re.compile(
    rf"(?P<hash>\#{{1,6}}{_BLANK}+)?(?P<bold>\*\*|__)?(?P<bullet>[●•·■□◆◇★☆▲△▶►※◎▪◦➢➤❖✦]{_BLANK}*"
    rf"|〇(?![0-9一二三四五六七八九〇年]){_BLANK}*|[-*+]{_BLANK}+)?"
)
_MARK = re.compile(
    rf"(?P<part>第(?:{_NUMERAL}|[0-9]{{1,2}})(?:部分|编|篇))"
    rf"|(?P<chapter>第(?:{_NUMERAL}|[0-9]{{1,2}})章)"
    rf"|(?P<clause>第(?:{_NUMERAL}|[0-9]{{1,2}})节)"
    rf"|(?P<hanzi>{_NUMERAL}(?:[、.](?!{_NUMERAL}(?:[、产]|次产业))|(?={_BLANK}+[一-鿿])))"
    rf"|(?P<hanzi_paren>（?{_BLANK}?{_NUMERAL}{_BLANK}?）|[㈠-㈩])"
    rf"|(?P<digit>[0-9]{{1,2}}(?:、|\.(?![0-9])|\.(?=(?:19|20)[0-9]{{2}}年)|(?={_BLANK}+[一-鿿])))"
    rf"|(?P<digit_paren>（?[0-9]{{1,2}}）|[⑴-⒇])"
    r"|(?P<circle>[①-⑳❶-❿➀-➓])"
    rf"|(?P<item>{_NUMERAL}(?:是|要(?!素|件|害|领|点|闻)))"
    rf"|(?P<ordinal>第(?:{_NUMERAL}|[0-9]{{1,2}})(?:[，、：.]|是|(?={_BLANK})))"
    r"|(?P<sequence>(?:首先|其次|再次|其一|其二|其三|其四|其五)(?:[，：]|是))"
    r"|(?P<dash>[—─━⸺]{1,6}|-{2,6})"
)
_LONE_NUMERAL = re.compile(_NUMERAL)
_VALUE = re.compile(rf"{_NUMERAL}|[0-9]+")
_SEQUENCE = {"首先": 1, "其次": 2, "再次": 3, "其一": 1, "其二": 2, "其三": 3, "其四": 4, "其五": 5}
_CIRCLED = {
    char: number
    for first, last in (("①", "⑳"), ("⑴", "⒇"), ("㈠", "㈩"), ("❶", "❿"), ("➀", "➓"))
    for number, char in enumerate(map(chr, range(ord(first), ord(last) + 1)), start=1)
}


class Mark(NamedTuple):
    """A number or bullet.

    Attributes:
        kind: a key of `RANKS`.
        ordinal: its place in the list; 0 for dashes and bullets.
        end: offset after it.
        loose: it has no punctuation (`1 生态…`), so that only a short line can be its heading.
    """

    kind: str
    ordinal: int
    end: int
    loose: bool = False


def read_mark(text: str, start: int, end: int) -> Mark | None:
    """Return the number that stands at `start` of the folded text, if there is one."""
    found = _MARK.match(text, start, end)
    if not found:
        alone = _LONE_NUMERAL.fullmatch(text, start, end)
        ordinal = ORDINALS.get(alone[0], 0) if alone else 0
        return Mark("hanzi", ordinal, end) if ordinal else None
    kind = str(found.lastgroup)
    if kind == "dash":
        return Mark(kind, 0, found.end())
    ordinal = _ordinal(found[0])
    loose = kind in ("hanzi", "digit") and found[0][-1] not in "、."
    return Mark(kind, ordinal, found.end(), loose) if ordinal else None


def _ordinal(mark: str) -> int:
    if mark[0] in _CIRCLED:
        return _CIRCLED[mark[0]]
    if mark[:2] in _SEQUENCE:
        return _SEQUENCE[mark[:2]]
    found = _VALUE.search(mark)
    if not found:
        return 0
    return int(found[0]) if found[0].isdecimal() else ORDINALS.get(found[0], 0)
