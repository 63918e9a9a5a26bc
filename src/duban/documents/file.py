"""The bytes of a file, and everything that can stand in the way of them."""

from __future__ import annotations

import errno
import os
import re
import stat
from typing import TYPE_CHECKING

from duban.documents import errors
from duban.reference.reasons import reason

if TYPE_CHECKING:
    from pathlib import Path

    from duban.model import UserError

_MEGABYTE = 2**20
# No file can have a name that the system does not take.
_NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG)
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def printable(path: Path | str) -> str:
    """Return a path as text that any terminal and any JSON file can hold."""
    return _UNPRINTABLE.sub("\ufffd", os.fsencode(path).decode(errors="replace"))


def fetch(path: Path, *, max_bytes: int) -> bytes:
    """Return the bytes of the file at `path`; a large file is refused before it is read.

    Raises:
        UserError: `DC001` to `DC006`.
    """
    name = printable(path)
    try:
        _require_ordinary(path.stat(), name, max_bytes)
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except (OSError, ValueError) as error:
        raise _translate(error, name) from None
    if len(data) > max_bytes:  # it grew, or its file system knows no sizes
        raise too_large(name, max_bytes)
    if not data:
        raise errors.EMPTY.error(name=name)
    return data


def _require_ordinary(status: os.stat_result, name: str, max_bytes: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise errors.IS_FOLDER.error(name=name)
    if not stat.S_ISREG(status.st_mode):  # a pipe or a device could keep us for ever
        raise errors.UNREADABLE.error(name=name, reason=("不是普通文件", "it is no ordinary file"))
    if status.st_size > max_bytes:
        raise too_large(name, max_bytes)


def too_large(name: str, limit: int, what: tuple[str, str] = ("", "")) -> UserError:
    """Return the error for a file, or for `what` of it, that has more than `limit` bytes."""
    return errors.TOO_LARGE.error(name=name, what=what, limit=f"{limit / _MEGABYTE:.3g}")


def _translate(error: OSError | ValueError, name: str) -> UserError:
    if isinstance(error, PermissionError):
        return errors.NO_PERMISSION.error(name=name)
    if not isinstance(error, OSError) or error.errno in _NOT_THERE:
        return errors.NOT_FOUND.error(name=name)
    return errors.UNREADABLE.error(name=name, reason=reason(error))
