"""The enumerators of a text: 一、 （一） 1. ① 一是 第一， at the head of a line or inside it."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from duban.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = "一二三四五六七八九"
HANZI: Final = {
    f"{tens}{unit}": 10 * ten + one
    for ten, tens in enumerate(["", "十", *(f"{digit}十" for digit in _DIGITS[1:])])
    for one, unit in enumerate(["", *_DIGITS])
    if ten or one
}
_NUMERALS: Final = {number: numeral for numeral, number in HANZI.items()}
_RINGS: Final = {
    char: number
    for first, last in (("①", "⑳"), ("⑴", "⒇"), ("㈠", "㈩"), ("❶", "❿"))
    for number, char in enumerate(map(chr, range(ord(first), ord(last) + 1)), start=1)
}
_N = r"[一二三四五六七八九十]{1,3}"
_SECTOR = rf"{_N}(?:[、产级类线]|次产业|季度)"
_BLANK = r"[ \t\xa0\u3000]"
# 一、二产 and 第一、第三产业 name sectors; 1.5 is a number; `12 人` is not a heading.
_TOKEN = re.compile(
    rf"(?P<item>{_N}(?:是|要(?!素|件|害|领|点|闻|[二三四五六七八九]不)))"
    rf"|(?P<ordinal>第(?:{_N}|[0-9]{{1,2}})(?:[，：.]|、(?!第{_N}|{_SECTOR})|是))"
    rf"|(?P<one>其{_N}(?:[，：]|是))"
    rf"|(?P<paren>（{_BLANK}?{_N}{_BLANK}?）|[㈠-㈩])"
    rf"|(?P<hanzi>{_N}[、.](?!{_SECTOR}))"
    r"|(?P<digit>(?<![0-9.])[0-9]{1,2}(?:、(?![0-9])|\.(?![0-9])))"
    r"|(?P<digit_paren>（[0-9]{1,2}）|(?<![0-9（.])[0-9]{1,2}）|[⑴-⒇])"
    r"|(?P<ring>[①-⑳❶-❿])"
    rf"|(?P<part>第(?:{_N}|[0-9]{{1,2}})(?:部分|编|篇))"
    rf"|(?P<chapter>第(?:{_N}|[0-9]{{1,2}})章)"
    rf"|(?P<clause>第(?:{_N}|[0-9]{{1,2}})节)"
    r"|(?P<doubtful_digit>[0-9]{1,2}\.(?=[0-9]))"
    rf"|(?P<loose_hanzi>{_N}(?={_BLANK}+[一-鿿]))"
    rf"|(?P<loose_digit>[0-9]{{1,2}}(?={_BLANK}+[一-鿿]))"
)
_LINE = re.compile(r"[^\n]+")
_WORDS = re.compile(r"[^ \t\xa0\u3000#*_●•·■□◆◇★☆▲△▶►※◎▪]")  # behind markup and bullets
_LOOSE: Final = {"loose_hanzi": "hanzi", "loose_digit": "digit"}  # 1 工业 stands in a list of 1.
_DOUBTFUL: Final = {"doubtful_digit": "digit"}  # 20.2026年: a number of the list, or a decimal
_HEADS_ONLY: Final = frozenset(("part", "chapter", "clause", *_LOOSE, *_DOUBTFUL))
_VALUE = re.compile(rf"{_N}|[0-9]+")
# What may stand before a number inside a line, and a quick look at what follows.
_INSIDE = re.compile(
    rf"[。；：！？”）:;，、“—]{_BLANK}{{0,2}}(?={_N}[是要、.]|第(?:{_N}|[0-9]{{1,2}})[，：.、是]|其{_N}[，：是]"
    rf"|（(?:{_BLANK}?{_N}|[0-9])|[0-9]{{1,2}}[、.）]|[㈠-㈩⑴-⒇①-⑳❶-❿])"
)
_BEFORE: Final = {"hanzi": "。；：", "digit": "。；："} | dict.fromkeys(
    ("ordinal", "one", "paren", "digit_paren", "ring"), "。；：！？”）:;，"
)
_STOPS: Final = ("。", "；", "，")
_SHORT: Final = 40  # a heading without punctuation behind its number is no longer than this


class Shape(Enum):
    """How an enumerator stands in its line."""

    HEADING = auto()
    PARAGRAPH = auto()  # at the head of a line that is no heading
    INSIDE = auto()


class Enumerator(NamedTuple):
    """One number of a list.

    Attributes:
        kind: which numbering it belongs to.
        ordinal: the number.
        at: its span.
        line: number of its line.
        shape: how it stands in its line.
        doubtful: it may be part of a decimal, unless it goes on with a list.
    """

    kind: str
    ordinal: int
    at: Span
    line: int
    shape: Shape
    doubtful: bool


def enumerators(text: str) -> list[Enumerator]:
    """Return the enumerators of the folded text, in order."""
    return list(_in_lines(text))


def _in_lines(text: str) -> Iterator[Enumerator]:
    torn: list[Enumerator] = []  # numbers alone in their line: the next line is theirs
    for number, line in enumerate(_LINE.finditer(text)):
        words = _WORDS.search(text, *line.span())
        if words is None:
            continue
        found = list(_of_line(text, number, words.start(), line.end()))
        if torn:
            shape = found[0].shape if found else _shape(text, words.start(), line.end())
            yield from (item._replace(shape=shape) for item in torn)
            torn = []
        if len(found) == 1 and not text[found[0].at.end : line.end()].strip():
            torn = found
        else:
            yield from found
    yield from torn


def ring(char: str) -> int:
    """Return the number in a ring: 3 for ③."""
    return _RINGS[char]


def numeral(like: str, ordinal: int) -> str:
    """Write another number in the manner of an enumerator: `（四）` like `（三）`."""
    found = _VALUE.search(like)
    if found is None:
        return chr(ord(like[0]) + ordinal - _RINGS[like[0]])
    written = str(ordinal) if found[0].isdecimal() else _NUMERALS.get(ordinal, str(ordinal))
    return like[: found.start()] + written + like[found.end() :]


def _of_line(text: str, number: int, first: int, end: int) -> Iterator[Enumerator]:
    head = _TOKEN.match(text, first, end)
    if head:
        kind, shape = str(head.lastgroup), _shape(text, first, end)
        ordinal = _ordinal(head[0])
        if ordinal and not (kind in _LOOSE and shape is Shape.PARAGRAPH):
            same = _LOOSE.get(kind) or _DOUBTFUL.get(kind) or kind
            span = Span(first, head.end())
            yield Enumerator(same, ordinal, span, number, shape, kind in _DOUBTFUL)
    for before in _INSIDE.finditer(text, first, end):
        found = _TOKEN.match(text, before.end(), end)
        kind = str(found.lastgroup) if found else ""
        if found is None or kind in _HEADS_ONLY or before[0][0] not in _BEFORE.get(kind, before[0]):
            continue
        span, ordinal = Span(*found.span()), _ordinal(found[0])
        if ordinal:
            yield Enumerator(kind, ordinal, span, number, Shape.INSIDE, doubtful=False)


def _shape(text: str, start: int, end: int) -> Shape:
    words = text[start:end].strip()
    return Shape.PARAGRAPH if len(words) > _SHORT or words.endswith(_STOPS) else Shape.HEADING


def _ordinal(words: str) -> int:
    if words[0] in _RINGS:
        return _RINGS[words[0]]
    found = _VALUE.search(words)
    if not found:
        return 0
    return int(found[0]) if found[0].isdecimal() else HANZI.get(found[0], 0)
