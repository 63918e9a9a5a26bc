"""What can be wrong with a ledger's text, each with its code and what to do."""

from __future__ import annotations

from duban.model import SCHEMA_VERSION, UserError


def no_header(name: str, line: int) -> UserError:
    """LD001: the text does not begin with the ledger's own row."""
    return UserError(
        "LD001",
        zh=f"{_zh(name)}第 {line} 行不是台账首行（type 为 ledger），无法知道这些条目出自哪份报告。"
        "请用 duban read 报告 --format jsonl 重新生成完整台账；"
        "带 --only 的输出只有条目，不能当台账读入。",
        en=f"{_en(name)}line {line}: not the first row of a ledger (type ledger), so nobody could "
        "say which report the entries come from. Write the whole ledger again with duban read "
        "REPORT --format jsonl; what --only writes has no such row.",
    )


def broken_line(name: str, line: int, detail: str) -> UserError:
    """LD002: a line is no JSON, or not a row that duban knows."""
    return UserError(
        "LD002",
        zh=f"{_zh(name)}第 {line} 行读不出来（{detail}）；缺一行台账就不完整，"
        "因此没有读入任何内容。请改正这一行，或从报告重新生成台账。",
        en=f"{_en(name)}line {line} cannot be read ({detail}); with a row missing the ledger "
        "would be incomplete, so nothing was read. Mend the line or write the ledger again.",
    )


def newer(name: str, version: int) -> UserError:
    """LD003: the ledger was written by a later duban."""
    return UserError(
        "LD003",
        zh=f"{_zh(name)}台账版本是 {version}，本程序只认识到 {SCHEMA_VERSION}；"
        "字段含义可能已变，读下去会读错。请升级 duban，或用本程序重新读报告。",
        en=f"{_en(name)}the ledger has schema version {version}, this duban knows up to "
        f"{SCHEMA_VERSION}; fields may have changed their meaning. Upgrade duban, or read the "
        "report again with this one.",
    )


def no_text(name: str, detail: tuple[str, str]) -> UserError:
    """LD004: the file cannot be opened, or is not UTF-8."""
    return UserError(
        "LD004",
        zh=f"{_zh(name)}打不开或不是 UTF-8 文本（{detail[0]}）。请检查路径和权限；"
        "台账只能是 duban 写出的 .jsonl 或 .json 文件。",
        en=f"{_en(name)}cannot be opened, or is not UTF-8 text ({detail[1]}). Check path and "
        "permission; a ledger is a .jsonl or .json file that duban wrote.",
    )


def broken_document(name: str, detail: str) -> UserError:
    """LD005: the text is no ledger in one JSON document."""
    return UserError(
        "LD005",
        zh=f"{_zh(name)}不是完整的 JSON 台账（{detail}），没有读入任何内容。"
        "请用 duban read 报告 --format json 重新生成。",
        en=f"{_en(name)}not a whole ledger in JSON ({detail}); nothing was read. Write it again "
        "with duban read REPORT --format json.",
    )


def too_many_rows(count: int, limit: int) -> UserError:
    """LD006: a worksheet cannot hold the rows."""
    return UserError(
        "LD006",
        zh=f"共 {count} 行，超过工作表上限 {limit} 行，写入会丢数据。"
        "请改用 --format csv 或 jsonl。",
        en=f"{count} rows are more than a worksheet's {limit}; some would be lost. "
        "Use --format csv or jsonl.",
    )


def _zh(name: str) -> str:
    return f"{name}：" if name else ""


def _en(name: str) -> str:
    return f"{name}: " if name else ""
