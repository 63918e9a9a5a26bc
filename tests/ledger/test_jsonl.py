"""JSON Lines: the round trip, the rows, and what a broken file says."""

from __future__ import annotations

import json
from decimal import Decimal

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from duban.ledger import jsonl
from duban.model import (
    Comparator,
    Figure,
    Ledger,
    Masthead,
    Measure,
    Remark,
    Source,
    Status,
    UserError,
)

SCORED = "start end text value value_max unit indicator measure status comparator area whole period"
SOURCE = Source(name="云山.txt", format="txt", sha256="0" * 64, size=1)
words = st.text(max_size=12)
decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30)
figures = st.builds(
    Figure,
    id=words,
    start=st.integers(0, 10**7),
    end=st.integers(0, 10**7),
    text=words,
    value=decimals,
    step=decimals,
    unit=words,
    indicator=words,
    measure=st.sampled_from(Measure),
    status=st.sampled_from(Status),
    value_max=st.none() | decimals,
    comparator=st.sampled_from(Comparator),
    sentence=words,
)
remarks = st.builds(
    Remark,
    code=words,
    start=st.integers(0, 9),
    end=st.integers(0, 9),
    text=words,
    reading=words,
    alternatives=st.lists(words, max_size=2).map(tuple),
)
ledgers = st.builds(
    Ledger,
    source=st.just(SOURCE),
    masthead=st.builds(Masthead, title=words, year=st.none() | st.integers(1949, 2100)),
    figures=st.lists(figures, max_size=4).map(tuple),
    remarks=st.lists(remarks, max_size=2).map(tuple),
)


def test_the_golden_file_is_what_dumps_writes(ledger: Ledger, golden: str) -> None:
    assert jsonl.dumps(ledger) == golden


def test_the_golden_file_speaks_of_the_report(ledger: Ledger, report: str) -> None:
    for group in (ledger.figures, ledger.targets, ledger.commitments, ledger.remarks):
        for entry in group:
            assert report[entry.start : entry.end] == entry.text


@given(ledgers)
def test_reading_what_was_written_is_the_identity(ledger: Ledger) -> None:
    text = jsonl.dumps(ledger)
    again = jsonl.loads(text)
    assert again == ledger
    assert jsonl.dumps(again) == text


@pytest.mark.parametrize(
    ("value", "digits"),
    [("6E+10", "60000000000"), ("605.46", "605.46"), ("-3.50", "-3.50"), ("1E-9", "0.000000001")],
)
def test_decimals_are_plain_digits(ledger: Ledger, value: str, digits: str) -> None:
    figure = msgspec.structs.replace(ledger.figures[0], value=Decimal(value))
    (line,) = jsonl.dumps(
        msgspec.structs.replace(ledger, figures=(figure,)), only="figures"
    ).splitlines()
    assert json.loads(line)["value"] == digits


@pytest.mark.parametrize("only", ["figures", "targets", "commitments"])
def test_only_writes_just_those_rows_with_every_field(ledger: Ledger, only: str) -> None:
    rows = [json.loads(line) for line in jsonl.dumps(ledger, only=only).splitlines()]
    entries = getattr(ledger, only)
    assert [row["id"] for row in rows] == [entry.id for entry in entries]
    for row in rows:
        assert list(row) == ["type", *entries[0].__struct_fields__]


def test_only_figures_has_the_fields_that_are_scored(ledger: Ledger) -> None:
    row = json.loads(jsonl.dumps(ledger, only="figures").splitlines()[0])
    assert set(SCORED.split()) <= row.keys()
    assert row["value_max"] is None
    assert row["comparator"] == "="


def test_only_something_else_is_our_mistake(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="figures, targets, commitments"):
        jsonl.dumps(ledger, only="sections")


def test_no_ascii_escapes_and_a_line_end_at_the_end(golden: str) -> None:
    assert "\\u" not in golden
    assert golden.endswith("}\n")


def test_rows_come_in_the_order_of_types(golden: str) -> None:
    kinds = list(dict.fromkeys(json.loads(line)["type"] for line in golden.splitlines()))
    assert kinds == [
        *("ledger", "section", "figure", "target", "commitment", "remark", "correction"),
    ]


@pytest.mark.parametrize("change", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n\r\n")])
def test_a_mark_and_blank_lines_are_passed_over(golden: str, ledger: Ledger, change) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    assert jsonl.loads(change(golden)) == ledger


def test_unusual_line_ends_inside_a_sentence_survive(ledger: Ledger) -> None:
    figure = msgspec.structs.replace(ledger.figures[0], sentence="甲\u2028乙\x85丙\n丁")
    odd = msgspec.structs.replace(ledger, figures=(figure,))
    assert jsonl.loads(jsonl.dumps(odd)) == odd


@pytest.mark.parametrize(
    ("line", "text", "code"),
    [
        (1, "", "LD001"),
        (1, '{"type":"figure"}', "LD001"),
        (3, '{"type":"figure"', "LD002"),
        (3, "不是 JSON", "LD002"),
        (3, '{"type":"figure","id":"F1"}', "LD002"),
        (3, '{"type":"rumour"}', "LD002"),
        (3, '{"id":"F1"}', "LD002"),
        (3, "[" * 100_000, "LD002"),
        (10, '"value":"NaN"', "LD002"),
        (10, '"value":"1E+999999999"', "LD002"),
    ],
)
def test_a_broken_line_is_named(golden: str, line: int, text: str, code: str) -> None:
    lines = golden.splitlines()
    value = lines[line - 1]
    broken = value.replace('"value":"71840000000"', text) if "value" in text else text
    lines[line - 1] = broken
    with pytest.raises(UserError) as caught:
        jsonl.loads("\n".join(lines) if text else "", name="旧.jsonl")
    assert caught.value.code == code
    assert f"第 {line} 行" in caught.value.zh
    assert f"line {line}" in caught.value.en
    assert "旧.jsonl" in caught.value.zh


def test_a_newer_schema_is_refused(golden: str) -> None:
    with pytest.raises(UserError, match="LD003"):
        jsonl.loads(golden.replace('"schema_version":1', '"schema_version":2', 1))


def test_a_missing_masthead_is_named(golden: str) -> None:
    with pytest.raises(UserError, match=r"LD002.*line 1.*masthead"):
        jsonl.loads(golden.replace('"masthead"', '"mast"', 1))
