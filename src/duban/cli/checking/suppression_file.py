"""`<report>.suppressions.yml`: findings that a person lets stand, found beside a report."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Annotated

import msgspec

from duban.checks.selection import unknown
from duban.checks.suppressions import Suppression, inline
from duban.cli.checking import faults
from duban.reference.reasons import why

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from duban.model import Document


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One entry of the file.

    Attributes:
        code: of the rule, or the beginning of several.
        reason: why the finding may stand; never empty.
        words: the exact words of the finding.
        sentence: a passage that holds them, where they occur more than once.
        start: about where they stand; the nearest finding is meant.
    """

    code: str
    reason: str
    words: str = ""
    sentence: str = ""
    start: Annotated[int, msgspec.Meta(ge=0)] | None = None


def beside(report: Path, document: Document, codes: Iterable[str]) -> tuple[Suppression, ...]:
    """Return the suppressions that hold for a report: those in the file, then those in its text.

    Args:
        report: its path; the file stands in the same folder, `draft.suppressions.yml` for
            `draft.docx`.
        document: its text.
        codes: of all rules there are.

    Raises:
        UserError: `SP001` the file cannot be read; `SP002` to `SP004` a suppression is wrong.
    """
    path = report.with_name(f"{report.stem}.suppressions.yml")
    known = tuple(codes)
    return (*_in_file(path, known), *in_text(document, known))


def in_text(document: Document, codes: Iterable[str]) -> tuple[Suppression, ...]:
    """Return the suppressions that stand in a text.

    Raises:
        UserError: `SP003` one has no reason; `SP004` one names a rule that does not exist.
    """
    found = inline(document)
    known = tuple(codes)
    for decision in found:
        home = document.locate(decision.comment.start) if decision.comment else None
        number = home.number if home else 0
        name = document.source.name
        place = (f"{name} 第 {number} 段的免报注释", f"{name}, comment in paragraph {number}")
        _check(place, decision.code, decision.reason, known)
    return found


def _in_file(path: Path, codes: tuple[str, ...]) -> tuple[Suppression, ...]:
    # os.path answers no where pathlib raises: the longer name may be longer than a name can be.
    if not os.path.isfile(path):  # noqa: PTH113  see above
        return ()
    entries = enumerate(_parse(path), 1)
    return tuple(
        _decision((f"{path.name} 第 {n} 条", f"{path.name}, entry {n}"), entry, codes)
        for n, entry in entries
    )


def _parse(path: Path) -> list[object]:
    import yaml  # noqa: PLC0415  most reports have no suppressions

    try:
        # BaseLoader leaves every scalar a string, so that digits stay as they were written.
        entries = yaml.load(path.read_text("utf-8-sig"), yaml.BaseLoader)  # noqa: S506  safe
    except (OSError, UnicodeDecodeError, RecursionError, yaml.YAMLError) as error:
        detail = getattr(error, "problem", None)
        pair = (detail, detail) if detail else why(error)
        raise faults.suppressions_unreadable(path.name, pair) from error
    if entries in (None, ""):
        return []
    if not isinstance(entries, list):
        detail = ("不是以 - 开头的列表", "not a list of entries that begin with -")
        raise faults.suppressions_unreadable(path.name, detail)
    return entries


def _decision(place: faults.Pair, entry: object, codes: tuple[str, ...]) -> Suppression:
    if isinstance(entry, dict) and not str(entry.get("reason", "")).strip():
        raise faults.suppression_without_reason(place)
    try:
        given = msgspec.convert(entry, Entry, strict=False)
    except msgspec.ValidationError as error:
        raise faults.suppression_wrong(place, (f"值不对（{error}）", str(error))) from error
    _check(place, given.code, given.reason, codes)
    if not (given.words or given.start is not None):
        detail = ("没有说明是哪一处，请写 words: 原文文字", "it names no place; give words:")
        raise faults.suppression_wrong(place, detail)
    return Suppression(given.code, given.reason, given.words, given.sentence, given.start)


def _check(place: faults.Pair, code: str, reason: str, codes: tuple[str, ...]) -> None:
    if not reason.strip():
        raise faults.suppression_without_reason(place)
    if unknown([code], codes) is not None:
        raise faults.suppression_code(place, code)
