"""From the clauses of a sentence to its commitments: what leads and what trails joins its action.

The rules are those by which an office splits a sentence of the plan into lines of its 任务分解表.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from duban.extract.commitment_clauses import paragraphs
from duban.extract.commitment_figures import MARK
from duban.extract.commitment_lexicon import (
    ACTION,
    EFFECT,
    LEADING,
    NARRATIVE,
    OTHER,
    PAYS,
    TRAILING,
)
from duban.extract.commitment_openings import Opening, read_opening, spends
from duban.extract.commitment_parts import after_action, continues_list, fulfils, is_goal

if TYPE_CHECKING:
    from duban.extract.commitment_clauses import Clause, Sentence
    from duban.extract.commitment_figures import FigureMarks

_TINY = 4  # 提升存量, 做优服务: a goal too short to stand by itself
_OBLIGES = re.compile("(?:因此|为此|所以|我们)?(?:还|也|都|一定|就)?(?:要|必须|应|务必|需要)")
_GOVERNS = ("为重点", "为主体", "为核心", "为目标", "为导向")
# A judgement that begins so speaks of the clauses before it.
_SUBJECT_OF = re.compile("[这是]|[就也]是|目的|关键|根本|意义|对[^，]{2,30}(?:意义|作用|影响)")
_LETS = ("让", "使")
_COSTS = ("总投资", "计划总投资", "概算总投资", "估算总投资")
_USES = ("发挥", "充分发挥")
_ACTIVE = frozenset({ACTION, EFFECT})


class Row(msgspec.Struct, frozen=True, gc=False):
    """One commitment as offsets.

    Attributes:
        start: first character, leading clauses included.
        end: after the last character, trailing clauses included.
        action: start of the clause that holds the verb.
        action_end: end of that clause.
        word: class of the verb.
        verb_start: offset of the verb.
        verb_end: offset after it; equal where there is none.
        fulfils: whether a trailing clause promises that it will be done (保质保量完成任务).
    """

    start: int
    end: int
    action: int
    action_end: int
    word: str
    verb_start: int
    verb_end: int
    fulfils: bool = False


def row_of_cell(folded: str, start: int, end: int, figures: FigureMarks) -> Row:
    """Return the commitment of a table's cell: all of it, with the verb of its first action."""
    for paragraph in paragraphs(folded, start, end):
        for sentence in paragraph:
            for row in read_sentence(folded, sentence, figures):
                return replace(row, start=start, end=end)
    return Row(start, end, start, end, "", start, start)


def read_sentence(folded: str, sentence: Sentence, figures: FigureMarks) -> list[Row]:
    """Return the commitments of one sentence of the plan, in order."""
    reader = _SentenceReader(folded, is_item=sentence.mark == "item")
    clauses = sentence.clauses
    find = figures.find  # the loop that every clause goes through
    openings = [
        read_opening(folded, c.start, c.end, has_figure=find(MARK, c.start, c.end) >= 0)
        for c in clauses
    ]
    roles = [opening.role for opening in openings[1:]]
    for clause, opening, following in zip(clauses, openings, [*roles, ""], strict=True):
        reader.add(clause, opening, following)
    return reader.finish()


