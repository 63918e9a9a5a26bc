"""The words of clauses (`grammar/verbs.yaml`, `grammar/clauses.yaml`) as a handful of patterns.

Each is tried once at a clause's start, so that lists of a thousand words cost no more than one.
Compiling such a list takes ten milliseconds: no pattern holds it twice, and none is compiled that a
text does not need.
"""

from __future__ import annotations

import re
from functools import cache, cached_property

from duban.grammar.alternation import gated
from duban.grammar.verbs import clause_words, verbs

# The part that a clause plays in its sentence.
ACTION = "action"  # a commitment of its own
EFFECT = "effect"  # a purpose or a quality: own or trailing, as the sentence decides
LEADING = "leading"  # belongs to the action that follows
TRAILING = "trailing"  # belongs to the action before
OTHER = "other"  # no action seen
NARRATIVE = "narrative"  # tells how things are, and ends what was pledged before

# Adverbs that are patterns and no words: 到2027年, 6月底前, 国庆节前, “一企一策”.
TIME = (
    r"(?=[到在于自从0-9一二两三四五六七八九十几明今年上下第汛“国春元])"  # rules most places out
    r"(?:到|在|于|自|从)?(?:(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?[底末]?"
    r"|(?:明年)?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?:[底末份]|[0-9]{1,2}日)?"
    r"|[今明]?年[底末内]|[0-9一二两三四五六七八九十几]{1,3}年内|[上下]半年|第?[一二三四]季度|[今明][冬春]"
    r"|汛期|“十[一二三四五六七八九]?五”(?:时期|期间|末)|(?:明年)?(?:国庆|春节|元旦|“?[五七]一”?)节?(?=[以之]?前))"
    r"(?:以?前|之前|起)?"
)
# Verbs that only say what is spent.
PAYS = frozenset({"投入", "安排", "拿出", "筹集", "筹措", "列支", "统筹"})
# 投资3亿元改造…, 投入2亿元，: what a thing costs stands before what is done.
_MONEY = (
    f"(?:投资|{'|'.join(sorted(PAYS))})"
    "[^，。；：]{0,12}?"
    "[0-9一二三四五六七八九十百千万亿两.]{1,9}(?:多|余)?[万亿]?元(?:以上|左右|的?资金)?"
)
_METHOD = r"“?一[^，。”一]{1,2}一[策案档品]”?"
# A subject that pledges: 各部门都要…, 新增债券重点投向…
_DUTY = "也都要|都要|也要|还要|要|应当|应该|应|必须|将"
_MODAL = f"{_DUTY}|(?<![平年人户村])均|一律|可以|可|重点|主要|普遍|至少"
# Of the verbs that make others do, those that promise the result and not the help.
_RESULT = frozenset({"推动", "促进", "确保", "力争", "力促", "推动实现", "推动形成"})
_THING = "(?=[^，。的]{2})"  # what a verb is done to


class Lexicon:
    """The vocabulary as patterns, each compiled when it is first asked for.

    The first group of most is the verb; more verbs may be `joined` to it.

    Attributes:
        words: word → class, and role of a verb.
        completions: what the clause of a finished thing ends in.
    """

    def __init__(self) -> None:
        """Read the vocabulary."""
        words, actions = clause_words(), verbs()
        self.completions = words["completions"]
        self.words = {word: (name, _verb_role(word, name)) for word, name in actions.items()}
        for name in ("leading", "coverbs", "trailing"):
            self.words |= dict.fromkeys(words[name], (name, name))
        adverb = rf"(?:(?>{gated(words['adverbs'])}|{TIME}|{_METHOD})地?)"
        self._adverbs, self._some = rf"{adverb}{{0,8}}", rf"{adverb}{{1,8}}"  # for linear time
        self._not_noun = rf"(?!{gated(words['nouns'])})"
        self._verbs = gated(actions)
        self._verb = rf"{self._not_noun}((?>{self._verbs}))"
        self._plain = rf"((?>{gated(set(actions) - set(words['nominal']))}))"

    @cached_property
    def opening(self) -> re.Pattern[str]:
        """Adverbs, then a known word."""
        known = rf"((?>{gated(self.words)}))(?![的越])"
        return re.compile(self._adverbs + self._not_noun + known)

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """One more verb: 建立|和完善."""
        return re.compile(rf"(?:、并|[和与并、])(?>{self._verbs})")

    @cached_property
    def inner(self) -> re.Pattern[str]:
        """围绕…|因地制宜发展…."""
        bare = gated(clause_words()["inner_verbs"])
        return re.compile(rf"(?:{self._some}|(?<=[”）])|(?={bare})){self._verb}{_THING}")

    @cached_property
    def instrument(self) -> re.Pattern[str]:
        """以…|促进…."""
        words = gated(clause_words()["instrumental"])
        return re.compile(rf"[^为]{{2,24}}?({words})(?=[^的，。]{{2}})")

    @cached_property
    def subject(self) -> re.Pattern[str]:
        """各部门都要|加强…."""
        return re.compile(rf"[^，“”]{{2,24}}?(?:{_MODAL}){self._adverbs}{self._verb}")

    @cached_property
    def duty(self) -> re.Pattern[str]:
        """各部门都要|把…."""
        words = clause_words()
        leads = gated((*words["leading"], *words["coverbs"]))
        return re.compile(rf"[^，“”]{{2,24}}?(?:{_DUTY}){self._adverbs}({leads})")

    @cached_property
    def agent(self) -> re.Pattern[str]:
        """各县区严格|落实…."""
        who = rf"[^，“”的]{{2,12}}?{self._some}"
        return re.compile(who + self._not_noun + self._plain + _THING)

    @cached_property
    def each(self) -> re.Pattern[str]:
        """每个乡镇|建成…."""
        return re.compile(rf"每个?[^，“”的]{{1,10}}?{self._adverbs}{self._verb}{_THING}")

    @cached_property
    def spent(self) -> re.Pattern[str]:
        """投资3亿元|改造…."""
        money = rf"{self._adverbs}{_MONEY}[，用于来]{{0,2}}{self._adverbs}"
        return re.compile(money + self._verb + _THING)

    @cached_property
    def reach(self) -> re.Pattern[str]:
        """覆盖面|扩大到…."""
        return re.compile(
            rf"(?!{TIME}|今年|明年|[在向])[^，“”]{{2,30}}?"
            r"((?:扩大|提高|覆盖|延伸|推广|拓展|普及)[到至])(?=[^，。]{2})"
        )

    @cached_property
    def spending(self) -> re.Pattern[str]:
        """投资3亿元."""
        return re.compile(self._adverbs + _MONEY)

    @cached_property
    def later(self) -> re.Pattern[str]:
        """23个村|成立合作社."""
        return re.compile(rf"[^，的]{{0,16}}?{self._plain}{_THING}")

    @cached_property
    def time(self) -> re.Pattern[str]:
        """年底前."""
        return re.compile(TIME)


@cache
def lexicon() -> Lexicon:
    """Return the vocabulary, read once."""
    return Lexicon()


def _verb_role(verb: str, name: str) -> str:
    return EFFECT if name == "effect" or verb in _RESULT else ACTION
