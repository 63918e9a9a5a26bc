"""The entries of a ledger: figures, targets, commitments and remarks."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

import msgspec


class Measure(StrEnum):
    """What kind of statement a number makes about its indicator."""

    LEVEL = "level"
    ADDED = "added"
    TOTAL = "total"
    CHANGE = "change"
    SHARE = "share"
    RANK = "rank"


class Status(StrEnum):
    """Whether a figure happened or is pledged."""

    ACTUAL = "actual"
    TARGET = "target"


class Comparator(StrEnum):
    """How the text bounds a number."""

    EQUAL = "="
    AT_LEAST = ">="
    AT_MOST = "<="
    ABOVE = ">"
    BELOW = "<"
    ABOUT = "~"


class Figure(
    msgspec.Struct, frozen=True, gc=False, tag="figure", tag_field="type", omit_defaults=True
):
    """One number that the report states about something.

    Attributes:
        id: `F` and its offset, `F646`.
        start: offset of its first character in the document, in code points.
        end: offset after its last character.
        text: the number with scale and unit as written; equals `document.text[start:end]`.
        value: magnitude in base units, scale multiplied out; falls are negative.
        step: the weight of the last digit written, in base units: `56万吨` has 10000.
        unit: base unit as written without scale; empty where the text names none.
        indicator: what the number measures, in the words of the text.
        measure: level, added, total, change, share or rank.
        status: actual or target.
        value_max: upper end of a range.
        comparator: the bound that the text puts on the number.
        area: the place it holds for, where the text names one other than the report's own.
        whole: what a share or rank is out of.
        period: stated year or years, `2030` or `2021-2025`; empty for the report's default.
        sentence: the sentence that holds it, as written.
        sentence_start: offset of that sentence.
        section: id of the innermost section that holds it.
        corrected: the reason of a person's correction; empty for the reader's own entries.
    """

    id: str
    start: int
    end: int
    text: str
    value: Decimal
    step: Decimal
    unit: str
    indicator: str
    measure: Measure
    status: Status
    value_max: Decimal | None = None
    comparator: Comparator = Comparator.EQUAL
    area: str = ""
    whole: str = ""
    period: str = ""
    sentence: str = ""
    sentence_start: int = 0
    section: str = ""
    corrected: str = ""

    def interval(self) -> tuple[Decimal, Decimal]:
        """Return the values that the printed digits allow: half a last digit either way.

        `56万吨` gives 555000 and 565000 吨; a range is widened at both ends.
        """
        half = self.step / 2
        top = self.value if self.value_max is None else self.value_max
        return self.value - half, top + half


class Operator(StrEnum):
    """How a target binds its indicator."""

    ABOUT = "about"  # 5%左右
    AT_LEAST = "ge"  # 以上
    ABOVE = "gt"  # 超过, 突破
    AT_MOST = "le"  # 以内
    BELOW = "lt"  # 低于
    RANGE = "range"  # 4.5%—5%
    BARE = "bare"  # 增长2%
    SYNC = "sync"  # 与经济增长同步
    SYNC_APPROX = "sync_approx"  # 与经济增长基本同步
    ABOVE_REFERENCE = "gt_ref"  # 高于全国平均水平
    QUOTA = "quota"  # 完成国家下达的任务
    NO_DECREASE = "no_decrease"  # 只增不减
    POSITIVE = "positive"  # 实现正增长
    TREND = "trend"  # 稳步提升: cannot be computed
    RANK_UP = "rank_up"  # 位次前移
    COMPLETE = "complete"  # 全面完成…目标


class Nature(StrEnum):
    """The two natures of a target in Chinese planning."""

    BINDING = "binding"  # 约束性
    EXPECTED = "expected"  # 预期性


class Target(
    msgspec.Struct, frozen=True, gc=False, tag="target", tag_field="type", omit_defaults=True
):
    """A result that the report promises or expects, with or without a number.

    Attributes:
        id: `T` and its offset.
        start: offset of the clause that states it.
        end: offset after that clause.
        text: the clause as written.
        indicator: what is to reach the target.
        operator: how the target binds it.
        measure: for a target with a figure, the figure's measure.
        figure: id of the figure, or empty for a target without a number.
        reference: what it is measured against: an indicator (`经济增长`), `全国平均水平`, `国家`.
        nature: binding or expected where the text says so.
        stretch: a rider that asks for more (`力争更好结果`), as written; never lowers a verdict.
        area: the place it holds for, where named.
        period: stated year or years; empty for the plan year.
        section: id of the innermost section.
        corrected: the reason of a person's correction.
    """

    id: str
    start: int
    end: int
    text: str
    indicator: str
    operator: Operator
    measure: Measure | None = None
    figure: str = ""
    reference: str = ""
    nature: Nature | None = None
    stretch: str = ""
    area: str = ""
    period: str = ""
    section: str = ""
    corrected: str = ""


class Kind(StrEnum):
    """What would prove a commitment done."""

    QUANTIFIED = "quantified"  # a number is reached
    DELIVERABLE = "deliverable"  # a named thing is there or not
    EFFORT = "effort"  # neither: 加强, 推进, 完善 …


class Commitment(
    msgspec.Struct, frozen=True, gc=False, tag="commitment", tag_field="type", omit_defaults=True
):
    """One pledged action on its object, that one lead unit can answer for.

    Attributes:
        id: `C` and its offset.
        start: offset of the clause.
        end: offset after it, final punctuation left out.
        text: the clause as written.
        kind: quantified, deliverable or effort.
        verb: the main action as written; empty where the clause has none.
        object: what the action is done to.
        figures: ids of the figures inside the clause.
        deadline: `2025-06-30`, `2025`, or `2026-2030`; empty for the plan year's end.
        place: the place named, other than the report's own area.
        units: units named responsible in the text.
        section: id of the innermost section.
        corrected: the reason of a person's correction.
    """

    id: str
    start: int
    end: int
    text: str
    kind: Kind
    verb: str = ""
    object: str = ""
    figures: tuple[str, ...] = ()
    deadline: str = ""
    place: str = ""
    units: tuple[str, ...] = ()
    section: str = ""
    corrected: str = ""


class Remark(msgspec.Struct, frozen=True, tag="remark", tag_field="type", omit_defaults=True):
    """A phrase that the reader could take in more than one way, reported instead of guessed.

    Attributes:
        code: `AM` and three digits; its meaning never changes.
        start: offset of the phrase.
        end: offset after it.
        text: the phrase as written.
        reading: the reading that the ledger carries.
        alternatives: the other readings.
    """

    code: str
    start: int
    end: int
    text: str
    reading: str
    alternatives: tuple[str, ...] = ()


class Action(StrEnum):
    """What a person's correction does to a ledger."""

    ADD = "add"
    CHANGE = "change"
    DROP = "drop"


class Correction(
    msgspec.Struct, frozen=True, tag="correction", tag_field="type", omit_defaults=True
):
    """A person's correction, as it was applied; dropped entries stay visible here.

    Attributes:
        action: add, change or drop.
        entry: id of the entry that it made, changed or took out.
        start: offset of that entry.
        end: offset after it.
        text: its characters as written.
        reason: why, in the words of the person.
        was: the entry as the reader had it before; None for an added one.
    """

    action: Action
    entry: str
    start: int
    end: int
    text: str
    reason: str
    was: Figure | Target | Commitment | None = None
