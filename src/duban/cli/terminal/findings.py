"""Findings and proofs as a page in the terminal."""

from __future__ import annotations

import shutil
from collections import defaultdict
from typing import TYPE_CHECKING

from click import style

from duban.checks.passage import sentence
from duban.checks.report import Report
from duban.cli.findings import words
from duban.cli.terminal.typeset import cells, wrap
from duban.cli.terminal.underline import Marks, underlined
from duban.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from duban.cli.checking.checked import Checked, Run
    from duban.cli.language import Say
    from duban.model import Finding, Proof

_PAPER = 80
_NARROWEST, _WIDEST = 60, 100
_MARGIN = "  "
_BAR = "  │ "
_DOT = " · "
_OTHERS = 3  # other sentences that hold words of the relation


def dumps(run: Run, say: Say, *, paper: bool = False) -> str:
    """Return what was found as lines for a terminal, with its colours.

    Args:
        run: the reports that were checked.
        say: language of everything but the reports' own words.
        paper: lines of 80 cells, whatever the terminal's width.
    """
    width = _PAPER if paper else shutil.get_terminal_size((_PAPER, 24)).columns
    page = _Page(run, say, min(max(width, _NARROWEST), _WIDEST))
    return "\n".join(page.lines()) + "\n"


class _Page:
    def __init__(self, run: Run, say: Say, width: int) -> None:
        self.run, self.say, self.width = run, say, width

    def lines(self) -> Iterator[str]:
        several = len(self.run.checked) > 1
        for at, checked in enumerate(self.run.checked):
            yield from [""] if at else []
            yield from self._report(checked)
            yield from self._summary([checked]) if several else []
        yield from self._advice()
        yield from self._summary(self.run.checked)

    # -- one report -----------------------------------------------------------

    def _report(self, checked: Checked) -> Iterator[str]:
        yield from self._bold(checked.file)
        for finding in checked.findings:
            yield from ("", *self._finding(checked, finding))
        if self.run.proofs:
            yield from self._proofs(checked)

    def _finding(self, checked: Checked, finding: Finding) -> Iterator[str]:
        look = words.LOOKS[finding.severity]
        tag = f"{look.mark} {words.severity(finding.severity, self.say)} {finding.code}"
        first, *rest = wrap(finding.message(self.say.language), self.width - cells(tag) - 2)
        yield style(tag, fg=look.colour, bold=True) + "  " + style(first, bold=True)
        yield from (" " * (cells(tag) + 2) + style(line, bold=True) for line in rest)
        if finding.text or finding.start:  # else it is about the report as a whole
            yield from self._place(checked, finding.start, finding.section)
            yield from self._passages(checked, finding)
        yield from self._set(words.arithmetic(finding, self.say))

    def _passages(self, checked: Checked, finding: Finding) -> Iterator[str]:
        text, at = checked.document.text, Span(finding.start, finding.end)
        own = sentence(text, at)
        marks = Marks([at], finding.related, words.LOOKS[finding.severity].colour)
        yield from self._barred(text, own, marks)
        report = Report(checked.reading)
        others = {sentence(text, r): r for r in finding.related if not own.contains(r.start)}
        for shown, (other, related) in enumerate(others.items()):
            if shown == _OTHERS:
                left = len(others) - shown
                yield from self._set(self.say(f"另有 {left} 处相关。", f"{left} more related."))
                return
            section = report.section_at(related.start)
            head = self.say("相关：", "related: ")
            yield from self._place(checked, related.start, section, head)
            yield from self._barred(text, other, marks)

    def _place(self, checked: Checked, start: int, section: str, head: str = "") -> Iterator[str]:
        """Yield where something stands; a line ends between two parts of it, not in one."""
        line = head
        for part in words.place(checked, start, section, self.say):
            longer = f"{line}{_DOT}{part}" if line != head else f"{line}{part}"
            if cells(longer) > self.width - cells(_MARGIN) and line != head:
                yield from self._set(line, dim=True)
                longer = part
            line = longer
        yield from self._set(line, dim=True)

    def _barred(self, text: str, passage: Span, marks: Marks) -> Iterator[str]:
        bar = style(_BAR, dim=True)
        for line in underlined(text, passage, marks, self.width - cells(_BAR)):
            yield bar + line

    # -- what holds ----------------------------------------------------------

    def _proofs(self, checked: Checked) -> Iterator[str]:
        by_code: dict[str, list[Proof]] = defaultdict(list)
        for proof in checked.sifted.proofs:
            by_code[proof.code].append(proof)
        for code, proofs in sorted(by_code.items()):
            title = words.title(self.run, code, self.say)
            yield ""
            count = self.say(f"（{len(proofs)} 项）", f" ({len(proofs)})")
            yield from self._bold(f"{code} {title}{count}", colour="green")
            for proof in proofs:
                yield from self._proof(checked, proof)

    def _proof(self, checked: Checked, proof: Proof) -> Iterator[str]:
        home = checked.document.locate(proof.start)
        number = str(home.number if home else 0).rjust(len(str(len(checked.document.paragraphs))))
        where = self.say(f"第 {number} 段 ", f"¶{number} ")
        first, *rest = wrap(words.proven(proof, self.say), self.width - 4 - cells(where))
        yield style("  ✓ ", fg="green") + style(where, dim=True) + first
        yield from (" " * (4 + cells(where)) + line for line in rest)

    # -- what to do ------------------------------------------------------------

    def _advice(self) -> Iterator[str]:
        """Yield what to do, once a rule."""
        codes = self.run.codes()
        if not codes:
            return
        yield ""
        yield from self._bold(self.say("怎么办", "What to do"))
        for code in codes:
            advice = words.ruled(self.run, code, self.say)
            first, *rest = wrap(advice, self.width - cells(code) - 4)
            yield _MARGIN + style(code, bold=True) + "  " + first
            yield from (" " * (cells(code) + 4) + line for line in rest)
        more = self.say("各条规则详见 duban rule 代码。", "More about a rule: duban rule CODE.")
        yield from self._set(more, dim=True)

    # -- how much there was --------------------------------------------------------

    def _summary(self, checked: Sequence[Checked]) -> Iterator[str]:
        yield ""
        if not any(report.findings for report in checked):
            yield style(self.say("没有发现问题。", "Nothing was found."), fg="green")
        total = len(checked)
        head = self.say(f"共 {total} 份：", f"{total} reports: ") if total > 1 else ""
        yield from wrap(head + words.counts(checked, self.say), self.width)
        rest = words.left_out(checked, self.say)
        if rest:
            yield from wrap(self.say(f"另有：{rest}。", f"Besides: {rest}."), self.width)

    # -- lines -----------------------------------------------------------------

    def _set(self, text: str, *, dim: bool = False) -> Iterator[str]:
        lines: Iterable[str] = wrap(text, self.width - cells(_MARGIN)) if text else ()
        yield from (_MARGIN + (style(line, dim=True) if dim else line) for line in lines)

    def _bold(self, text: str, colour: str | None = None) -> Iterator[str]:
        yield from (style(line, bold=True, fg=colour) for line in wrap(text, self.width))
