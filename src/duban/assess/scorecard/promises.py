"""Commitments against the sentences of the next review, by what they name."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from duban.grammar.folding import fold
from duban.model import Entry, Fate, Kind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from duban.model import Commitment, Document, Ledger, Section

_SENTENCE = re.compile(r"[^。；！？\n]+")
_LETTERS = re.compile(r"[\w“”]+")
_DONE = re.compile(
    "建成|竣工|完工|投产|投用|通车|运营|启用|完成|落地|出台|颁布|印发|实现|获批|设立|成立|挂牌|开通|举办|达到|超额"
)
_UNDER_WAY = re.compile("推进|加快|启动|开工|在建|进展|实施|筹建|基本")
_LEAST = 0.4  # share of a commitment's pairs of letters that a sentence must hold
_SURE = 0.6
_RARE = 40  # sentences: a pair of letters in more than so many tells nothing


class Sentence(NamedTuple):
    """One sentence of a review."""

    start: int
    text: str
    section: str


class Review:
    """The sentences of a report's review, found by the pairs of letters they hold.

    Args:
        document: the later report.
        ledger: its ledger.
    """

    def __init__(self, document: Document, ledger: Ledger) -> None:
        self._sentences = list(_sentences(document, ledger))
        self._by_pair: dict[str, list[int]] = defaultdict(list)
        for at, sentence in enumerate(self._sentences):
            for pair in pairs(sentence.text):
                self._by_pair[pair].append(at)

    def best(self, words: str) -> tuple[Sentence, float] | None:
        """Return the sentence that shares most with some words, and how much of them it holds."""
        wanted = pairs(words)
        weight: dict[int, float] = defaultdict(float)
        whole = 0.0
        for pair in wanted:
            holding = self._by_pair.get(pair, [])
            rarity = 1 / (1 + len(holding) / _RARE)
            whole += rarity
            for at in holding:
                weight[at] += rarity
        if not weight:
            return None
        at = max(weight, key=lambda n: (weight[n], -n))
        return self._sentences[at], weight[at] / whole


def score_commitment(commitment: Commitment, review: Review) -> Entry:
    """Say what a review reports of one commitment.

    A sentence that names the same thing and says it is done keeps it; one that says it is under
    way keeps it partly; silence is silence.

    Args:
        commitment: of the earlier report.
        review: the later report's.
    """
    name = commitment.object or commitment.text
    found = review.best(commitment.text if commitment.kind is Kind.EFFORT else name)
    if found is None or found[1] < _LEAST:
        return Entry(commitment.id, name, commitment.text, Fate.NOT_REPORTED)
    sentence, share = found
    return Entry(
        commitment.id,
        name,
        commitment.text,
        _fate(sentence.text, share),
        f"{sentence.section}:{sentence.start}",
        sentence.text,
        round(min(share, 1.0), 2),
        f"所指事物的字词有 {share:.0%} 相同",
        f"{share:.0%} of the words that name it are the same",
    )


def _fate(sentence: str, share: float) -> Fate:
    if share < _SURE:
        return Fate.REWORDED
    if _DONE.search(sentence):
        return Fate.KEPT
    return Fate.PARTLY if _UNDER_WAY.search(sentence) else Fate.KEPT


def pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring letters of a text, signs between them left out."""
    return {w[i : i + 2] for w in _LETTERS.findall(fold(text)) for i in range(len(w) - 1)}


def _sentences(document: Document, ledger: Ledger) -> Iterator[Sentence]:
    for section in _reviews(ledger):
        inner = any(other.parent == section.id for other in ledger.sections)
        if inner:
            continue
        for found in _SENTENCE.finditer(document.text, section.body.start, section.body.end):
            yield Sentence(found.start(), found.group().strip(), section.id)


def _reviews(ledger: Ledger) -> Iterable[Section]:
    return (section for section in ledger.sections if section.role is Role.REVIEW)
