"""What can stand between a path and its bytes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from duban.documents import load
from duban.documents.file import fetch, printable
from duban.model import UserError


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
    assert code_of(tmp_path / ("长" * 300)) == "DC004"


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


@pytest.mark.parametrize("data", [b"", b" \r\n\t\n", "\u3000\ufeff\n\u200b".encode()])
def test_an_empty_file(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)

    assert code_of(tmp_path / "a.txt") == "DC006"


def test_names_are_printable() -> None:
    assert printable("报告\x1b[31m.txt") == "报告\ufffd[31m.txt"
    assert printable(os.fsdecode(b"\xb1\xa8.txt")).encode() == "\ufffd\ufffd.txt".encode()
