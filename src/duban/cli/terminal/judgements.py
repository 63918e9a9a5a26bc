"""How targets stand, as lines of a terminal page."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from click import style

from duban.cli.terminal.typeset import wrap
from duban.model import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duban.cli.language import Say
    from duban.model import Judgement, Ledger, Target

_WIDTH = 80
# Mark, colour and word: never colour alone.
_MARKS = {
    Standing.MET: ("◆", "blue", "已完成", "met"),
    Standing.EXCEEDED: ("◆", "blue", "超额完成", "exceeded"),
    Standing.ON_SCHEDULE: ("●", "green", "正常", "on schedule"),
    Standing.BEHIND: ("▲", "yellow", "滞后", "behind"),
    Standing.MISSED: ("■", "red", "未完成", "missed"),
    Standing.NOT_YET: ("○", "white", "暂无数据", "not yet"),
    Standing.UNDECIDED: ("○", "white", "由人判定", "undecided"),
}


def dumps(ledger: Ledger, found: Sequence[Judgement], say: Say) -> str:
    """Return the judgements as lines of at most 80 cells, in the order of the text."""
    targets = {target.id: target for target in ledger.targets}
    lines = [line for one in found for line in _lines(targets[one.target], one, say)]
    return "\n".join([*lines, _sum(found, say)]) + "\n"


def _lines(target: Target, one: Judgement, say: Say) -> Iterator[str]:
    mark, colour, zh, en = _MARKS[one.standing]
    words = " ".join(target.text.split())
    first, *rest = wrap(f"{mark} {say(zh, en)}  {target.indicator}：{words}", _WIDTH)
    yield style(first, fg=colour)
    yield from (style(f"  {line}", fg=colour) for line in rest)
    yield from (f"    {line}" for line in wrap(say(one.zh, one.en), _WIDTH - 4))
    if one.override is not None:
        said = _MARKS[one.override.standing]
        told = say(
            f"人工判定：{said[2]}（{one.override.by}：{one.override.reason}）",
            f"By hand: {said[3]} ({one.override.by}: {one.override.reason})",
        )
        yield from (f"    {line}" for line in wrap(told, _WIDTH - 4))


def _sum(found: Sequence[Judgement], say: Say) -> str:
    counts = Counter(one.standing for one in found)
    told = [
        say(f"{zh} {counts[standing]}", f"{en} {counts[standing]}")
        for standing, (_, _, zh, en) in _MARKS.items()
        if counts[standing]
    ]
    total = say(f"目标 {len(found)} 项：", f"{len(found)} targets: ")
    return total + say("、", ", ").join(told) + say("。", ".")
