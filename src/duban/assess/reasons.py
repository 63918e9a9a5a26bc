"""Says why a target stands as it does, in one sentence with its numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from duban.assess.goal import GRADES, Side
from duban.assess.observations import YEAR
from duban.model import Judgement, Operator, Standing

if TYPE_CHECKING:
    from duban.assess.goal import Goal
    from duban.assess.judging import Case
    from duban.assess.progress import Progress
    from duban.model import Observation, Target

_SCALES = ((Decimal(10**8), "亿"), (Decimal(10**4), "万"))
_SIDES = {Side.FLOOR: ("不低于", "at least"), Side.CEILING: ("不高于", "at most")}
_BANDS = {
    "about, precedent": ("，在“左右”的先例之内", ", within the precedent of 左右"),
    "about, grey band": (
        "，在“左右”的灰区，由人判定",
        ", in the grey band of 左右, for a person to decide",
    ),
}
_NUMERALS = "ⅠⅡⅢⅣⅤⅥ"
_WHY_NOT = {
    Operator.TREND: ("是趋势性表述，没有可比的数", "is a trend without a number to compare"),
    Operator.RANK_UP: ("是位次目标，缺少上年位次", "is about rank, and last year's is missing"),
}


def final(case: Case, goal: Goal, now: Observation, standing: Standing) -> Judgement:
    """Say how a whole year ended."""
    return ended(case.target, goal, now.value, standing, case.year)


def ended(target: Target, goal: Goal, value: Decimal, standing: Standing, year: int) -> Judgement:
    """Say how a year ended for a target, from its final value in the goal's unit."""
    actual, gap = written(value, goal.unit), goal.gap(value)
    rule = target.operator.value
    if goal.lenient and gap < 0 and standing is not Standing.MISSED:
        rule = "about, grey band" if standing is Standing.UNDECIDED else "about, precedent"
    aim, aim_en = _aim(goal)
    distance = written(abs(gap), _points(goal))
    band, band_en = _BANDS.get(rule, ("", ""))
    side = ("好于" if gap > 0 else "差", "better by" if gap > 0 else "short by")
    tail = "，与目标持平" if gap == 0 else f"，{side[0]}目标{distance}"
    tail_en = ", just so" if gap == 0 else f", {side[1]} {distance}"
    return Judgement(
        target.id,
        standing,
        rule,
        f"{year}年{actual}，目标{aim}{tail}{band}。",
        f"{year}: {actual}, target {aim_en}{tail_en}{band_en}.",
        goal=goal.value,
        actual=value,
    )


def within_year(case: Case, goal: Goal, now: Observation, found: Progress) -> Judgement:
    """Say how a target stands before its year is over."""
    actual = written(now.value, now.unit)
    aim, aim_en = _aim(goal)
    if found.planned is None:
        zh = f"{_months(now)}{actual}，目标{aim}，按当期值直接比较。"
        en = f"{_months_en(now)}: {actual}, target {aim_en}, compared as it is."
    else:
        planned = written(found.planned, goal.unit)
        done = _share(now.value, goal.value)
        due = _share(found.planned, goal.value)
        zh = f"{_months(now)}{actual}，为目标{aim}的{done}%，序时应为{planned}（{due}%）。"
        en = f"{_months_en(now)}: {actual}, {done}% of {aim_en}; due by then {planned} ({due}%)."
    return _judgement(
        case,
        found.standing,
        found.rule,
        zh,
        en,
        goal=goal.value,
        actual=now.value,
        planned=found.planned,
    )


def against(case: Case, own: Observation, other: Observation, standing: Standing) -> Judgement:
    """Say how an indicator stands to the one that its target refers to."""
    names = {
        Operator.NO_DECREASE: ("上年同期", "last year"),
        Operator.ABOVE_REFERENCE: ("全国", "the nation"),
        Operator.QUOTA: ("下达数", "the quota"),
        Operator.COMPLETE: ("下达数", "the quota"),
    }
    zh, en = names.get(case.target.operator, (case.target.reference, case.target.reference))
    mine, theirs = written(own.value, own.unit), written(other.value, other.unit)
    return _judgement(
        case,
        standing,
        case.target.operator.value,
        f"{_months(own)}{mine}，{zh}{theirs}。",
        f"{_months_en(own)}: {mine}; {en}: {theirs}.",
        goal=other.value,
        actual=own.value,
    )


