"""What the head of a report says about it: title, place, year, session, speaker, date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from duban.model import Masthead
from duban.outline.lines import BLANKS
from duban.outline.occasion import SESSION, date_of, number_of, speaker_of
from duban.outline.places import place_of
from duban.outline.report_year import (
    year_in_file,
    year_in_text,
    year_in_title,
    year_of_date,
    year_of_headings,
)
from duban.outline.sessions import session_year
from duban.reference.regions import NATION_CODE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duban.model import Document

_GREETING: Final = 600  # characters of the text in which it says who speaks, and where
_TITLE = re.compile(rf"[{re.escape(BLANKS)}]*".join("政府工作报告"))
# The reports of other bodies and levels: 云岭开发区2025年工作报告, 青川镇政府2019年工作报告.
_OTHER_TITLE = re.compile(
    r"^[^\n。，：]{2,40}(?:公署|行署|管理委员会|管委会|办事处|革命委员会|[政区镇乡年])[府]?工作(?:总结)?报告(?:（[^）\n]{1,12}）)?$",
    re.MULTILINE,
)
_NO_TITLE = re.compile(r"记者|摄|作政府|《|>|来源|常务|常委|法院|检察|政协")
_SAYS_WHOSE = re.compile(r"[省市县区州盟旗年]")
_LONGEST_TITLE: Final = 60
_HELD = re.compile(rf"向({SESSION.pattern})")
_AROUND: Final = "—-–─#*" + BLANKS
_UNBLANK: Final = dict.fromkeys(map(ord, BLANKS))


class _Span(NamedTuple):
    start: int = 0
    end: int = 0

    def printed(self, text: str) -> str:
        """Return the words without blanks and the dashes around them."""
        return text[self.start : self.end].strip(_AROUND).translate(_UNBLANK)


def masthead_of(document: Document, text: str, start: int, titles: Sequence[str]) -> Masthead:
    """Return what is printed above the text and, where that is silent, what the text tells.

    Args:
        document: the report.
        text: its folded text.
        start: offset at which the text itself begins.
        titles: the words of the headings that divide it, folded.
    """
    head, greeting = text[:start], text[start : start + _GREETING]
    title = _title(head)
    session = _session(head, greeting)
    place = place_of(head, greeting, document.source.name, text)
    date = date_of(head)
    given = year_of_date(date) or year_in_title(title.printed(text))
    headings = year_of_headings(titles, given)
    named = year_in_file(document.source.name)
    if place.code == NATION_CODE:
        known = _national_year(session.printed(text)) or named or headings
    else:
        known = headings or given or named
    return Masthead(
        title=title.printed(document.text),
        place=place.name
        if place.code == NATION_CODE
        else _as_written(place.name, document.text, head + greeting),
        place_code=place.code,
        year=known or year_in_text(text),
        session=session.printed(document.text),
        speaker=_Span(*speaker_of(head)).printed(document.text),
        date=date,
    )


def _as_written(name: str, text: str, folded: str) -> str:
    """Return a name in the characters of the source, where the source has it."""
    at = folded.find(name)
    return text[at : at + len(name)] if at >= 0 else name


def _title(head: str) -> _Span:
    """Return the line that calls itself 政府工作报告, one that says whose or when before others."""
    found = sorted(
        _titles(head), key=lambda span: (not _SAYS_WHOSE.search(head, *span), span.start)
    )
    return found[0] if found else _Span()


def _titles(head: str) -> Iterator[_Span]:
    for match in (*_TITLE.finditer(head), *_OTHER_TITLE.finditer(head)):
        start = head.rfind("\n", 0, match.start()) + 1
        end = head.find("\n", match.end())
        span = _Span(start, len(head) if end < 0 else end)
        if span.end - start <= _LONGEST_TITLE and not _NO_TITLE.search(head, *span):
            yield span


def _session(head: str, greeting: str) -> _Span:
    """Return the session that the report was given to, as the head or the greeting names it."""
    found = SESSION.search(head)
    if found:
        return _Span(*found.span())
    held = _HELD.search(greeting)
    return _Span(len(head) + held.start(1), len(head) + held.end(1)) if held else _Span()


def _national_year(session: str) -> int | None:
    found = SESSION.search(session)
    return (
        session_year(number_of(found["congress"]), number_of(found["session"])) if found else None
    )
