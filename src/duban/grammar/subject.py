"""The name of what a number measures, cut out of the words before or behind the number."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import yaml

from duban.grammar.alternation import alternation

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Markup and numbers that begin a line or an item: **, ●, 1., （二）, 一是.
_MARK = (
    r"(?:[*●○■◆★▲·—#>]|\d{1,2}[.、](?!\d)|（(?:[一二三四五六七八九十]{1,3}|\d{1,2})）"
    r"|[一二三四五六七八九十]{1,2}(?:是|、)|[①-⑳])"
)
_DATE = (
    r"(?:截至|截止|到|至|自|从|与|比|较)?(?:\d{4}|[一二三四五六七八九〇零]{4})年(?:(?:至|到|[-—~])(?:\d{4}|[一二三四五六七八九〇零]{4})年)?"
    r"(?:\d{1,2}月|[上下]半年|[一二三四]季度|年?底|末|前)*(?:\d{1,2}日)?(?:前|底|末|以来|期间|的|，)?"
    r"|\d{1,2}[-—至]\d{1,2}月(?:份)?|\d{1,2}月(?:底|末)?(?:前)?|前[一二三]?季度|“?[一二三四五六七八九十]+五”?(?:期间|时期|以来|期末|末)?(?=[^规计])"
    r"|(?:连续|近|未来|今后|过去|这|全年|前)?(?:\d+|[一二三四五六七八九十两]+)年(?:来|间|内|里|共)?|第?[一二三四1-4](?:季度|个五年计划)"
)


class Vocabulary:
    """The word lists of `subjects.yaml` as patterns."""

    def __init__(self) -> None:
        data = yaml.load(files(__package__).joinpath("subjects.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
        words = {name: line.split() for name, line in data.items()}
        guard = rf"(?!{alternation(words['noun_after'])})"
        action = alternation(words["verbs"])
        new = rf"(?:{alternation(words['new'])}|(?<![更换创翻全])新(?:{action}))(?:了|的)?(?!长|值)"
        one = rf"(?:{new}|(?:{action})(?:了|过|好|到)?{guard})"
        verbs = rf"{one}(?:[、和及或]?{one})*"
        links = rf"(?:{_DATE}|{_MARK}|{alternation(words['links'])}|[，、\s])"
        adverbs = alternation(words["adverbs"])
        self.links = re.compile(rf"{links}*")
        self.void = re.compile(rf"(?:{links}|{adverbs}|{alternation(words['bare'])})*")
        self.verb = re.compile(rf"(?:{links}|{adverbs})*(?P<verb>{verbs})")
        self.last_verb = re.compile(rf"{one}$")
        self.new = re.compile(new)
        self.middle = re.compile(rf"(?:{alternation(words['middle'])})(?:了)?{guard}")
        self.head = re.compile(rf"(?:[总累计日年均新人]*)(?:{alternation(words['heads'])}){{1,2}}")
        self.last_head = re.compile(rf"(?:{alternation(words['heads'])})+$")
        self.outcome = re.compile(rf"(?:{alternation(words['outcome'])})$")
        self.generic = re.compile(alternation(words["generic"]))


@cache
def vocabulary() -> Vocabulary:
    """Return the word lists, compiled once."""
    return Vocabulary()
