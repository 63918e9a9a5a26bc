"""Figures: every number of a report with what it measures, how, when and where."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.extract.naming import Name, choose, is_total_word, name_after, name_before
from duban.extract.segments import Segments, segments
from duban.extract.setting import Setting
from duban.grammar.numeral import DIGITS
from duban.grammar.predicate import Predicate, comparator_after, predicate_before
from duban.grammar.quantity import Quantity, quantities
from duban.grammar.subject import vocabulary
from duban.grammar.unit import dimension
from duban.model import Comparator, Figure, Measure, Outline, Status

if TYPE_CHECKING:
    pass


class Draft:
    """A figure in the making."""

    __slots__ = (
        "quantity",
        "name",
        "indicator",
        "measure",
        "status",
        "comparator",
        "area",
        "whole",
        "period",
        "negative",
        "clause",
        "sentence",
        "predicate",
        "tail",
        "floor",
        "why",
        "listed",
        "used",
        "year",
    )

    def __init__(
        self,
        quantity: Quantity,
        clause: tuple[int, int],
        sentence: tuple[int, int],
        floor: int,
        predicate: Predicate,
    ) -> None:
        self.quantity = quantity
        self.clause = clause
        self.sentence = sentence
        self.floor = floor
        self.predicate = predicate
        self.name = Name()
        self.indicator = ""
        self.measure = Measure.LEVEL
        self.status = Status.ACTUAL
        self.comparator = predicate.comparator
        self.area = self.whole = self.period = ""
        self.negative = False
        self.tail = quantity.end
        self.listed = 0
        self.used = quantity.end
        self.year = ""
        self.why: list[tuple[str, str]] = []


_SHARE = re.compile(
    r"(?:约|仅|只|共|已|均|的)?占(?!比|有率|地|用)(?:到|了)?(?P<whole>[^，；。]*?)(?P<kind>的?比重|的?比例|的?份额)?(?:的|由|从)?$"
)
_SHARE_OF = re.compile(
    r"(?:以上|左右)?的?(?P<whole>[^，。；、]{2,14}?)(?:资金)?(?P<verb>用于|投向|集中在|来自|投入)(?P<subject>[^，。；]{1,12})"
)
_RANK_TAIL = re.compile(
    r"(?:均|分别|连续\w{1,2}年|总量|保持|稳|位|持续|继续|首次|跃|名|排|排名|升至|上升到|跻身|列|双双|总体|仍|已|成为|由|从)*(?:居|列|位居|排名|保持|成为|跻身|排在|名列|升至|跃居)?(?P<whole>全[国省市区州县球盟旗]|世界|亚洲|[东西中南北]+部?(?:地区)?|西北|西南|东北|华东|华北|国内|省内)?$"
)
_GAP = re.compile(
    r"(?:均|都|分别|增速|增幅)*(?:高于|低于|高出|快于|慢于|超过|优于|好于|比)(?P<than>[^，；。]{1,16}?)(?:高|低|快|慢|多|少)?(?:出)?$"
)
_COMPARE = re.compile(
    r"(?:比|较|同|与|在)(?P<base>[^，；。比较]{1,16}?)(?:相比|的基础上|基础上|同期)?$"
)
_YEAR_BEFORE = re.compile(r"的年(?P<year>\d{4}|[一二三四五六七八九〇零]{4})")
_GROWTH_OF = re.compile(
    r"(?:以上|左右)?的(?P<name>(?:预期|经济|年均|平均|国内生产总值|地区生产总值)*(?:增长|增速)(?:预期)?(?:目标|速度|率)?)"
)
_ALREADY = re.compile(r"已(?:经)?(?:按期)?(?:完成投资|偿还)")
_MOVED = re.compile(
    r"(?:进一步|持续|不断|继续|稳步|显著|明显|较快|快速|总体|大幅|逐步)*"
    r"(?:优化|改善|增长|提升|壮大|扩大|增强|提高|下降|完善|回升|平稳|稳定|上升|发展)$"
)
_SHARE_NOUN = re.compile(r"(?:所占|占)的?(?:比重|比例|份额)$")
_MULTIPLE_OF = re.compile(r"(?:，)?(?:相当于|等于|是|为|达到|达)(?P<base>[^，；。]{1,16})的$")
_AMONG = re.compile(r"在(?P<whole>[^，。；]{2,14})(?:中|总额中|总量中)，")
_HAVE = frozenset(("有", "共有", "现有", "拥有", "已有"))
_PRICE = re.compile(r"价格|物价")
_LIST_GLUE = re.compile(r"[、和及与]|以及")
_PARTS = re.compile(r"、|和|与|及(?!格)|以及")


def year_number(text: str) -> str:
    """Return a year written in either kind of digits as Arabic digits."""
    return "".join(str(DIGITS.get(char, char)) for char in text)


def draft_figures(source: str, folded: str, parts: Segments | None = None) -> list[Draft]:
    """Read every figure of a text, without the outline's help."""
    return _Reader(source, folded, parts or segments(folded)).drafts


