"""What a reader of the workbook must know: the source, what is doubtful, what columns mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from duban.ledger.doubts import doubt
from duban.ledger.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duban.ledger.table.tables import Table
    from duban.model import Ledger

Line = tuple[str, ...]


class Block(NamedTuple):
    """Lines of a few cells under a heading."""

    heading: str
    lines: list[Line]


def blocks(ledger: Ledger, tables: Iterable[Table], language: str = "zh") -> list[Block]:
    """Return the notes on `ledger` and on the columns of `tables`; empty blocks are left out."""
    en = language == "en"
    found = [
        Block("Source" if en else "来源", _source(ledger, en=en)),
        Block("Report" if en else "报告", _report(ledger, en=en)),
        Block("Corrections by hand" if en else "人工更正", _corrections(ledger, language)),
        Block("More than one reading" if en else "读法存疑", _remarks(ledger, language)),
        *(
            Block(
                f"Columns: {table.title}" if en else f"列的含义：{table.title}",
                _meanings(table, language),
            )
            for table in tables
        ),
    ]
    return [block for block in found if block.lines]


def _source(ledger: Ledger, *, en: bool) -> list[Line]:
    source = ledger.source
    yes, no = ("yes", "no") if en else ("是", "否")
    return [
        ("file" if en else "文件", source.name),
        ("format" if en else "格式", source.format),
        ("size in bytes" if en else "大小（字节）", str(source.size)),
        ("encoding" if en else "编码", source.encoding),
        ("recognised from a picture" if en else "由图像识别", yes if source.ocr else no),
        ("SHA-256", source.sha256),
        ("schema version" if en else "台账版本", str(ledger.schema_version)),
    ]


def _report(ledger: Ledger, *, en: bool) -> list[Line]:
    head = ledger.masthead
    lines = [
        ("title" if en else "标题", head.title),
        ("place" if en else "地区", head.place),
        ("place code" if en else "区划代码", head.place_code),
        ("year" if en else "年度", str(head.year or "")),
        ("session" if en else "会议", head.session),
        ("speaker" if en else "报告人", head.speaker),
        ("date" if en else "日期", head.date),
    ]
    return [line for line in lines if line[1]]


def _corrections(ledger: Ledger, language: str) -> list[Line]:
    return [
        (f"{label(item.action, language)} {item.entry}", item.text, item.reason)
        for item in ledger.corrections
    ]


def _remarks(ledger: Ledger, language: str) -> list[Line]:
    return [
        (f"{item.code} {item.start}", item.text, doubt(item, language)) for item in ledger.remarks
    ]


def _meanings(table: Table, language: str) -> list[Line]:
    return [(column.heading(language), column.explanation(language)) for column in table.columns]
