"""A heading has a body.

Finds: a heading with nothing under it, or nothing but slogans, where those beside it have text.
Why: the body was cut, or lies elsewhere on the page.
Example: 加强政府自身建设, and under it 坚持依法行政 践行为民宗旨 without a sentence.
Do: restore the body, or take the heading out.
Silent: for lists whose items are one line each.

———

标题之下有正文。

发现：标题之下空无一字，或只有几个口号，而并列的标题之下都有正文。
为什么：正文被删，或排到别处去了。
例子：“加强政府自身建设”之下只有“坚持依法行政 践行为民宗旨”，没有一句话。
怎么办：补上正文，或删去标题。
不报：每项只有一行的清单。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from duban.checks.outcome import fault
from duban.model import Role, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Section

NAME = "heading-without-body"
SEVERITY = Severity.WARNING

_SENTENCE = re.compile("[，。；：！？、,;:.0-9]")
_BODY: Final = 40  # characters that make a body beyond doubt
_HEADING: Final = 40  # a longer line is a sentence of its own
_PARTS: Final = (Role.REVIEW, Role.OBJECTIVES, Role.PLAN, Role.SELF_GOVERNMENT)


def check(report: Report) -> Iterator[Outcome]:
    """Yield a fault for every heading without a body among headings that have one."""
    for sisters in report.children.values():
        bodies = [section.body.of(report.text).strip() for section in sisters]
        if max(map(len, bodies)) < _BODY:
            continue
        for section, body in zip(sisters, bodies, strict=True):
            if _is_bare(report, section, body):
                yield _fault(section, body)


def _is_bare(report: Report, section: Section, body: str) -> bool:
    title = section.title
    dash = section.number and not any(char.isalnum() for char in section.number)
    torn = "\n" in section.heading.of(report.text).strip()
    if section.role not in _PARTS or dash or torn or not 0 < len(title) <= _HEADING:
        return False
    if not body:  # 1. 修渠20公里。 is an item, not a heading
        follower = report.text[section.heading.end : section.heading.end + 1]
        return bool(section.number) and follower == "\n" and not _SENTENCE.search(title)
    slogans = len(body) >= len(title) and _SENTENCE.search(body) is None
    return slogans and section.id not in report.children


def _fault(section: Section, body: str) -> Outcome:
    zh = "只有口号，没有正文" if body else "没有正文"
    en = "slogans only" if body else "nothing"
    return fault(
        section.heading,
        zh=f"标题“{section.title}”之下{zh}。",
        en=f"There is {en} under this heading.",
        related=[section.body] if body else (),
    )
