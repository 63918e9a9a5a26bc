"""The page on planted errors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.planted.planting import Fate

if TYPE_CHECKING:
    import argparse
    from collections import Counter

_HEAD = """# Planted errors

Written by `make planted`. The checker reads {files} reports; each relation that it proves in them
is broken in turn (one digit of one of its figures changed, two values of a list swapped), and so
are numberings and 分别-lists found by patterns of the benchmark's own (a number doubled, a value
dropped). The changed text is read and checked anew. At most {each} errors a report, kind and
rule; seed {seed}.

*Found*: a finding that was not there before, by a rule of the relation, that touches the changed
paragraph. *Other rule*: only another rule speaks up there. *Missed*: none does, and the relation
is no longer among the proofs. Errors after which the relation still holds (within rounding, or
because it is an inequality) break nothing and are not counted.

| error | rule | broken | found | by another rule | missed | share found |
|---|---|---|---|---|---|---|
"""


def render(counts: Counter[tuple[str, str, Fate]], files: int, options: argparse.Namespace) -> str:
    """Return the page as Markdown, with a row for every kind of error and rule."""
    rows = sorted({(kind, codes) for kind, codes, _ in counts})
    lines = [_row(kind, codes, {f: counts[kind, codes, f] for f in Fate}) for kind, codes in rows]
    whole = {f: sum(n for (_, _, is_), n in counts.items() if is_ is f) for f in Fate}
    head = _HEAD.format(files=files, each=options.each, seed=options.seed)
    return head + "\n".join([*lines, _row("**all**", "", whole)]) + "\n"


def _row(kind: str, codes: str, of: dict[Fate, int]) -> str:
    broken = of[Fate.FOUND] + of[Fate.OTHER] + of[Fate.MISSED]
    share = f"{of[Fate.FOUND] / broken:.1%}" if broken else "–"
    cells = kind, codes, broken, of[Fate.FOUND], of[Fate.OTHER], of[Fate.MISSED], share
    return "| " + " | ".join(map(str, cells)) + " |"
