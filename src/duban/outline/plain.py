"""Headings without a number: short lines that newspapers set between paragraphs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from duban.outline.titles import is_short

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.outline.lines import Line

_LONGEST_RUN: Final = 3  # more short lines in a row are a table or a menu
_WRAP: Final = 0.7  # a line this much of the usual length was broken by a page, not by its writer
_USUAL: Final = 0.75  # three lines of four are not longer than the usual length
_BROKEN_LINE: Final = 20  # characters; shorter ones may be headings
_BROKEN_PAGE: Final = (
    0.4  # this share of lines that do not end a sentence says that pages broke them
)

_HANZI = re.compile(r"[一-鿿].*[一-鿿]")
# What websites and newspapers put around a text.
_BOILERPLATE = re.compile(
    r"我代表|审议|来源|时间[:：]|字[号体]|记者|[摄]$|编辑|审核|校对|作者|浏览|阅读量|分享|打印|关闭|扫一扫|扫码|相关|下载|收藏"
    r"|上一篇|下一篇|首页|返回|版权|点击|[【】|>×]|www|http|^注"
)
# A line that goes on below, one that quotes, and the row of a table.
_UNFINISHED = re.compile(r"[与和的在对及是把向以从为由将]$|^“[^”]*”$|\t")
_SLOGANS = re.compile(r"[一-鿿]{4,}(?:[ \u3000]+[一-鿿]{4,}){2,}")
_OPENERS: Final = "。，、；：！？）》”】…’"
_FINISHED = re.compile(r"[。！？：；…][”’）》]*$")
_LOOK_BACK: Final = 4  # characters in which a paragraph's last signs stand


def plain_lines(text: str, lines: Sequence[Line], taken: Sequence[bool]) -> list[int]:
    """Return the indexes of the lines that are headings without a number.

    Args:
        text: folded text.
        lines: its lines.
        taken: for each line, whether it holds another heading.
    """
    longest = _longest(text, lines)
    short = [
        not held and line.end - line.start < longest and _may_head(text, line)
        for line, held in zip(lines, taken, strict=True)
    ]
    found: list[int] = []
    for first, last in _runs(short):
        if last - first <= _LONGEST_RUN and _stands_free(text, lines, taken, first, last):
            found += range(first, last)
    return found


def _longest(text: str, lines: Sequence[Line]) -> float:
    """Return how long a heading may be: short of the width at which a page broke its lines."""
    lengths = sorted(line.end - line.start for line in lines)
    long = [line for line in lines if line.end - line.start >= _BROKEN_LINE]
    broken = sum(not _is_finished(text, line) for line in long)
    if not long or broken < _BROKEN_PAGE * len(long):
        return float("inf")
    return _WRAP * lengths[int(_USUAL * (len(lengths) - 1))]


def _may_head(text: str, line: Line) -> bool:
    if not is_short(text, line.start, line.end):
        return False
    words = text[line.start : line.end]
    return (
        _HANZI.search(words) is not None
        and words[0] not in _OPENERS
        and not _BOILERPLATE.search(words)
        and not _UNFINISHED.search(words)
        and not _SLOGANS.fullmatch(words)
    )


def _runs(short: Sequence[bool]) -> list[tuple[int, int]]:
    """Return the stretches of lines that are all short."""
    edges = [
        index
        for index in range(len(short) + 1)
        if (index < len(short) and short[index]) != (index > 0 and short[index - 1])
    ]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _stands_free(
    text: str, lines: Sequence[Line], taken: Sequence[bool], first: int, last: int
) -> bool:
    """Say whether the text before the run is finished and the text after it begins anew."""
    before = first == 0 or taken[first - 1] or _is_finished(text, lines[first - 1])
    return before and last < len(lines) and text[lines[last].start] not in _OPENERS


def _is_finished(text: str, line: Line) -> bool:
    tail = text[max(line.start, line.end - _LOOK_BACK) : line.end]
    return _FINISHED.search(tail) is not None
