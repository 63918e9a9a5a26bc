"""Faults of the system in words."""

from __future__ import annotations

import errno

import pytest

from duban.reference.reasons import reason


@pytest.mark.parametrize("number", sorted(errno.errorcode))
def test_no_reason_is_empty_or_in_the_other_language(number: int) -> None:
    zh, en = reason(OSError(number, "x", "/a/path"))
    assert any("一" <= char <= "鿿" for char in zh)
    assert en.isascii()
    assert "Errno" not in en
    assert "/a/path" not in zh + en


def test_an_error_without_a_number_keeps_its_words() -> None:
    assert reason(OSError("no seats")) == ("系统错误", "no seats")
    assert reason(OSError()) == ("系统错误", "system error")
