"""Findings as comments in the docx that was checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.cli.checking import faults
from duban.cli.findings import words
from duban.documents import MAX_BYTES
from duban.documents.file import fetch, printable
from duban.documents.word_comments import Comment, annotate
from duban.model import Span

if TYPE_CHECKING:
    from pathlib import Path

    from duban.cli.checking.checked import Run
    from duban.cli.language import Say
    from duban.model import Finding

_AUTHOR = "duban 督办"


def dumps(file: Path, run: Run, say: Say) -> tuple[bytes, str]:
    """Return the docx with a comment on the words of each finding, and what is to be said of it.

    Args:
        file: the docx, which was checked.
        run: the check of it alone.
        say: language of the comments.

    Raises:
        UserError: `AN001` it is no docx.
    """
    checked = run.checked[0]
    if checked.document.source.format != "docx":
        raise faults.not_word(checked.document.source.name)
    comments = [
        Comment(Span(finding.start, finding.end), _lines(finding, run, say))
        for finding in checked.findings
    ]
    data, left = annotate(fetch(file, max_bytes=MAX_BYTES), printable(file), comments, _AUTHOR)
    written, where = (
        len(comments) - len(left),
        "、".join(c.span.of(checked.document.text) for c in left),
    )
    notes = say(f"写了 {written} 条批注。", f"{written} comments were written.")
    if left:
        notes += say(
            f"另有 {len(left)} 处在脚注、尾注或文本框里，Word 不能在那里加批注：{where}。",
            f" {len(left)} are in notes or text boxes, where Word has no comments: {where}.",
        )
    return data, notes + "\n"


def _lines(finding: Finding, run: Run, say: Say) -> list[str]:
    message = finding.message(say.language)
    arithmetic = words.arithmetic(finding, say)
    advice = words.advice(run, finding.code, say)
    tag = f"{words.severity(finding.severity, say)} {finding.code}"
    return [*filter(None, (message, arithmetic, advice)), tag]
