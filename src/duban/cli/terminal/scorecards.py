"""A scorecard as lines of a terminal page: each pledge with its outcome under it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from click import style

from duban.cli.terminal.typeset import wrap
from duban.model import Fate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duban.cli.language import Say
    from duban.model import Entry, Scorecard

_WIDTH = 80
# Mark, colour and word: never colour alone.
_MARKS = {
    Fate.KEPT: ("◆", "blue", "兑现", "kept"),
    Fate.EXCEEDED: ("◆", "blue", "超额兑现", "exceeded"),
    Fate.PARTLY: ("●", "green", "推进中", "partly"),
    Fate.MISSED: ("■", "red", "未兑现", "missed"),
    Fate.REWORDED: ("▲", "yellow", "换了说法", "reworded"),
    Fate.DROPPED: ("▲", "yellow", "不再提", "dropped"),
    Fate.NOT_REPORTED: ("○", "white", "未回应", "not reported"),
    Fate.UNDECIDED: ("○", "white", "由人判定", "undecided"),
}
_SILENT = frozenset((Fate.NOT_REPORTED, Fate.DROPPED, Fate.UNDECIDED))


def dumps(card: Scorecard, say: Say, *, whole: bool = False) -> str:
    """Return a scorecard as lines of at most 80 cells.

    Args:
        card: the scorecard.
        say: the language.
        whole: also pledges without an answer, and commitments whose match is not sure.
    """
    title = say(
        f"{card.place}{card.year}年的承诺，{card.reported_in}年报告的回应",
        f"{card.place}: pledges for {card.year}, answers of {card.reported_in}",
    )
    shown = [e for e in card.entries if whole or (e.fate not in _SILENT and _sure(e))]
    lines = [line for entry in shown for line in _lines(entry, say)]
    return "\n".join([style(title, bold=True), *lines, *_sums(card.entries, say)]) + "\n"


def _sure(entry: Entry) -> bool:
    return entry.judgement is not None or entry.fate in {Fate.KEPT, Fate.PARTLY}


def _lines(entry: Entry, say: Say) -> Iterator[str]:
    mark, colour, zh, en = _MARKS[entry.fate]
    first, *rest = wrap(f"{mark} {say(zh, en)}  {' '.join(entry.indicator.split())}", _WIDTH)
    yield style(first, fg=colour)
    yield from (style(f"  {line}", fg=colour) for line in rest)
    if entry.judgement is not None:
        reason = say(entry.judgement.zh, entry.judgement.en)
        yield from (f"    {line}" for line in wrap(reason, _WIDTH - 4))
    elif entry.reported:
        yield from (f"    {line}" for line in wrap(" ".join(entry.reported.split()), _WIDTH - 4))
    if entry.outcome:
        how = say(entry.why, entry.why_en)
        sure = say(f"（{how}，把握 {entry.confidence:.0%}）", f"({how}; {entry.confidence:.0%})")
        yield from (style(f"    {line}", dim=True) for line in wrap(sure, _WIDTH - 4))


def _sums(entries: Sequence[Entry], say: Say) -> Iterator[str]:
    for zh, en, letter in (("目标", "targets", "T"), ("任务", "commitments", "C")):
        counts = Counter(entry.fate for entry in entries if entry.pledge.startswith(letter))
        told = [
            say(f"{words[2]} {counts[fate]}", f"{words[3]} {counts[fate]}")
            for fate, words in _MARKS.items()
            if counts[fate]
        ]
        yield from wrap(
            say(f"{zh} {counts.total()} 项：", f"{counts.total()} {en}: ")
            + say("、", ", ").join(told)
            + say("。", "."),
            _WIDTH,
        )
