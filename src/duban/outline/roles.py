"""The role and the years of each section: by its words, its place, or its language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from duban.grammar.goals import target_lists
from duban.model import Role
from duban.outline.heads import PASSAGE, PLAIN
from duban.outline.siblings import ABROAD, Verdict, settle_siblings
from duban.outline.tense import EVIDENCE, STRONG_EVIDENCE, lean
from duban.outline.wording import role_by_words, role_under
from duban.outline.years import years_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duban.outline.nesting import Node
    from duban.outline.years import Years

_OUTERMOST: Final = ("part", "chapter", "hanzi", PLAIN)  # each may do something else
_CLEARLY_REVIEW: Final = 0.4
_CLEARLY_PLAN: Final = -0.35
_MOSTLY_REVIEW: Final = 0.5  # what an account of a plan is below, which tells its beginnings too
_MOST: Final = 0.5  # of a section's characters


def judge(
    text: str, nodes: Sequence[Node], year: int | None, plan: Years | None = None
) -> list[Verdict]:
    """Return role and years of each section, parents before children.

    Args:
        text: folded text.
        nodes: the sections.
        year: the report's own year, or None where it is unknown.
        plan: the years of the five-year plan that the whole report is about, if it is.
    """
    verdicts: list[Verdict] = []
    before: dict[str, Verdict] = {}  # kind → the last section of it that stands under none
    for index, node in enumerate(nodes):
        above = verdicts[node.parent] if node.parent >= 0 else None
        title = node.heading.words(text)
        verdict = _by_words(node, title, above, year)
        if not verdict.told:
            neighbour = above or before.get(node.heading.kind)
            abroad = above is not None and above.role is Role.OTHER
            planned = None if abroad else _by_plan(text, node, title, year, plan)
            verdict = planned or _by_language(text, node, neighbour, year)
        elif verdict.role is Role.PLAN and "标" in title and _is_leaf(nodes, index):
            verdict = _by_targets(text, node, verdict)
        if above is None and node.heading.kind not in _OUTERMOST:
            before[node.heading.kind] = verdict
        verdicts.append(verdict)
    return settle_siblings(nodes, verdicts, [node.heading.words(text) for node in nodes])


def _is_leaf(nodes: Sequence[Node], index: int) -> bool:
    return index + 1 == len(nodes) or nodes[index + 1].parent != index


def _by_targets(text: str, node: Node, verdict: Verdict) -> Verdict:
    """Make a section headed 目标任务 one of objectives, if a list of targets is most of it."""
    start, end = node.heading.end, node.end
    listed = sum(last - first for first, last in target_lists(text, start, end))
    if listed < _MOST * (end - start):
        return verdict
    return Verdict(Role.OBJECTIVES, verdict.years, told=True)


def _by_plan(
    text: str, node: Node, title: str, year: int | None, plan: Years | None
) -> Verdict | None:
    """Judge a section that speaks of a five-year plan which is still to be carried out."""
    named = years_in(title, year)
    if named and year and named[0] < named[1] and named[0] <= year <= named[1]:
        plan = named
    elif plan is None or node.heading.kind == PASSAGE or ABROAD.search(title):
        return None
    leaning = lean(text, node.heading.end, node.end)
    told = plan == named
    return Verdict(Role.PLAN, plan, told) if leaning < _MOSTLY_REVIEW else None


def _by_words(node: Node, title: str, above: Verdict | None, year: int | None) -> Verdict:
    """Judge a section by its own words and those of the sections above it."""
    if node.heading.kind == PASSAGE and node.heading.role:
        return _passage(node.heading.role, node.heading.years)
    if above and above.told and above.role is not Role.OTHER:
        return _under(above, title, year)
    return _alone(node, title, year, above)


def _passage(role: Role, years: Years | None) -> Verdict:
    return Verdict(role, None if role is Role.OTHER else years, told=True)


def _under(above: Verdict, title: str, year: int | None) -> Verdict:
    """Judge a section by the one above it, unless its own words say otherwise."""
    role = role_under(above.role, title, year)
    if role is None:
        return above
    return Verdict(role, years_in(title, year) or _usual_years(role, year), told=True)


def _alone(node: Node, title: str, year: int | None, above: Verdict | None) -> Verdict:
    """Judge a section by its own words; what stands in a glossary is part of it."""
    role = node.heading.role or role_by_words(title, year)
    if role is None:
        return Verdict(Role.OTHER, None, told=above is not None and above.told)
    years = node.heading.years or years_in(title, year) or _usual_years(role, year)
    return Verdict(role, years, told=True)


def _by_language(text: str, node: Node, neighbour: Verdict | None, year: int | None) -> Verdict:
    """Judge a section by its language; where that is not clear, like the one above or before."""
    evidence = STRONG_EVIDENCE if node.parent >= 0 else EVIDENCE
    leaning = lean(text, node.heading.end, node.end, evidence)
    if leaning >= _CLEARLY_REVIEW or leaning <= _CLEARLY_PLAN:
        role = Role.REVIEW if leaning > 0 else Role.PLAN
        return Verdict(role, _usual_years(role, year), told=False)
    return neighbour or Verdict(Role.OTHER, None, told=False)


def _usual_years(role: Role, year: int | None) -> Years | None:
    """Return the year that a role speaks of in an annual report."""
    if year is None or role is Role.OTHER:
        return None
    usual = year - 1 if role is Role.REVIEW else year
    return usual, usual
