"""The difference between two ledgers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from duban.ledger.diff import diff

if TYPE_CHECKING:
    from duban.model import Figure, Ledger

replace = msgspec.structs.replace


def edited(ledger: Ledger, shift: int = 7) -> Ledger:
    """The ledger of a draft with some words put in at its head: another file, other offsets."""
    moved = {
        group: tuple(
            replace(e, id=f"{e.id[0]}{e.start + shift}", start=e.start + shift, end=e.end + shift)
            for e in getattr(ledger, group)
        )
        for group in ("figures", "targets", "commitments")
    }
    return replace(ledger, source=replace(ledger.source, sha256="1" * 64), **moved)


def with_figure(ledger: Ledger, at: int, figure: Figure) -> Ledger:
    return replace(ledger, figures=(*ledger.figures[:at], figure, *ledger.figures[at + 1 :]))


def test_a_ledger_does_not_differ_from_itself(ledger: Ledger) -> None:
    assert diff(ledger, ledger) == []


def test_moving_the_text_changes_nothing(ledger: Ledger) -> None:
    assert diff(ledger, edited(ledger)) == []


def test_a_number_changed_in_a_draft_is_one_change(ledger: Ledger) -> None:
    draft = edited(ledger)
    old = draft.figures[11]
    new = replace(old, text="6%", value=Decimal(6), step=Decimal(1), sentence="另一句。")
    (change,) = diff(ledger, with_figure(draft, 11, new))
    assert (change.type, change.action) == ("figure", "changed")
    assert [name for name, *_ in change.fields] == ["text", "value", "step"]
    assert change.fields[1][1:] == (Decimal("5.5"), Decimal(6))


def test_another_reading_of_the_same_words_is_one_change(ledger: Ledger) -> None:
    reread = with_figure(ledger, 2, replace(ledger.figures[2], indicator="财政收入"))
    (change,) = diff(ledger, reread)
    assert change.fields == (("indicator", "一般公共预算收入", "财政收入"),)


def test_of_two_alike_the_right_one_is_gone(ledger: Ledger) -> None:
    assert [figure.text for figure in ledger.figures[13:15]] == ["2%", "2%"]
    less = replace(ledger, figures=ledger.figures[:13] + ledger.figures[14:])
    (change,) = diff(ledger, edited(less))
    assert change.action == "removed"
    assert change.old is not None
    assert change.old.start == ledger.figures[13].start


def test_added_and_removed_are_told_in_the_order_of_the_text(ledger: Ledger) -> None:
    new = replace(ledger, commitments=ledger.commitments[1:], targets=ledger.targets[:-1])
    old = replace(ledger, figures=ledger.figures[1:])
    assert [(c.type, c.action) for c in diff(old, new)] == [
        ("figure", "added"),
        ("target", "removed"),
        ("commitment", "removed"),
    ]


def test_entries_about_nothing_are_not_taken_for_each_other(ledger: Ledger) -> None:
    one = replace(ledger.commitments[0], text="粮食产量9万吨", verb="", object="")
    other = replace(one, text="外贸增长8%")
    changes = diff(replace(ledger, commitments=(one,)), replace(ledger, commitments=(other,)))
    assert [change.action for change in changes] == ["removed", "added"]
