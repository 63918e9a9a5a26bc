"""What is taken for a report and what is not; the texts are in genre.yaml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from duban.grammar.genre import looks_official

ROOT = Path(__file__).resolve().parents[2]
TEXTS = yaml.safe_load(Path(__file__).with_name("genre.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", TEXTS["accepted"])
def test_reports_and_parts_of_them_are_accepted(name: str) -> None:
    assert looks_official(TEXTS["accepted"][name])


@pytest.mark.parametrize("name", TEXTS["refused"])
def test_everything_else_is_refused(name: str) -> None:
    assert not looks_official(TEXTS["refused"][name])


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "docs/glossary.md"])
def test_what_is_about_reports_is_none(name: str) -> None:
    assert not looks_official((ROOT / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("size", [80, 300, 1000])
def test_any_passage_of_the_sample_will_do(size: int) -> None:
    text = (ROOT / "samples/yunshan-2025.txt").read_text(encoding="utf-8")
    passages = [text[at : at + size] for at in range(0, len(text) - size, size)]
    assert [p for p in passages if not looks_official(p)] == []


def test_a_chapter_does_not_become_a_report_by_length() -> None:
    assert not looks_official(TEXTS["refused"]["a novel about officials"] * 100)


def test_every_real_report_is_accepted() -> None:
    folder = ROOT.parent / "shared" / "reports"
    if not folder.is_dir():
        pytest.skip("no real reports beside the repository")
    files = sorted(folder.rglob("*.txt"))
    assert files
    assert [f.name for f in files if not looks_official(f.read_text(encoding="utf-8"))] == []


@given(st.text())
def test_any_text_is_judged(text: str) -> None:
    assert looks_official(text) in (True, False)
