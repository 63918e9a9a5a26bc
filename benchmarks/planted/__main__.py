"""`python -m benchmarks.planted`: plant errors, and write docs/planted-errors.md."""

from __future__ import annotations

import argparse
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from benchmarks import corpus
from benchmarks.planted import page
from benchmarks.planted.errors import plantings
from benchmarks.planted.planting import Fate, fate

if TYPE_CHECKING:
    from collections.abc import Sequence

PAGE = corpus.ROOT / "docs" / "planted-errors.md"


def main(arguments: Sequence[str] | None = None) -> None:
    """Plant, count and write the page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.planted", description=__doc__)
    parser.add_argument("--each", type=int, default=4, help="errors a report, kind and rule")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--missed", action="store_true", help="print the errors that are missed")
    parser.add_argument("--reports", nargs="*", type=Path, help="other texts than the usual ones")
    options = parser.parse_args(arguments)
    files = options.reports or corpus.report_files()
    trial = partial(trials, each=options.each, seed=options.seed)
    with ProcessPoolExecutor() as pool:
        results = list(pool.map(trial, files))
    counts: Counter[tuple[str, str, Fate]] = Counter()
    for file, found in zip(files, results, strict=True):
        for kind, codes, result, words in found:
            counts[kind, codes, result] += 1
            if options.missed and result in {Fate.MISSED, Fate.OTHER}:
                print(f"{file.stem}: {kind} {codes} {result}: {words}")  # noqa: T201  for a person
    text = page.render(counts, len(files), options)
    if not options.reports:
        PAGE.write_text(text, encoding="utf-8")
    print(text)  # noqa: T201  the command's output


def trials(file: Path, each: int, seed: int) -> list[tuple[str, str, Fate, str]]:
    """Return kind, rule, fate and the changed words of every error planted into one report."""
    import duban  # noqa: PLC0415  each process loads it once

    text = file.read_text(encoding="utf-8")
    before = duban.audit(duban.read_text(text))
    found = []
    for planting in plantings(text, before, Random(f"{seed} {file.stem}"), each):  # noqa: S311  no secret
        around = text[planting.start - 30 : planting.start]
        was, behind = text[planting.start : planting.end], text[planting.end : planting.end + 20]
        words = f"{around}[{was}→{planting.put}]{behind}".replace("\n", "⏎")
        codes = "/".join(sorted(planting.codes))
        found.append((planting.kind, codes, fate(planting, text, before), words))
    return found


if __name__ == "__main__":
    main()
