"""`duban explain`: what it passes on and what it prints."""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from duban.model import Role

if TYPE_CHECKING:
    from collections.abc import Callable

    Duban = Callable[..., Any]


class Read(NamedTuple):
    """An explanation as the reader gives it."""

    text: str
    start: int
    end: int
    slots: tuple[tuple[str, str, str], ...]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """What the reader was asked to explain, in place of explaining it."""
    calls: list[tuple[object, ...]] = []

    def explain(text: str, role: Role, year: int | None) -> list[Read]:
        calls.append((text, role, year))
        return [Read("2.5倍", 11, 15, (("measure", "change", "change"), ("comparator", "=", "")))]

    module = ModuleType("duban.extract.explain")
    monkeypatch.setattr(module, "explain", explain, raising=False)
    monkeypatch.setitem(sys.modules, "duban.extract.explain", module)
    return calls


def test_explain_passes_on_role_and_year(duban: Duban, asked: list[tuple[object, ...]]) -> None:
    done = duban("explain", "新增算力3000P，增长2.5倍", "--role", "plan", "--year", "2026")
    assert asked == [("新增算力3000P，增长2.5倍", Role.PLAN, 2026)]
    assert done.out.splitlines()[0] == "新增算力3000P，增长2.5倍"
    assert [line.split() for line in done.out.splitlines()[3:]] == [
        ["性质", "增减", "增长、下降等动词"],
        ["界限", "="],
    ]


def test_explain_in_english_uses_the_words_of_the_ledger(
    duban: Duban, asked: list[tuple[object, ...]]
) -> None:
    out = duban("explain", "增长2.5倍", "--lang", "en").out
    assert asked == [("增长2.5倍", Role.OTHER, None)]
    assert out.splitlines()[3].split() == [
        "measure",
        "change",
        *["a", "verb", "of", "growth", "or", "decline"],
    ]
