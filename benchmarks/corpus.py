"""What the benchmark reads."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "samples" / "yunshan-2025.txt"
SHARED = ROOT.parent / "shared"
REPEATS = 24  # the sample, repeated to the size of some two dozen reports


@dataclass(frozen=True)
class Corpus:
    """Reports to read.

    Attributes:
        texts: one text a report.
        largest: file of the largest report, for the measure of memory.
        note: what the reader of the results must know about the texts.
    """

    texts: tuple[str, ...]
    largest: Path
    note: str

    @property
    def characters(self) -> int:
        """Return the number of code points in all texts."""
        return sum(map(len, self.texts))


def load() -> Corpus:
    """Return the provincial reports of `../shared`, or the sample repeated where it is absent."""
    folder = SHARED / "reports"
    files = sorted((folder / "provinces-2026").glob("*.txt"))
    if not files:
        text = SAMPLE.read_text(encoding="utf-8")
        note = f"the sample report {REPEATS} times over, because the shared reports are not here"
        return Corpus((text,) * REPEATS, SAMPLE, note)
    texts = tuple(file.read_text(encoding="utf-8") for file in files)
    largest = max(folder.rglob("*.txt"), key=lambda file: file.stat().st_size)
    return Corpus(texts, largest, f"{len(texts)} provincial reports of 2026")


def report_files() -> list[Path]:
    """Return every report to check: the sample, and those of `../shared` where they are."""
    return [SAMPLE, *sorted((SHARED / "reports").rglob("*.txt"))]
