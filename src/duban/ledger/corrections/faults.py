"""What can be wrong with a corrections file, each with its code and what to do."""

from __future__ import annotations

from typing import NamedTuple

from duban.model import UserError


class Place(NamedTuple):
    """Where in a corrections file: its name, and the entry's 1-based number."""

    file: str
    number: int

    @property
    def zh(self) -> str:
        """Say it in Chinese."""
        return f"{self.file} 第 {self.number} 条更正"

    @property
    def en(self) -> str:
        """Say it in English."""
        return f"{self.file}, correction {self.number}"


def unreadable(file: str, detail: tuple[str, str], line: int | None = None) -> UserError:
    """CR001: the file cannot be opened, or is no YAML in UTF-8."""
    zh_line, en_line = (f"第 {line} 行", f" line {line}") if line else ("", "")
    return UserError(
        "CR001",
        zh=f"{file}{zh_line}读不出来（{detail[0]}），更正没有生效，因此没有输出。"
        "请按 YAML 书写、存为 UTF-8；"
        "以 %、>、<、=、@、* 开头或含“: ”的值要加英文引号，如 unit: '%'。",
        en=f"{file}{en_line} cannot be read ({detail[1]}); no correction would apply, so "
        "nothing was written. Write YAML in UTF-8; quote values that begin with %, >, <, =, @ or * "
        "or hold ': ', as in unit: '%'.",
    )


def wrong_shape(place: Place, *, zh: str, en: str) -> UserError:
    """CR002: an entry has unknown keys, wrong values, or lacks one that it needs."""
    return UserError(
        "CR002",
        zh=f"{place.zh}：{zh}。看不懂的更正不能猜着用，请改正后重试。",
        en=f"{place.en}: {en}. A correction that is not understood is not guessed at; mend it.",
    )


def no_reason(place: Place) -> UserError:
    """CR003: an entry gives no reason."""
    return UserError(
        "CR003",
        zh=f"{place.zh}没有写理由。台账里每处人工更正都要说得出依据，请加上 reason: 一句话的理由。",
        en=f"{place.en} gives no reason. Whoever reads the ledger must learn why a person "
        "overruled it: add reason: and one sentence.",
    )


def no_match(place: Place, text: str, *, zh: str, en: str) -> UserError:
    """CR004: an entry's place is not in the report or in the ledger."""
    return UserError(
        "CR004",
        zh=f"{place.zh}没有对上任何内容：“{_short(text)}”，{zh}。报告或读法可能已变，"
        "请核对原文后改正或删去这一条。",
        en=f"{place.en} matches nothing: “{_short(text)}”, {en}. The report or its reading may "
        "have changed: compare it with the text, then mend or remove the correction.",
    )


def many_matches(place: Place, text: str, starts: list[int]) -> UserError:
    """CR005: an entry's place is found more than once."""
    where = "、".join(map(str, starts[:5])) + ("…" if len(starts) > len(starts[:5]) else "")
    return UserError(
        "CR005",
        zh=f"{place.zh}对上了 {len(starts)} 处“{_short(text)}”（位置 {where}），不知道改哪一处。"
        "请用 sentence: 写明前后文，或用 occurrence: 写明第几处，或用 start:、end: 写明位置。",
        en=f"{place.en} matches “{_short(text)}” {len(starts)} times (offsets {where}), and nobody "
        "can say which is meant. Add sentence: with the words around it, occurrence: with its "
        "number, or start: and end:.",
    )


def conflict(place: Place, entry: str, *, zh: str, en: str) -> UserError:
    """CR006: an entry meets another entry, or another correction."""
    return UserError(
        "CR006",
        zh=f"{place.zh}与 {entry} 冲突：{zh}。",
        en=f"{place.en} conflicts with {entry}: {en}.",
    )


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


_LONGEST = 40
