"""Bytes to characters: byte order mark, UTF-8, then what Chinese offices really save."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from duban.documents.errors import BINARY, UNDECODABLE

if TYPE_CHECKING:
    from duban.model import UserError

# UTF-32 first: its mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 65536
# So many bytes of valid multi-byte UTF-8 do not happen by chance in another encoding.
_CERTAINLY_UTF8 = 24
_LONGEST_CHARACTER = 4
_NO_ENCODING = ("不是 UTF-8、GB18030 或 Big5 文本", "it is not in UTF-8, GB18030 or Big5")
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
# Never in a text; 0x1A ended files under DOS and is let through.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b]")


class Decoded(NamedTuple):
    """Characters, without the byte order mark, and the name of the encoding they came in."""

    text: str
    encoding: str


def decode(data: bytes, name: str) -> Decoded:
    """Return the characters of `data`.

    Raises:
        UserError: `DC007` where the bytes are no text, `DC008` where no encoding fits.
    """
    decoded = _marked(data, name) or _utf8(data, name) or _detected(data, name)
    if _CONTROL.search(decoded.text):
        raise BINARY.error(name=name)
    return decoded


def _marked(data: bytes, name: str) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding), encoding)
            except UnicodeDecodeError as error:
                raise _broken(name, encoding, len(mark) + error.start) from None
    return None


def _utf8(data: bytes, name: str) -> Decoded | None:
    try:
        return Decoded(data.decode(), "utf-8")
    except UnicodeDecodeError as error:
        if len(_NOT_ASCII.findall(data, 0, error.start)) >= _CERTAINLY_UTF8:
            raise _broken(name, "utf-8", error.start) from None
        return None


def _detected(data: bytes, name: str) -> Decoded:
    if b"\0" in data:
        encoding = _guess(data[:_SAMPLE], ["utf_16_le", "utf_16_be"])
        fault = BINARY.error(name=name)
    else:
        encoding = _guess(_telling(data), ["gb18030", "big5hkscs"])
        fault = UNDECODABLE.error(name=name, where=_NO_ENCODING)
    if not encoding:
        raise fault
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise _broken(name, encoding, error.start) from None


def _guess(sample: bytes, candidates: list[str]) -> str:
    from charset_normalizer import from_bytes  # noqa: PLC0415  most reports are UTF-8

    for cut in range(_LONGEST_CHARACTER):  # the sample may end inside a character
        best = from_bytes(sample[: len(sample) - cut], cp_isolation=candidates).best()
        if best:
            return best.encoding.replace("_", "-")
    return ""


def _telling(data: bytes) -> bytes:
    """Return a stretch that begins with the line of the first byte that is not ASCII."""
    first = _NOT_ASCII.search(data)
    start = data.rfind(b"\n", 0, first.start()) + 1 if first else 0
    return data[start : start + _SAMPLE]


def _broken(name: str, encoding: str, offset: int) -> UserError:
    where = (
        f"按 {encoding.upper()} 读到第 {offset + 1} 个字节时无效，可能被截断或混入了其他编码",
        f"byte {offset + 1} is invalid in {encoding.upper()}; the file may be cut off or mixed",
    )
    return UNDECODABLE.error(name=name, where=where)
