"""Page numbers and running heads."""

from __future__ import annotations

import pytest

from duban.documents.page_lines import Line
from duban.documents.page_margins import without_running_lines

SIGNS = "子丑寅卯辰巳午"


def line(text: str, page: int, top: float, height: float = 10) -> Line:
    return Line(text, page, 0, top, 100, top + height)


def left_over(*edges: str, pages: int = 6, top: float = 800) -> list[str]:
    """Return what is left of lines that stand below the text of each page."""
    built = [
        [line(f"第{n}页的正文。", n, 100)]
        + [line(e.format(n=n), n, top + 20 * i) for i, e in enumerate(edges)]
        for n in range(1, pages + 1)
    ]
    return [x.text for page in without_running_lines(built) for x in page if x.top >= top]


@pytest.mark.parametrize(
    "number",
    [
        "— {n} —",
        "- {n} -",
        "·{n}·",
        "－{n}－",
        "一{n}一",
        "{n}",
        "第 {n} 页",
        "第{n}页 共6页",
        "{n}/6",
    ],
)
def test_page_numbers_go(number: str) -> None:
    assert left_over(number) == []


def test_numbers_that_run_on_from_another_part_go() -> None:
    pages = [[line(f"正文{SIGNS[n]}。", n, 100), line(str(n + 16), n, 800)] for n in range(1, 7)]

    assert all(len(page) == 1 for page in without_running_lines(pages))


def test_heads_that_repeat_go() -> None:
    assert left_over("云山市人民政府文件") == []


def test_lines_that_differ_from_page_to_page_stay() -> None:
    pages = [[line(f"正文{SIGNS[n]}。", n, 100), line(SIGNS[n], n, 800)] for n in range(1, 7)]

    assert without_running_lines(pages) == pages


def test_a_line_that_repeats_elsewhere_stays() -> None:
    pages = [
        [line(f"正文{n}。", n, 100), line("各位代表！", n, 200 + 90 * n), line("尾", n, 900)]
        for n in range(1, 7)
    ]
    kept = [x.text for page in without_running_lines(pages) for x in page]

    assert kept.count("各位代表！") >= 5


def test_a_lone_page_keeps_its_lines() -> None:
    assert left_over("附件", pages=1) == ["附件"]