class _Reader:
    def __init__(self, source: str, folded: str, parts: Segments) -> None:
        self.source, self.text, self.parts = source, folded, parts
        self.backwards = folded[::-1]
        self.drafts: list[Draft] = []
        self.numbers = list(quantities(folded))
        for at, number in enumerate(self.numbers):
            self.drafts.append(self.draft(at, number))
        for at, draft in enumerate(self.drafts):
            self.read(at, draft)

    def draft(self, at: int, number: Quantity) -> Draft:
        clause = self.parts.clause(number.start)
        opened = self.text.rfind("（", clause[0], number.start)
        floor = (
            clause[0]
            if opened < 0 or self.text.find("）", opened, number.start) >= 0
            else opened + 1
        )
        if at and self.drafts[at - 1].tail > floor:
            floor = self.drafts[at - 1].tail
        dated = _YEAR_BEFORE.match(
            self.backwards, len(self.text) - number.start, len(self.text) - floor
        )
        near = len(self.text) - dated.end() if dated else number.start
        predicate = predicate_before(self.backwards, near, floor)
        draft = Draft(number, clause, self.parts.sentence(number.start), floor, predicate)
        if dated:
            draft.year = year_number(dated["year"][::-1])
        bound, draft.tail = comparator_after(self.text, number.end)
        if number.more:
            bound = Comparator.ABOVE
        if bound is not Comparator.EQUAL:
            draft.comparator = bound
        elif number.form == "half" and self.text.startswith("过", number.start):
            draft.comparator = Comparator.ABOVE
        return draft

    def before(self, at: int) -> Draft | None:
        """Return the figure before, if it stands in the same sentence."""
        found = self.drafts[at - 1] if at else None
        return found if found and found.sentence == self.drafts[at].sentence else None

    # -- one figure -------------------------------------------------------

    def read(self, at: int, draft: Draft) -> None:
        if draft.listed:
            return
        if "分别" in draft.predicate.words or self.is_list(at, draft):
            if self.distribute(at, draft):
                return
        self.measure(at, draft, self.zone_start(at, draft), draft.predicate.start)

    def zone_start(self, at: int, draft: Draft) -> int:
        """Return where the words before a number begin, past a noun that the last number took."""
        before = self.before(at)
        if (
            before
            and before.used > draft.floor
            and self.text[before.used : before.used + 1] in ("、", "和", "及", "与")
        ):
            return before.used + 1
        return draft.floor

    def measure(self, at: int, draft: Draft, start: int, end: int) -> None:
        kinds, number = draft.predicate.kinds, draft.quantity
        if number.form == "rank":
            self.rank(at, draft, start, end)
        elif number.form == "proportion" and number.unit:
            draft.measure = Measure.SHARE
            self.named(at, draft, start, end)
        elif share := _SHARE.search(self.text, start, end):
            self.share(at, draft, start, share)
        elif number.form == "doubling":
            self.change(at, draft, start, end)
        elif number.unit == "倍" and (of := _MULTIPLE_OF.search(self.text, start, end)):
            draft.measure = Measure.CHANGE
            self.named(at, draft, start, of.start())
        elif found := _SHARE_NOUN.search(self.text, start, end):
            self.named(at, draft, start, found.start())
            draft.measure, draft.indicator = Measure.SHARE, draft.indicator + "比重"
            draft.whole = self.whole_among(draft)
        elif number.unit in ("%", "‰") and (of := _SHARE_OF.match(self.text, number.end)):
            draft.measure, draft.whole = Measure.SHARE, self.source[slice(*of.span("whole"))]
            draft.indicator = (
                self.source[slice(*of.span("subject"))]
                + self.source[of.end("whole") - 2 : of.end("whole")]
            )
        elif number.unit == "%" and (of := _GROWTH_OF.match(self.text, number.end)):
            draft.measure, draft.indicator = Measure.CHANGE, self.source[slice(*of.span("name"))]
        elif "rise" in kinds or "fall" in kinds or "rise_noun" in kinds or "fall_noun" in kinds:
            self.change(at, draft, start, end)
        elif gap := self.gap(draft, start, end):
            self.named(at, draft, start, gap)
        else:
            self.level(at, draft, start, end)

    def gap(self, draft: Draft, start: int, end: int) -> int | None:
        if (
            draft.quantity.unit not in ("个百分点", "%", "位", "个基点")
            and "高" not in self.text[end - 1 : end]
        ):
            return None
        found = _GAP.search(self.text, start, end)
        return found.start() if found else None

    def rank(self, at: int, draft: Draft, start: int, end: int) -> None:
        draft.measure = Measure.RANK
        tail = _RANK_TAIL.search(self.text, start, draft.quantity.start)
        if tail:
            draft.whole = (
                self.source[tail.start("whole") : tail.end("whole")] if tail["whole"] else ""
            )
            end = min(end, tail.start())
        speed = self.text[:end].endswith(("增速", "增幅")) if end > start else False
        self.named(at, draft, start, end - 2 if speed else end, after=False)

    def share(self, at: int, draft: Draft, start: int, found: re.Match[str]) -> None:
        kinds = draft.predicate.kinds
        if ("rise" in kinds or "fall" in kinds) and found["kind"]:
            draft.measure, draft.negative = Measure.CHANGE, "fall" in kinds
            draft.indicator = self.source[start : draft.predicate.start].strip("，、 ")
            return
        draft.measure = Measure.SHARE
        draft.whole = self.source[slice(*found.span("whole"))].strip()
        self.named(at, draft, start, found.start(), after=False)
        if not draft.whole:
            draft.whole = self.parent_whole(at)

    def whole_among(self, draft: Draft) -> str:
        """Return the whole that 在…中 names before a share."""
        found = _AMONG.search(self.text, draft.sentence[0], draft.quantity.start)
        return self.source[slice(*found.span("whole"))] if found else ""

    def parent_whole(self, at: int) -> str:
        before = self.before(at)
        while before is not None:
            if before.measure is Measure.SHARE and before.whole:
                return before.whole
            if before.measure is not Measure.CHANGE and before.quantity.unit not in ("%",):
                return before.indicator
            at -= 1
            before = self.before(at)
        return ""

    def change(self, at: int, draft: Draft, start: int, end: int) -> None:
        kinds = draft.predicate.kinds
        draft.measure = Measure.CHANGE
        draft.negative = "fall" in kinds or "fall_noun" in kinds
        compare = _COMPARE.search(self.text, start, end)
        if compare and compare.start() >= start:
            end = compare.start()
        self.named(at, draft, start, end, after=False)

    def level(self, at: int, draft: Draft, start: int, end: int) -> None:
        kinds, number = draft.predicate.kinds, draft.quantity
        before = self.before(at)
        self.named(at, draft, start, end)
        if number.form == "doubling" or (number.unit == "倍" and not number.form == "fraction"):
            draft.measure = Measure.CHANGE
        elif draft.name.new or "added" in kinds:
            draft.measure = Measure.ADDED
        elif "total" in kinds or self.is_total(before, draft, start, end):
            draft.measure = Measure.TOTAL
        elif (
            "level" in kinds
            and before is not None
            and before.measure is Measure.ADDED
            and before.quantity.unit == number.unit
            and not draft.name.pieces
        ):
            draft.measure = Measure.TOTAL
        elif number.unit in ("%", "‰") and _PRICE.search(draft.indicator):
            draft.measure = Measure.CHANGE
        elif number.unit in ("%", "‰") and draft.indicator.endswith(("占比", "比重", "份额")):
            draft.measure = Measure.SHARE
            if "其中" in self.text[draft.clause[0] : end]:
                draft.whole = self.parent_whole(at)
        elif (
            draft.name.rule == "inherited"
            and before is not None
            and before.measure in (Measure.SHARE, Measure.CHANGE)
            and before.quantity.unit == number.unit == "%"
        ):
            draft.measure, draft.whole = before.measure, before.whole
        elif number.unit in ("个百分点", "个基点"):
            draft.measure = Measure.CHANGE
        elif self.continues_added(before, draft):
            draft.measure = Measure.ADDED

    def is_total(self, before: Draft | None, draft: Draft, start: int, end: int) -> bool:
        if "累计" in self.text[start:end] or draft.name.rule == "total":
            return True
        if _ALREADY.search(self.text, start, end):
            return True
        return (
            before is not None and before.measure is Measure.TOTAL and self.continues(before, draft)
        )

    def continues_added(self, before: Draft | None, draft: Draft) -> bool:
        """A new-word governs its whole list: 新认定甲企业15户、乙企业8户."""
        return (
            before is not None and before.measure is Measure.ADDED and self.continues(before, draft)
        )

    def continues(self, before: Draft, draft: Draft) -> bool:
        return (
            not self.text.startswith(("已", "现有", "共有", "其中"), draft.floor)
            and draft.name.verb is None
            and bool(draft.name.pieces)
            and "level" not in draft.predicate.kinds
            and dimension(before.quantity.unit) == dimension(draft.quantity.unit)
            and (draft.clause == before.clause or draft.clause[0] <= before.tail + 1)
        )

    # -- names ------------------------------------------------------------

    def named(self, at: int, draft: Draft, start: int, end: int, *, after: bool = True) -> None:
        name = name_before(self.text, start, end, examples=not after) if start < end else Name()
        ratio = (
            draft.quantity.unit in ("%", "‰", "个百分点", "倍") or draft.quantity.form == "grade"
        )
        if after and not ratio:
            name = self.with_noun_after(at, draft, (start, end), name)
        draft.name = name
        draft.indicator = name.of(self.source)
        before = self.before(at)
        if is_total_word(draft.indicator) and before is not None:
            draft.name = name._replace(pieces=(), rule="total")
            draft.indicator = before.indicator
        elif not draft.indicator:
            draft.indicator = self.inherited(at, draft, before)
            draft.name = name._replace(pieces=(), rule="inherited")
        elif (
            before is not None or draft.measure is Measure.CHANGE
        ) and vocabulary().head.fullmatch(draft.indicator):
            draft.indicator = self.owner(self.inherited(at, draft, before), draft.indicator)

    def with_noun_after(self, at: int, draft: Draft, zone: tuple[int, int], name: Name) -> Name:
        limit = len(self.text)
        if at + 1 < len(self.drafts):
            limit = max(draft.tail, self.drafts[at + 1].predicate.start)
        behind = name_after(self.text, draft.tail, limit)
        there_is = bool(draft.predicate.words) and draft.predicate.words[0] in _HAVE
        chosen = choose(self.text, zone, name, behind, there_is=there_is)
        if behind.pieces and chosen.pieces and chosen.pieces[-1] == behind.pieces[-1]:
            draft.used = behind.pieces[-1][1]
        return chosen

    def owner(self, parent: str, head: str) -> str:
        found = vocabulary().last_head.search(parent)
        stem = parent[: found.start()] if found else parent
        return (stem or parent) + head

    def inherited(self, at: int, draft: Draft, before: Draft | None) -> str:
        """Return the subject that a number without one of its own goes on about."""
        if before is None:
            return self.earlier(at, draft)
        end = draft.floor
        while end > before.tail and end > draft.sentence[0]:
            clause = self.parts.clause(end - 1)
            if clause[0] < before.tail:
                break
            moved = _MOVED.search(self.text, clause[0], clause[1] - 1)
            if moved and (name := name_before(self.text, clause[0], moved.start())).pieces:
                return name.of(self.source)
            end = clause[0]
        return before.indicator

    def earlier(self, at: int, draft: Draft) -> str:
        """Return the subject of an earlier clause of the sentence."""
        start, end = draft.sentence[0], draft.floor
        while end > start:
            clause = self.parts.clause(end - 1)
            name = name_before(self.text, max(clause[0], start), min(clause[1] - 1, end))
            if name.pieces:
                return name.of(self.source)
            end = clause[0]
        last = self.drafts[at - 1] if at else None
        near = last is not None and self.text.find("\n", last.tail, draft.floor) < 0
        return last.indicator if last is not None and near else ""

    # -- lists ------------------------------------------------------------

    def is_list(self, at: int, draft: Draft) -> bool:
        """Values side by side after one subject with as many items: 甲、乙普及率超过98%、85%."""
        if at + 1 >= len(self.drafts) or self.drafts[at + 1].clause != draft.clause:
            return False
        following = self.drafts[at + 1]
        return (
            _LIST_GLUE.fullmatch(self.text, draft.tail, following.quantity.start) is not None
            and following.quantity.unit == draft.quantity.unit
        )

    def run(self, at: int) -> list[Draft]:
        """Return the figures of a list: joined by 、 or 和 within one clause."""
        found = [self.drafts[at]]
        for draft in self.drafts[at + 1 :]:
            if _LIST_GLUE.fullmatch(self.text, found[-1].tail, draft.quantity.start) is None:
                break
            found.append(draft)
        return found

    def distribute(self, at: int, draft: Draft) -> bool:
        run = self.run(at)
        explicit = "分别" in draft.predicate.words
        items = self.items(at, draft, len(run))
        if len(run) < 2 or (len(items) != len(run) and not explicit):
            return False
        self.measure(at, draft, self.zone_start(at, draft), draft.predicate.start)
        if len(items) != len(run):
            items = [draft.indicator] * len(run)
        elif before := self.before(at):
            bare = vocabulary().head.fullmatch
            items = [self.owner(before.indicator, item) if bare(item) else item for item in items]
        bounded = run[-1].comparator
        for member, item in zip(run, items, strict=True):
            member.listed = len(run)
            member.indicator = item
            member.measure, member.negative = draft.measure, draft.negative
            member.whole = draft.whole
            member.name = Name(draft.name.pieces, draft.name.verb, draft.name.new, "distributed")
            if explicit and member.comparator is Comparator.EQUAL:
                member.comparator = bounded
            if member.comparator is Comparator.EQUAL:
                member.comparator = draft.predicate.comparator
        return True

    def items(self, at: int, draft: Draft, count: int) -> list[str]:
        """Return the names that a list of values belongs to."""
        text = self.subject_text(at, draft)
        if not text:
            names = [
                d.indicator
                for d in self.drafts[max(0, at - count) : at]
                if d.sentence == draft.sentence
            ]
            return names if len(names) == count and len(set(names)) == count else []
        if (runs := _NUMBERED.match(text)) and len(runs["each"]) == count:
            return [one + text[runs.end("each") :] for one in runs["each"]]
        for pattern in (_PARTS, re.compile(r"、|和|与"), re.compile("、")):
            items = [item for item in pattern.split(text) if item]
            if len(items) == count:
                return share_words(items)
        return []

    def subject_text(self, at: int, draft: Draft) -> str:
        """Return the words that name a list of values, numbers among them left out."""
        start, end = draft.clause[0], draft.predicate.start
        compare = _COMPARE.search(self.text, max(start, draft.floor), end)
        if compare and ("rise" in draft.predicate.kinds or "fall" in draft.predicate.kinds):
            end = compare.start()
        name = name_before(self.text, start, end)
        if not name.pieces:
            return ""
        text = self.source[name.pieces[0][0] : name.pieces[-1][1]]
        for other in reversed(self.drafts[:at]):
            if other.clause != draft.clause:
                break
            text = text.replace(self.source[other.quantity.start : other.quantity.end], "")
        return text


