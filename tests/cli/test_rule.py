"""`duban rule`: the list of rules and a manual page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from rich.cells import cell_len

from duban.checks import rules

if TYPE_CHECKING:
    from collections.abc import Callable

    Duban = Callable[..., Any]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_has_every_rule_under_its_family(whole: Duban, language: str) -> None:
    out = whole("rule", "--lang", language).out
    for rule in rules().values():
        (line,) = [text for text in out.splitlines() if text.startswith(f"  {rule.code}  ")]
        assert rule.name in line
        assert rule.page(language).title.rstrip("。.")[:5].strip() in line
    heads = [line[:2] for line in out.splitlines() if line[:1].strip()]
    assert heads == sorted(set(heads), key=["ST", "LI", "AR", "TG", "WD", "CT", "CH"].index)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("code", rules())
def test_a_manual_page_fits_and_is_whole(whole: Duban, code: str, language: str) -> None:
    done = whole("rule", code.lower(), "--lang", language)
    assert done.status == 0
    assert max(map(cell_len, done.out.splitlines())) <= 80
    page = rules()[code].page(language)
    flat = "".join(done.out.split())
    for text in (page.title, page.finds[1:], page.why[1:], page.advice[1:], page.silent[1:]):
        assert "".join(text.split()) in flat


def test_a_code_that_is_none_is_told_with_one_that_looks_like_it(whole: Duban) -> None:
    done = whole("rule", "AR110X")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("UC004 '[CODE]'")
    assert "AR101" in done.err or "AR110" in done.err
