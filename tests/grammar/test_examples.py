"""Every example beside the grammar: read whole, read in one way, and read as it says."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import duban.grammar
from duban.extract.naming import name_after, name_before
from duban.grammar.folding import fold
from duban.grammar.numeral import parse_number
from duban.grammar.predicate import comparator_after, predicate_before
from duban.grammar.promise import nature_of, promises, stretches
from duban.grammar.quantity import quantities
from duban.grammar.unit import UNIT, base_unit, dimension, is_cut_short

if TYPE_CHECKING:
    from duban.grammar.quantity import Quantity

GRAMMAR = Path(duban.grammar.__file__).parent
MARKED = re.compile("【(.*?)】")


def load(module: str) -> Any:  # noqa: ANN401  each module's examples have a form of their own
    return yaml.safe_load((GRAMMAR / f"{module}.examples.yaml").read_text("utf-8"))


def each(groups: list[dict[str, Any]], key: str = "spellings") -> list[Any]:
    """Return a parameter for each spelling: the spelling and its group."""
    return [
        pytest.param(spelling, group, id=str(spelling) or "empty")
        for group in groups
        for spelling in group.get(key, ())
    ]


def every(groups: list[dict[str, Any]], key: str) -> list[Any]:
    """Return a parameter for each text under a key."""
    return [pytest.param(*param.values[:1], id=param.id) for param in each(groups, key)]


def only(found: list[Quantity], text: str, start: int, end: int) -> Quantity:
    """Return the one reading that covers `start:end`; otherwise say which of three faults it is."""
    shown = [f"{text[q.start : q.end]} = {q.value} {q.unit}" for q in found]
    assert found, f"nothing found in {text!r}"
    assert len(found) == 1, f"{len(found)} readings of {text!r}: {shown}"
    assert (found[0].start, found[0].end) == (start, end), f"only part of {text!r}: {shown}"
    return found[0]


def unmarked(spelling: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text without its marks, and the offsets of what they marked."""
    spans = [
        (match.start() - 2 * at, match.end() - 2 * at - 2)
        for at, match in enumerate(MARKED.finditer(spelling))
    ]
    return MARKED.sub(r"\1", spelling), spans


def marked(text: str, found: list[Quantity]) -> str:
    for quantity in reversed(found):
        start, end = quantity.start, quantity.end
        text = f"{text[:start]}【{text[start:end]}】{text[end:]}"
    return text


NUMERALS = load("numeral")


@pytest.mark.parametrize(("spelling", "group"), each(NUMERALS))
def test_numeral(spelling: str | list[str], group: dict[str, Any]) -> None:
    digits, scale = (spelling, "") if isinstance(spelling, str) else spelling
    wanted = Decimal(group["value"]), Decimal(group["step"])
    assert parse_number(fold(digits), fold(scale)) == wanted


