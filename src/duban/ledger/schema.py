"""The published JSON Schema of a ledger, made from the model and its docstrings."""

from __future__ import annotations

import inspect
import json
import re
from typing import Any

import msgspec

from duban.ledger.rows import PLAIN_DIGITS
from duban.model import SCHEMA_VERSION, Ledger

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
# One line of an "Attributes:" list, with the deeper lines that continue it.
_ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n {5,}.*)*)", re.MULTILINE)

Schema = dict[str, Any]


def schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of what `document.dumps` writes."""
    _, parts = msgspec.json.schema_components((Ledger,), ref_template="#/$defs/{name}")
    parts = {name: _describe(part) for name, part in parts.items()}
    ledger = parts.pop("Ledger")
    return {
        "$schema": _DIALECT,
        "$id": f"urn:duban:ledger:{SCHEMA_VERSION}",
        **ledger,
        "properties": _first(ledger["properties"], "schema_version"),
        "$defs": dict(sorted(parts.items())),
    }


def dumps() -> str:
    """Return the schema as text, ending with a line end."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def _describe(part: Schema) -> Schema:
    """Say of each field what its docstring says, and that no field is ever left out."""
    summary, fields = _docstring(part.get("description", ""))
    part = part | {"description": summary}
    if "properties" not in part:
        return part
    properties = {
        name: _property(field, fields.get(name, ""))
        for name, field in _first(part["properties"], "type").items()
    }
    return part | {"properties": properties, "required": list(properties)}


def _docstring(text: str) -> tuple[str, dict[str, str]]:
    summary, _, attributes = inspect.cleandoc(text).partition("\n\nAttributes:\n")
    found = _ATTRIBUTE.finditer(attributes)
    return _one_line(summary), {name: _one_line(said) for name, said in (m.groups() for m in found)}


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _property(field: Schema, said: str) -> Schema:
    field = {key: value for key, value in field.items() if key != "default"}
    if "anyOf" in field:
        field["anyOf"] = [_digits(choice) for choice in field["anyOf"]]
    return _digits(field) | ({"description": said} if said else {})


def _digits(field: Schema) -> Schema:
    return field | {"pattern": PLAIN_DIGITS} if field.get("format") == "decimal" else field


def _first(properties: Schema, name: str) -> Schema:
    return {key: properties[key] for key in sorted(properties, key=lambda key: key != name)}
