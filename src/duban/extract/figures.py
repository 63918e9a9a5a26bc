"""Figures: every number of a report with what it measures, how, when and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.extract.areas import Areas
from duban.extract.draft import Draft, Passage
from duban.extract.indicator import inherited
from duban.extract.lists import read_list
from duban.extract.measure import measure
from duban.extract.naming import GLUE_MARKS
from duban.extract.period import period_of
from duban.extract.segments import Segments, segments
from duban.extract.setting import Setting, looks_ahead
from duban.extract.value_tables import table_values
from duban.grammar.quantity import quantities
from duban.model import Comparator, Figure, Measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.extract.value_tables import TableValue
    from duban.grammar.quantity import Quantity
    from duban.model import Outline

# Words that say that a named thing happened: what it counts is a flow.
_EVENT = re.compile(
    r"入选|当选|通过|落户|获(?!得感)|建成|完成|投入|投用|开诊|建立|划转|启动|通车|开通|成立|认定|落地|上市|开行|脱贫"
)
_STOCK = re.compile(r"(?:里程|总量|规模|存量|余额)$")
_FLOW_NAME = re.compile(r"就业|造林|招生|移民|搬迁|培训|[用资]外资|到位资金")


def read_figures(source: str, folded: str, parts: Segments | None = None) -> Passage:
    """Read every figure of a text as far as its own words go, without the outline's help."""
    passage = Passage(source, folded, parts or segments(folded), backwards=folded[::-1])
    cells = table_values(source, folded) if "\t" in folded else ()
    values = {value.quantity.start: value for value in cells}
    for number in _in_order(quantities(folded), values):
        passage.add(number)
    for draft in passage.drafts if values else ():
        if draft.quantity.start in values:
            draft.take_cell(values[draft.quantity.start])
    passage.share_units()
    for at, draft in enumerate(passage.drafts):
        if not draft.listed:
            start = _start(passage, at)
            if not read_list(passage, at, start):
                measure(passage, at, (start, draft.predicate.start))
    return passage


def _in_order(
    numbers: Iterator[Quantity], values: dict[int, TableValue]
) -> Iterator[Quantity] | list[Quantity]:
    """Return the numbers of the prose and of the tables in the order of the text."""
    if not values:
        return numbers
    taken = {at for start, value in values.items() for at in range(start, value.quantity.end)}
    prose = (number for number in numbers if number.start not in taken)
    return sorted((*prose, *(value.quantity for value in values.values())))


def _start(passage: Passage, at: int) -> int:
    """Return where a number's own words begin, past a noun that the last number took."""
    draft, before = passage.drafts[at], passage.before(at)
    if before and before.used > draft.floor and passage.text.startswith(GLUE_MARKS, before.used):
        return before.used + 1
    return draft.floor


def settle_figures(passage: Passage, outline: Outline) -> tuple[Figure, ...]:
    """Return the figures with status, period and area, which the outline decides.

    Args:
        passage: the text with its finished drafts.
        outline: masthead and sections of the same text.
    """
    setting, areas = Setting(passage.text, outline), Areas(outline.masthead, passage.text)
    found: list[Figure] = []
    last: Draft | None = None
    for at, draft in enumerate(passage.drafts):
        areas.place(draft, last)
        if draft.area and draft.indicator == draft.area:  # 人口增长率，甲省由2.9%降到0.6%
            draft.indicator = inherited(passage, at) or draft.indicator
        before = found[-1] if last is not None and last.sentence == draft.sentence else None
        found.append(_figure(passage, draft, setting, before))
        last = draft
    return tuple(found)


def extract_figures(
    source: str, folded: str, outline: Outline, parts: Segments | None = None
) -> tuple[Figure, ...]:
    """Return the figures of a report, in the order of the text.

    Args:
        source: the text as the document has it.
        folded: `fold(source)`.
        outline: its masthead and sections.
        parts: its sentences and clauses, if they are known.
    """
    return settle_figures(read_figures(source, folded, parts), outline)


def _figure(passage: Passage, draft: Draft, setting: Setting, before: Figure | None) -> Figure:
    number = draft.quantity
    if (
        draft.comparator is Comparator.EQUAL
        and passage.text.find("至少", draft.floor, number.start) >= 0
    ):
        draft.comparator = Comparator.AT_LEAST
    section = setting.section(number.start)
    status = setting.status(section, draft)
    if before and draft.name.rule == "inherited" and not looks_ahead(section) and not draft.base:
        status = before.status
    first, last = draft.sentence
    return Figure(
        id=f"F{number.start}",
        start=number.start,
        end=number.end,
        text=passage.source[number.start : number.end],
        value=-number.value if draft.negative and number.value else number.value,
        step=number.step,
        unit=number.unit,
        indicator=draft.indicator,
        measure=draft.measure,
        status=status,
        value_max=number.value_max,
        comparator=draft.comparator,
        area=draft.area,
        whole=draft.whole,
        period=period_of(setting, section, draft, status, flow=is_flow(passage, draft)),
        sentence=before.sentence if before else passage.source[first:last].strip(),
        sentence_start=first,
        section=section.id if section else "",
    )


def _covers(passage: Passage, draft: Draft) -> bool:
    verb = draft.name.verb
    return verb is not None and passage.text[slice(*verb)] in ("覆盖", "拥有", "现有", "共有")


def is_flow(passage: Passage, draft: Draft) -> bool:
    """Say whether a figure counts what was done in a time, not a state at its end."""
    if draft.measure in (Measure.CHANGE, Measure.ADDED):
        return True
    if draft.measure is Measure.TOTAL:
        return draft.name.rule != "total" and bool(draft.name.pieces)
    if draft.measure is not Measure.LEVEL or draft.is_rate:
        return False
    if draft.name.verb is not None or _FLOW_NAME.search(draft.indicator):
        reached = "level" in draft.predicate.kinds or _STOCK.search(draft.indicator)
        return not reached and not _covers(passage, draft)
    return _EVENT.search(passage.text, draft.tail, draft.clause[1]) is not None
