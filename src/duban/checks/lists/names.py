"""How many names stand before a list of values, as far as the words tell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from duban.grammar.numeral import parse_number
from duban.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

_BRACKETS = re.compile("“[^”\n]*”|（[^）\n]*）|《[^》\n]*》|【[^】\n]*】")
# Names of industries (GB/T 4754-2017) and of fields that hold an 和 of their own.
_COMPOUND = re.compile(
    "租赁和商务|批发和零售|住宿和餐饮|软件和信息|研究和技术|环境和公共|修理和其他|卫生和社会"
    "|体育和娱乐|仓储和邮政|保障和社会|开采和洗选|冶炼和压延|燃气和水|计算机和|文化和旅游"
)
_JOINT = re.compile(
    r"、|(?<=[”》])(?=[“《])|以及|(?<![共呼饱总温缓中调融祥随暖])和(?![谐美田平睦气解林县服硕顺静])"
    r"|(?<![参给])与(?![会时日否])|(?<![普涉触危遍埃来得以])及(?![其时格以])"
)
# One word for two or more things.
_GLUED: Final = {
    "城乡": 2, "存贷款": 2, "收支": 2, "进出口": 2, "客货": 2, "内外资": 2, "产销": 2, "供排水": 2,
    "三次产业": 3, "东中西部": 3,
}  # fmt: skip
_GLUE = re.compile("|".join(_GLUED))
_SECTORS = re.compile("[一二三四](?:、?[一二三四]){1,3}(?=、?(?:次?产|季度|级|类|线|期))")
_PAIR: Final = 2
_STATED = re.compile(
    "(?<![第一二三四五六七八九十百])([两二三四五六])(?:类|种|个|年(?!内)|项|省|市|县|地|方面)"
)


class Names(NamedTuple):
    """The names before a list of values.

    Attributes:
        counts: how many there may be; empty where the words do not tell.
        tolerated: counts that a reader would hardly take for a mistake.
        spans: the names, where they can be told apart.
        open: 等 says that there are more.
    """

    counts: frozenset[int]
    tolerated: frozenset[int] = frozenset()
    spans: tuple[Span, ...] = ()
    open: bool = False


def count_names(text: str, start: int, end: int) -> Names:
    """Return the names between two offsets of the folded text."""
    masked = _veiled(text[start:end])
    sectors = _SECTORS.search(masked)
    if sectors:
        masked = masked[: sectors.start()] + "□" * len(sectors[0]) + masked[sectors.end() :]
    glued = [_GLUED[found[0]] for found in _GLUE.finditer(masked)]
    if sectors:
        glued.append(len(sectors[0].replace("、", "")))
    joints = list(_JOINT.finditer(masked))
    if not joints:
        stated = _STATED.search(masked)  # 三类地区分别达到…
        number = int(parse_number(stated[1])[0]) if stated else 0
        return Names(frozenset(glued[:1] or ([number] if number else [])))
    counts, parting = _readings(joints)
    if sectors:  # 一、二、三产 stand beside other names
        return Names(frozenset(count + glued[-1] - 1 for count in counts))
    both = masked.count("城乡")  # 城乡居民养老金 may have one value or two
    tolerated = {count + both for count in counts}
    if len(joints) == _PAIR and "的" in masked:  # 甲、乙的数量和质量
        tolerated.add(_PAIR * _PAIR)
    spans = _parts(start, end, parting) if len(counts) == 1 else ()
    return Names(counts, frozenset(tolerated), spans, "等" in masked)


def _readings(joints: Sequence[re.Match[str]]) -> tuple[frozenset[int], list[re.Match[str]]]:
    """Return how many names the separators may part, and the separators that part them.

    In 甲、乙和丙 the 和 parts two names; in 甲和乙、丙 it stands inside one; 与 may do either.
    """
    hard = [joint for joint in joints if joint[0] in ("、", "")]
    soft = [joint for joint in joints if joint[0] not in ("、", "")]
    least, most = len(hard) + 1, len(joints) + 1
    if not hard:
        return frozenset(range(2, most + 1)), list(joints)
    if not soft:
        return frozenset((least,)), hard
    behind = soft[0].start() > hard[-1].start()
    if len(soft) == 1 and behind and soft[0][0] != "与":
        return frozenset((most,)), list(joints)
    if not any(joint.start() > hard[-1].start() for joint in soft):
        return frozenset((least,)), hard
    return frozenset(range(least, most + 1)), hard


def _parts(start: int, end: int, joints: Sequence[re.Match[str]]) -> tuple[Span, ...]:
    edges = [start, *(start + edge for joint in joints for edge in joint.span()), end]
    return tuple(Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))


def _veiled(text: str) -> str:
    """Hide the separators that stand inside a name."""
    text = _BRACKETS.sub(lambda m: m[0][0] + "□" * (len(m[0]) - 2) + m[0][-1], text)
    return _COMPOUND.sub(lambda m: "□" * len(m[0]), text)
