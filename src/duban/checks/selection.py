"""Which rules are asked for: codes, or the beginnings of codes that name whole families."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from duban.model import Section

ABOUT_THE_CHECK = "CH"  # what went wrong with the check itself is told unless it is ignored


class Selection(msgspec.Struct, frozen=True):
    """The rules that are asked for.

    The longer of two beginnings decides, so that `AR` can be ignored and `AR101` selected;
    of equal ones `ignore` does.

    Attributes:
        select: codes or beginnings of codes; empty for all.
        ignore: codes or beginnings of codes.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def covers(self, code: str) -> bool:
        """Say whether a rule is asked for."""
        always = not self.select or code.startswith(ABOUT_THE_CHECK)
        chosen = max(_longest(self.select, code), 0 if always else -1)
        return chosen > _longest(self.ignore, code)


class InSections(msgspec.Struct, frozen=True):
    """What is asked for in the sections of some titles.

    Attributes:
        title: a title, with `*` for any characters; a section's parts belong to it.
        selection: the rules that may speak there.
    """

    title: str
    selection: Selection

    def names(self, section: Section) -> bool:
        """Say whether a section has such a title, with or without its number."""
        titles = (section.title, section.number + section.title)
        return any(fnmatchcase(title.strip(), self.title) for title in titles)


def unknown(given: Iterable[str], codes: Iterable[str]) -> str | None:
    """Return the first beginning that no rule's code has, or None."""
    known = tuple(codes)
    return next((g for g in given if not g or not any(c.startswith(g) for c in known)), None)


def allowed(
    code: str, section: str, sections: Mapping[str, Section], rules: Iterable[InSections]
) -> bool:
    """Say whether a rule may speak in a section, by what holds for it and those around it.

    Args:
        code: of the rule.
        section: id of the innermost section.
        sections: all sections by id.
        rules: what is asked for in which sections.
    """
    held = sections.get(section)
    while held is not None:
        if any(rule.names(held) and not rule.selection.covers(code) for rule in rules):
            return False
        held = sections.get(held.parent)
    return True


def _longest(beginnings: Iterable[str], code: str) -> int:
    return max((len(b) for b in beginnings if code.startswith(b)), default=-1)
