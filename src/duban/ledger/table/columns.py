"""The columns of the tables, read from `columns.tsv`: heading, width and meaning."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import NamedTuple

FIGURES = (
    "id section indicator text value value_max unit comparator measure status "
    "area whole period sentence start end corrected"
)
TARGETS = (
    "id section indicator operator figure.text figure.value figure.value_max figure.unit measure "
    "reference nature stretch area period clause start end corrected"
)
COMMITMENTS = "id section pledge kind verb object figures deadline place units start end corrected"
OUTLINE = "id level number title role years count.figures count.targets count.commitments start end"


class Column(NamedTuple):
    """One column.

    Attributes:
        key: the field of the ledger that it shows.
        zh: heading in Chinese.
        en: heading in English.
        width: width in a worksheet, in half-width characters.
        meaning: what it holds, for the reader of the table, in Chinese.
        sense: the same in English.
    """

    key: str
    zh: str
    en: str
    width: int
    meaning: str
    sense: str

    def heading(self, language: str) -> str:
        """Return the heading in `language`."""
        return self.en if language == "en" else self.zh

    def explanation(self, language: str) -> str:
        """Return what the column holds, in `language`."""
        return self.sense if language == "en" else self.meaning


def columns(keys: str) -> tuple[Column, ...]:
    """Return the columns with these keys, which spaces separate.

    Raises:
        KeyError: `columns.tsv` has no such key.
    """
    table = known()
    return tuple(table[key] for key in keys.split())


@cache
def known() -> dict[str, Column]:
    """Return every column by its key."""
    lines = resources.files("duban.ledger.table").joinpath("columns.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in lines.splitlines()[1:])
    return {
        key: Column(key, zh, en, int(width), meaning, sense)
        for key, zh, en, width, meaning, sense in rows
    }
