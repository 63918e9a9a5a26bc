"""Documents made of a text, and outlines written as lines that a person can read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

from duban.model import Document, Paragraph, Source, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from duban.model import Outline

SHARED = Path(__file__).resolve().parents[3] / "shared"


class MakeDocument(Protocol):
    """Make a document whose lines are its paragraphs."""

    def __call__(
        self, text: str, name: str = "report.txt", styles: Mapping[str, str] | None = None
    ) -> Document: ...


@pytest.fixture(scope="session")
def make_document() -> MakeDocument:
    def make(
        text: str, name: str = "report.txt", styles: Mapping[str, str] | None = None
    ) -> Document:
        paragraphs: list[Paragraph] = []
        start = 0
        for line in text.split("\n"):
            if line.strip():
                span = Span(start, start + len(line))
                style = (styles or {}).get(line, "")
                paragraphs.append(Paragraph(span, len(paragraphs) + 1, style=style))
            start += len(line) + 1
        return Document(Source(name, "txt", "0" * 64, len(text)), text, tuple(paragraphs))

    return make


@pytest.fixture(scope="session")
def drawn() -> Callable[[Outline, str], str]:
    """Draw an outline: a line for each section, indented by its level."""

    def draw(outline: Outline, text: str) -> str:
        lines = []
        for section in outline.sections:
            words = " ".join(filter(None, (section.number, section.title)))
            if section.heading.start == section.heading.end:
                words = "~" + "".join(section.body.of(text).split())[:6]
            years = "-".join(map(str, dict.fromkeys(section.years or ())))
            told = " ".join(filter(None, (section.role, years)))
            lines.append(f"{'  ' * (section.level - 1)}{words} [{told}]")
        return "\n".join(lines)

    return draw


@pytest.fixture(scope="session")
def reports() -> Path:
    """The folder of real reports; tests that need it are skipped where it is absent."""
    folder = SHARED / "reports"
    if not folder.is_dir():
        pytest.skip("the real reports are not here: ../shared/reports")
    return folder


@pytest.fixture(scope="session")
def gold() -> Path:
    """The folder of labels."""
    folder = SHARED / "gold"
    if not folder.is_dir():
        pytest.skip("the labels are not here: ../shared/gold")
    return folder
