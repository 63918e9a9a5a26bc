"""The role that the words of a heading give to its section."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.model import Role
from duban.outline.vocabulary import vocabulary
from duban.outline.years import begins_with_time, years_in

if TYPE_CHECKING:
    import re

    from duban.outline.years import Years

_FORWARD = (Role.OBJECTIVES, Role.PLAN)


def role_by_words(title: str, year: int | None) -> Role | None:
    """Return the role that a heading of the outermost levels names, or None if it names none.

    The first word that names a role decides; a word of plans beside years that have passed
    (2025年重点工作 in the report of 2026) belongs to a review.

    Args:
        title: the heading's words, folded.
        year: the report's own year.
    """
    words = vocabulary().headings
    role = _first(title, words)
    if role is Role.OBJECTIVES and words[Role.PLAN].search(title):
        role = Role.PLAN  # 目标任务, 主要目标和重点工作
    if role in (Role.OTHER, Role.REVIEW, Role.SELF_GOVERNMENT):
        return role
    years = years_in(title, year)
    if years and year:
        return _by_years(role, years, year, title)
    return role


def _by_years(role: Role | None, years: Years, year: int, title: str) -> Role | None:
    if years[1] < year and (role or "工作" in title or begins_with_time(title)):
        return Role.REVIEW
    if years[0] >= year:
        return role or Role.PLAN
    return role


def role_under(parent: Role, title: str, year: int | None) -> Role | None:
    """Return the role that a heading takes although it stands under one of role `parent`.

    None means that it takes its parent's. Under a plan, words such as 目标 or 政府 are common,
    so that fewer of them count.
    """
    named = _first(title, vocabulary().headings)
    years = years_in(title, year)
    if parent is Role.REVIEW:
        coming = bool(years and year and years[0] >= year)
        return Role.PLAN if coming and named in _FORWARD else None
    past = bool(years and year and years[1] < year)
    if named is Role.REVIEW and (past or "回顾" in title):
        return named
    if parent is Role.SELF_GOVERNMENT:
        return None
    role = _first(title, vocabulary().nested)
    if role is None and parent is Role.OBJECTIVES and named is Role.PLAN:
        return named
    return role


def _first(title: str, patterns: dict[Role, re.Pattern[str]]) -> Role | None:
    """Return the role whose word stands first; of words at one place, the longest."""
    found = [(m.start(), -m.end(), role) for role, p in patterns.items() if (m := p.search(title))]
    return min(found)[2] if found else None
