"""Phrases with more than one reading, in the reader's language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duban.model import Remark


def doubt(remark: Remark, language: str = "zh") -> str:
    """Return the phrase, the reading taken and the other ones, in `zh` or `en`."""
    if language == "en":
        return f"{remark.text}: {_readings(remark, ', or ')}"
    return _chinese(remark)


def _chinese(remark: Remark) -> str:
    # A ledger of another version may carry other codes; it brings its own words.
    words = _words().get(remark.code) or "读作 " + _readings(remark, "，也可读作 ")
    return f"{remark.text}：{words.replace('{reading}', remark.reading.replace(' to ', '—'))}"


def _readings(remark: Remark, other: str) -> str:
    return other.join((remark.reading, *remark.alternatives))


@cache
def _words() -> dict[str, str]:
    import yaml  # noqa: PLC0415  most reports leave no doubt

    words: dict[str, str] = yaml.safe_load(
        files(__package__).joinpath("doubts.yaml").read_text(encoding="utf-8")
    )
    return words
