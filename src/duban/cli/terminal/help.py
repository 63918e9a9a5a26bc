"""Help pages in the reader's language, wrapped by the width of Chinese characters."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import click

from duban.cli.terminal.typeset import cells, fill, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable


class Help(click.HelpFormatter):
    """Click's help page, in English words and with lines of the right width."""

    usage = "Usage: "
    headings: ClassVar[dict[str, str]] = {}

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how the command is called."""
        self.write(f"{prefix or self.usage}{prog} {args}\n")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        self.write(f"{self.headings.get(heading, heading)}:\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs, which blank lines separate."""
        margin = " " * self.current_indent
        paragraphs = (" ".join(paragraph.split()) for paragraph in text.split("\n\n"))
        wrapped = (wrap(text, self.width - self.current_indent) for text in paragraphs)
        self.write("\n".join("".join(f"{margin}{line}\n" for line in lines) for lines in wrapped))

    def write_dl(
        self,
        rows: Iterable[tuple[str, str]],
        col_max: int = 30,
        col_spacing: int = 2,
    ) -> None:
        """Write a list of terms with what they mean beside them."""
        rows = list(rows)
        left = min(max(cells(term) for term, _ in rows), col_max) + col_spacing
        for term, meaning in rows:
            self._definition(term, meaning, left)

    def _definition(self, term: str, meaning: str, left: int) -> None:
        margin = " " * self.current_indent
        lines = wrap(meaning, self.width - self.current_indent - left)
        first = fill(term, left) + lines.pop(0) if cells(term) < left else term
        self.write(f"{margin}{first}\n")
        self.write("".join(f"{margin}{' ' * left}{line}\n" for line in lines))


class ChineseHelp(Help):
    """The same in Chinese."""

    usage = "用法: "
    headings: ClassVar[dict[str, str]] = {"Options": "选项", "Commands": "命令"}


class EnglishContext(click.Context):
    """A context whose help pages are in English."""

    formatter_class = Help


class ChineseContext(click.Context):
    """A context whose help pages are in Chinese."""

    formatter_class = ChineseHelp
