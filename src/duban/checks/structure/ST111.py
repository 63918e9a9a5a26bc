"""Every mark has its note, and every note its mark.

Finds: marks in the text (［1］, ①) without a note, notes without a mark, and notes with the same
number.
Why: the glossary at the end was shortened or renumbered and the marks were not.
Example: marks ［1］ to ［3］ in the text, notes ［1］ and ［2］ behind it.
Do: number both anew.
Silent: for reports without marks; their notes go by the order of the text.

———

脚注号与注释一一对应。

发现：正文里的注号（［1］、①）没有注释，注释没有注号，或注释编号重复。
为什么：增删名词解释之后没有重新编号。
例子：正文有［1］至［3］，文后只有［1］［2］两条注释。
怎么办：正文与注释重新编号。
不报：正文没有注号的报告。
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from duban.checks.outcome import fault, holds
from duban.checks.structure.enumerators import ring
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

NAME = "marks-against-notes"
SEVERITY = Severity.WARNING

_MARK = re.compile(r"[\[［〔﹝【]([0-9]{1,3})[\]］〕﹞】]|([①-⑳])")
_OPENING = re.compile(r"[\[［〔﹝【①-⑳]")
_BLANKS: Final = " \t\u3000"
_LISTS: Final = "。；：，、\n"  # behind these a ① begins an item
_SURE: Final = 2


def check(report: Report) -> Iterator[Outcome]:
    """Yield an outcome for each mark and note without its other half, or one proof."""
    text = report.folded
    marks: dict[int, Span] = {}
    notes: list[tuple[int, Span]] = []
    for opening in _OPENING.finditer(text):
        found = _MARK.match(text, opening.start())
        if found is None:
            continue
        number, at = int(found[1]) if found[1] else ring(found[2]), Span(*found.span())
        head = not text[text.rfind("\n", 0, at.start) + 1 : at.start].strip(_BLANKS)
        if head:
            notes.append((number, at))
        elif not found[2] or text[at.start - 1] not in _LISTS:
            marks.setdefault(number, at)
    if len(marks) >= _SURE and len(notes) >= _SURE:
        yield from _compare(marks, notes)


def _compare(marks: dict[int, Span], notes: list[tuple[int, Span]]) -> Iterator[Outcome]:
    written = Counter(number for number, _ in notes)
    if written.keys() == marks.keys() and written.total() == len(marks):
        yield holds(list(marks.values())[-1], f"{len(marks)} = {len(notes)}")
        return
    for number, at in marks.items():
        if number not in written:
            yield fault(at, zh=f"注号{number}没有注释。", en=f"Mark {number} has no note.")
    seen: set[int] = set()
    for number, at in notes:
        if number in seen:
            yield fault(at, zh=f"注释编号{number}重复。", en=f"Note {number} stands twice.")
        elif number not in marks:
            yield fault(at, zh=f"注释{number}在正文里没有注号。", en=f"Note {number} has no mark.")
        seen.add(number)
