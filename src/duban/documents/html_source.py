"""The characters of a saved web page: archives of browsers, and declared encodings."""

from __future__ import annotations

import re

from duban.documents.encoding import Decoded, decode

_CHARSET = re.compile(
    rb"charset\s*=\s*[\"']?\s*([\w-]+)|encoding\s*=\s*[\"']([\w-]+)", re.IGNORECASE
)
_HEAD = 8192
# What pages declare, and the wider encoding that they really use.
_DECLARED = {
    "utf-8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5-hkscs": "big5hkscs",
}
_TOLERATED = 1 / 500  # broken characters in a page
_ARCHIVE = re.compile(rb"content-type:\s*multipart/related", re.IGNORECASE)


def unpack(data: bytes) -> bytes:
    """Return the page itself where a browser saved it with its pictures in one archive."""
    if not _ARCHIVE.search(data[:_HEAD]) or data.lstrip().startswith(b"<"):
        return data
    from email import message_from_bytes  # noqa: PLC0415  seldom needed

    for part in message_from_bytes(data).walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            return payload if isinstance(payload, bytes) else b""
    return b""


def decode_page(data: bytes, name: str) -> Decoded:
    """Decode as declared where that works; a few broken bytes do not lose a whole page."""
    declared = _CHARSET.search(data[:_HEAD])
    stated = (declared[1] or declared[2]).decode("ascii", "replace").lower() if declared else ""
    encoding = _DECLARED.get(stated)
    if encoding and not _is_marked_or_utf8(data):
        text = data.decode(encoding, "replace")
        if text.count("\ufffd") <= len(text) * _TOLERATED:
            return Decoded(text, encoding)
    return decode(data, name)


def _is_marked_or_utf8(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
