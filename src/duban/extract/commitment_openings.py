"""What a clause is, by its opening: an action, what leads to one, what follows from one.

The vocabulary is data (`grammar/verbs.yaml`, `grammar/clauses.yaml`); here it becomes a handful
of patterns, each tried once at the clause's start.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import msgspec

from duban.grammar.alternation import alternation
from duban.grammar.verbs import clause_words, verbs

# The part that a clause plays in its sentence.
ACTION = "action"  # a commitment of its own
EFFECT = "effect"  # a purpose or a quality: own or trailing, as the sentence decides
LEADING = "leading"  # belongs to the action that follows
TRAILING = "trailing"  # belongs to the action before
OTHER = "other"  # no action seen
NARRATIVE = "narrative"  # tells how things are, and ends what was pledged before

# Adverbs that are patterns and no words: 到2027年, 6月底前, “一企一策”.
_TIME = (
    r"(?:到|在|于|自|从)?(?:(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?[底末]?|[0-9]{1,2}月(?:[底末份]|[0-9]{1,2}日)?"
    r"|年[底末内]|[0-9一二两三四五六七八九十几]{1,3}年内|[上下]半年|[一二三四]季度|汛期|“十[一二三四五六七八九]?五”(?:时期|期间|末))"
    r"(?:以?前|之前|起)?"
)
_METHOD = r"“?一[^，。”一]{1,2}一[策案档品]”?"
# A subject that pledges: 各部门都要…, 新增债券重点投向…
_DUTY = "也都要|都要|也要|还要|要|应当|应该|应|必须|将"
_MODAL = f"{_DUTY}|均|一律|可以|可|重点|主要|普遍"
# A state, a judgement or the past. Fixed characters come first, so that searching is fast.
_TELLS = re.compile(
    "了(?<![为除]了)(?![解望])|已经|已有|已达|已占|已成|已超|曾经|过去|去年(?<![比较于同]去年)|以来|正在|仍然|意义|有利于"
    "|实践证明|必将|势必|才能|在于|由于|还不能|尚未|还没有|是(?<![但于还总别其更或若凡可只求不要]是)(?![否非要])"
)
_CREED = re.compile(
    "(?!中央八项规定).*(?:精神|思想|讲话|指示|批示|论述|部署|部署要求|嘱托|总基调|理念|方针|总要求|使命任务|战略定位)$"
)
_CREED_VERBS = frozenset("贯彻 落实 贯彻落实 学习 牢记 践行 拥护 遵循 深入 执行".split())  # noqa: SIM905  reads as what it is
_CIRCUMSTANCE = re.compile(
    "(?:同时|[时前后]|[前提基础条件情况形势领导指导带动推动]{2}[下上]|过程中|方面|领域"
    "|为目标|为重点|为抓手|为主线|为契机|为牵引|为导向)$"
)
# Of the verbs that make others do, those that promise the result and not the help.
_RESULT = frozenset({"推动", "促进", "确保", "力争", "力促", "推动实现", "推动形成"})
_BARE = 2  # a verb of two characters at the clause's end is done to nothing
# Openings that lead, but where nothing follows are what is pledged.
# 拿出10亿元，用于…: what the money is for; with a subject it is an action (资金用于…).
_SPENDS = frozenset({"用于", "用在"})
_MOVES = frozenset({"把", "将"})
_STANDS_ALONE = frozenset({"发挥", "突出", "注重", "重视", "采取"})
_PURPOSE = frozenset({"effect", "causative"})


class Opening(msgspec.Struct, frozen=True, gc=False):
    """How a clause begins.

    Attributes:
        role: its part in the sentence.
        word: class of its verb: deliverable, effort, effect, causative, value; or empty.
        verb_start: offset of the verb.
        verb_end: offset after it; equal where there is none.
        has_figure: whether a figure begins in the clause.
    """

    role: str
    word: str
    verb_start: int
    verb_end: int
    has_figure: bool


class _Lexicon(NamedTuple):
    """The compiled vocabulary; the first group of every pattern is the word."""

    opening: re.Pattern[str]  # adverbs, then a known word
    inner: re.Pattern[str]  # 围绕…|因地制宜发展…
    instrument: re.Pattern[str]  # 以…|促进…
    subject: re.Pattern[str]  # 各部门都要|加强…
    duty: re.Pattern[str]  # 各部门都要|把…
    agent: re.Pattern[str]  # 各县区严格|落实…
    time: re.Pattern[str]
    completions: tuple[str, ...]
    words: dict[str, tuple[str, str]]  # word → class, and role of a verb


@cache
def _lexicon() -> _Lexicon:
    words, actions = clause_words(), verbs()
    adverb = rf"(?:(?>{alternation(words['adverbs'])}|{_TIME}|{_METHOD})地?)"
    adverbs, some = rf"{adverb}{{0,8}}", rf"{adverb}{{1,8}}"  # bounded, for linear time
    verb = rf"((?>{alternation(actions)}))"
    more = rf"(好?(?:(?:、并|[和与并、])(?>{alternation(actions)})好?){{0,6}})"
    known = {word: (name, _verb_role(word, name)) for word, name in actions.items()}
    for name in ("leading", "coverbs", "trailing"):
        known |= dict.fromkeys(words[name], (name, name))
    bare = alternation(words["inner_verbs"])
    noun = rf"(?!{alternation(words['nouns'])})"
    plain = alternation(set(actions) - set(words["nominal"]))
    leads = alternation((*words["leading"], *words["coverbs"]))
    return _Lexicon(
        opening=re.compile(rf"{adverbs}{noun}((?>{alternation(known)})){more}(?![的越])"),
        inner=re.compile(rf"(?:{some}|(?<=[”）])|(?={bare})){noun}{verb}{more}(?=[^，。的]{{2}})"),
        instrument=re.compile(
            rf"[^为]{{2,24}}?({alternation(words['instrumental'])})(?=[^的，。]{{2}})"
        ),
        subject=re.compile(rf"[^，“”]{{2,24}}?(?:{_MODAL}){adverbs}{noun}{verb}{more}"),
        duty=re.compile(rf"[^，“”]{{2,24}}?(?:{_DUTY}){adverbs}({leads})"),
        agent=re.compile(rf"[^，“”的]{{2,12}}?{some}{noun}((?>{plain})){more}(?=[^，。的]{{2}})"),
        time=re.compile(_TIME),
        completions=words["completions"],
        words=known,
    )


def _verb_role(verb: str, name: str) -> str:
    return EFFECT if name == "effect" or verb in _RESULT else ACTION


def read_opening(folded: str, start: int, end: int, *, has_figure: bool) -> Opening:
    """Classify the clause between two offsets by how it begins."""
    if _TELLS.search(folded, start, end):
        return Opening(NARRATIVE, "", start, start, has_figure)
    lexicon = _lexicon()
    match = lexicon.opening.match(folded, start, end)
    if match is None:
        return _without_verb(folded, start, end, has_figure=has_figure)
    found = match[1]
    at, after = match.start(1), match.end()
    word, role = lexicon.words[found]
    if word == "trailing" or found in _SPENDS:
        return Opening(TRAILING, "", start, start, has_figure)
    if word == "leading":
        return _lead(match, end, has_figure=has_figure)
    if word == "coverbs":
        return _coverb(folded, match, end, has_figure=has_figure)
    if after - at <= _BARE and after == end and not has_figure:  # 尽快开工, 合理布局
        role = EFFECT if folded.endswith(lexicon.completions, at, end) else OTHER
    elif found in _CREED_VERBS and _CREED.match(folded, after, end):
        role, word = LEADING, ""
    elif folded.endswith("方面", at, end):  # 构建新型电力系统方面，…: a heading in the sentence
        role, word = OTHER, ""
    return Opening(role, word, at, after, has_figure)


def _lead(match: re.Match[str], end: int, *, has_figure: bool) -> Opening:
    """坚持… leads, but 坚持和发展… is an action."""
    at, after = match.start(1), match.end()
    if match[2] not in ("", "好") and after < end:
        return Opening(ACTION, "effort", at, after, has_figure)
    word = "effort" if match[1] in _STANDS_ALONE else ""
    return Opening(LEADING, word, at, after, has_figure)


def _coverb(folded: str, match: re.Match[str], end: int, *, has_figure: bool) -> Opening:
    """Find the action after 围绕…, 以…, 在…; without one the clause leads to the next."""
    lexicon, at, after = _lexicon(), match.start(1), match.end()
    if _CIRCUMSTANCE.search(folded, after, end):
        return Opening(LEADING, "", at, at, has_figure)
    begin = after + 2
    if folded[at] == "对":  # 对…的企业给予补贴: what is done comes last
        begin = max(begin, folded.rfind("的", begin, end) + 1)
    inner = lexicon.inner.search(folded, begin, end)
    if inner:
        return _found(ACTION, inner, has_figure=has_figure)
    if folded[at] in "以靠托过用":
        inner = lexicon.instrument.match(folded, after, end)
        if inner:
            return _found(EFFECT, inner, has_figure=has_figure)
        direct = lexicon.opening.match(folded, after, end)
        if direct and lexicon.words[direct[1]][0] in _PURPOSE:  # 以保障…, 以促进…
            return Opening(TRAILING, "", at, at, has_figure)
    if has_figure:
        return Opening(ACTION, "value", at, at, has_figure)
    word = "effort" if match[1] in _STANDS_ALONE else ""
    return Opening(LEADING, word, at, after, has_figure)


def _without_verb(folded: str, start: int, end: int, *, has_figure: bool) -> Opening:
    """Read a clause that opens with a subject, a time or nothing known."""
    lexicon = _lexicon()
    subject = lexicon.subject.match(folded, start, end) or lexicon.agent.match(folded, start, end)
    if subject:
        return _found(ACTION, subject, has_figure=has_figure)
    duty = lexicon.duty.match(folded, start, end)
    if duty:  # 政府要把…交给…, but 中部地区要发挥…优势，加快…
        role = ACTION if duty[1] in _MOVES else LEADING
        return Opening(role, "effort", duty.start(1), duty.end(1), has_figure)
    role, word = OTHER, ""
    if has_figure:
        role, word = ACTION, "value"
    elif folded.endswith(lexicon.completions, start, end):
        role, word = ACTION, "deliverable"
    elif lexicon.time.fullmatch(folded, start, end):
        role = LEADING
    return Opening(role, word, start, start, has_figure)


def _found(role: str, match: re.Match[str], *, has_figure: bool) -> Opening:
    word, _ = _lexicon().words[match[1]]
    return Opening(role, word, match.start(1), match.end(), has_figure)