class _SentenceReader:
    """The commitments of a sentence so far, and the clauses that wait for an action.

    Attributes:
        folded: the folded text.
        is_item: whether the sentence is an item of a list (（1）…).
        rows: commitments found.
    """

    def __init__(self, folded: str, *, is_item: bool) -> None:
        self.folded = folded
        self.is_item = is_item
        self.rows: list[Row] = []
        self._first = True
        self._lead: Clause | None = None  # where the waiting clauses begin
        self._last: tuple[Clause, Opening] | None = None  # the last of them
        self._governs = False  # 引导企业以…为重点，…: the next clauses are what it leads to
        self._muted = False  # the sentence tells how things are

    def add(self, clause: Clause, opening: Opening, following: str) -> None:
        """Take the next clause; `following` is the role of the one after it."""
        role = self._role(clause, opening, following)
        self._first = False
        if role == NARRATIVE:
            self._mute(clause)
        elif not self._is_muted(clause, opening):
            self._join(role, clause, opening)

    def finish(self) -> list[Row]:
        """Return the commitments, clauses that still wait joined to the last one."""
        if self._lead and self._last and not self._muted:
            clause, opening = self._last
            if self.rows:
                self.rows[-1] = replace(self.rows[-1], end=clause.end)
            elif opening.word:  # 充分发挥…作用: what leads is all that is pledged
                self._append(clause, opening)
        return self.rows

    def _append(self, clause: Clause, opening: Opening) -> None:
        start = self._lead.start if self._lead else clause.start
        verb = opening.word, opening.verb_start, opening.verb_end
        self.rows.append(Row(start, clause.end, clause.start, clause.end, *verb))
        self._lead = None
        self._governs = self.folded.endswith(_GOVERNS, clause.start, clause.end)

    def _join(self, role: str, clause: Clause, opening: Opening) -> None:
        if role == ACTION:
            self._append(clause, opening)
        elif role == LEADING or (self._lead and role == TRAILING):
            self._lead = self._lead or clause
            self._last = clause, opening
        elif role == TRAILING and self.rows:
            row = self.rows[-1]
            done = row.fulfils or fulfils(self.folded, clause)
            self.rows[-1] = replace(row, end=clause.end, fulfils=done)

    def _mute(self, clause: Clause) -> None:
        if _SUBJECT_OF.match(self.folded, clause.start, clause.end):
            self.rows.clear()  # what came before was only its subject
        self._lead, self._muted = None, True

    def _is_muted(self, clause: Clause, opening: Opening) -> bool:
        """Say whether a clause still tells how things are.

        A duty (要, 必须) ends that, and so does a 将 with a number.
        """
        if self._muted and opening.role != OTHER:
            obliges = _OBLIGES.match(self.folded, clause.start)
            plans = opening.has_figure and self.folded.find("将", clause.start, clause.end) >= 0
            self._muted = not (obliges or plans)
        return self._muted

    def _role(self, clause: Clause, opening: Opening, following: str) -> str:
        """Decide the part that a clause plays, from its opening and its neighbours."""
        role = opening.role
        if role in _ACTIVE:
            return self._active(clause, opening, following)
        if role in (TRAILING, OTHER):
            return TRAILING if self.rows or self._lead else OTHER
        if role == LEADING and self._joins() and self.folded.startswith(_USES, clause.start):
            return TRAILING
        return role

    def _joins(self) -> bool:
        """Say whether a trailing clause could join a commitment now."""
        return bool(self.rows) and not self._lead

    def _active(self, clause: Clause, opening: Opening, following: str) -> str:
        """Decide the part of a clause with a verb or a number of its own."""
        joins = self._joins()
        if opening.has_figure:
            return self._with_figure(clause, opening, following)
        if joins:
            if self._governs and opening.verb_start == clause.start:
                return TRAILING
            return after_action(self.folded, clause, opening, is_last=not following)
        if self.folded.startswith(_LETS, opening.verb_start):
            return LEADING if following in _ACTIVE else OTHER  # 让群众更满意: nothing to be done
        short = self.is_item or clause.end - clause.start <= _TINY
        aim = (self._first and short) or is_goal(self.folded, clause)
        return LEADING if aim and following in _ACTIVE else ACTION

    def _with_figure(self, clause: Clause, opening: Opening, following: str) -> str:
        """Decide the part of a clause that holds a number."""
        verb = self.folded[opening.verb_start : opening.verb_end]
        pays = following in _ACTIVE and (opening.word == "value" or verb in PAYS)
        if pays and spends(self.folded, clause.start, clause.end) == clause.end:
            return LEADING  # 投入2亿元，改造…
        if opening.word != "value" or not self._joins():
            return ACTION
        costs = self.folded.startswith(_COSTS, clause.start)
        return TRAILING if costs or continues_list(self.folded, clause) else ACTION
