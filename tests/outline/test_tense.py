"""Whether words tell what happened or what is pledged."""

from __future__ import annotations

import pytest

from duban.outline.tense import EVIDENCE, lean

HAPPENED = "完成了投资，取得明显成效，累计达到90亿元，荣获全国先进。"
PLEDGED = "要加快建设，力争投资90亿元，打造园区，确保开工。"


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        (HAPPENED, 1),
        (PLEDGED, -1),
        (HAPPENED + "今年" + PLEDGED, 0),
        ("主要需要重要的要求", 0),
        ("地区生产总值", 0),
        ("", 0),
    ],
)
def test_lean(text: str, sign: int) -> None:
    leaning = lean(text, 0, len(text))
    assert (leaning > 0) - (leaning < 0) == sign


def test_little_evidence_decides_nothing() -> None:
    assert lean(PLEDGED, 0, len(PLEDGED), evidence=100) == 0
    assert lean("已", 0, 1, EVIDENCE) == 0


def test_only_the_stretch_counts() -> None:
    text = HAPPENED + PLEDGED
    assert lean(text, 0, len(HAPPENED)) > 0 > lean(text, len(HAPPENED), len(text))
