"""No markup is left over.

Finds: signs of a web page or an editor in the text: **, ##, &nbsp;, <br>.
Why: they are printed and read out.
Example: ● **扩大有效投资。**.
Do: take them out; they were meant to be bold type, a blank or a line break.
Silent: in Markdown files, where ** and # are the format itself.

———

不留排版代码。

发现：正文里残留的网页或编辑器符号：**、##、&nbsp;、<br>。
为什么：会原样印出来。
例子：● **扩大有效投资。**。
怎么办：删去；它们本来表示加粗、空格或换行。
不报：Markdown 文件里的 ** 和 #，那是格式本身。
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final

from duban.checks.outcome import fault
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "leftover-markup"
SEVERITY = Severity.WARNING

_MARKUP = re.compile(
    r"\*\*|__|(?<=\n)#{1,6}(?= )|&(?:[a-zA-Z]{2,8}|#[0-9]{2,6});|</?[a-zA-Z][a-zA-Z0-9]{0,9}[ /]?>"
)
_SIGNS: Final = ("**", "__", "\n#", "&", "<")  # a text without them needs no closer look
_MARKDOWN: Final = re.compile(r"[*_#]")


def check(report: Report) -> Iterator[Outcome]:
    """Yield one fault for each kind of markup."""
    text = report.text
    if not any(sign in text for sign in _SIGNS):
        return
    found: dict[str, list[Span]] = defaultdict(list)
    for match in _MARKUP.finditer(text):
        found[match[0]].append(Span(*match.span()))
    own = report.document.source.format == "md"
    for mark, places in found.items():
        if own and _MARKDOWN.match(mark):
            continue
        yield fault(
            places[0],
            zh=f"残留排版代码“{mark}”，共{len(places)}处。",
            en=f"Markup is left over in {len(places)} places: {mark}",
            related=places[1:],
        )
