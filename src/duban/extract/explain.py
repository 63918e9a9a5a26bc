"""How a phrase was read, rule by rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from duban.extract.areas import Areas
from duban.extract.figures import is_flow, read_figures
from duban.extract.period import period_of
from duban.extract.setting import Setting
from duban.grammar.folding import fold
from duban.grammar.predicate import comparator_after
from duban.model import Comparator, Masthead, Outline, Role, Section, Span

if TYPE_CHECKING:
    from duban.extract.draft import Draft, Passage

Slot = tuple[str, str, str]


class Explanation(NamedTuple):
    """How one number was read.

    Attributes:
        text: the number as written.
        start: its offset in the phrase.
        end: offset after it.
        slots: name of a slot, its value, and the rule that decided it: an id of `rules.yaml`, or
            words of the text.
    """

    text: str
    start: int
    end: int
    slots: tuple[Slot, ...]


def explain(text: str, role: Role = Role.OTHER, year: int | None = None) -> list[Explanation]:
    """Explain how each number of a phrase is read.

    Args:
        text: a phrase or sentence.
        role: the role of the section that it stands in.
        year: the plan year of the report.
    """
    folded = fold(text)
    years = None if year is None else (year - 1, year - 1) if role is Role.REVIEW else (year, year)
    section = Section("S0", Span(0, 0), Span(0, len(text)), "", "", 1, role, years)
    setting = Setting(folded, Outline(Masthead(year=year), (section,)))
    passage = read_figures(text, folded)
    areas, last = Areas(Masthead(), folded), None
    for draft in passage.drafts:
        areas.place(draft, last)
        last = draft
    return [_explained(passage, draft, setting, section) for draft in passage.drafts]


def _explained(passage: Passage, draft: Draft, setting: Setting, section: Section) -> Explanation:
    number = draft.quantity
    status = setting.status(section, draft)
    why = draft.why
    period = period_of(setting, section, draft, status, flow=is_flow(passage, draft))
    slots = [
        ("value", _value(draft), number.form),
        ("unit", number.unit, "vocabulary"),
        ("indicator", draft.indicator, why.get("indicator", "")),
        ("measure", draft.measure.value, why.get("measure", "level")),
        ("status", status.value, f"section {section.role.value}"),
        ("comparator", draft.comparator.value, _bound(passage, draft)),
        ("area", draft.area, "place"),
        ("whole", draft.whole, why.get("measure", "")),
        ("period", period, "time words"),
    ]
    start, end = number.start, number.end
    return Explanation(
        passage.source[start:end], start, end, tuple(slot for slot in slots if slot[1])
    )


def _value(draft: Draft) -> str:
    number = draft.quantity
    low = f"{-number.value if draft.negative else number.value:f}"
    return low if number.value_max is None else f"{low}–{number.value_max:f}"


def _bound(passage: Passage, draft: Draft) -> str:
    if draft.comparator is Comparator.EQUAL:
        return "no bound"
    bound, end = comparator_after(passage.text, draft.quantity.end)
    if bound is not Comparator.EQUAL:
        return passage.source[draft.quantity.end : end]
    return "".join(reversed(draft.predicate.words)) or "more inside"