_NUMBERED = re.compile(r"(?P<each>[一二三四]{2,4})(?:产|次产业|季度)")


def share_words(items: list[str]) -> list[str]:
    """Give the items of a list the words they share: 粮食播种面积、总产量 is 粮食总产量 too."""
    words = vocabulary()
    last = words.last_head.search(items[-1])
    cut = last.start() if last else len(items[-1]) - 2
    found = words.last_head.search(items[0])
    prefix = items[0][: found.start()] if found and len(found.group()) > 1 else ""
    named = []
    for at, item in enumerate(items):
        if at and prefix and words.head.fullmatch(item):
            named.append(prefix + item)
        elif at < len(items) - 1 and not words.last_head.search(item):
            parallel = len(item) if len(item) <= 4 and cut - len(item) > 2 else cut
            named.append(item + items[-1][parallel:])
        else:
            named.append(item)
    return named


def extract_figures(
    source: str, folded: str, outline: Outline, parts: Segments | None = None
) -> tuple[Figure, ...]:
    """Return the figures of a report, in the order of the text.

    Args:
        source: the text as the document has it.
        folded: `fold(source)`.
        outline: its masthead and sections.
        parts: its sentences and clauses, if they are known.
    """
    parts = parts or segments(folded)
    setting = Setting(folded, outline)
    return tuple(_figure(source, draft, setting) for draft in draft_figures(source, folded, parts))


def _figure(source: str, draft: Draft, setting: Setting) -> Figure:
    number = draft.quantity
    section = setting.section(number.start)
    status = setting.status(section, draft.clause, number.start, draft.sentence)
    flow = draft.name.verb is not None and draft.measure is Measure.LEVEL
    if draft.year:
        default = setting._default(section, status)
        period = "" if int(draft.year) == default else draft.year
        if int(draft.year) > default and status is Status.ACTUAL:
            status = Status.TARGET
    else:
        period = setting.period(
            section, draft.sentence, number.start, draft.measure, status, flow=flow
        )
    a, b = draft.sentence
    return Figure(
        id=f"F{number.start}",
        start=number.start,
        end=number.end,
        text=source[number.start : number.end],
        value=-number.value if draft.negative and number.value else number.value,
        step=number.step,
        unit=number.unit,
        indicator=draft.indicator,
        measure=draft.measure,
        status=status,
        value_max=number.value_max,
        comparator=draft.comparator,
        area=draft.area,
        whole=draft.whole,
        period=period,
        sentence=source[a:b].strip(),
        sentence_start=a,
        section=section.id if section else "",
    )
