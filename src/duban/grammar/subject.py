"""The name of what a number measures, cut out of the words before or behind the number."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from duban.grammar.alternation import alternation, gated

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Markup and numbers that begin a line or an item: **, ●, 1., （二）, 一是.
_MARK = (
    r"(?:[》*●○■◆★▲·—#>]|\d{1,2}[.、](?!\d)|（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）"
    r"|[一二三四五六七八九十]{1,2}(?:是|、)|[①-⑳])"
)
_DATE = (
    r"(?:\d{4}|[一二三四五六七八九〇零]{4})[和、](?:\d{4}|[一二三四五六七八九〇零]{4})两年|(?:截至|截止|到|至|自|从|与|比|较|在(?=[^，。；]{4,6}[到至-]))?(?:\d{4}|[一二三四五六七八九〇零]{4})(?:年|(?=[到至]))(?:(?:至|到|[-—~])(?:\d{4}|[一二三四五六七八九〇零]{4})年)?"
    r"(?:\d{1,2}月|[上下]半年|[一二三四]季度|年?底|末|前)*(?:\d{1,2}日)?(?:前|底|末|以来|期间|的|，)?"
    r"|(?:[一二三四五六七八九]|十[一二]?)月(?:底|末|份)?(?:以?前)?(?![十一二三四五六七八九]*日)"
    r"|\d{1,2}[-—至]\d{1,2}月(?:份)?|\d{1,2}月(?:底|末|份)?(?:前)?|前[一二三]?季度|“?[一二三四五六七八九十]+五”?(?:期间|时期|以来|期末|末)?(?=[^规计])"
    r"|(?:按|扣除|剔除|考虑)[^，。；]{1,10}(?:计算|因素|后)"
    r"|在?(?:连续|近|未来|今后|过去|这|全年|前)?(?:\d+|[一二三四五六七八九十两]+)年(?:来|间|内|里|共|中)?|第?[一二三四1-4](?:季度|个五年计划)"
)
# Behind one class of the characters that they begin with, which rules most places out.
_DATE_OR_MARK = (
    r"(?=[截到至自从与比较按扣剔考在连近未今过这全前第“\d一二三四五六七八九十〇零两"
    rf"（*●○■◆★▲·—#>①-⑳])(?:{_DATE}|{_MARK})"
)


class Vocabulary:
    """The word lists of `subjects.yaml` as patterns.

    Attributes:
        links: what is always stripped from the front, repeated.
        void: links, adverbs and bare actions, repeated: words that name nothing.
        verb: links and adverbs, then one verb in the group `verb`.
        verbs: the verbs, for a look at the end of a subject.
        new: a new-word (新增, 新建 …) anywhere.
        middle: a verb to cut out of the middle.
        head: a bare head, with or without a qualifier.
        last_head: the heads at the end of a name.
        outcome: what became of a subject, at its end.
        generic: a noun that names nothing by itself.
    """

    def __init__(self) -> None:
        """Read the lists and compile the patterns."""
        data = yaml.load(files(__package__).joinpath("subjects.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
        words = {name: line.split() for name, line in data.items()}
        links = rf"(?:{_DATE_OR_MARK}|{gated(words['links'])}|和(?![美谐平睦])|[，、\s])"
        adverbs = gated(words["adverbs"])
        fresh = rf"(?:{alternation(words['new'])})(?:了|的)?(?!长|值)"
        # 建成区, 保护区 are nouns; 建设区域中心 is not.
        guard = rf"(?!{gated(words['noun_after'])}|区(?![域级县市块内外]))"
        # 使 is the verb of 使农民受益, not the beginning of 使用.
        # 提请…审议 puts before others what is counted.
        one = rf"(?:使(?!用)|提请[^，。；、\d]{{1,16}}?审议(?:通过)?|{gated(words['verbs'])})"
        action = rf"(?:(?<![更换创翻全])新)?{one}(?:了|过|好|到)?{guard}"
        self.links = re.compile(rf"{links}*")
        self.void = re.compile(rf"(?:{links}|{adverbs}|{gated(words['bare'])})*")
        # 基本建设 is a noun of old reports, not an action that is nearly done.
        self.verb = re.compile(rf"(?:{links}|(?!基本建设){adverbs})*(?P<verb>{fresh}|{action})")
        self.verbs = frozenset(words["verbs"]) | frozenset(words["new"])
        self.new = re.compile(fresh)
        self.middle = re.compile(
            rf"(?:使(?!用)|{alternation(words['middle'])})(?:了)?(?!或){guard}"
        )
        heads = alternation(words["heads"])
        self.head = re.compile(rf"(?:[总累计日年均新人]*)(?:{heads}){{1,2}}")
        self.last_head = re.compile(rf"(?:{heads})+$")
        self.outcome = re.compile(rf"(?:{alternation(words['outcome'])})$")
        self.generic = re.compile(alternation(words["generic"]))

    def ends_in_verb(self, text: str, start: int, end: int) -> bool:
        """Say whether a verb stands at the end of a stretch."""
        end -= text.endswith("了", start, end)
        return any(text[end - size : end] in self.verbs for size in _SIZES if end - size >= start)

    def is_new(self, text: str, start: int, end: int) -> bool:
        """Say whether a verb makes its amount a newly added one."""
        return text.startswith("新", start, end) or self.new.match(text, start, end) is not None


_SIZES = (2, 3, 4, 6)


@cache
def vocabulary() -> Vocabulary:
    """Return the word lists, compiled once."""
    return Vocabulary()
