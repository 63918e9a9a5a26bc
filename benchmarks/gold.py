"""Scores on the labelled figures, with the scorer that stands beside the labels."""

from __future__ import annotations

import importlib.util
import json
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from benchmarks.corpus import SHARED

if TYPE_CHECKING:
    from types import ModuleType

DIGITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8, "成": 10}
ARABIC = re.compile(r"([0-9][0-9.,]*)([十百千万亿成]*)[多余]?(.*)", re.DOTALL)
CHINESE = re.compile(r"(百分之)?([零〇一二两三四五六七八九十百千万亿点]+)[多余]?(.*)", re.DOTALL)


@dataclass(frozen=True)
class Labelled:
    """A labelled text: the windows that were read, and the rows of the figures inside them."""

    text: str
    windows: list[list[int]]
    rows: list[dict[str, Any]]


def scorer() -> ModuleType:
    """Return the module `score.py` of the shared labels."""
    spec = importlib.util.spec_from_file_location("score", SHARED / "gold" / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(SHARED / "gold" / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def labelled() -> list[Labelled]:
    """Return the labelled texts, none where `../shared` is absent."""
    sources = SHARED / "gold" / "sources.json"
    if not sources.exists():
        return []
    found = []
    for name, path in json.loads(sources.read_text(encoding="utf-8")).items():
        rows, windows = scorer().load(SHARED / "gold" / f"{name}.gold.jsonl")
        text = (SHARED / path).read_text(encoding="utf-8")
        found.append(Labelled(text, windows or [[0, len(text)]], rows))
    return found


def pieces(golds: list[Labelled]) -> list[tuple[int, int, str]]:
    """Return the lines inside the windows: number of the text, offset in it, and the line."""
    return [
        (number, start + line.start(), line.group())
        for number, gold in enumerate(golds)
        for start, end in gold.windows
        for line in re.finditer(r"\S[^\n]*", gold.text[start:end])
    ]


def quantity_f1(golds: list[Labelled], spans: list[tuple[int, int, int]]) -> tuple[float, float]:
    """Return F1 of span, and of value and unit, for spans given as (text, start, end).

    A tool that names spans without values is helped: its text is read here as number and unit.
    """
    score = scorer()
    gold_rows = guesses = hits = right = 0
    for number, gold in enumerate(golds):
        found = [_guess(gold.text, start, end) for n, start, end in spans if n == number]
        pairs = score.match(gold.rows, found)
        gold_rows, guesses, hits = (
            gold_rows + len(gold.rows),
            guesses + len(found),
            hits + len(pairs),
        )
        right += sum(score.judge(gold.rows[i], found[j])["quantity"] for i, j in pairs)
    total = (gold_rows + guesses) or 1
    return 2 * hits / total, 2 * right / total


def _guess(text: str, start: int, end: int) -> dict[str, Any]:
    value, unit = read_quantity(text[start:end])
    guess = {"start": start, "end": end, "value": value, "unit": unit, "indicator": ""}
    return guess | {"measure": "", "status": ""}


def read_quantity(text: str) -> tuple[str, str]:
    """Return value and unit of a simple quantity, `1.2万户` → `12000`, `户`; or empty ones."""
    if match := ARABIC.match(text):
        value = Decimal(match[1].replace(",", "").rstrip(".") or "0")
        for scale in match[2]:
            value *= DIGITS[scale]
        return str(value), match[3].replace("％", "%").strip() or ("%" if "成" in match[2] else "")
    if match := CHINESE.match(text):
        return _chinese(match[2]), "%" if match[1] else match[3].strip()
    return "", ""


def _chinese(numeral: str) -> str:
    import cn2an  # type: ignore[import-untyped]  # noqa: PLC0415  slow to load, and for peers only

    try:
        return str(cn2an.cn2an(numeral, "smart"))
    except ValueError:
        return ""
