"""`duban.toml`: what an office wants checked, found beside its reports or above them."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

import msgspec

from duban.checks.selection import InSections, Selection, unknown
from duban.cli.checking import faults
from duban.model import Severity
from duban.reference.reasons import why

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

NAME = "duban.toml"
_LINE = re.compile(r"line (\d+), column (\d+)")


class Lists(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Codes, or beginnings of codes, to run and to leave out."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class InPath(Lists, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same for the files of some names, seen from the folder of the settings."""

    pattern: str

    def names(self, path: str) -> bool:
        """Say whether a file is meant; a pattern without a slash meets it in any folder."""
        return fnmatchcase(path if "/" in self.pattern else path.rpartition("/")[2], self.pattern)


class InTitle(Lists, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The same for the sections of some titles."""

    title: str


class Check(Lists, frozen=True, forbid_unknown_fields=True):
    """The table `[check]`."""

    severity: Severity = Severity.WARNING
    paths: tuple[InPath, ...] = ()
    sections: tuple[InTitle, ...] = ()


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands in the file; without a file everything is at its default.

    Attributes:
        check: the table `[check]`.
    """

    check: Check = Check()

    def selection(self, path: str) -> Selection:
        """Return what is asked for in one file.

        Args:
            path: its name as seen from the folder of the settings, with slashes.
        """
        parts = [self.check, *(p for p in self.check.paths if p.names(path))]
        select = next((p.select for p in reversed(parts) if p.select), ())
        return Selection(select, tuple(code for part in parts for code in part.ignore))

    def sections(self) -> tuple[InSections, ...]:
        """Return what is asked for in the sections of some titles."""
        return tuple(
            InSections(p.title, Selection(p.select, p.ignore)) for p in self.check.sections
        )


def find(folder: Path) -> Path | None:
    """Return the settings in a folder or the nearest one above it, or None."""
    home = folder.absolute()
    return next((p for up in (home, *home.parents) if (p := up / NAME).is_file()), None)


def load(path: Path, codes: Iterable[str]) -> Settings:
    """Read a settings file.

    Args:
        path: the file.
        codes: of all rules there are.

    Raises:
        UserError: `CF001` it is no TOML; `CF002` a key or value is wrong; `CF003` it names a
            rule that does not exist.
    """
    import tomllib  # noqa: PLC0415  most checks have no settings

    try:
        given = tomllib.loads(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise faults.settings_unreadable(path.name, _detail(error)) from error
    try:
        settings = msgspec.convert(given, Settings)
    except msgspec.ValidationError as error:
        raise faults.settings_wrong(path.name, (f"值不对（{error}）", str(error))) from error
    wrong = unknown(_codes(settings.check), codes)
    if wrong is not None:
        raise faults.settings_code(path.name, wrong)
    return settings


def _codes(check: Check) -> Iterator[str]:
    for part in (check, *check.paths, *check.sections):
        yield from (*part.select, *part.ignore)


def _detail(error: Exception) -> tuple[str, str]:
    zh, en = why(error)
    place = _LINE.search(en)
    return (f"第 {place[1]} 行第 {place[2]} 列不合 TOML 格式", en) if place else (zh, en)
