"""What stands before the words of a line: markup, a bullet, a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from duban.outline.marks import LEAD, NUMERALS, read_mark

if TYPE_CHECKING:
    from duban.outline.lines import Line

PLAIN: Final = "plain"
PASSAGE: Final = "passage"
_BOLD: Final = ("**", "__")


@dataclass(slots=True)
class Head:
    """The beginning of a line that may be a heading.

    Attributes:
        line: the line.
        kind: a key of `marks.RANKS`, or `plain` for a line that only its style marks out.
        ordinal: the number's place in its list, or 0.
        number: offsets of the bullet and number.
        words: offset of the first word after them.
        bold: the words begin in bold.
        loose: the number has no punctuation of its own.
        style: level of a Word style or of Markdown's `#`, or 0.
    """

    line: Line
    kind: str
    ordinal: int
    number: tuple[int, int]
    words: int
    bold: bool
    loose: bool
    style: int


def read_head(text: str, line: Line) -> Head | None:
    """Return the head of a line of the folded text, or None for a line that begins with words."""
    lead = LEAD.match(text, line.start, line.end)
    if lead is None:  # every part of the pattern is optional
        return None
    hashes, bullet = lead["hash"] or "", (lead["bullet"] or "").rstrip()
    first = pos = lead.start("bullet") if bullet else lead.end()
    pos = lead.end()
    inner = text.startswith(_BOLD, pos)
    mark = read_mark(text, pos + 2 * inner, line.end)
    pos = mark.end if mark else pos + 2 * inner
    last = text.startswith(_BOLD, pos)
    kind = mark.kind if mark else _bullet_kind(bullet)
    bold = bool(lead["bold"]) + inner + last
    style = line.style or hashes.count("#")
    if not kind and not bold and not style:
        return None
    stop = mark.end if mark else first + len(bullet)
    if not bullet and mark:
        first = lead.end() + 2 * inner
    return Head(
        line,
        kind or ("bold" if bold else PLAIN),
        mark.ordinal if mark else 0,
        (first, stop),
        pos + 2 * last,
        bold=bold % 2 == 1,
        loose=bool(mark and mark.loose),
        style=style,
    )


def holds_next(text: str, head: Head) -> bool:
    """Say whether the line holds the next number of its list too: 一是…；二是…."""
    if head.kind not in ("item", "ordinal"):
        return False
    numeral = NUMERALS.get(head.ordinal + 1, "")
    follower = f"第{numeral}" if head.kind == "ordinal" else numeral + text[head.number[1] - 1]
    return text.find(follower, head.words, head.line.end) >= 0


def _bullet_kind(bullet: str) -> str:
    if not bullet:
        return ""
    return "star" if bullet in "-*+" else "bullet"
