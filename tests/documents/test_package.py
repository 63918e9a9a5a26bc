"""Zip containers that are damaged, encrypted or bombs."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import TYPE_CHECKING

import pytest

from duban.documents import package, word
from duban.documents.package import Package
from duban.model import UserError

if TYPE_CHECKING:
    from collections.abc import Callable


def failure(data: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        word.read(data, "a.docx")
    return caught.value


def zipped(**parts: bytes) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, part in parts.items():
            file.writestr(name.replace("__", "/") + ".xml", part)
    return data.getvalue()


def test_a_bomb_is_not_unpacked() -> None:
    bomb = zipped(word__document=b"<w>" + b" " * 80_000_000)

    assert len(bomb) < 100_000
    assert failure(bomb).code == "DC013"


def test_a_bomb_below_the_limit_shows_in_its_ratio() -> None:
    assert failure(zipped(word__document=b" " * 10_000_000)).code == "DC013"


def test_a_bomb_that_understates_its_size() -> None:
    bomb = zipped(word__document=b" " * 80_000_000)
    lying = bomb.replace(struct.pack("<L", 80_000_000), struct.pack("<L", 1_000))

    assert failure(lying).code in {"DC012", "DC013"}


def test_many_parts_that_are_large_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "_MAX_TOTAL", 9_000_000)

    assert failure(zipped(word__a=b" " * 5_000_000, word__b=b" " * 5_000_000)).code == "DC013"


def test_a_directory_of_too_many_parts_is_not_read() -> None:
    end = b"PK\x05\x06" + bytes(8) + struct.pack("<LLH", 50_000_000, 0, 0)

    assert failure(b"PK\x03\x04" + end).code == "DC013"


def test_a_file_that_is_cut_off(docx: Callable[..., bytes]) -> None:
    data = docx("<w:p><w:r><w:t>文字。</w:t></w:r></w:p>" * 2000)

    assert {failure(data[: len(data) * i // 10]).code for i in range(1, 10)} == {"DC012"}


def test_a_part_whose_bytes_are_wrong(docx: Callable[..., bytes]) -> None:
    data = bytearray(docx("<w:p><w:r><w:t>文字。</w:t></w:r></w:p>" * 2000))
    at = data.index(b"word/document.xml") + 60
    data[at : at + 20] = bytes(20)

    assert failure(bytes(data)).code == "DC012"


def test_a_part_with_a_password() -> None:
    data = bytearray(zipped(word__document=b"<w/>"))
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1

    assert failure(bytes(data)).code == "DC011"


def test_no_main_part() -> None:
    assert "document.xml" in failure(zipped(word__styles=b"<w/>")).zh


def test_broken_xml(docx: Callable[..., bytes]) -> None:
    assert failure(docx("<w:p>")).code == "DC012"


def test_entities_are_neither_resolved_nor_accepted() -> None:
    laughs = b"".join(b'<!ENTITY l%d "%s">' % (i, b"&l%d;" % (i - 1) * 10) for i in range(1, 10))
    bomb = b'<!DOCTYPE w [<!ENTITY l0 "lol">' + laughs + b"]><w>&l9;</w>"
    outside = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]><w>&x;</w>'

    assert failure(zipped(word__document=bomb)).code == "DC012"
    assert failure(zipped(word__document=outside)).code == "DC012"


def test_a_missing_part_is_none(docx: Callable[..., bytes]) -> None:
    assert Package(docx(""), "a.docx").read("word/none.xml") is None
