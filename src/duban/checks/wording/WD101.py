"""No character or word stands twice by mistake.

Finds: a character that was typed twice (创新型型企业), a word that was typed twice beside a
figure (达到达到30万亩), and a river's water counted twice (大河水水质).
Why: a doubled character is the slip that proof-readers see last and deputies see first.
Example: 新认定创新型型企业15家: one 型 too many.
Do: strike out one of the two.
Silent: words that double a character (人人, 大大, 扎扎实实), two words that meet (中国国家),
short names in quotation marks (“三三制”), and numerals.

———

没有误打两遍的字词。

发现：一个字打了两遍（创新型型企业），数字旁的词打了两遍（达到达到30万亩），河水的“水”多写一个（大河水水质）。
为什么：叠字是校对时最容易看漏、念稿时最容易听出的差错。
例子：新认定创新型型企业15家：多了一个“型”。
怎么办：删去其中一个。
不报：叠词（人人、大大、扎扎实实），两个词相连（中国国家），引号里的短名称（“三三制”），以及数词。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.checks.wording.doubling import doubles, meeting
from duban.model import Severity, Span
from duban.reference.units import find_unit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "doubled-word"
SEVERITY = Severity.WARNING
_DOUBLED = re.compile(r"([一-鿿])\1")
_NUMERALS = frozenset("〇一二三四五六七八九十百千万亿两")
_QUOTED = re.compile(r"[“「『《‘][^“”「」『』《》‘’，。\n]{0,9}$")
_NUMBER = re.compile(
    r"[0-9]|百分之|[一二三四五六七八九十百千万亿][〇一二三四五六七八九十百千万亿点半]"
)
_LONGEST_NAME = 10  # characters between quotation marks
_TWO = 2


def check(report: Report) -> Iterator[Outcome]:
    """Yield a finding for every character or word that stands twice by mistake."""
    text = report.folded
    for found in _DOUBLED.finditer(text):
        at = found.start()
        words = 0 if _stutters(text, at) else _fit(text, at)
        if words < _TWO and not _named(text, at):
            yield _twice(Span(at, at + 2), found[0], _severity(text, at, words))
    yield from _beside_figures(report)


def _fit(text: str, at: int) -> int:
    """Return how well the two characters fit the text: two is well."""
    char, before, behind = text[at], text[at - 1 : at], text[at + 2 : at + 3]
    if char in _NUMERALS:
        return 0 if before.isdecimal() and not find_unit(char + behind) and behind != "次" else 2
    if _is_pair(text, at) or any(name in text[max(0, at - 2) : at + 4] for name in doubles().names):
        return 2
    if not before.isdecimal() and not _NUMBER.match(text, at + 2) and _is_repeated(char, behind):
        return 2
    if before.isdecimal() and find_unit(char):  # 2025年年底: the unit is a word of its own
        return 1 + (meeting(text, at) > 0)
    return meeting(text, at)


def _is_pair(text: str, at: int) -> bool:
    """Say whether a second doubled character stands beside: 扎扎实实."""
    before, behind = text[max(0, at - 2) : at], text[at + 2 : at + 4]
    return any(len(pair) == _TWO and pair[0] == pair[1] > "~" for pair in (before, behind))


def _is_repeated(char: str, behind: str) -> bool:
    words = doubles()
    return char in words.repeated or (char in words.every and behind in words.every_one)


def _stutters(text: str, at: int) -> bool:
    return any(text.startswith(word, at - 1) for word in doubles().stutters)


def _named(text: str, at: int) -> bool:
    """Say whether the two stand in a short name in quotation marks, which may be coined freely."""
    return bool(_QUOTED.search(text, max(0, at - _LONGEST_NAME), at))


def _severity(text: str, at: int, words: int) -> Severity:
    beside = text[at - 1 : at].isdecimal() or text[at + 2 : at + 3].isdecimal()
    return Severity.NOTE if words and not beside else Severity.WARNING


def _beside_figures(report: Report) -> Iterator[Outcome]:
    text, phrases = report.folded, doubles().phrases
    for figure in report.figures:
        start, end = figure.start, figure.end
        for n in (2, 3):
            word = text[start - n : start]
            if text.endswith(word, 0, start - n) and _is_slip(word, phrases):
                yield _twice(Span(start - 2 * n, start), word * 2, SEVERITY)
        again = text[end : end + 1]
        unit = _unit_again(text, start, end) if again and again in text[start:end] else ""
        if unit:
            yield _twice(Span(end - len(unit), end + len(unit)), unit * 2, SEVERITY)


def _is_slip(word: str, phrases: frozenset[str]) -> bool:
    return word.isalpha() and word not in phrases and word[0] != word[1]


def _unit_again(text: str, start: int, end: int) -> str:
    """Return the unit that follows itself: `5%%`, `3个百分点百分点`."""
    if text[end : end + 1] == "%" == text[end - 1 : end]:
        return "%"
    for n in (4, 3, 2):
        if end - n > start and text[end - n : end] == text[end : end + n]:
            unit = text[end - n : end]
            return unit if find_unit(unit) else ""
    return ""


def _twice(at: Span, words: str, severity: Severity) -> Outcome:
    return fault(
        at,
        zh=f"“{words}”疑为误打两遍。",
        en=f"{words} was probably typed twice.",
        severity=severity,
    )
