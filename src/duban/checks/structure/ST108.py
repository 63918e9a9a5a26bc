"""The bullets of a list are alike.

Finds: items under one heading with different bullets, or some in bold markup and some not.
Why: a list that changes its form in the middle was put together from two drafts.
Example: ● **扩大投资。**实施项目 beside ● 招商引资。 on a line of its own.
Do: give all items one form.
Silent: for items under different headings.

———

同一清单的项目符号一致。

发现：同一标题之下，项目符号不同，或有的加粗标记、有的没有。
为什么：中途变样的清单多半由两份稿子拼成。
例子：“● **扩大投资。**实施项目”与独占一行的“● 招商引资。”并列。
怎么办：统一成一种格式。
不报：不同标题之下的项目。
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from duban.checks.outcome import fault
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report
    from duban.model import Section

NAME = "mixed-bullets"
SEVERITY = Severity.NOTE


def check(report: Report) -> Iterator[Outcome]:
    """Yield one fault for a report in whose lists the bullets differ."""
    mixed: list[Span] = []
    styles: set[str] = set()
    for sisters in report.children.values():
        forms: dict[str, list[Section]] = defaultdict(list)
        for section in sisters:
            if section.number and not any(char.isalnum() for char in section.number):
                forms[_form(report, section)].append(section)
        if len(forms) > 1:
            styles.update(forms)
            rarest = min(forms.values(), key=len)
            mixed += [section.heading for section in rarest]
    if mixed:
        yield fault(
            mixed[0],
            zh=f"同一清单里并用{len(styles)}种项目符号：" + "、".join(sorted(styles)) + "。",
            en=f"The items of one list have {len(styles)} forms.",
            related=mixed[1:],
        )


def _form(report: Report, section: Section) -> str:
    """Return the bullet with the markup behind it: `●**` or `●`."""
    words = report.text[section.heading.start : section.heading.start + 8]
    bullet = section.number.strip()
    return f"{bullet}**" if words.replace(" ", "").startswith(f"{bullet}**") else bullet
