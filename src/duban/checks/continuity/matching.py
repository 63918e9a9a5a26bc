"""Finds the same indicator in the reports of two years."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec
import yaml

from duban.grammar.folding import fold
from duban.model import Comparator, Measure, Role, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.report import Report
    from duban.model import Figure, Ledger, Section

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it
# What stands around a name without changing what is meant.
_PREFIX = re.compile(
    r"^(?:去年|今年|全年|[当本]年|全[省市县区州国盟旗]|我[省市县区国]|力争|确保|预计|完成|实现|保持|稳定|拟|年均|中央提出|提出)+"
)
_OPENING = re.compile("目标(?:建议)?(?:是|为|如下|：)")
_HEAD, _TAIL = 4, 3  # characters of a name that must stand close together
_LIST = 3  # targets in one sentence, from which it is a list of objectives
_SUFFIX = re.compile(r"(?:全年|年均|同比|控制|预期|目标|增长|增幅|增速|涨幅|分别|拟按|安排|在)+$")


class Names(msgspec.Struct, frozen=True):
    """What is known of names.

    Attributes:
        normal: normal form by name.
        written: all names by normal form.
        kinder: kinder indicators, by the normal form of the one they may replace.
    """

    normal: dict[str, str]
    written: dict[str, tuple[str, ...]]
    kinder: dict[str, tuple[str, ...]]


@cache
def names() -> Names:
    """Return what is known of names, read once."""
    data = yaml.load(files(__package__).joinpath("names.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    return Names(
        {name: group[0] for group in data["same"] for name in group},
        {group[0]: tuple(group) for group in data["same"]},
        {name: tuple(others) for name, others in data["kinder"].items()},
    )


def normal(indicator: str) -> str:
    """Return the normal form of an indicator's name.

    >>> normal("地区生产总值"), normal("城镇调查失业率全年")
    ('生产总值', '城镇调查失业率')
    """
    name = _SUFFIX.sub("", _PREFIX.sub("", fold(indicator)))
    return names().normal.get(name, name)


def written(name: str) -> tuple[str, ...]:
    """Return the ways in which the indicator of a normal form is written."""
    return names().written.get(name, (name,))


def mentions(text: str, name: str) -> bool:
    """Say whether a text speaks of an indicator, in one of its forms or in pieces.

    Args:
        text: folded.
        name: the indicator's normal form.
    """
    others = [other for other in names().kinder.get(name, ()) if other in text]
    if len(others) == 1:  # 城镇居民 alone is not 居民; with 农村居民 beside it, it is
        text = text.replace(others[0], "")
    if any(way in text for way in written(name)):
        return True
    head, tail = re.escape(name[:_HEAD]), re.escape(name[-_TAIL:])
    return bool(re.search(f"{head}[^。；\n]{{0,12}}{tail}", text))


def kind(measure: Measure) -> Measure:
    """Return the measure under which values compare: a running total is a level."""
    return Measure.LEVEL if measure is Measure.TOTAL else measure


def plain(figure: Figure) -> bool:
    """Say whether a figure states one value of a named indicator, without a bound."""
    return (
        bool(figure.indicator)
        and figure.value_max is None
        and figure.comparator is Comparator.EQUAL
        and figure.measure is not Measure.RANK
    )


def years(figure: Figure, sections: dict[str, Section]) -> tuple[int, int] | None:
    """Return the first and last year that a figure speaks of, or None where unknown."""
    if figure.period:
        first, _, last = figure.period.partition("-")
        return (int(first), int(last or first)) if (first + last).isdecimal() else None
    section = sections.get(figure.section)
    return section.years if section else None


def sections_of(ledger: Ledger) -> dict[str, Section]:
    """Return the sections of a ledger by id."""
    return {section.id: section for section in ledger.sections}


def objectives(ledger: Ledger) -> Iterator[Figure]:
    """Yield the numbers in the lists of main objectives for a report's plan year."""
    sections = sections_of(ledger)
    year = ledger.masthead.year
    wanted = [
        figure
        for figure in ledger.figures
        if figure.status is Status.TARGET and years(figure, sections) == (year, year)
    ]
    sizes = Counter(figure.sentence_start for figure in wanted)
    for figure in wanted:
        section = sections.get(figure.section)
        role = section.role if section else Role.OTHER
        opened = _OPENING.search(figure.sentence[: figure.start - figure.sentence_start])
        listed = role is Role.OBJECTIVES and sizes[figure.sentence_start] >= _LIST
        if figure.indicator and role is not Role.REVIEW and (opened or listed):
            yield figure


def consecutive(report: Report) -> Ledger | None:
    """Return last year's ledger, or None where there is none or it is of another year."""
    previous, year = report.previous, report.year
    if previous is None or year is None or previous.masthead.year != year - 1:
        return None
    return previous


def reviewed(report: Report) -> str:
    """Return the text of the report's review, folded; empty where it has none."""
    return "\n".join(
        report.folded[s.heading.start : s.body.end]
        for s in report.ledger.sections
        if s.role is Role.REVIEW and not _inside_review(report, s)
    )


def _inside_review(report: Report, section: Section) -> bool:
    parent = report.sections.get(section.parent)
    return parent is not None and parent.role is Role.REVIEW
