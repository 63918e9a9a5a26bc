"""What can be wrong with a table of observations, each with its code and what to do."""

from __future__ import annotations

from typing import NamedTuple

from duban.model import UserError

_SHOWN = 10  # row errors told in one message


class RowFault(NamedTuple):
    """What is wrong with one row.

    Attributes:
        row: as the sheet counts, the header is row 1.
        zh: what, in Chinese.
        en: the same in English.
    """

    row: int
    zh: str
    en: str


def unreadable(file: str, detail: str) -> UserError:
    """OB001: the file cannot be opened, or is neither CSV nor XLSX."""
    return UserError(
        "OB001",
        zh=f"{file}读不出来（{detail}），没有数据就不能评估，因此没有输出。"
        "请存为 .xlsx，或 UTF-8、GB18030 编码的 .csv。",
        en=f"{file} cannot be read ({detail}); without observations nothing can be judged, so "
        "nothing was written. Save it as .xlsx, or as .csv in UTF-8 or GB18030.",
    )


def no_columns(file: str, missing: list[str], found: list[str]) -> UserError:
    """OB002: the first row lacks a column that is needed."""
    return UserError(
        "OB002",
        zh=f"{file}的表头里没有“{'、'.join(missing)}”（现有：{'、'.join(found) or '无'}），"
        "认不出各列是什么。"
        "第一行要有 指标、时间、数值，可以有 单位、口径、类别、地区、系列、来源。",
        en=f"The first row of {file} has no column {', '.join(missing)} (it has: "
        f"{', '.join(found) or 'none'}). It must have 指标, 时间, 数值 (indicator, time, value), "
        "and may have 单位, 口径, 类别, 地区, 系列, 来源.",
    )


def wrong_rows(file: str, faults: list[RowFault]) -> UserError:
    """OB003: rows that cannot be understood; none is used."""
    shown, rest = faults[:_SHOWN], len(faults) - _SHOWN
    zh = "；".join(f"第 {f.row} 行{f.zh}" for f in shown)
    en = "; ".join(f"row {f.row}: {f.en}" for f in shown)
    more_zh, more_en = (f"；另有 {rest} 行", f"; and {rest} more") if rest > 0 else ("", "")
    return UserError(
        "OB003",
        zh=f"{file}有 {len(faults)} 行看不懂，一行都没有采用，以免评估建立在残缺的数据上："
        f"{zh}{more_zh}。请改正这些行后重试。",
        en=f"{len(faults)} rows of {file} cannot be understood; none of the file is used, so that "
        f"no verdict rests on half the data: {en}{more_en}. Mend these rows.",
    )
