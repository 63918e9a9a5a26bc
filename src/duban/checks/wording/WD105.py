"""Every character can be read.

Finds: what scans and conversions leave behind: �, □, characters of private fonts, pieces of broken
encodings, single small letters inside Chinese words, l or O for 1 or 0 in a number, and
look-alikes of a unit behind a number (砘 for 吨).
Why: such a place was once a character or a digit; what it said is lost.
Example: 下达资金25l亿元: the last character of the number is a letter.
Do: restore the character from the original.
Silent: letters that are names (A级, B股), formulas, and bullets at the start of a line.

———

每个字都认得出。

发现：扫描、转换留下的痕迹：�、□，专用字体里的字符，乱码，夹在汉字中间的单个小写字母，
数字里混进的字母 l、O，以及数字后面与单位形近的字（“砘”代“吨”）。
为什么：那里本来是一个字或一位数，现在读不出来了。
例子：下达资金25l亿元：数字的末位是字母。
怎么办：照原件补正。
不报：作名称用的字母（A级、B股）、算式，以及行首的项目符号。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "unreadable-word"
SEVERITY = Severity.WARNING
# One pass over the text for what may be wrong; what stands around it decides.
_ODD = re.compile("[a-zOI?\ufffd\ue000-\uf8ff\x00-\x08\x0b\x0e-\x1f\x7f-\x9f□▯☐]|锟斤拷|烫烫烫")
_LETTER_FOR_DIGIT = re.compile(
    r"(?<=[0-9.])[lOoI](?=[0-9.%万亿千百])|(?<=[一-鿿])[lOI](?=[0-9]+[%万亿.])"
)
_AMONG_WORDS = re.compile(r"(?<=[一-鿿])[a-z?](?=[一-鿿])")
_BOXES = "□▯☐"  # bullets, too, at the start of a line
_TWINS = {
    "砘": "吨",
    "屯": "吨",
    "园": "元",
    "圆": "元",
    "无": "元",
    "苗": "亩",
    "宙": "亩",
    "尸": "户",
}
_TWIN = re.compile("[" + "".join(_TWINS) + "](?=(?:以上|以下|左右|以内)?[，。；、,;])")


def check(report: Report) -> Iterator[Outcome]:
    """Yield a finding for every place that cannot be read."""
    for found in _ODD.finditer(report.text):
        char = found[0]
        if not char.isascii() or char < " ":
            if char not in _BOXES or report.text[found.start() - 1 : found.start()].strip():
                yield _lost(found, "此处字符无法辨认，疑为转换时丢字。", "A character is lost.")
        elif _is_stray(report.text, found.start()):
            words = report.text[max(0, found.start() - 4) : found.end() + 2].replace("\n", "")
            yield _lost(found, f"“{words}”中的“{char}”疑为误植。", f"A stray sign in {words}.")
    for figure in report.figures:
        twin = None if figure.unit else _TWIN.match(report.folded, figure.end)
        if twin:
            unit = _TWINS[twin[0]]
            yield _lost(twin, f"“{twin[0]}”疑为“{unit}”之误。", f"{twin[0]} is probably {unit}.")


def _is_stray(text: str, at: int) -> bool:
    return bool(_LETTER_FOR_DIGIT.match(text, at) or _AMONG_WORDS.match(text, at))


def _lost(found: re.Match[str], zh: str, en: str) -> Outcome:
    return fault(Span(*found.span()), zh=zh, en=en)
