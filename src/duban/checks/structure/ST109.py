"""Half-width and full-width punctuation are not mixed.

Finds: a report in which part of the punctuation between Chinese characters is half-width.
Why: GB/T 15834 has full-width signs; the mixture shows where drafts were pasted together.
Example: 经济增长,民生改善。 has a half-width comma and a full-width stop.
Do: replace the rarer kind; the places are listed where they are few.
Silent: inside numbers, ratios, times and Latin words. One note a report.

———

半角、全角标点不混用。

发现：汉字之间的标点有的用半角，有的用全角。
为什么：《标点符号用法》（GB/T 15834）用全角；混用处往往是拼稿的接缝。
例子：“经济增长,民生改善。”逗号半角，句号全角。
怎么办：统一为全角；少数一方不多时逐处列出。
不报：数字、比例、时间和西文之内。每份报告只提示一次。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from duban.checks.outcome import fault
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "mixed-punctuation"
SEVERITY = Severity.NOTE

_HALF = re.compile("[,;:!?()]")
_BEFORE = re.compile("[一-鿿“”《》（）〇％%0-9。、]")
_BEHIND = re.compile("[一-鿿“《（*\n]")
_WORD = re.compile("[一-鿿”》]")
_FULL: Final = "，；：！？（）。、"
_SIGNS: Final = ",;:!?("
_FEW: Final = 20  # places that are worth a list


def check(report: Report) -> Iterator[Outcome]:
    """Yield one note for a report with both kinds."""
    text = report.text
    if not any(sign in text for sign in _SIGNS):
        return
    half = [
        Span(*found.span()) for found in _HALF.finditer(text) if _is_chinese(text, found.start())
    ]
    full = sum(map(text.count, _FULL))
    if not half or not full:
        return
    signs = "".join(sorted({place.of(text) for place in half}))
    yield fault(
        half[0],
        zh=f"标点半角、全角混用：半角{len(half)}处（{signs}），全角{full}处。",
        en=f"Punctuation is mixed: {len(half)} half-width ({signs}), {full} full-width.",
        related=half[1:] if len(half) <= _FEW else (),
    )


def _is_chinese(text: str, at: int) -> bool:
    """Say whether a sign stands between Chinese words, not in 1:2 or G(1)."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(_WORD.match(before) or (_BEFORE.match(before) and _BEHIND.match(behind)))
