"""What a rule says of one relation, before it is known under which code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from duban.model import Severity, Span, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duban.model import Commitment, Figure, Target

    Place = Figure | Target | Commitment | Span


class Outcome(msgspec.Struct, frozen=True):
    """One relation that a rule tested; the runner turns it into a finding or a proof.

    Attributes:
        verdict: whether it holds, and how; a wrong one becomes a finding.
        at: the words that it is about.
        equation: the arithmetic written out, without the printed value.
        zh: what is wrong, in Chinese; empty where it holds.
        en: the same in English.
        related: the other words of the relation.
        severity: where it differs from the rule's.
    """

    verdict: Verdict
    at: Span
    equation: str = ""
    zh: str = ""
    en: str = ""
    related: tuple[Span, ...] = ()
    severity: Severity | None = None


def holds(
    at: Place, equation: str, *, related: Iterable[Place] = (), verdict: Verdict = Verdict.EXACT
) -> Outcome:
    """Say that a relation was tested and holds."""
    return Outcome(verdict, span(at), equation, related=spans(related))


def fault(  # noqa: PLR0913  a finding has this many parts
    at: Place,
    *,
    zh: str,
    en: str,
    equation: str = "",
    related: Iterable[Place] = (),
    severity: Severity | None = None,
) -> Outcome:
    """Say that something is wrong, or should be looked at."""
    return Outcome(Verdict.WRONG, span(at), equation, zh, en, spans(related), severity)


def span(place: Place) -> Span:
    """Return where an entry stands."""
    return place if isinstance(place, Span) else Span(place.start, place.end)


def spans(places: Iterable[Place]) -> tuple[Span, ...]:
    """Return where the entries stand, in their order."""
    return tuple(map(span, places))
