"""The outline: what a report says it is, and its sections."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from duban.model.span import Span


class Role(StrEnum):
    """What a section does in a government work report."""

    REVIEW = "review"  # 工作回顾: what was done
    OBJECTIVES = "objectives"  # 总体目标: the year's targets
    PLAN = "plan"  # 工作安排: what will be done
    SELF_GOVERNMENT = "self-government"  # 政府自身建设
    OTHER = "other"  # greeting, close, notes


class Section(msgspec.Struct, frozen=True):
    """A heading and the text under it, down to the next heading of its level or above.

    Attributes:
        id: `S` and the offset of its heading, `S319`.
        heading: span of the heading's words with its number; empty span where there is none.
        body: span from after the heading to the end of the section, subsections included.
        number: the number or bullet as written: `一、`, `（二）`, `3`, `一是`, `●`; or empty.
        title: the heading without its number and markup.
        level: 1 is the outermost.
        role: what the section does.
        years: first and last year it speaks of, equal for one year; None where unknown.
        parent: id of the section that holds it, or empty.
    """

    id: str
    heading: Span
    body: Span
    number: str
    title: str
    level: int
    role: Role
    years: tuple[int, int] | None = None
    parent: str = ""


class Masthead(msgspec.Struct, frozen=True):
    """What the head of a report says about it; a field is empty where the text is silent.

    Attributes:
        title: the title as printed.
        place: the government's area as written, `海东市`; `全国` for the State Council's report.
        place_code: its six-digit GB/T 2260 code; `100000` for the nation.
        year: the plan year, that is the year in which the report is given.
        session: the people's congress session as written, `三届人大七次会议`.
        speaker: who gave the report, spaces inside the name removed.
        date: the day it was given, ISO 8601.
    """

    title: str = ""
    place: str = ""
    place_code: str = ""
    year: int | None = None
    session: str = ""
    speaker: str = ""
    date: str = ""


class Outline(msgspec.Struct, frozen=True):
    """A report's masthead and sections, in the order of the text."""

    masthead: Masthead
    sections: tuple[Section, ...]
