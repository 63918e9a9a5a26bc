"""Findings that a person has looked at and lets stand, each with the reason.

They come from a file beside the report, or stand in the text itself (Markdown and plain text)
as `<!-- duban: ignore AR101 the reason -->`. One that no longer applies is a finding, CH002.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from duban.checks.passage import sentence
from duban.model import Finding, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from duban.model import Document

STALE = "CH002"
_COMMENT = re.compile(
    r"<!--\s{0,9}duban[:：]\s{0,9}ignore\s{1,9}(?P<code>[A-Z]{2}[0-9]{0,3})\b[\s:：，,]{0,9}"
    r"(?P<reason>[^>]{0,500}?)\s{0,9}-->"
)
_FORMATS = frozenset(("txt", "md"))
_SHORT = 20  # characters of the words that a message repeats


class Suppression(msgspec.Struct, frozen=True):
    """One decision to let findings stand.

    Attributes:
        code: of the rule, or the beginning of several.
        reason: why; never empty where it is applied.
        words: the exact words of the findings; empty for any.
        sentence: a passage that holds them, where they occur more than once.
        start: about where they stand; of several findings only the nearest is meant.
        within: the stretch that it holds for; None for the whole report.
        comment: where it stands in the text; None for one from a file.
    """

    code: str
    reason: str
    words: str = ""
    sentence: str = ""
    start: int | None = None
    within: Span | None = None
    comment: Span | None = None


class Applied(msgspec.Struct, frozen=True):
    """Findings after the suppressions.

    Attributes:
        kept: those that nobody lets stand, and a CH002 for each suppression without a finding.
        suppressed: the others, each with the decision.
    """

    kept: tuple[Finding, ...]
    suppressed: tuple[tuple[Finding, Suppression], ...]


def inline(document: Document) -> tuple[Suppression, ...]:
    """Return the suppressions that stand in a text; one without a reason has an empty one.

    Each holds for its paragraph; one that fills a paragraph holds for the next one too.
    """
    if document.source.format not in _FORMATS or "<!--" not in document.text:
        return ()
    return tuple(_in_text(document))


def _in_text(document: Document) -> Iterator[Suppression]:
    paragraphs = document.paragraphs
    for match in _COMMENT.finditer(document.text):
        at = Span(*match.span())
        home = document.locate(at.start)
        if home is None:
            continue
        alone = not _COMMENT.sub("", home.span.of(document.text)).strip()
        last = paragraphs[min(home.number, len(paragraphs) - 1)] if alone else home
        yield Suppression(
            match["code"],
            match["reason"].strip(),
            within=Span(home.span.start, last.span.end),
            comment=at,
        )


def apply(
    findings: Iterable[Finding],
    suppressions: Iterable[Suppression],
    text: str,
    ran: Callable[[str], bool],
) -> Applied:
    """Take out the findings that a person lets stand.

    Args:
        findings: of one report.
        suppressions: the decisions on that report.
        text: its text.
        ran: whether a rule, or any of those whose codes begin so, was run; a suppression of
            others cannot be called out of date.
    """
    decisions = tuple(suppressions)
    comments = [d.comment for d in decisions if d.comment]
    kept = [f for f in findings if not any(_inside(f, comment) for comment in comments)]
    suppressed: list[tuple[Finding, Suppression]] = []
    stale: list[Finding] = []
    for number, decision in enumerate(decisions, 1):
        meant = _meant([*kept, *(f for f, _ in suppressed)], decision, text)
        if not meant and ran(decision.code):
            stale.append(_stale(decision, number, text))
        suppressed += [(f, decision) for f in kept if f in meant]
        kept = [f for f in kept if f not in meant]
    ordered = sorted([*kept, *stale], key=lambda f: (f.start, f.end, f.code))
    return Applied(tuple(ordered), tuple(sorted(suppressed, key=lambda pair: pair[0].start)))


def _inside(finding: Finding, comment: Span) -> bool:
    return comment.start <= finding.start < finding.end <= comment.end


def _meant(findings: list[Finding], decision: Suppression, text: str) -> list[Finding]:
    found = [f for f in findings if _fits(f, decision, text)]
    if decision.start is None:
        return found
    at = decision.start
    return sorted(found, key=lambda f: abs(f.start - at))[:1]


def _fits(finding: Finding, decision: Suppression, text: str) -> bool:
    if not finding.code.startswith(decision.code) or finding.code == STALE:
        return False
    if decision.words and decision.words != finding.text:
        return False
    if decision.within and not _overlaps(decision.within, finding):
        return False
    if not decision.sentence:
        return True
    return decision.sentence in sentence(text, Span(finding.start, finding.end)).of(text)


def _overlaps(within: Span, finding: Finding) -> bool:
    return within.start <= finding.start < within.end


def _stale(decision: Suppression, number: int, text: str) -> Finding:
    at = decision.comment or _first(decision, text)
    what = decision.code + (f"“{_shortened(decision.words)}”" if decision.words else "")
    zh, en = ("正文里的", "in the text") if decision.comment else (f"第 {number} 条", str(number))
    return Finding(
        STALE,
        Severity.NOTE,
        at.start,
        at.end,
        at.of(text),
        f"{zh}免报（{what}）已没有对应的问题，请删去，以免掩盖以后的错误。",
        f"Suppression {en} ({what}) has no finding any more; remove it, lest it hide a later one.",
    )


def _first(decision: Suppression, text: str) -> Span:
    start = text.find(decision.words) if decision.words else -1
    return Span(start, start + len(decision.words)) if start >= 0 else Span(0, 0)


def _shortened(words: str) -> str:
    return words if len(words) <= _SHORT else words[:_SHORT] + "…"
