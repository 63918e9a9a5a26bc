"""What a commitment says of itself: its kind, its verb and its object."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from duban.extract.commitment_lexicon import TIME
from duban.extract.commitment_openings import action_within, verb_after
from duban.grammar.alternation import alternation
from duban.grammar.verbs import clause_words
from duban.model import Kind

if TYPE_CHECKING:
    from duban.extract.commitment_rows import Row

    Stretch = tuple[int, int]

# Deliverable verbs promise nothing definite of these.
_INDEFINITE = re.compile("一批(?<!等一批)|一系列|更多|常态化|强[省市国县区]$|高地$")
# 扩大到所有县: there or not.
_EVERYWHERE = re.compile(".{0,6}(?:所有|全部|每个|各[县乡村镇市区])")
# Verbs that answer for a result, if one is named (推动…并网发电).
_SECURES = frozenset(
    {"推动", "确保", "力争", "力促", "争取", "保障", "盘活", "实现", "推动实现", "协助", "保证"}
)
# Those of them that a second verb may follow at once; 推动签约项目… names things.
_PROMISES = frozenset({"确保", "力争", "力促", "争取", "保证"})
_MAKES = frozenset({"使", "让"})
_COMPLEX = _SECURES | _MAKES
# What a time can begin with (TIME), and blanks.
_OF_TIMES = frozenset(" \u3000\n到在于自从今明年上下第汛国春元“一二两三四五六七八九十几0123456789")
_PREDICATE = re.compile(
    "(增长|下降|降低|提高|提升|减少|增加|压减|压缩|达到|达|占|控制|稳定|保持|维持|降至|增至|不低于|不高于|不超过"
    "|不少于|超过|突破|超|在|(?<!所)有|跨上|迈上|站上|登上|恢复|发展|扩大|完成|缩小|缩短|建有|打造|覆盖|实施)"
    "[在到至约近为]{0,4}(?:每人)?(?:每[年月亩户人]|人均|平均|(?:19|20)[0-9]{2}年的?)?$"
)
_FROM = re.compile(
    "[由从](?=[^，]{1,40}?(?:(?:增加|提高|提升|扩大|下降|降低|减少|缩小|压减|缩短|上升|发展|增长)[到至为]|[增降]至))"
)
_GROWTH = re.compile(
    "(增加|提高|提升|扩大|下降|降低|减少|缩小|压减|缩短|上升|发展|增长|[增降])[到至为]"
)
_STATES = frozenset({"占", "在"})
# Words at the edges of an object that tell when, how or against what, not what.
_BEFORE = re.compile(
    rf"(?:{TIME}|全年|今年|当前|我们|力争|计划(?!生育|单列|[内外])|继续|进一步|提前|把|、|，){{1,4}}"
)
_AFTER = re.compile(
    rf"(?:{TIME}|(?<![需主重必纲])要|将|应|须|必须|务必|要求|计划|预计|力争|争取|确保|保证|均|各|都|再|仍|也|继续|分别|年均"
    r"|平均|每年|逐年|累计|合计|稳定|总体|同比|[比较](?:上年|去年|今年|(?:19|20)[0-9]{2}年)|在|由|从|的|每人每[月年]"
    r"|每[亩户人]|全部|至少|实现|获得){1,4}$"
)
_WHEN = re.compile(rf"(?:{TIME})(?![的度])")
_EDGE = 24  # characters at the end of an object that such words fill at most
# 江口水电站10月底首台机组|并网: the time ends the name.
_INSIDE = re.compile(rf"(?:{TIME})(?<=[底末内前])")
_BARE = re.compile("(?:以[上内下]|左右|每人|每[年月]|[多余约近各和、，。])*")
_WHENCE = ("从", "由", "在", "对")
_TWO = 2
_REACH = 24  # characters before a number in which its predicate stands


@cache
def _completion() -> re.Pattern[str]:
    return re.compile(alternation(clause_words()["completions"]))


@cache
def _last_characters() -> frozenset[str]:
    return frozenset(word[-1] for word in clause_words()["completions"])


def kind_of(folded: str, row: Row, *, has_figure: bool) -> Kind:
    """Return what would prove the commitment done."""
    if has_figure:
        return Kind.QUANTIFIED
    if row.fulfils:
        return Kind.DELIVERABLE
    if row.word == "effort" and not folded.startswith("盘活", row.verb_start):
        if folded[row.verb_end - 1] in "到至":
            everywhere = _EVERYWHERE.match(folded, row.verb_end, row.action_end)
            return Kind.DELIVERABLE if everywhere else Kind.EFFORT
        return Kind.EFFORT
    if row.word != "deliverable":
        verb = folded[row.verb_start : row.verb_end]
        if verb not in _SECURES or not _completion().search(folded, row.verb_end, row.action_end):
            return Kind.EFFORT
    indefinite = _INDEFINITE.search(folded, row.start, row.action_end)
    return Kind.EFFORT if indefinite else Kind.DELIVERABLE


def verb_and_object(folded: str, row: Row, numbers: tuple[Stretch, ...]) -> tuple[Stretch, Stretch]:
    """Return the spans of the main action and of what it is done to.

    Without a verb of action the predicate before the number is the verb (增长, 达到) and the
    subject the object; `推动…并网发电` gives 并网发电. Times and adverbs are left out of the
    object, and a number is none by itself.

    Args:
        folded: the folded text.
        row: the commitment.
        numbers: where the figures of its action stand.
    """
    verb, after = row.verb_start, row.verb_end
    if verb < after < row.action_end and folded[verb:after] not in _COMPLEX:
        return (verb, after), _object(folded, row, numbers)
    first = numbers[0][0] if numbers else row.action_end
    verb_span, thing = _found(folded, row, first)
    if thing[0] >= verb_span[1]:
        return verb_span, _after_time(folded, *thing)
    name = _name(folded, *thing)
    if name[0] == name[1] and row.action < verb:  # 大楼要|保证|年底竣工
        name = _name(folded, row.action, verb)
    return verb_span, name


def _object(folded: str, row: Row, numbers: tuple[Stretch, ...]) -> Stretch:
    """Return what follows the verb, as in most commitments; or its subject for a bare number."""
    start, end = row.verb_end, row.action_end
    if folded[start] in _OF_TIMES:
        start, end = _after_time(folded, start, end)
    reaches = row.verb_end - row.verb_start > _TWO and folded[row.verb_end - 1] in "到至"
    if reaches or (numbers and _is_number(folded, (start, end), numbers)):
        subject = _name(folded, row.action, max(row.action, row.verb_start))  # 覆盖面|扩大到|各村
        return (start, end) if reaches and subject[0] == subject[1] else subject
    return start, end


def _after_time(folded: str, start: int, end: int) -> Stretch:
    when = _WHEN.match(folded, start, end)
    return _stripped(folded, when.end() if when else start, end)


def _found(folded: str, row: Row, first: int) -> tuple[Stretch, Stretch]:
    """Return verb and object as they stand, before the object is trimmed."""
    verb, after = row.verb_start, row.verb_end
    if verb == after:
        return _subject_and_predicate(folded, row, first)
    if folded[verb:after] in _COMPLEX:
        secured = _secured(folded, row, first)
        if secured:
            return secured
    if after == row.action_end:
        return (verb, after), (row.action, verb)
    return (verb, after), (after, row.action_end)


def _secured(folded: str, row: Row, first: int) -> tuple[Stretch, Stretch] | None:
    """Return what 确保…, 力争… or 使… answers for, and of what."""
    after, end = row.verb_end, row.action_end
    makes = folded[row.verb_start : after] in _MAKES
    result = None if makes else _last_completion(folded, after, end)
    if result:
        return result, (after, result[0])
    predicate = _predicate(folded, after, first)
    if predicate and predicate.start(1) > after and (makes or predicate[1] not in _STATES):
        return predicate.span(1), (after, predicate.start(1))
    inner = (
        action_within(folded, after, end) if folded[row.verb_start : after] in _PROMISES else None
    )
    return (inner, (inner[1], end)) if inner else None  # 确保9月底前|建成…


def _predicate(folded: str, start: int, first: int) -> re.Match[str] | None:
    return _PREDICATE.search(folded, max(start, first - _REACH), first)


def _last_completion(folded: str, start: int, end: int) -> Stretch | None:
    """Return the completion that ends a clause, if any (…并网发电)."""
    if start == end or folded[end - 1] not in _last_characters():
        return None
    for found in _completion().finditer(folded, start, end):
        if found.end() == end:
            return found.span()
    return None


def _subject_and_predicate(folded: str, row: Row, first: int) -> tuple[Stretch, Stretch]:
    """Find the verb of a clause that opens with its subject."""
    result = _last_completion(folded, row.action, row.action_end)
    if result:
        passed = folded.find("通过", row.action, result[0])  # 景区创建|通过|…评审
        result = (passed, passed + len("通过")) if passed > row.action else result
        return result, (row.action, result[0])
    base = _FROM.search(folded, row.action, first)
    change = _GROWTH.search(folded, base.end(), row.action_end) if base else None
    if base and change:  # 标准由80元提高到100元
        return change.span(1), (row.action, base.start())
    predicate = _predicate(folded, row.action, first)
    verb = predicate.span(1) if predicate else (first, first)
    subject = _name(folded, row.action, verb[0])
    if predicate is None and subject[0] == subject[1]:  # 全部20个村|成立合作社
        later = verb_after(folded, first, row.action_end)
        if later:
            return later, (later[1], row.action_end)
    return verb, (row.action, verb[0])


def _name(folded: str, start: int, end: int) -> Stretch:
    """Return the thing that a stretch before the verb names, without words that tell when or how.

    从财政中 names none.
    """
    hint = folded.find("由", start, end) >= 0 or folded.find("从", start, end) >= 0
    base = _FROM.search(folded, start, end + _REACH) if hint else None
    end = base.start() if base and base.start() < end else end
    before = _BEFORE.match(folded, start, end)
    start = before.end() if before else start
    after = _AFTER.search(folded, max(start, end - _EDGE), end)
    end = after.start() if after else end
    inside = _INSIDE.search(folded, start + 1, end)
    start, end = _stripped(folded, start, inside.start() if inside else end)
    return (start, start) if folded.startswith(_WHENCE, start) else (start, end)


def _stripped(folded: str, start: int, end: int) -> Stretch:
    words = folded[start:end]
    inner = words.strip()
    start += words.index(inner) if inner else 0
    return start, start + len(inner)


def _is_number(folded: str, thing: Stretch, numbers: tuple[Stretch, ...]) -> bool:
    """Say whether a stretch holds numbers and nothing else."""
    at, end = thing
    for first, last in numbers:
        if at <= first < end:
            if not _BARE.fullmatch(folded, at, first):
                return False
            at = last
    return at > thing[0] and bool(_BARE.fullmatch(folded, min(at, end), end))
