"""Lines joined to paragraphs."""

from __future__ import annotations

from duban.documents.page_flow import flow
from duban.documents.page_lines import Line

FULL = "新建改造农村公路五百公里惠及群众三万余人和"  # 21 characters fill the measure


def set_lines(*lines: tuple[int, str], size: float = 10, page: int = 1) -> list[Line]:
    """Return lines that begin so many characters in from the left."""
    return [
        Line(text, page, indent * size, 20 * i, (indent + len(text)) * size, 20 * i + size)
        for i, (indent, text) in enumerate(lines)
    ]


def joined(*pages: list[Line]) -> list[str]:
    return [block.text for block in flow(list(pages))]


def test_a_full_line_goes_on_and_an_indented_one_begins() -> None:
    lines = set_lines((2, FULL[:19]), (0, FULL), (0, "完。"), (2, "另一段。"))

    assert joined(lines) == [FULL[:19] + FULL + "完。", "另一段。"]


def test_where_paragraphs_are_indented_a_sentence_may_end_at_the_line_end() -> None:
    lines = set_lines((2, FULL[:18] + "。"), (0, FULL), (0, "完。"), (2, "另一段。"))

    assert joined(lines) == [FULL[:18] + "。" + FULL + "完。", "另一段。"]


def test_where_nothing_marks_paragraphs_a_sentence_at_the_line_end_ends_one() -> None:
    assert joined(set_lines((0, FULL[:20] + "。"), (0, FULL), (0, "完。"))) == [
        FULL[:20] + "。",
        FULL + "完。",
    ]


def test_a_short_line_ends_a_paragraph() -> None:
    assert joined(set_lines((0, "一、工作回顾"), (0, FULL), (0, "完。"))) == [
        "一、工作回顾",
        FULL + "完。",
    ]


def test_a_number_that_may_not_break_leaves_a_gap() -> None:
    assert joined(set_lines((0, FULL), (0, FULL[:19]), (0, "1234.5亿元。"))) == [
        FULL + FULL[:19] + "1234.5亿元。"
    ]


def test_another_size_of_type_begins_a_paragraph() -> None:
    head = Line(FULL[:10], 1, 0, -40, 210, -20)

    assert joined([head, *set_lines((0, FULL), (0, "完。"))]) == [FULL[:10], FULL + "完。"]


def test_latin_words_keep_their_blank() -> None:
    lines = set_lines((0, FULL[:16] + "green"), (0, "power项目。"))

    assert joined(lines) == [FULL[:16] + "green power项目。"]


def test_a_paragraph_goes_on_over_the_page_end() -> None:
    rest = [(0, FULL)] * 8
    first = set_lines(*rest, (2, FULL[:19]))
    second = set_lines((0, "完。"), (2, "另一段。"), *rest, page=2)

    blocks = flow([first, second])
    assert [(b.text[-5:], b.page) for b in blocks][1:3] == [
        (FULL[16:19] + "完。", 1),
        ("另一段。", 2),
    ]


def test_a_sparse_last_page_is_set_like_the_others() -> None:
    full = set_lines(*[(2, FULL[:19]), (0, FULL)] * 6)
    last = set_lines((2, "各位代表！"), (2, "谢谢大家。"), page=2)

    assert joined(full, last)[-2:] == ["各位代表！", "谢谢大家。"]


def test_nothing_gives_nothing() -> None:
    assert flow([]) == []
    assert flow([[], []]) == []