def positive(case: Case, now: Observation, standing: Standing) -> Judgement:
    """Say whether an indicator grows."""
    value = written(now.value, now.unit)
    return _judgement(
        case,
        standing,
        "positive",
        f"{_months(now)}增长{value}，目标为正增长。",
        f"{_months_en(now)}: growth {value}; the target is growth above zero.",
        goal=Decimal(0),
        actual=now.value,
    )


def completed(case: Case, now: Observation, standing: Standing) -> Judgement:
    """Say how far a task is done."""
    value = written(now.value, now.unit)
    return _judgement(
        case,
        standing,
        case.target.operator.value,
        f"{_months(now)}完成{value}，目标为全面完成。",
        f"{_months_en(now)}: {value} done; the target is all of it.",
        goal=Decimal(100),
        actual=now.value,
    )


def nothing_observed(case: Case, goal: Goal | None = None) -> Judgement:
    """Say that nothing is known yet, or nothing that could be compared."""
    return _judgement(
        case,
        Standing.NOT_YET,
        "no observation",
        f"{case.year}年截至{case.today:%Y-%m-%d}没有可比的数据。",
        f"Nothing comparable is observed for {case.year} by {case.today:%Y-%m-%d}.",
        goal=goal.value if goal else None,
    )


def other_unit(case: Case, goal: Goal, now: Observation) -> Judgement:
    """Say that the observation has another unit than the target."""
    return _judgement(
        case,
        Standing.UNDECIDED,
        "other unit",
        f"数据的单位是“{now.unit}”，目标的单位是“{goal.unit}”，不能比较。",
        f"The observation is in {now.unit}, the target in {goal.unit}; they do not compare.",
        goal=goal.value,
        actual=now.value,
    )


def not_computable(case: Case) -> Judgement:
    """Say why a target cannot be judged by numbers."""
    other = ("没有可以计算的标准", "has no measure that could be computed")
    zh, en = _WHY_NOT.get(case.target.operator, other)
    return _judgement(
        case,
        Standing.UNDECIDED,
        case.target.operator.value,
        f"“{case.target.text}”{zh}。",
        f"“{case.target.text}” {en}.",
    )


def written(value: Decimal, unit: str) -> str:
    """Write a value with 万 or 亿 where it is large: `241亿元`."""
    if unit == "类" and value == int(value) and 1 <= value <= len(_NUMERALS):
        return f"{_NUMERALS[int(value) - 1]}类"
    for size, name in _SCALES:
        if abs(value) >= size and unit not in {"%", "个百分点"}:
            return f"{_plain(value / size)}{name}{unit}"
    return f"{_plain(value)}{unit}"


def _plain(value: Decimal) -> str:
    text = f"{round(value, 4):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _share(part: Decimal, whole: Decimal) -> str:
    return f"{part / whole * 100:.1f}" if whole else "—"


def _aim(goal: Goal) -> tuple[str, str]:
    value = written(goal.value, goal.unit)
    if goal.far is not None:
        low, high = sorted((goal.value, goal.far))
        value = f"{_plain(low)}—{written(high, goal.unit)}"
        return value, value
    if goal.lenient:
        return f"{value}左右", f"about {value}"
    if goal.unit in GRADES:
        return f"{value}或更好", f"{value} or better"
    zh, en = _SIDES.get(goal.side, ("", ""))
    return f"{zh}{value}", f"{en} {value}".strip()


def _points(goal: Goal) -> str:
    return "个百分点" if goal.unit == "%" else goal.unit


def _months(now: Observation) -> str:
    if now.month == YEAR:
        return f"{now.year}年"
    return f"{now.year}年1—{now.month}月" if now.month > 1 else f"{now.year}年1月"


def _months_en(now: Observation) -> str:
    return str(now.year) if now.month == YEAR else f"{now.year}, to month {now.month}"


def _judgement(  # noqa: PLR0913  a judgement has this many parts
    case: Case,
    standing: Standing,
    rule: str,
    zh: str,
    en: str,
    *,
    goal: Decimal | None = None,
    actual: Decimal | None = None,
    planned: Decimal | None = None,
) -> Judgement:
    return Judgement(case.target.id, standing, rule, zh, en, goal, actual, planned)
