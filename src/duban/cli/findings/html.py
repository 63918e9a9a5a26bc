"""Findings as one page: the report as printed, the words marked, the notes beside them.

The page needs nothing from elsewhere and runs no script; what is shown is chosen by the boxes
at its head.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from duban import __version__
from duban.cli.findings import words
from duban.cli.findings.marking import Mark, marked, safe
from duban.model import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.cli.checking.checked import Checked, Run
    from duban.cli.language import Say
    from duban.model import Finding, Paragraph

_DEEPEST = 4  # headings of the page; deeper ones of a report look like these
# No page of ours may fetch or run anything, whatever a report holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def dumps(run: Run, say: Say) -> str:
    """Return the page as a text of HTML."""
    return "\n".join(_page(run, say)) + "\n"


def _page(run: Run, say: Say) -> Iterator[str]:
    style = files(__package__).joinpath("page.css").read_text("utf-8")
    title = say("核对结果", "Findings") + " " + "、".join(c.file for c in run.checked)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{say("zh-CN", "en")}">'
    yield '<head>\n<meta charset="utf-8"/>'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}"/>'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>'
    yield f"<title>{safe(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>"
    yield from _filters(say)
    yield "<main>"
    for number, checked in enumerate(run.checked, 1):
        yield from _Report(checked, number, run, say).lines()
    yield "</main>"
    yield f"<footer>duban {__version__}</footer>\n</body>\n</html>"


def _filters(say: Say) -> Iterator[str]:
    for severity in Severity:
        look = words.LOOKS[severity]
        name = f"show-{severity.value}"
        yield f'<input type="checkbox" id="{name}" checked="checked"/>'
        yield f'<label class="filter" for="{name}">{look.mark} {say(look.zh, look.en)}</label>'


class _Report:
    """One report of the page."""

    def __init__(self, checked: Checked, number: int, run: Run, say: Say) -> None:
        self.checked, self.number, self.run, self.say = checked, number, run, say
        self.text = checked.document.text
        self.marks = [
            Mark(Span(f.start, f.end), f.severity.value, f"#{self._id(at)}", str(at))
            for at, f in enumerate(checked.findings, 1)
        ] + [Mark(span, "related") for f in checked.findings for span in f.related]
        self.headings = {s.heading.start: s.level for s in checked.reading.ledger.sections}

    def _id(self, number: int) -> str:
        return f"finding-{self.number}-{number}"

    def lines(self) -> Iterator[str]:
        source = self.checked.document.source
        yield '<section class="report">\n<header>'
        yield f"<h1>{safe(self.checked.file)}</h1>"
        yield f'<p class="source">{safe(source.name)} · SHA-256 {source.sha256}</p>'
        yield f'<p class="summary">{safe(words.counts([self.checked], self.say))}'
        yield f"{safe(words.left_out([self.checked], self.say))}</p>\n</header>"
        yield from self._about_the_whole()
        for at, paragraph in enumerate(self.checked.document.paragraphs):
            yield from self._paragraph(paragraph, last=self._next(at))
        if self.run.proofs:
            yield from self._proofs()
        yield "</section>"

    def _next(self, at: int) -> int:
        paragraphs = self.checked.document.paragraphs
        return paragraphs[at + 1].span.start if at + 1 < len(paragraphs) else len(self.text) + 1

    # -- the text and the notes beside it -----------------------------------

    def _about_the_whole(self) -> Iterator[str]:
        boxes = [
            self._box(at, finding)
            for at, finding in enumerate(self.checked.findings, 1)
            if not (finding.text or finding.start)
        ]
        yield from ['<div class="aside notes">', *boxes, "</div>"] if boxes else []

    def _paragraph(self, paragraph: Paragraph, last: int) -> Iterator[str]:
        span = paragraph.span
        level = self.headings.get(span.start)
        alone = level is not None and self._is_heading(span)
        tag = f"h{min((level or 1) + 1, _DEEPEST)}" if alone else "p"
        near = [mark for mark in self.marks if mark.span.overlaps(span)]
        yield f'<div class="row"><{tag} lang="zh-CN">{marked(self.text, span, near)}</{tag}>'
        boxes = [
            self._box(at, finding)
            for at, finding in enumerate(self.checked.findings, 1)
            if span.start <= finding.start < last and (finding.text or finding.start)
        ]
        yield from ['<div class="aside notes">', *boxes, "</div>"] if boxes else []
        yield "</div>"

    def _is_heading(self, span: Span) -> bool:
        ends = (s.heading.end for s in self.checked.reading.ledger.sections)
        return any(end == span.end for end in ends)

    def _box(self, number: int, finding: Finding) -> str:
        look = words.LOOKS[finding.severity]
        advice = words.ruled(self.run, finding.code, self.say)
        message = finding.message(self.say.language)
        tag = f"{number} {look.mark} {self.say(look.zh, look.en)} {finding.code}"
        parts = [f'<p><span class="tag">{safe(tag)}</span> {safe(message)}</p>']
        arithmetic = words.arithmetic(finding, self.say)
        parts += [f'<p class="arithmetic">{safe(arithmetic)}</p>'] if arithmetic else []
        parts += [f'<p class="do">{safe(advice)}</p>'] if advice else []
        kind = finding.severity.value
        return f'<div class="note-box {kind}" id="{self._id(number)}">{"".join(parts)}</div>'

    # -- what holds ----------------------------------------------------------

    def _proofs(self) -> Iterator[str]:
        yield f"<h2>{self.say('相符的关系', 'Relations that hold')}</h2>"
        yield '<table class="notes">'
        for proof in self.checked.sifted.proofs:
            home = self.checked.document.locate(proof.start)
            cells = (proof.code, f"¶{home.number}" if home else "", words.proven(proof, self.say))
            yield "<tr>" + "".join(f"<td>{safe(cell)}</td>" for cell in cells) + "</tr>"
        yield "</table>"
