"""What a clause is, by its opening: an action, what leads to one, what follows from one.

The vocabulary is data (`grammar/verbs.yaml`, `grammar/clauses.yaml`); here it becomes a handful
of patterns, each tried once at the clause's start.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

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
    r"(?:到|在|于|自|从)?(?:(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?[底末]?|[0-9]{1,2}月[底末份]?"
    r"|年[底末内]|[上下]半年|[一二三四]季度|汛期)(?:以?前|之前|起)?"
)
_METHOD = r"“?一[^，。”一]{1,2}一[策案档品]”?"
# A subject that pledges: 各部门都要…, 新增债券重点投向…
_MODAL = "也都要|都要|也要|还要|要|应当|应该|应|必须|均|一律|将|重点|主要|普遍"
# A state, a judgement or the past.
_TELLS = re.compile(
    "(?<![为除])了(?![解望])|已经|已有|曾经|过去|去年|以来|正在|仍然|意义|有利于|表明|证明|必将|势必|才能"
    "|(?<![但于就还总特更都或若凡可只求不])(?<!尤其)(?<!要)是(?![否非要])"
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
_PURPOSE = frozenset({"effect", "causative"})


class Opening(NamedTuple):
    """How a clause begins.

    Attributes:
        role: its part in the sentence.
        word: class of its verb: deliverable, effort, effect, causative, value; or empty.
        verb_start: offset of the verb.
        verb_end: offset after it; equal where there is none.
    """

    role: str
    word: str
    verb_start: int
    verb_end: int


class _Lexicon(NamedTuple):
    """The compiled vocabulary; every pattern has a group `word`."""

    opening: re.Pattern[str]  # adverbs, then a known word
    inner: re.Pattern[str]  # 围绕…|因地制宜发展…
    instrument: re.Pattern[str]  # 以…|促进…
    subject: re.Pattern[str]  # 各部门都要|加强…
    agent: re.Pattern[str]  # 各县区严格|落实…
    time: re.Pattern[str]
    completions: tuple[str, ...]
    classes: dict[str, str]


@cache
def _lexicon() -> _Lexicon:
    words, actions = clause_words(), verbs()
    adverb = rf"(?:(?>{alternation(words['adverbs'])}|{_TIME}|{_METHOD})地?)"
    verb = rf"(?P<word>(?>{alternation(actions)}))"
    more = rf"(?P<more>好?(?:(?:、并|[和与并、])(?>{alternation(actions)})好?)*)"
    known = dict(actions)
    for name in ("leading", "coverbs", "trailing", "nouns"):
        known |= dict.fromkeys(words[name], name)
    bare = alternation(words["inner_verbs"])
    return _Lexicon(
        opening=re.compile(rf"{adverb}*(?P<word>(?>{alternation(known)})){more}(?!的)"),
        inner=re.compile(rf"(?:{adverb}+|(?<=[”）])|(?={bare})){verb}{more}(?=[^，。的]{{2}})"),
        instrument=re.compile(
            rf"[^为]{{2,24}}?(?P<word>{alternation(words['instrumental'])})(?=[^的，。]{{2}})"
        ),
        subject=re.compile(rf"[^，“”]{{2,24}}?(?:{_MODAL}){adverb}*{verb}{more}"),
        agent=re.compile(rf"[^，“”的]{{2,12}}?{adverb}+{verb}{more}(?=[^，。的]{{2}})"),
        time=re.compile(_TIME),
        completions=words["completions"],
        classes=known,
    )


def read_opening(folded: str, start: int, end: int, *, has_figure: bool) -> Opening:
    """Classify the clause between two offsets by how it begins."""
    if _TELLS.search(folded, start, end):
        return Opening(NARRATIVE, "", start, start)
    lexicon = _lexicon()
    match = lexicon.opening.match(folded, start, end)
    word = lexicon.classes[match["word"]] if match else "nouns"
    if match is None or word == "nouns":
        return _without_verb(folded, start, end, has_figure=has_figure)
    if word == "trailing":
        return Opening(TRAILING, "", start, start)
    if word == "leading":
        return _lead(match, end)
    if word == "coverbs":
        return _coverb(folded, match, end, has_figure=has_figure)
    return _action(folded, match, word, end, has_figure=has_figure)


def _action(folded: str, match: re.Match[str], word: str, end: int, *, has_figure: bool) -> Opening:
    """Read a clause that opens with a verb."""
    found, at, after = match["word"], match.start("word"), match.end()
    if after == end and not has_figure:  # 尽快开工, 合理布局: nothing that it is done to
        done = folded.endswith(_lexicon().completions, at, end)
        return Opening(EFFECT if done else OTHER, word, at, after)
    if found in _CREED_VERBS and _CREED.match(folded, after, end):
        return Opening(LEADING, "", at, at)
    if word == "effect" or found in _RESULT:
        return Opening(EFFECT, word, at, after)
    return Opening(ACTION, word, at, after)


def _lead(match: re.Match[str], end: int) -> Opening:
    """坚持… leads, but 坚持和发展… is an action."""
    at, after = match.start("word"), match.end()
    if match["more"] not in ("", "好") and after < end:
        return Opening(ACTION, "effort", at, after)
    return Opening(LEADING, "", at, at)


def _coverb(folded: str, match: re.Match[str], end: int, *, has_figure: bool) -> Opening:
    """Find the action after 围绕…, 以…, 在…; without one the clause leads to the next."""
    lexicon, at, after = _lexicon(), match.start("word"), match.end()
    if _CIRCUMSTANCE.search(folded, after, end):
        return Opening(LEADING, "", at, at)
    inner = lexicon.inner.search(folded, after + 2, end)
    if inner and not (folded[at] == "对" and "的" in folded[inner.end() : end]):
        return _found(ACTION, inner)
    if folded[at] in "以靠托过用":
        inner = lexicon.instrument.match(folded, after, end)
        if inner:
            return _found(EFFECT, inner)
        direct = lexicon.opening.match(folded, after, end)
        if direct and lexicon.classes[direct["word"]] in _PURPOSE:  # 以保障…, 以促进…
            return Opening(TRAILING, "", at, at)
    return Opening(ACTION, "value", at, at) if has_figure else Opening(LEADING, "", at, at)


def _without_verb(folded: str, start: int, end: int, *, has_figure: bool) -> Opening:
    """Read a clause that opens with a subject, a time or nothing known."""
    lexicon = _lexicon()
    subject = lexicon.subject.match(folded, start, end) or lexicon.agent.match(folded, start, end)
    if subject:
        return _found(ACTION, subject)
    if has_figure:
        return Opening(ACTION, "value", start, start)
    if folded.endswith(lexicon.completions, start, end):
        return Opening(ACTION, "deliverable", start, start)
    time = lexicon.time.match(folded, start, end)
    return Opening(LEADING if time and time.end() == end else OTHER, "", start, start)


def _found(role: str, match: re.Match[str]) -> Opening:
    word = _lexicon().classes[match["word"]]
    return Opening(role, word, match.start("word"), match.end())
