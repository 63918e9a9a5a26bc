"""The results as a page of documentation."""

from __future__ import annotations

import platform
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.peers import Result

PEERS = re.compile(r"<!-- peers -->\n(.*?)<!-- end of peers -->", re.DOTALL)
HEAD = """\
# Speed

Written by `make bench`; figures hold for the machine that measured them, ratios for most. Nothing
here decides a test. One core, {implementation} {version}, the shortest of several rounds, the jobs
taking turns.

Texts: {note}, {characters:,} characters, {figures:,} figures.

| one pass over all reports | characters a second | times the reader |
|---|---|---|
"""
PLAIN = """
*Plain pass*: number spans by one regular expression, a clause split, an automaton of 300 terms
(here {automaton}), and a row of twelve fields with its JSON for each number. It understands
nothing: it is the cost of looking at every character and writing every row.
"""
PROCESS = """
| start-up | seconds |
|---|---|
{start_up}
| peak memory | MB |
|---|---|
{memory}
"""
PEERS_HEAD = """\
The extractors that a user would reach for from Python today. They name numbers, some with a unit,
and none of the other fields. Their F1 is on the development labels; the value of a span that a tool
gives without one is read for it. Measured in one run with duban at {reader} characters a second.

| tool | characters a second | duban is faster by | F1 span | F1 value and unit |
|---|---|---|---|---|
"""
NO_PEERS = "Not measured yet: `python -m benchmarks --peers` does, in throw-away environments.\n"


@dataclass(frozen=True)
class Figures:
    """Everything that one run measured.

    Attributes:
        note: what was read.
        characters: code points read.
        figures: figures found.
        reader: characters a second of the reader.
        checker: characters a second of the checker, on reports that are read already.
        plain: characters a second of the plain pass.
        automaton: the automaton that the plain pass used.
        start_up: seconds by command.
        memory: peak MB by task.
        peers: results of the peers, None where they were not asked for.
    """

    note: str
    characters: int
    figures: int
    reader: float
    checker: float
    plain: float
    automaton: str
    start_up: dict[str, float | None]
    memory: dict[str, float | None]
    peers: list[Result] | None


def render(figures: Figures, before: str) -> str:
    """Return the page; without new results of the peers it keeps those of the page `before`."""
    head = HEAD.format(
        implementation=platform.python_implementation(),
        version=".".join(platform.python_version_tuple()[:2]),
        note=figures.note,
        characters=figures.characters,
        figures=figures.figures,
    )
    speeds = {
        "duban `read_text`": figures.reader,
        "duban `audit`, all rules, on what was read": figures.checker,
        "plain pass": figures.plain,
    }
    rows = "".join(_row(name, speed, figures.reader) for name, speed in speeds.items())
    process = PROCESS.format(
        start_up=_table(figures.start_up, "{:.3f}"), memory=_table(figures.memory, "{:.0f}")
    )
    kept = PEERS.search(before)
    peers = _peers(figures) if figures.peers is not None else kept[1] if kept else NO_PEERS
    block = f"<!-- peers -->\n{peers}<!-- end of peers -->\n"
    return f"{head}{rows}{PLAIN.format(automaton=figures.automaton)}{process}\n## Peers\n\n{block}"


def _row(name: str, speed: float, reader: float) -> str:
    return f"| {name} | {_round(speed)} | {speed / reader:.2g} |\n"


def _round(speed: float) -> str:
    digits = max(len(str(int(speed))) - 2, 0)
    return f"{round(speed / 10**digits) * 10**digits:,}"


def _table(values: dict[str, float | None], form: str) -> str:
    return "".join(
        f"| {name} | {'failed' if value is None else form.format(value)} |\n"
        for name, value in values.items()
    )


def _peers(figures: Figures) -> str:
    head = PEERS_HEAD.format(reader=_round(figures.reader))
    return head + "".join(_peer(result, figures.reader) for result in figures.peers or [])


def _peer(result: Result, reader: float) -> str:
    if result.speed is None:
        return f"| {result.name} | not measured: {result.reason} | | | |\n"
    scores = " | ".join("" if f is None else f"{f:.2f}" for f in (result.span, result.quantity))
    ratio = f"{_round(reader / result.speed)} times"
    return f"| {result.name} | {_round(result.speed)} | {ratio} | {scores} |\n"
