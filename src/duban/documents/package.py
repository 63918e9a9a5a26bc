"""A zip container opened with care: it may be damaged, encrypted or a bomb."""

from __future__ import annotations

import io
import zipfile
import zlib
from copy import copy
from typing import TYPE_CHECKING

from duban.documents.errors import WORD_DAMAGED, WORD_ENCRYPTED, ZIP_BOMB

if TYPE_CHECKING:
    from collections.abc import Mapping

MEGABYTE = 2**20
# A report of 100,000 characters has a main part of about 5 MB and some dozens of parts.
_MAX_PART = 64 * MEGABYTE
_MAX_TOTAL = 1024 * MEGABYTE
_MAX_RATIO = 200  # office XML packs to between a 5th and a 60th
_RATIO_FROM = 8 * MEGABYTE  # below this any ratio is harmless
_MAX_PARTS = 10_000
_NO_DATE = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold
_DIRECTORY_ENTRY = 46  # bytes of the shortest entry in a zip's central directory
_CUT_OFF = ("压缩结构不完整，文件可能被截断", "its zip structure is broken; it may be cut off")


class Package:
    """The parts of a zip container; each is unpacked when asked for, within limits.

    Attributes:
        parts: names of the parts, in the order of the container.
    """

    def __init__(self, data: bytes, name: str) -> None:
        """Open the container.

        Raises:
            UserError: `DC012` where it is damaged, `DC013` where it declares abnormal sizes.
        """
        self._name = name
        try:
            self._zip = zipfile.ZipFile(_guarded(data, name))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError, OSError):
            raise WORD_DAMAGED.error(name=name, reason=_CUT_OFF) from None
        self.parts = tuple(self._zip.namelist())
        total = sum(info.file_size for info in self._zip.infolist())
        if total > _MAX_TOTAL:
            raise _bomb(name, total)

    def read(self, part: str) -> bytes | None:
        """Return the bytes of `part`, or None where the container has no such part.

        Raises:
            UserError: `DC011` encrypted, `DC012` damaged, `DC013` larger than a report can be.
        """
        if part not in self.parts:
            return None
        info = self._zip.getinfo(part)
        if info.flag_bits & 1:
            raise WORD_ENCRYPTED.error(name=self._name)
        if _abnormal(info.file_size, info.compress_size):
            raise _bomb(self._name, info.file_size)
        try:
            with self._zip.open(info) as stream:
                unpacked = stream.read(_MAX_PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError):
            reason = (f"部件 {part} 无法解压", f"its part {part} cannot be unpacked")
            raise WORD_DAMAGED.error(name=self._name, reason=reason) from None
        if _abnormal(len(unpacked), info.compress_size):  # the declared size may lie
            raise _bomb(self._name, len(unpacked))
        return unpacked

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the container with some parts replaced or added, the others as they were.

        Args:
            parts: new contents by name; those that are new come last.
        """
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
            for info in self._zip.infolist():
                new = parts.get(info.filename)
                target.writestr(copy(info), self._zip.read(info) if new is None else new)
            for part in sorted(parts.keys() - set(self.parts)):
                info = zipfile.ZipInfo(part, _NO_DATE)  # the same report gives the same bytes
                info.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(info, parts[part])
        return packed.getvalue()


def _guarded(data: bytes, name: str) -> io.BytesIO:
    """Refuse a directory of millions of parts before anything reads it."""
    end = data.rfind(b"PK\x05\x06")
    size = int.from_bytes(data[end + 12 : end + 16], "little") if end >= 0 else 0
    if size > _MAX_PARTS * _DIRECTORY_ENTRY * 4:
        raise ZIP_BOMB.error(name=name, reason=("内含过多文件", "too many parts"))
    return io.BytesIO(data)


def _abnormal(size: int, packed: int) -> bool:
    return size > _MAX_PART or (size > _RATIO_FROM and size > packed * _MAX_RATIO)


def _bomb(name: str, size: int) -> Exception:
    megabytes = size // MEGABYTE
    return ZIP_BOMB.error(name=name, reason=(f"{megabytes} MB", f"{megabytes} MB"))
