"""What officials call the members of the model's enumerations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duban.model import Action, Comparator, Kind, Measure, Nature, Operator, Role, Status

if TYPE_CHECKING:
    from enum import StrEnum

# By class: members of different enumerations are equal when their strings are.
_CHINESE: dict[type[StrEnum], dict[StrEnum, str]] = {
    Measure: {
        Measure.LEVEL: "数值",
        Measure.ADDED: "新增",
        Measure.TOTAL: "累计",
        Measure.CHANGE: "增减",
        Measure.SHARE: "占比",
        Measure.RANK: "位次",
    },
    Status: {
        Status.ACTUAL: "实际",
        Status.TARGET: "目标",
    },
    Operator: {
        Operator.ABOUT: "左右",
        Operator.AT_LEAST: "不低于",
        Operator.ABOVE: "高于",
        Operator.AT_MOST: "不超过",
        Operator.BELOW: "低于",
        Operator.RANGE: "区间",
        Operator.BARE: "达到",
        Operator.SYNC: "同步",
        Operator.SYNC_APPROX: "基本同步",
        Operator.ABOVE_REFERENCE: "高于参照",
        Operator.QUOTA: "完成下达任务",
        Operator.NO_DECREASE: "只增不减",
        Operator.POSITIVE: "正增长",
        Operator.TREND: "趋势向好",
        Operator.RANK_UP: "位次前移",
        Operator.COMPLETE: "全面完成",
    },
    Nature: {
        Nature.BINDING: "约束性",
        Nature.EXPECTED: "预期性",
    },
    Kind: {
        Kind.QUANTIFIED: "定量",
        Kind.DELIVERABLE: "成果",
        Kind.EFFORT: "推进",
    },
    Role: {
        Role.REVIEW: "工作回顾",
        Role.OBJECTIVES: "总体目标",
        Role.PLAN: "工作安排",
        Role.SELF_GOVERNMENT: "政府自身建设",
        Role.OTHER: "其他",
    },
    Action: {
        Action.ADD: "增补",
        Action.CHANGE: "更改",
        Action.DROP: "删去",
    },
}

_MARKS = {
    Comparator.EQUAL: "",
    Comparator.AT_LEAST: "≥",
    Comparator.AT_MOST: "≤",
    Comparator.ABOVE: ">",
    Comparator.BELOW: "<",
    Comparator.ABOUT: "≈",
}


def label(member: StrEnum | None, language: str = "zh") -> str:
    """Return the word for `member`: an official's in Chinese, the ledger's own in English.

    >>> label(Measure.CHANGE), label(Measure.CHANGE, "en"), label(None)
    ('增减', 'change', '')
    """
    if member is None:
        return ""
    if isinstance(member, Comparator):
        return _MARKS[member]
    return member.value if language == "en" else _CHINESE[type(member)][member]
