"""`python -m benchmarks [--peers]`: measure, and write docs/benchmark.md."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from benchmarks import corpus, peers, plain, process, report, timing

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = corpus.ROOT / "docs" / "benchmark.md"


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--peers", action="store_true", help="also install and measure the peers")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, of which the best counts")
    parser.add_argument("--seconds", type=float, default=20, help="time for each peer's speed")
    options = parser.parse_args(arguments)
    before = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    page = report.render(measure(options), before)
    PAGE.write_text(page, encoding="utf-8")
    print(page)  # noqa: T201  the command's output


def measure(options: argparse.Namespace) -> report.Figures:
    """Return everything that one run measures."""
    from duban.checks import audit  # noqa: PLC0415  same
    from duban.pipeline import read_text  # noqa: PLC0415  its loading is measured elsewhere

    reports = corpus.load()
    readings = [read_text(text) for text in reports.texts]
    name, search = plain.automaton(plain.terms(reports.texts))
    best = timing.best_of(
        options.rounds,
        {
            "reader": lambda: [read_text(text) for text in reports.texts],
            "checker": lambda: [audit(reading) for reading in readings],
            "plain": lambda: [plain.one_pass(text, search) for text in reports.texts],
        },
    )
    return report.Figures(
        note=reports.note,
        characters=reports.characters,
        figures=sum(len(reading.ledger.figures) for reading in readings),
        reader=reports.characters / best["reader"],
        checker=reports.characters / best["checker"],
        plain=reports.characters / best["plain"],
        automaton=name,
        start_up=process.start_up(2 * options.rounds),
        memory={
            "import duban": process.peak_memory(),
            "read the largest report": process.peak_memory(reports.largest),
        },
        peers=peers.measure(reports, options.seconds) if options.peers else None,
    )


if __name__ == "__main__":
    main()
