"""The sentence around some words of a report."""

from __future__ import annotations

import re

from duban.model import Span

_STOPS = "。！？!?\n\r"
_STOP = re.compile(f"[{_STOPS}]")


def sentence(text: str, at: Span) -> Span:
    """Return the sentence that holds `at`, without the blanks around it.

    Words that run over a full stop give all the sentences that they touch.
    """
    start = max(text.rfind(stop, 0, at.start) for stop in _STOPS) + 1
    last = max(at.start, at.end - 1)  # words that end with their stop end the sentence
    stop = _STOP.search(text, last)
    end = len(text) if stop is None else stop.start() + (stop[0] not in "\n\r")
    end = max(end, at.end)
    held = text[start:end]
    start += len(held) - len(held.lstrip())
    return Span(min(start, at.start), max(start + len(held.strip()), at.end))
