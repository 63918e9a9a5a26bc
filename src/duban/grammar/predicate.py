"""The words right before a number: comparators, verbs of change, links.

They are read backwards from the number, over the reversed text, so that every step is one
anchored match and nothing is searched twice.
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from duban.grammar.alternation import gated
from duban.model import Comparator

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
COMPARATORS = {
    "above": Comparator.ABOVE,
    "at_least": Comparator.AT_LEAST,
    "at_most": Comparator.AT_MOST,
    "about": Comparator.ABOUT,
    "below": Comparator.BELOW,
}
_AFTER = re.compile(
    r"(?P<ge>及?以上|之上|或以上|以上水平)|(?P<le>及?以内|及?以下|之内|之下|以里)|(?P<about>左右|上下)"
    r"|(?P<more>多|余)(?![元种项个式样边维功层媒党云模语级出])|(?P<rather_more>强)(?=[，。；、\n]|$)|(?P<rather_less>弱)(?=[，。；、\n]|$)"
)
_AFTER_VALUES = {
    "ge": Comparator.AT_LEAST,
    "le": Comparator.AT_MOST,
    "about": Comparator.ABOUT,
    "more": Comparator.ABOVE,
    "rather_more": Comparator.ABOVE,
    "rather_less": Comparator.BELOW,
}
_TO = ("到", "至", "为", "成", "到了", "至了")


class Predicate(msgspec.Struct, frozen=True, gc=False):
    """What stands right before a number.

    Attributes:
        start: offset of its first character; what lies before is the subject.
        comparator: the bound it puts on the number.
        kinds: the classes of its words, nearest the number first.
        words: the words, nearest first.
    """

    start: int
    comparator: Comparator
    kinds: tuple[str, ...]
    words: tuple[str, ...]


@cache
def _vocabulary() -> dict[str, str]:
    data = yaml.load(files(__package__).joinpath("predicates.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    words = {word: kind for kind, line in data.items() for word in line.split()}
    changes = [word for word, kind in words.items() if kind in ("rise", "fall")]
    return words | {verb + to: "level" for verb in changes for to in _TO}


@cache
def _backwards() -> re.Pattern[str]:
    return re.compile(rf"[ 　]{{0,2}}{gated(word[::-1] for word in _vocabulary())}")


def predicate_before(reversed_text: str, start: int, floor: int) -> Predicate:
    """Read the words that end at `start`, not going below `floor`.

    Args:
        reversed_text: the folded text, back to front.
        start: offset of the number in the text.
        floor: offset where its clause, or the piece that belongs to it, begins.
    """
    vocabulary, match_at = _vocabulary(), _backwards().match
    size = len(reversed_text)
    at, stop = size - start, size - floor
    comparator, kinds, words = Comparator.EQUAL, [], []
    while match := match_at(reversed_text, at, stop):
        word = match.group()[::-1].rstrip(" 　")
        kind = vocabulary[word]
        if kind == "stop":
            break
        if kind in COMPARATORS and comparator is Comparator.EQUAL:
            comparator = COMPARATORS[kind]
        kinds.append(kind)
        words.append(word)
        at = match.end()
    return Predicate(size - at, comparator, tuple(kinds), tuple(words))


def comparator_after(text: str, end: int) -> tuple[Comparator, int]:
    """Return the bound that follows the number at `end`, and the offset after it."""
    match = _AFTER.match(text, end)
    if match is None:
        return Comparator.EQUAL, end
    return _AFTER_VALUES[match.lastgroup or ""], match.end()
