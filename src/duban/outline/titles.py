"""How far a heading goes: the whole line, its first sentence, or only its number."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

LONGEST: Final = 80  # characters; a longer first sentence is text
_SHORT_LINE: Final = 40
_LONGEST_LABEL: Final = 24  # 1.医疗卫生方面：
_FINAL: Final = "。！？；，、：…"
_BLANKS: Final = " \t\xa0\u3000"

# A number with a scale, a percent sign or a counter makes the sentence content.
_FIGURE = re.compile(
    r"[0-9](?:%|[万亿千百]|个(?![“强])|[元户人家公亩吨座套所张次倍里米]|平方|立方"
    r"|项(?!行动|举措|工程|任务|工作))"
)
_SENTENCE = re.compile(rf"[^。！？；：]{{1,{LONGEST}}}[。！？；：]")
# 牵头单位：州文旅局。 at the head of an item says who answers for it.
_ANSWERS = re.compile(
    r"(?:牵头|责任|主办|承办|落实|配合|协办|完成)(?:单位|部门|领导|人|时限|时间)："
)
_BOLD_END = re.compile(r"\*\*|__")


class Extent(NamedTuple):
    """A heading's words.

    Attributes:
        start: offset of the title's first character.
        stop: offset after the title's last character.
        end: offset after the heading with its punctuation and markup.
    """

    start: int
    stop: int
    end: int


def whole_line(text: str, start: int, end: int) -> Extent | None:
    """Return the whole line, or None if it is too long for a heading."""
    return _trimmed(text, start, end, end) if 0 < end - start <= LONGEST else None


def bold_extent(text: str, start: int, end: int) -> Extent | None:
    """Return the words up to the sign that ends the bold face, if it stands near."""
    close = _BOLD_END.search(text, start, min(end, start + 2 * LONGEST))
    return _trimmed(text, start, close.start(), close.end()) if close else None


def extent(text: str, start: int, end: int, *, covers: bool) -> Extent | None:
    """Return the words of a numbered heading, or None if all that follows is content.

    Args:
        text: folded text.
        start: offset after the number.
        end: end of the line.
        covers: whether text that belongs to the heading stands below the line.
    """
    while start < end and text[start] in _BLANKS + "，、":
        start += 1
    sentence = _SENTENCE.match(text, start, end)
    if sentence is None:
        whole = 0 < end - start <= LONGEST and text[end - 1] not in _FINAL
        return _trimmed(text, start, end, end) if whole else None
    stop = sentence.end()
    if _ANSWERS.match(text, start, stop) or _FIGURE.search(text, start, stop):
        return None
    if not _ends_heading(text, start, stop, end):
        return None
    return _trimmed(text, start, stop, stop) if stop < end or covers else None


def _ends_heading(text: str, start: int, stop: int, end: int) -> bool:
    mark = text[stop - 1]
    if mark == "：":
        return stop - start <= _LONGEST_LABEL or stop == end
    return mark != "；"


def is_short(text: str, start: int, end: int) -> bool:
    """Say whether the line may be a heading that nothing but its shortness marks out."""
    return 1 < end - start <= _SHORT_LINE and text[end - 1] not in _FINAL


def _trimmed(text: str, start: int, stop: int, end: int) -> Extent:
    while stop > start and text[stop - 1] in "。：；！*_" + _BLANKS:
        stop -= 1
    return Extent(start, stop, end)
