"""A paragraph stands in the section that it belongs to.

Finds: proposals of deputies (人大代表建议, 政协提案) in a paragraph on another matter.
Why: a paragraph on the government itself lost its place; its figures are read for the section's.
Example: 水毁道路修复完成。办结人大代表建议40件。 under the heading 灾后重建.
Do: move the sentences to the part on the government, or give them a paragraph.
Silent: where the sentences have a paragraph of their own, or the heading names law or government.

———

段落各归其位。

发现：办理代表建议、政协提案的句子夹在另一主题的段落里。
为什么：自身建设的内容放错了位置，其中的数会被当成本节的数。
例子：“灾后重建”一节里：水毁道路修复完成。办结人大代表建议40件。
怎么办：移到自身建设部分，或另起一段。
不报：独立成段时；标题讲法治、民主、政府时。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from duban.checks.outcome import fault
from duban.model import Role, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "misplaced-paragraph"
SEVERITY = Severity.NOTE

_PROPOSALS: Final = ("代表建议", "委员提案", "政协提案")
_OWN = re.compile(
    "政府|政务|法治|依法|民主|人大|政协|自身|作风|廉|效能|监督|党|决议|行政|代表|会议"
)
_MATTER = re.compile("[0-9]")
_MOST: Final = 2  # sentences on another matter that make a paragraph one of it


def check(report: Report) -> Iterator[Outcome]:
    """Yield a note for each paragraph on another matter that ends in deputies' proposals."""
    text = report.folded
    lines: set[int] = set()
    for word in _PROPOSALS:
        at = text.find(word)
        while at >= 0:
            start = text.rfind("\n", 0, at) + 1
            if start not in lines:
                lines.add(start)
                yield from _weigh(report, Span(start, at))
            at = text.find(word, at + 1)


def _weigh(report: Report, before: Span) -> Iterator[Outcome]:
    """Look at the part of the paragraph that stands before the proposals."""
    section = report.sections.get(report.section_at(before.start))
    if section is None or not section.title or section.role is Role.SELF_GOVERNMENT:
        return
    above = report.sections.get(section.parent)
    if _OWN.search(section.title) or (above and _OWN.search(above.title)):
        return
    sentences = before.of(report.folded).split("。")
    matters = [words for words in sentences[:-1] if _MATTER.search(words)]
    foreign = [words for words in matters if not _OWN.search(words)]
    if len(foreign) < _MOST or foreign != matters:
        return
    end = report.folded.find("。", before.end)
    yield fault(
        Span(before.end - len(sentences[-1]), end if end > 0 else before.end),
        zh=f"办理代表建议、政协提案的内容夹在“{section.title}”一节的段落里，位置似有不当。",
        en=f"Deputies' proposals stand in a paragraph on another matter: {section.title}.",
        related=[section.heading],
    )
