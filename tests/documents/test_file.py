"""What can stand between a path and its bytes."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from duban.documents import MAX_TEXT, from_bytes, load
from duban.documents.file import fetch, printable
from duban.model import UserError

if TYPE_CHECKING:
    from collections.abc import Callable


def code_of(path: Path | str, **options: int) -> str:
    with pytest.raises(UserError) as caught:
        load(path, **options)
    return caught.value.code


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert code_of(tmp_path / "没有.txt") == "DC001"
    assert code_of(tmp_path / "没有" / "没有.txt") == "DC001"
    assert code_of("a\0b.txt") == "DC001"


def test_a_file_below_a_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("文字。", encoding="utf-8")

    assert code_of(tmp_path / "a.txt" / "b.txt") == "DC001"


def test_a_folder(tmp_path: Path) -> None:
    assert code_of(tmp_path) == "DC002"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("文字。", encoding="utf-8")
    path.chmod(0)

    assert code_of(path) == "DC003"


def test_permission_refused_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "a.txt"
    path.write_text("文字。", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)

    assert code_of(path) == "DC003"


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")

    assert code_of(tmp_path / "pipe") == "DC004"


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    assert code_of(tmp_path / ("长" * 300)) == "DC001"


def test_a_large_file_is_refused_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was opened"))

    assert code_of(path) == "DC005"


def test_the_limit_can_be_set_and_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"a" * 2**20)

    assert len(fetch(path, max_bytes=2**20)) == 2**20
    with pytest.raises(UserError, match=r"limit of 0\.5 MB"):
        load(path, max_bytes=2**19)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_text_has_a_lower_limit(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"<p>a" * (MAX_TEXT // 4) + b".")

    with pytest.raises(UserError, match=r"DC005 “.*” is larger than the limit of 16 MB"):
        load(path)


def test_the_text_inside_a_file_has_the_same_limit(
    docx: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    data = docx("<w:p><w:r><w:t>全市增长。</w:t></w:r></w:p>")
    monkeypatch.setattr("duban.documents.MAX_TEXT", 10)

    with pytest.raises(UserError) as caught:
        from_bytes(data, name="a.docx")

    assert caught.value.code == "DC005"
    assert caught.value.zh.startswith("“a.docx”的文字大于 ")
    assert caught.value.en.startswith("The text of “a.docx” is larger than")


def test_bytes_in_memory_are_read_as_a_file_is(tmp_path: Path) -> None:
    path = tmp_path / "报告.txt"
    path.write_bytes("各位代表：\n增长5.6%。".encode("gb18030"))

    assert from_bytes(path.read_bytes(), name="报告.txt") == load(path)
    with pytest.raises(UserError, match="DC006 “stdin” is empty"):
        from_bytes(b"", name="stdin")


def test_a_fault_of_the_disk_is_told_in_each_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EIO, "Input/output error", "a.txt")

    path = tmp_path / "a.txt"
    path.write_text("文字。", encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse)

    with pytest.raises(UserError) as caught:
        load(path)
    assert "（磁盘读写故障）" in caught.value.zh
    assert "(Input/output error)" in caught.value.en


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "\u3000\ufeff\n\u200b".encode()])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)

    assert code_of(tmp_path / "a.txt") == "DC006"


def test_names_are_printable() -> None:
    assert printable("报告\x1b[31m.txt") == "报告\ufffd[31m.txt"
    assert printable(os.fsdecode(b"\xb1\xa8.txt")).encode() == "\ufffd\ufffd.txt".encode()
