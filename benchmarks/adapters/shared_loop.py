"""The loop of every adapter; the standard library only, for it runs in the peer's environment."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

UNITS = {"%", "％", "百分点", "倍", "成"}


def serve(spans: Callable[[str], list[tuple[int, int]]]) -> None:
    """Read the job in the folder named on the command line and write the answer beside it."""
    folder = Path(sys.argv[1])
    job = json.loads((folder / "job.json").read_text(encoding="utf-8"))
    spans("全市新建学校3所。")  # models load on their first use
    found = [spans(line) for line in job["scored"]]
    characters, start, seconds = 0, perf_counter(), 0.0
    for line in job["timed"]:
        spans(line)
        characters, seconds = characters + len(line), perf_counter() - start
        if seconds > job["seconds"]:
            break
    answer = {"spans": found, "characters": characters, "seconds": seconds}
    (folder / "answer.json").write_text(json.dumps(answer), encoding="utf-8")


def join_tagged(words: list[tuple[str, str]]) -> list[tuple[int, int]]:
    """Return the spans of numbers with what follows them as a unit, from words and their tags."""
    spans: list[tuple[int, int]] = []
    at, open_since = 0, -1
    for word, tag in words:
        joins = tag in {"m", "q"} or (open_since >= 0 and (tag == "eng" or word in UNITS))
        if joins and open_since < 0 and tag == "m":
            open_since = at
        if not joins and open_since >= 0:
            spans.append((open_since, at))
            open_since = -1
        at += len(word)
    return [*spans, (open_since, at)] if open_since >= 0 else spans
