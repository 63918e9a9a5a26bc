"""Commitments: examples as data, and what must hold of any text under any outline."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from duban.extract.commitments import extract_commitments
from duban.extract.figures import extract_figures
from duban.grammar.folding import fold
from duban.grammar.verbs import clause_words, verbs
from duban.model import Commitment, Masthead, Outline, Role, Section, Span

FOLDER = Path(__file__).with_name("commitments")
EXAMPLES = [
    pytest.param(example, id=f"{file.stem}: {example['name']}")
    for file in sorted(FOLDER.glob("*.yaml"))
    for example in yaml.safe_load(file.read_text(encoding="utf-8"))
]
DATA = yaml.safe_load(FOLDER.with_name("commitments_pieces.yaml").read_text(encoding="utf-8"))
MASTHEAD = Masthead(place="海东市", place_code="630200", year=2025)


def _section(start: int, end: int, role: Role = Role.PLAN) -> Section:
    return Section(f"S{start}", Span(start, start), Span(start, end), "", "", 1, role, (2025, 2025))


def _read(text: str, *sections: Section) -> tuple[Commitment, ...]:
    folded = fold(text)
    outline = Outline(MASTHEAD, sections or (_section(0, len(text)),))
    return extract_commitments(text, folded, outline, extract_figures(text, folded, outline))


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: dict[str, Any]) -> None:
    found = _read(example["text"])
    assert [row.text for row in found] == [row["text"] for row in example["rows"]]
    for row, wanted in zip(found, example["rows"], strict=True):
        got = {key: getattr(row, key) for key in wanted}
        got |= {"kind": str(row.kind)} | ({"units": list(row.units)} if "units" in wanted else {})
        assert got == wanted


@pytest.mark.parametrize("role", [Role.REVIEW, Role.OTHER])
def test_only_sections_that_plan_hold_commitments(role: Role) -> None:
    text = "建成青川湾泵站，改造管网30公里。"
    assert _read(text, _section(0, len(text), role)) == ()


@pytest.mark.parametrize("role", [Role.PLAN, Role.SELF_GOVERNMENT, Role.OBJECTIVES])
def test_all_sections_that_plan_do(role: Role) -> None:
    text = "建成青川湾泵站，改造管网30公里。"
    assert len(_read(text, _section(0, len(text), role))) == 2


def test_a_section_of_several_years_gives_its_years_as_the_deadline() -> None:
    text = "建成青川湾泵站。年底前修复河堤。"
    section = Section("S0", Span(0, 0), Span(0, 16), "", "", 1, Role.PLAN, (2026, 2030))
    assert [row.deadline for row in _read(text, section)] == ["2026-2030", "2025-12-31"]


def test_a_section_of_objectives_keeps_actions_and_no_targets() -> None:
    text = "今后五年，果品产量年均增长8%，城镇化率提高5个百分点；建成青川湾港区。"
    rows = _read(text, _section(0, len(text), Role.OBJECTIVES))
    assert [row.text for row in rows] == ["建成青川湾港区"]


def test_next_year_counts_from_the_day_of_the_report() -> None:
    text = "明年二月底以前完成整社工作。"
    masthead = Masthead(place="柳溪县", year=1957, date="1956-12-09")
    outline = Outline(masthead, (_section(0, len(text)),))
    (row,) = extract_commitments(text, fold(text), outline, ())
    assert row.deadline == "1957-02-28"


def test_orientation_in_the_line_of_a_heading_is_left_out() -> None:
    heading = "（一）扩大内需。"
    text = (
        heading + "坚持供需两旺，增强发展后劲。\n建设湖滨夜市，发放消费券。\n办好开渔节，引进首店。"
    )
    section = Section(
        "S0",
        Span(0, len(heading)),
        Span(len(heading), len(text)),
        "（一）",
        "扩大内需",
        1,
        Role.PLAN,
    )
    assert next(row.text for row in _read(text, section)) == "建设湖滨夜市"


def test_figures_are_named_and_ids_and_sections_given() -> None:
    row = _read("打造绿道12公里。")[0]
    assert (row.id, row.section, row.figures) == ("C0", "S0", ("F4",))


def test_every_verb_belongs_to_one_class() -> None:
    actions = verbs()
    words = clause_words()
    classes = [set(actions), *(set(words[name]) for name in ("leading", "coverbs", "trailing"))]
    assert sum(map(len, classes)) == len(set().union(*classes))
    for name in ("inner_verbs", "instrumental", "purposes"):
        assert set(words[name]) <= set(actions), name


TEXTS = st.one_of(
    st.text(max_size=120), st.lists(st.sampled_from(DATA["pieces"]), max_size=60).map("".join)
)


@st.composite
def reports(draw: st.DrawFn) -> tuple[str, list[Section]]:
    """A text and sections that follow each other, with headings of any length and any role."""
    text = draw(TEXTS)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    bounds = pairwise([0, *cuts, len(text)])
    sections = [
        Section(
            f"S{start}",
            Span(start, middle := draw(st.integers(start, end))),
            Span(middle, end),
            "",
            "",
            draw(st.integers(1, 3)),
            draw(st.sampled_from(Role)),
            draw(st.sampled_from([None, (2025, 2025), (2026, 2030)])),
        )
        for start, end in bounds
    ]
    return text, sections


@settings(max_examples=300, deadline=None)
@given(reports())
def test_spans_are_ordered_disjoint_and_slices_of_the_text(
    report: tuple[str, list[Section]],
) -> None:
    text, sections = report
    found = _read(text, *sections)
    assert all(row.text == text[row.start : row.end] for row in found)
    assert all(row.text and row.text == row.text.strip() for row in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(row.verb in row.text and row.object in row.text for row in found)
    assert len({row.id for row in found}) == len(found)


@pytest.mark.parametrize("pattern", DATA["patterns"])
def test_time_is_linear_in_the_length(pattern: str) -> None:
    short, long = (
        _seconds("围绕" + pattern * (size // len(pattern))) for size in (40_000, 160_000)
    )
    assert long < 10 * short + 0.3


def _seconds(text: str) -> float:
    outline = Outline(MASTHEAD, (_section(0, len(text)),))
    folded = fold(text)
    start = time.process_time()
    extract_commitments(text, folded, outline, ())
    return time.process_time() - start
