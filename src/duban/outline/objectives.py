"""Where a report states its targets: 今年经济社会发展主要预期目标是：."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from duban.grammar.goals import target_lists
from duban.model import Role, Span
from duban.outline.lines import lines_of
from duban.outline.sections import section_at

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duban.model import Document, Section
    from duban.outline.lines import Line

_TELLING: Final = (Role.PLAN, Role.OBJECTIVES)
# The words before 标 are looked back at, so that the search runs at the speed of one sign.
_STATES = re.compile(
    r"标(?<=(?:主要|预期|奋斗|发展|总体|增长|计划|束性)[目指]标)(?:任务)?"
    r"(?:安排|建议|拟定|设定|确定|初定|定)?(?:是|为|包括|如下)?(?:，即)?"
    r"(?:：|(?<=[是为])(?:，|(?=[0-9])))"
)
_SENTENCE = re.compile(r"[^。！？]*[。！？]?")
_ENDS: Final = "。！？"
_LONGEST: Final = 400  # characters of a sentence before the words
# A sentence after the list that explains it, or goes on to something else.
_EXPLAINS = re.compile(
    r"[ \u3000]*(?:这|上述|以上(?![0-9])|提出|确定|设定|实现|完成|之所以|主要考虑|需要|同时|为此)"
    r"|[ \u3000]*(?:我们|做好|重点)"
)
_HEADED = re.compile(r"目标(?:任务)?$")
_TARGETS = re.compile(r"[0-9]|同步|国家下达")
_LEAD: Final = 1000  # characters in which a section without subsections may list its targets


def objectives_spans(
    document: Document, folded: str, sections: Sequence[Section]
) -> tuple[Span, ...]:
    """Return the sentences and paragraphs that state the list of targets, in order.

    They stand in sections of role plan or objectives: a sentence such as 主要预期目标是：…, the
    paragraph below a line that ends so, the text of a section headed 目标 that needs no such
    sentence, and a list of targets that stands before the measures of a plan.

    Args:
        document: the report.
        folded: `fold(document.text)`.
        sections: its sections, in the order of the text.
    """
    lines = lines_of(document, folded)
    spans = [
        *_stated(folded, lines, sections),
        *_headed(folded, lines, sections),
        *_leading(folded, sections),
    ]
    return tuple(_merged(sorted(spans)))


def _stated(folded: str, lines: Sequence[Line], sections: Sequence[Section]) -> Iterator[Span]:
    """Yield the spans of sentences that say that targets follow."""
    reached = 0
    for found in _STATES.finditer(folded):
        if found.start() < reached:
            continue
        section = section_at(sections, found.start())
        if section is None or section.role not in _TELLING:
            continue
        index = bisect_right(lines, found.start(), key=lambda line: line.start) - 1
        span = _list_of_targets(folded, found, lines[index])
        reached = span.end
        yield span
        if folded[span.end - 1] == "：" and index + 1 < len(lines):
            yield Span(lines[index + 1].start, lines[index + 1].end)


def _list_of_targets(folded: str, found: re.Match[str], line: Line) -> Span:
    """Return the sentence around the words, with those after it that go on with figures."""
    earliest = max(line.start, found.start() - _LONGEST)
    before = max(folded.rfind(sign, earliest, found.start()) for sign in _ENDS)
    start = max(before + 1, earliest)
    end = _sentence_end(folded, found.end(), line.end)
    while end < line.end and not _EXPLAINS.match(folded, end, line.end):
        following = _sentence_end(folded, end, line.end)
        if not re.search("[0-9]", folded[end:following]):
            break
        end = following
    return Span(start, end)


def _sentence_end(folded: str, start: int, end: int) -> int:
    found = _SENTENCE.match(folded, start, end)
    return found.end() if found else end


def _headed(folded: str, lines: Sequence[Line], sections: Sequence[Section]) -> Iterator[Span]:
    """Yield the paragraphs of sections that are headed 目标 and state them without an opening."""
    for section in sections:
        start, end = section.body.start, section.body.end
        if section.role is not Role.OBJECTIVES or not _HEADED.search(section.title):
            continue
        if _STATES.search(folded, start, end):
            continue
        for index in range(bisect_left(lines, start, key=lambda line: line.end), len(lines)):
            line = lines[index]
            if line.start >= end:
                break
            first = max(line.start, start)
            if section_at(sections, first) is not section:
                break
            if _TARGETS.search(folded, first, line.end):
                yield Span(first, line.end)


def _leading(folded: str, sections: Sequence[Section]) -> Iterator[Span]:
    """Yield the lists of targets that a plan states before it comes to its measures."""
    roles = {section.id: section.role for section in sections}
    for section, after in zip_longest(sections, sections[1:]):
        if section.role not in _TELLING or roles.get(section.parent) in _TELLING:
            continue
        start, end = section.body.start, section.body.end
        if after and after.parent == section.id:
            end = after.heading.start
        else:
            end = min(end, start + _LEAD)
        yield from (Span(*found) for found in target_lists(folded, start, end))


def _merged(spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans with those that overlap joined."""
    current = None
    for span in spans:
        if current and span.start <= current.end:
            current = Span(current.start, max(current.end, span.end))
            continue
        if current:
            yield current
        current = span
    if current:
        yield current
