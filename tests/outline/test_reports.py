"""Real reports: each has its place, year, review and plan; roles agree with the labels."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from duban.grammar.folding import fold
from duban.model import Role
from duban.outline import objectives_spans, outline, section_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from duban.model import Document, Section

    from .conftest import MakeDocument

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
AGREED = 0.99  # share of labelled figures whose tense is that of their section


def read(path: Path, make_document: MakeDocument) -> Document:
    return make_document(path.read_text("utf-8"), path.name)


def test_provinces(reports: Path, make_document: MakeDocument) -> None:
    paths = sorted((reports / "provinces-2026").glob("*.txt"))
    assert len(paths) == 23
    for path in paths:
        found = outline(read(path, make_document))
        masthead = found.masthead
        assert masthead.place == path.stem
        assert re.fullmatch(r"[1-6][0-9]0000", masthead.place_code)
        assert masthead.year == 2026
        assert masthead.session
        assert masthead.speaker
        assert masthead.date.startswith("2026-0")
        tops = [section for section in found.sections if section.level == 1]
        review = next(section for section in tops if section.role is Role.REVIEW)
        plan = next(section for section in reversed(tops) if section.role is Role.PLAN)
        assert review.body.end <= plan.heading.start
        assert review.years in ((2025, 2025), (2021, 2025))
        assert plan.years in ((2026, 2026), (2026, 2030))


def test_targets_of_the_provinces(reports: Path, make_document: MakeDocument) -> None:
    for path in sorted((reports / "provinces-2026").glob("*.txt")):
        document = read(path, make_document)
        folded = fold(document.text)
        found = outline(document, folded)
        stated = [
            span.of(folded)
            for span in objectives_spans(document, folded, found.sections)
            if _years(found.sections, span.start) == (2026, 2026)
        ]
        assert any("增长" in text and "%" in text for text in stated), path.name


def _years(sections: tuple[Section, ...], offset: int) -> tuple[int, int] | None:
    section = section_at(sections, offset)
    return section.years if section else None


def test_nation(reports: Path, make_document: MakeDocument) -> None:
    paths = sorted((reports / "national").glob("*.txt"))
    assert len(paths) == 49
    for path in paths:
        masthead = outline(read(path, make_document)).masthead
        assert (masthead.place, masthead.place_code) == ("全国", "100000"), path.name
        assert masthead.year == int(path.stem)


def test_annual_reports_of_the_nation_have_a_review_and_a_plan(
    reports: Path, make_document: MakeDocument
) -> None:
    for path in sorted((reports / "national").glob("20*.txt")):
        found = outline(read(path, make_document))
        roles = {section.role for section in found.sections}
        assert {Role.REVIEW, Role.PLAN} <= roles, path.name
        review = next(section for section in found.sections if section.role is Role.REVIEW)
        assert review.years is not None
        assert review.years[1] == int(path.stem) - 1


def test_prefecture_in_disorder(reports: Path, make_document: MakeDocument) -> None:
    found = outline(read(reports / "haidong-2025.txt", make_document))
    assert (found.masthead.place, found.masthead.place_code) == ("海东市", "630200")
    assert (found.masthead.year, found.masthead.session) == (2025, "三届人大七次会议")
    tops = [(s.number, s.role) for s in found.sections if s.level == 1]
    numbered = [(str(number), Role.REVIEW) for number in range(1, 11)]
    items = [(f"{number}是", Role.PLAN) for number in "二三四五六"]
    assert tops == [
        ("", Role.OTHER),
        ("", Role.REVIEW),
        ("", Role.OBJECTIVES),
        *numbered,
        *items,
        ("", Role.SELF_GOVERNMENT),
        ("六是", Role.PLAN),
    ]
    inner = [section for section in found.sections if section.level > 1]
    assert {(s.number, s.role, s.years) for s in inner} == {("●", Role.PLAN, (2025, 2025))}


def test_roles_agree_with_the_labels_of_the_sample(make_document: MakeDocument) -> None:
    agreed = list(_agreement(SAMPLES / "yunshan-2025.txt", SAMPLES, make_document))
    assert len(agreed) > 50
    assert sum(agreed) >= AGREED * len(agreed)


def test_roles_agree_with_the_labels(
    reports: Path,
    gold: Path,
    make_document: MakeDocument,
    record_property: Callable[[str, object], None],
) -> None:
    agreed = list(_agreements(reports, gold, make_document))
    share = sum(agreed) / len(agreed)
    record_property("share of figures whose section has their tense", share)
    assert share >= AGREED


def _agreements(reports: Path, gold: Path, make_document: MakeDocument) -> Iterator[bool]:
    sources = json.loads((gold / "sources.json").read_text("utf-8"))
    for name, source in sources.items():
        yield from _agreement(reports.parent / source, gold, make_document, name)


def _agreement(
    report: Path, gold: Path, make_document: MakeDocument, name: str = ""
) -> Iterator[bool]:
    found = outline(read(report, make_document))
    labels = gold / f"{name or report.stem}.gold.jsonl"
    for line in labels.read_text("utf-8").splitlines():
        row = json.loads(line)
        section = section_at(found.sections, row.get("start", 0))
        if "status" in row and section:
            yield _tense(section.role) == row["status"]


def _tense(role: Role) -> str:
    return {Role.REVIEW: "actual", Role.OTHER: ""}.get(role, "target")
