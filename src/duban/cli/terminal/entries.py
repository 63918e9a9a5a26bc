"""Figures, targets and commitments as lines of a terminal page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click import style

from duban.cli.terminal.typeset import columns, wrap
from duban.ledger.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from duban.cli.language import Say
    from duban.model import Commitment, Figure, Target

_MARGIN = "  "
_VALUE = 18  # cells for a number with its unit: 60至80公里, ≥ 1.2万亿元


class Entries:
    """Sets entries in columns that stand under each other all down the page.

    Attributes:
        say: language of everything but the report's own words.
        width: cells of a line.
        figures_by_id: the figures that targets stand on.
    """

    def __init__(self, say: Say, width: int, figures_by_id: Mapping[str, Figure]) -> None:
        self.say = say
        self.figures_by_id = figures_by_id
        word = 4 if say.language == "zh" else 6
        nature = 6 if say.language == "zh" else 8
        self.widths = (width - 8 - _VALUE - word - nature, _VALUE, word, nature)
        self.pledge = (width - 4 - 11, 11)

    def figures(self, figures: Iterable[Figure]) -> Iterator[str]:
        """Yield indicator, number as written, measure and status of each figure."""
        yield self._heading(
            ("指标", "数值", "性质", "状态"), ("Figure", "number", "kind", "status")
        )
        for figure in figures:
            about = _dotted(figure.area, figure.indicator, figure.whole, figure.period)
            yield from self._row(
                about + self._corrected(figure.corrected),
                value(figure),
                label(figure.measure, self.say.language),
                label(figure.status, self.say.language),
            )

    def targets(self, targets: Iterable[Target]) -> Iterator[str]:
        """Yield indicator, what is asked, measure and nature of each target."""
        yield self._heading(("目标", "要求", "性质", "类型"), ("Target", "asked", "kind", "nature"))
        for target in targets:
            about = _dotted(target.area, target.indicator, target.period, target.stretch)
            yield from self._row(
                about + self._corrected(target.corrected),
                self._asked(target),
                label(target.measure, self.say.language),
                label(target.nature, self.say.language),
            )

    def commitments(self, commitments: Iterable[Commitment]) -> Iterator[str]:
        """Yield the words of each commitment and its kind; deadline and units under it."""
        title = columns([self.say("任务", "Commitment"), self.say("类型", "kind")], self.pledge)
        yield style(_MARGIN + title[0], dim=True)
        for item in commitments:
            words = item.text + self._corrected(item.corrected)
            kind = label(item.kind, self.say.language)
            yield from (_MARGIN + line for line in columns([words, kind], self.pledge))
            detail = _dotted(self._deadline(item.deadline), item.place, *item.units)
            if detail:
                lines = wrap(detail, self.pledge[0] - len(_MARGIN))
                yield from (style(_MARGIN * 2 + line, fg="cyan") for line in lines)

    def _heading(self, zh: tuple[str, ...], en: tuple[str, ...]) -> str:
        words = en if self.say.language == "en" else zh
        return style(_MARGIN + columns(words, self.widths, right=1)[0], dim=True)

    def _row(self, *texts: str) -> Iterator[str]:
        yield from (_MARGIN + line for line in columns(texts, self.widths, right=1))

    def _asked(self, target: Target) -> str:
        figure = self.figures_by_id.get(target.figure)
        if figure is not None:
            return value(figure)
        return _dotted(label(target.operator, self.say.language), target.reference)

    def _deadline(self, deadline: str) -> str:
        return self.say(f"期限 {deadline}", f"by {deadline}") if deadline else ""

    def _corrected(self, reason: str) -> str:
        return self.say("〔更正〕", " [corrected]") if reason else ""


def value(figure: Figure) -> str:
    """Return a figure's number as written, with its bound before it, and an arrow for a fall."""
    marks = ("↓" if figure.value < 0 else "") + label(figure.comparator)
    return f"{marks} {figure.text}".lstrip()


def _dotted(*parts: str) -> str:
    return " · ".join(filter(None, parts))
