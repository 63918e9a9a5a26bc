"""The whole reader: what must hold of any text at all, and time linear in its length."""

from __future__ import annotations

import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import duban
from duban.grammar.folding import fold
from duban.ledger import jsonl
from duban.model import Commitment, Comparator, Figure, Remark, Role, Target
from duban.pipeline import read, read_text

SAMPLE = Path(__file__).resolve().parents[1] / "samples" / "yunshan-2025.txt"
TEXT = SAMPLE.read_bytes().decode("utf-8")
DATA = yaml.safe_load(Path(__file__).with_suffix("").with_name("pipeline.yaml").read_text("utf-8"))
LINE = next(line for line in TEXT.splitlines() if "高标准农田" in line)
SHORT, LONG = 12_000, 48_000  # characters
RATIO = 10  # generous beside 4, so that a busy machine never decides
TRIES = 3

Entry = Figure | Target | Commitment

composed = st.lists(st.sampled_from(DATA["pieces"]), max_size=80).map("".join)
repeated = st.builds(
    lambda words, times: "".join(words) * times,
    st.lists(st.sampled_from(DATA["pieces"]), min_size=1, max_size=4),
    st.integers(2, 60),
)
truncated = st.builds(
    lambda start, size: TEXT[start : start + size],
    st.integers(0, len(TEXT)),
    st.integers(0, 700),
)
texts = st.one_of(st.text(max_size=200), composed, repeated, truncated)


@settings(max_examples=400)
@given(texts)
def test_any_text_is_read(text: str) -> None:
    ledger = read_text(text).ledger
    entries: list[Entry] = [*ledger.figures, *ledger.targets, *ledger.commitments]
    spans: list[Entry | Remark] = [*entries, *ledger.remarks]
    for entry in spans:
        assert 0 <= entry.start < entry.end <= len(text)
        assert entry.text == text[entry.start : entry.end]
    assert len({entry.id for entry in entries}) == len(entries)
    assert all(a.end <= b.start for a, b in pairwise(ledger.figures))
    assert all(a.end <= b.start for a, b in pairwise(ledger.commitments))
    assert all(a.start <= b.start for a, b in pairwise(ledger.targets))


@settings(max_examples=300)
@given(texts)
def test_figures_hold_together(text: str) -> None:
    ledger = read_text(text).ledger
    sections = {section.id for section in ledger.sections} | {""}
    for figure in ledger.figures:
        assert figure.value.is_finite()
        low, high = figure.interval()
        assert low <= figure.value <= high
        assert figure.value_max is None or figure.value < figure.value_max <= high
        assert figure.sentence in text
        assert figure.section in sections
    known = {figure.id for figure in ledger.figures}
    assert {target.figure for target in ledger.targets} <= known | {""}
    assert {name for entry in ledger.commitments for name in entry.figures} <= known


@settings(max_examples=200)
@given(texts)
def test_a_ledger_is_printed_and_parsed_to_itself(text: str) -> None:
    ledger = read_text(text).ledger
    printed = jsonl.dumps(ledger)
    assert jsonl.loads(printed) == ledger
    assert jsonl.dumps(jsonl.loads(printed)) == printed


@settings(max_examples=300)
@given(texts)
def test_folding_keeps_length_and_is_done_once(text: str) -> None:
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


@given(st.integers(0, len(TEXT)))
def test_a_report_may_break_off_anywhere(size: int) -> None:
    head = [figure for figure in read_text(TEXT[:size]).ledger.figures if figure.end < size - 200]
    whole = [figure.text for figure in read_text(TEXT).ledger.figures]
    assert [figure.text for figure in head] == whole[: len(head)]


@pytest.mark.parametrize("pattern", DATA["repetitions"], ids=repr)
def test_time_is_linear_in_the_length(pattern: str) -> None:
    pattern = pattern.replace("{line}", LINE)
    short, long = (_seconds(pattern * (size // len(pattern))) for size in (SHORT, LONG))
    assert long < RATIO * short, f"{long / short:.1f} times as long for {LONG / SHORT:.0f} times"


def _seconds(text: str) -> float:
    """Return the best time of a few readings."""
    best = float("inf")
    for _ in range(TRIES):
        start = time.process_time()
        read_text(text)
        best = min(best, time.process_time() - start)
    return best


def test_a_file_and_its_text_give_the_same_ledger() -> None:
    reading, ledger = read(SAMPLE), read_text(TEXT, SAMPLE.name).ledger
    assert reading.document.text == TEXT
    assert reading.ledger.figures == ledger.figures
    assert reading.ledger.targets == ledger.targets
    assert reading.ledger.commitments == ledger.commitments
    assert reading.ledger.masthead == ledger.masthead


def test_a_file_that_is_no_report_is_refused(tmp_path: Path) -> None:
    story = tmp_path / "story.txt"
    story.write_text("从前有座山，山里有座庙，庙里有只猫。" * 20, encoding="utf-8")
    with pytest.raises(duban.UserError, match=re.compile(r"^DC\d{3} ")):
        read(story)


def test_a_correction_beside_the_report_is_applied(tmp_path: Path) -> None:
    report = tmp_path / "report.txt"
    report.write_bytes(SAMPLE.read_bytes())
    before = read(report).ledger.figures[0]
    (tmp_path / "report.corrections.yml").write_text(
        f"- action: change\n  text: {before.text}\n"
        "  set: {indicator: 生产总值}\n  reason: 口径不同\n",
        encoding="utf-8",
    )
    after = read(report).ledger.figures[0]
    assert (after.indicator, after.corrected) == ("生产总值", "口径不同")


def test_every_construct_of_the_sample_is_read() -> None:
    ledger = read_text(TEXT).ledger
    assert {section.role for section in ledger.sections} >= set(Role) - {Role.OTHER}
    assert {figure.comparator for figure in ledger.figures} == set(Comparator)
    assert any(target.stretch for target in ledger.targets)
    assert any(not target.figure for target in ledger.targets)


def test_the_public_names_are_there() -> None:
    assert all(getattr(duban, name) is not None for name in duban.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = duban.nothing
