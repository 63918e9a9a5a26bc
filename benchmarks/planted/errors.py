"""The errors that are planted: a digit, a list's value, a heading's number.

Every relation that the checker proves in a report is broken in turn. A heading's number and the
values of a 分别-list are found by patterns of this module's own, so that what the checker does not
see counts against it.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from benchmarks.planted.planting import Planting

if TYPE_CHECKING:
    from collections.abc import Iterator
    from random import Random

    from duban.model import Audit, Proof

_NUMERALS = "一二三四五六七八九十"
_HEADING = re.compile(rf"^(（?)([{_NUMERALS}])([、）]|是)", re.MULTILINE)
_INLINE = re.compile(rf"(?<=[。；：\n])(第?)([{_NUMERALS}])(是|，)")
_VALUE = r"[-+]?[0-9][0-9.,]*[ ]?(?:个百分点|[%％‰倍]|[万亿千百]*[^\W\d_、，。；]{1,3})"
_RESPECTIVELY = re.compile(
    rf"分别[^，。；、0-9]{{0,6}}({_VALUE})((?:、{_VALUE})*)(?:和|、)({_VALUE})"
)
_NUMBERING = frozenset(("ST101", "ST102", "ST103"))
_LISTS = frozenset(("LI101",))


def plantings(text: str, before: Audit, random: Random, each: int) -> Iterator[Planting]:
    """Yield errors for one report, at most `each` of a kind and rule."""
    kinds = [
        list(_doubled_numbers(text, _HEADING, "heading number doubled")),
        list(_doubled_numbers(text, _INLINE, "enumerator doubled")),
        list(_dropped_values(text)),
    ]
    by_rule: dict[str, list[Proof]] = {}
    for proof in before.proofs:
        by_rule.setdefault(proof.code, []).append(proof)
    for proofs in by_rule.values():
        kinds.append([p for proof in proofs for p in _digits(text, proof, random)])
        kinds.append([p for proof in proofs for p in _swapped(text, proof)])
    for found in kinds:
        yield from random.sample(found, min(each, len(found)))


def _digits(text: str, proof: Proof, random: Random) -> Iterator[Planting]:
    """Change one digit, in turn in every figure of the relation."""
    if proof.code.startswith(("ST", "LI")):
        return
    for place in ((proof.start, proof.end), *((s.start, s.end) for s in proof.related)):
        digits = [at for at in range(*place) if text[at] in "0123456789"]
        if digits:
            at = random.choice(digits)
            put = random.choice([d for d in "123456789" if d != text[at]])
            codes = frozenset((proof.code,))
            yield Planting("digit changed", at, at + 1, put, codes, proof.start)


def _swapped(text: str, proof: Proof) -> Iterator[Planting]:
    """Swap the first two values of a list that a relation of arithmetic proves the order of."""
    spans = sorted({(proof.start, proof.end), *((s.start, s.end) for s in proof.related)})
    for (a, b), (c, d) in pairwise(spans):
        neighbours = proof.code.startswith(("AR", "LI103")) and text[b:c] in {"、", "和"}
        if neighbours and text[a:b] != text[c:d]:
            put = text[c:d] + text[b:c] + text[a:b]
            codes = frozenset((proof.code, "LI103"))
            yield Planting("list values swapped", a, d, put, codes, proof.start)


def _dropped_values(text: str) -> Iterator[Planting]:
    for found in _RESPECTIVELY.finditer(text):
        start = max(found.end(1), found.end(2))
        yield Planting("list value dropped", start, found.end(), "", _LISTS)


def _doubled_numbers(text: str, pattern: re.Pattern[str], kind: str) -> Iterator[Planting]:
    """Give a number the one of its predecessor: 一、二、三 becomes 一、二、二."""
    last: dict[tuple[str, str], tuple[int, int]] = {}
    for found in pattern.finditer(text):
        form, number = (found[1], found[3]), _NUMERALS.index(found[2])
        value, _ = last.get(form, (-1, 0))
        last[form] = (number, found.start())
        if number and value == number - 1:
            yield Planting(kind, *found.span(2), _NUMERALS[value], _NUMBERING)
