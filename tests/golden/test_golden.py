"""The sample's whole ledger as a text that a person can review; any drift shows as a diff.

`pytest tests/golden --rewrite-golden` writes what is read now; the diff of the file is the review.
"""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from duban.model import Commitment, Figure, Remark, Target
from duban.pipeline import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.model import Ledger, Section

    Entry = Figure | Target | Commitment | Remark

GOLDEN = Path(__file__).with_name("yunshan-2025.ledger.txt")
EMPTY = ("", None, ())


def test_the_ledger_of_the_sample_has_not_changed(
    samples: Path, request: pytest.FixtureRequest
) -> None:
    lines = list(ledger_lines(read(samples / "yunshan-2025.txt").ledger))
    if request.config.getoption("--rewrite-golden"):
        GOLDEN.write_text("\n".join(lines) + "\n", encoding="utf-8")
    wanted = GOLDEN.read_text("utf-8").splitlines()
    drift = "\n".join(unified_diff(wanted, lines, GOLDEN.name, "read now", lineterm="", n=1))
    if drift:
        pytest.fail(f"the ledger of the sample changed; if it should, rewrite it:\n{drift}")


def ledger_lines(ledger: Ledger) -> Iterator[str]:
    """Yield a line for the masthead, each section and each entry, in the order of the text."""
    head = ledger.masthead
    yield joined(
        head.title, head.place, head.place_code, head.year, head.session, head.date, head.speaker
    )
    entries: list[Entry] = [*ledger.figures, *ledger.targets, *ledger.commitments]
    entries += ledger.remarks
    rows = [(section.heading.start, 0, section_line(section)) for section in ledger.sections]
    rows += [(entry.start, 1, entry_line(entry)) for entry in entries]
    for _, kind, line in sorted(rows):
        if not kind:
            yield ""
        yield line


def section_line(section: Section) -> str:
    years = "-".join(str(year) for year in dict.fromkeys(section.years or ()))
    title = f"{section.number}{section.title}"
    return f"{'#' * section.level} {joined(title, section.role, years)}"


def entry_line(entry: Entry) -> str:
    match entry:
        case Figure():
            return figure_line(entry)
        case Target():
            return target_line(entry)
        case Commitment():
            return commitment_line(entry)
        case Remark():
            return joined(entry.code, entry.text, entry.reading, *entry.alternatives)


def figure_line(figure: Figure) -> str:
    top = "" if figure.value_max is None else f"…{figure.value_max:f}"
    value = f"{figure.value:f}{top} {figure.unit}".strip()
    told = (labelled("area", figure.area), labelled("of", figure.whole), figure.period)
    kind = f"{figure.measure} {figure.status} {figure.comparator}"
    return joined(figure.id, figure.text, value, figure.indicator, kind, *told)


def target_line(target: Target) -> str:
    told = (
        labelled("against", target.reference),
        target.nature,
        labelled("rider", target.stretch),
        labelled("area", target.area),
        target.period,
    )
    name = joined(target.id, target.text, target.indicator, target.operator)
    return joined(name, target.measure, labelled("figure", target.figure), *told)


def commitment_line(commitment: Commitment) -> str:
    told = (
        labelled("by", commitment.deadline),
        labelled("at", commitment.place),
        labelled("units", "、".join(commitment.units)),
        labelled("figures", " ".join(commitment.figures)),
    )
    action = f"{commitment.verb}→{commitment.object}"
    return joined(commitment.id, commitment.text, commitment.kind, action, *told)


def labelled(name: str, value: str) -> str:
    return f"{name} {value}" if value else ""


def joined(*parts: object) -> str:
    return " | ".join(str(part) for part in parts if part not in EMPTY)