@pytest.mark.parametrize("text", every(NUMERALS, "none"))
def test_no_numeral(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_number(fold(text))


@pytest.mark.parametrize(("spelling", "group"), each(load("folding")))
def test_folding(spelling: str, group: dict[str, Any]) -> None:
    folded = fold(spelling)
    assert folded == group["to"]
    assert len(folded) == len(spelling)
    assert fold(folded) == folded


UNITS = load("unit")


@pytest.mark.parametrize(("spelling", "group"), each(UNITS))
def test_unit(spelling: str, group: dict[str, Any]) -> None:
    folded = fold(spelling)
    assert re.fullmatch(UNIT, folded), f"only part of {spelling!r}, or nothing, is a unit"
    unit = base_unit(folded)
    assert (unit, dimension(unit)) == (group["unit"], group["dimension"])


@pytest.mark.parametrize("text", every(UNITS, "none"))
def test_no_unit(text: str) -> None:
    assert re.fullmatch(UNIT, fold(text)) is None


@pytest.mark.parametrize("key", ["cut_short", "not_cut_short"])
def test_unit_that_begins_a_word(key: str) -> None:
    (pairs,) = (group[key] for group in UNITS if key in group)
    wrong = [
        pair
        for unit, rest in (pair.split("|") for pair in pairs)
        if is_cut_short(unit, unit + rest, len(unit)) != (key == "cut_short")
        for pair in [unit + rest]
    ]
    assert wrong == []


QUANTITIES = load("quantity")


@pytest.mark.parametrize(("spelling", "group"), each(QUANTITIES))
def test_quantity(spelling: str, group: dict[str, Any]) -> None:
    text, spans = unmarked(spelling)
    start, end = spans[0] if spans else (0, len(text))
    found = only(list(quantities(fold(text))), text, start, end)
    top = Decimal(group["max"]) if "max" in group else None
    assert (found.value, found.value_max) == (Decimal(group["value"]), top)
    assert found.unit == group["unit"]
    assert found.more == group.get("more", False)
    assert found.step == Decimal(group.get("step", found.step))


@pytest.mark.parametrize("text", every(QUANTITIES, "none"))
def test_no_quantity(text: str) -> None:
    assert marked(text, list(quantities(fold(text)))) == text


CONTEXTS = load("context")


@pytest.mark.parametrize(("text", "group"), each(CONTEXTS, "none"))
def test_no_figure(text: str, group: dict[str, Any]) -> None:
    assert marked(text, list(quantities(fold(text)))) == text, group["why"]


@pytest.mark.parametrize(("spelling", "group"), each(CONTEXTS, "figures"))
def test_figure_beside_no_figure(spelling: str, group: dict[str, Any]) -> None:
    text, _ = unmarked(spelling)
    assert marked(text, list(quantities(fold(text)))) == spelling, group["why"]


PREDICATES = load("predicate")


@pytest.mark.parametrize(("spelling", "group"), each(PREDICATES["before"]))
def test_words_before_a_number(spelling: str, group: dict[str, Any]) -> None:
    subject, words = (fold(part) for part in spelling.split("|"))
    text = f"，{subject}{words}5%"
    found = predicate_before(text[::-1], len(text) - 2, 1)
    assert text[found.start : -2] == words
    assert (found.comparator, list(found.kinds)) == (group["comparator"], group["kinds"])


@pytest.mark.parametrize(("words", "group"), each(PREDICATES["after"]))
def test_words_after_a_number(words: str, group: dict[str, Any]) -> None:
    found, end = comparator_after(f"5%{words}", 2)
    assert found == group["comparator"]
    assert end == (2 if found == "=" else 2 + len(words))


SUBJECTS = load("subject")


@pytest.mark.parametrize(("text", "group"), each(SUBJECTS["before"]))
def test_name_before_a_number(text: str, group: dict[str, Any]) -> None:
    assert name_before(fold(text), 0, len(text)).of(text) == group["name"]


@pytest.mark.parametrize(("text", "group"), each(SUBJECTS["new"]))
def test_new_words(text: str, group: dict[str, Any]) -> None:
    assert name_before(fold(text), 0, len(text)).new == group["new"]


@pytest.mark.parametrize(("text", "group"), each(SUBJECTS["after"]))
def test_name_after_a_number(text: str, group: dict[str, Any]) -> None:
    assert name_after(fold(text), 0, len(text)).of(text) == group["name"]


PROMISES = load("promise")


@pytest.mark.parametrize(("example", "group"), each(PROMISES, "examples"))
def test_promise(example: dict[str, str], group: dict[str, Any]) -> None:
    text = example["text"]
    listed = group.get("objectives", False)
    found = promises(fold(text), 0, len(text), objectives=listed)
    assert found, f"nothing found in {text!r}"
    assert len(found) == 1, f"{len(found)} readings of {text!r}"
    (promise,) = found
    assert promise.operator == group["operator"]
    assert promise.end == len(text), f"only part of {text!r}"
    assert text[slice(*(promise.reference or (0, 0)))] == example["reference"]
    named = name_before(fold(text), 0, promise.start).of(text)
    assert named or text[slice(*(promise.object or (0, 0)))].strip("的") == example["indicator"]
    assert named in ("", example["indicator"])
    if listed:
        assert promises(fold(text), 0, len(text), objectives=False) == []


@pytest.mark.parametrize("text", every(PROMISES, "none"))
def test_no_promise(text: str) -> None:
    assert promises(fold(text), 0, len(text), objectives=False) == []


@pytest.mark.parametrize("text", every(PROMISES, "stretch"))
def test_stretch(text: str) -> None:
    assert list(stretches(fold(text), 0, len(text))) == [(0, len(text))]


@pytest.mark.parametrize("text", every(PROMISES, "no_stretch"))
def test_no_stretch(text: str) -> None:
    assert list(stretches(fold(text), 0, len(text))) == []


@pytest.mark.parametrize("nature", ["binding", "expected", "no_nature"])
def test_nature(nature: str) -> None:
    (texts,) = (group[nature] for group in PROMISES if nature in group)
    found = {text: nature_of(text, 0, len(text)) for text in texts}
    assert found == dict.fromkeys(texts, None if nature == "no_nature" else nature)
