"""Reading order on a page."""

from __future__ import annotations

from duban.documents.page_lines import Line, columns, rows


def line(text: str, left: float, top: float, width: float | None = None) -> Line:
    """Return a line of type of height 10; each character is as wide."""
    return Line(text, 1, left, top, left + (width or 10 * len(text)), top + 10)


def words(found: list[list[Line]]) -> list[list[str]]:
    return [[line.text for line in column] for column in found]


def test_pieces_are_read_from_top_to_bottom() -> None:
    assert words(columns([line("下", 0, 40), line("上", 0, 0), line("中", 0, 20)])) == [
        ["上", "中", "下"]
    ]


def test_pieces_beside_each_other_are_one_line() -> None:
    pieces = [line("乙", 11, 1), line("甲", 0, 0), line("丙", 28, -1), line("丁", 60, 0)]

    assert [x.text for x in rows(pieces)] == ["甲乙 丙\t丁"]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [line(f"左{i}", 0, 20 * i, 200) for i in range(8)]
    right = [line(f"右{i}", 220, 20 * i, 200) for i in range(8)]

    assert words(columns(left + right)) == [[x.text for x in left], [x.text for x in right]]


def test_a_headline_across_ends_the_columns_above_it() -> None:
    def both(top: float, mark: str) -> list[Line]:
        return [
            line(f"{side}{mark}{i}", x, top + 20 * i, 200)
            for i in range(6)
            for side, x in (("左", 0), ("右", 220))
        ]

    found = columns([*both(0, "上"), line("横题", 0, 150, 420), *both(200, "下")])

    assert [column[0].text for column in found] == ["左上0", "右上0", "横题", "左下0", "右下0"]


def test_a_table_is_no_pair_of_columns() -> None:
    cells = [line("值", x, 20 * i) for i in range(9) for x in (0, 400)]

    assert words(columns(cells)) == [["值\t值"] * 9]


def test_an_empty_page_has_no_columns() -> None:
    assert columns([]) == []
