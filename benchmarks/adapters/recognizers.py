"""Microsoft's recognizers: dimension, currency, percentage and number, the longest span first."""

from recognizers_suite import (
    Culture,
    recognize_currency,
    recognize_dimension,
    recognize_number,
    recognize_percentage,
)
from shared_loop import serve

KINDS = (recognize_dimension, recognize_currency, recognize_percentage, recognize_number)


def spans(line: str) -> list[tuple[int, int]]:
    """Return the recognised spans, of overlapping ones the longest."""
    found = [(r.start, r.end + 1) for kind in KINDS for r in kind(line, Culture.Chinese)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(found, key=lambda s: s[0] - s[1]):
        if all(end <= a or b <= start for a, b in kept):
            kept.append((start, end))
    return kept


serve(spans)
