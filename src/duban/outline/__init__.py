"""Document → Outline: its sections, what each does and of which years, and its masthead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duban.grammar.folding import fold
from duban.model import Outline
from duban.outline.headings import find_headings
from duban.outline.lines import lines_of
from duban.outline.masthead import masthead_of
from duban.outline.nesting import nest
from duban.outline.objectives import objectives_spans
from duban.outline.opening import find_body
from duban.outline.passages import FORWARD, outer_kinds, with_passages
from duban.outline.roles import judge
from duban.outline.sections import section_at, sections_of
from duban.outline.years import plan_reported

if TYPE_CHECKING:
    from duban.model import Document

_GREETING: Final = 400  # characters in which a report says what it is about

__all__ = ["objectives_spans", "outline", "section_at"]


def outline(document: Document, folded: str | None = None) -> Outline:
    """Return the sections of a report and what its head says about it.

    Sections stand in the order of the text; each character of the report that is no blank lies
    in one, those before the first heading in a section without a heading and of role other.

    Args:
        document: the report.
        folded: `fold(document.text)`, if the caller has it.
    """
    text = fold(document.text) if folded is None else folded
    lines = lines_of(document, text)
    body = find_body(text, lines)
    headings = find_headings(text, lines[body:])
    outer = outer_kinds(headings)
    titles = [heading.words(text) for heading in headings if heading.kind in outer]
    start = lines[body].start if lines else 0
    masthead = masthead_of(document, text, start, titles)
    year, plan = masthead.year, plan_reported(text[start : start + _GREETING])
    for prose in (False, True):
        nodes = nest(text, with_passages(text, lines[body:], headings, year, prose=prose))
        verdicts = judge(text, nodes, year, plan)
        if any(verdict.role in FORWARD for verdict in verdicts):
            break  # only a report that nowhere says that it plans is read by its language
    return Outline(masthead, sections_of(document.text, nodes, verdicts))
