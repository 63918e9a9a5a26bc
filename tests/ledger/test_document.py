"""The ledger as one JSON document, and its published schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

from duban.ledger import document, jsonl, schema
from duban.ledger.load import load
from duban.model import Ledger, UserError

PUBLISHED = Path(__file__).parents[2] / "docs" / "ledger.schema.json"
HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema.schema())


def test_reading_what_was_written_is_the_identity(ledger: Ledger) -> None:
    text = document.dumps(ledger)
    assert document.loads(text) == ledger
    assert document.dumps(document.loads(text)) == text


def test_a_document_is_as_its_schema_says(
    ledger: Ledger, validator: jsonschema.Draft202012Validator
) -> None:
    validator.validate(json.loads(document.dumps(ledger)))


@pytest.mark.parametrize(
    ("group", "field", "wrong"),
    [
        ("figures", "value", "6E+10"),
        ("figures", "value", 5),
        ("figures", "measure", "guess"),
        ("figures", "indicator", None),
        ("targets", "operator", "~"),
        ("commitments", "kind", ""),
    ],
)
def test_the_schema_refuses_what_is_wrong(
    ledger: Ledger,
    validator: jsonschema.Draft202012Validator,
    group: str,
    field: str,
    wrong: object,
) -> None:
    whole: dict[str, Any] = json.loads(document.dumps(ledger))
    whole[group][0][field] = wrong
    assert not validator.is_valid(whole)
    del whole[group][0][field]
    assert not validator.is_valid(whole)


def test_the_published_schema_has_not_drifted() -> None:
    assert PUBLISHED.read_text("utf-8") == schema.dumps(), "run `make schema`"


def test_the_schema_is_a_schema_and_explains_every_field() -> None:
    whole = schema.schema()
    jsonschema.Draft202012Validator.check_schema(whole)
    assert whole["$id"] == "urn:duban:ledger:1"
    for name, part in [("Ledger", whole), *whole["$defs"].items()]:
        for field, said in part.get("properties", {}).items():
            assert field == "type" or said.get("description"), f"{name}.{field}"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ('"schema_version": 1', '"schema_version": 2', "LD003"),
        ('"schema_version": 1', '"version": 1', "LD005"),
        ('"value": "5.2"', '"value": "Infinity"', "LD005"),
        ("}\n", "\n", "LD005"),
    ],
)
def test_what_is_no_ledger_is_refused(ledger: Ledger, old: str, new: str, code: str) -> None:
    with pytest.raises(UserError, match=code):
        document.loads(document.dumps(ledger).replace(old, new))


def test_load_knows_both_forms(ledger: Ledger, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(document.dumps(ledger), "utf-8")
    assert load(tmp_path / "a.json") == load(HERE / "yunshan.jsonl") == ledger


@pytest.mark.parametrize("raw", [None, "台账".encode("gb18030")])
def test_load_says_what_cannot_be_opened(tmp_path: Path, raw: bytes | None) -> None:
    path = tmp_path / "旧.jsonl"
    if raw:
        path.write_bytes(raw)
    with pytest.raises(UserError, match="LD004") as caught:
        load(path)
    assert "旧.jsonl" in caught.value.zh


def test_every_field_is_written(ledger: Ledger) -> None:
    whole = json.loads(document.dumps(ledger))
    assert list(whole["figures"][0]) == ["type", *ledger.figures[0].__struct_fields__]
    assert set(whole) == set(Ledger.__struct_fields__)
    assert jsonl.loads(jsonl.dumps(ledger)) == msgspec.json.decode(json.dumps(whole), type=Ledger)
