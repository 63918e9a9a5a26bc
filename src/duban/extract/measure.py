"""What kind of statement a number makes: level, added, total, change, share or rank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duban.extract.changes import base, change, gap, goal, growth_of, improved, multiple
from duban.extract.indicator import name_it
from duban.extract.levels import level
from duban.extract.shares import (
    its_share,
    part_of_plan,
    proportion,
    share,
    share_covered,
    share_noun,
    share_of,
    share_spent,
    share_used,
)
from duban.model import Measure

if TYPE_CHECKING:
    from collections.abc import Callable

    from duban.extract.draft import Draft, Passage

    Rule = Callable[[Passage, int, Draft, "Zone"], bool]

Zone = tuple[int, int]

_PLACE = (
    r"各省(?:区市?|份)?|全[国省市区州县球盟旗]|世界|亚洲|[东西中南北]+部?(?:地区)?|"
    r"西北|西南|东北|华东|华北|国内|省内"
)
_RANK_TAIL = re.compile(
    r"(?:、|力争|确保|进入|均|分别|连续\w{1,2}年|[上去]年|总量|保持|稳|位|持续|继续|首次|跃|名|排|排名|[跃上提攀晋]?升[至到为]|前移[至到]|下?降[至到为]|"
    r"跻身|列|双双|总体|仍|已|成为|由|从)*(?:居|列|位居|排名|保持|成为|跻身|排在|名列|升至|跃居)?"
    rf"(?P<whole>{_PLACE}|(?<=位列|位居|名列)[^，。；、居列]{{2,14}})?(?:排名|位次|位居|位列)?前?$"
)


_ALL = re.compile(r"均|都|双双")


def measure(passage: Passage, at: int, zone: Zone) -> None:
    """Decide draft number `at`'s measure, whole and indicator.

    Args:
        passage: the text with its drafts; those before `at` are finished.
        at: number of the draft.
        zone: offsets of the words before the number and its predicate.
    """
    draft = passage.drafts[at]
    for rule in _RATE_RULES if draft.is_rate else _AMOUNT_RULES:
        if rule(passage, at, draft, zone):
            draft.why["measure"] = rule.__name__
            return
    level(passage, at, draft, zone)


def before_rank(passage: Passage, draft: Draft, zone: Zone) -> int:
    """Return where the words end that a rank is about, without 居全省 and the like."""
    tail = _RANK_TAIL.search(passage.text, zone[0], draft.quantity.start)
    return max(zone[0], min(zone[1], tail.start())) if tail else zone[1]


def rank(passage: Passage, at: int, draft: Draft, zone: Zone) -> bool:
    """居全省第一: a place in an order, out of what the words before it name."""
    if draft.quantity.form != "rank":
        return False
    draft.measure = Measure.RANK
    start, end = zone
    if tail := _RANK_TAIL.search(passage.text, start, draft.quantity.start):
        draft.whole = passage.written(*tail.span("whole")) if tail["whole"] else ""
    end = before_rank(passage, draft, zone)
    if passage.text.endswith(("增速", "增幅"), start, end):
        end -= 2
    alone = not passage.text[start:end].strip("，、 ")
    if alone and not draft.whole and (before := passage.before(at)):
        draft.whole = before.whole if before.measure is Measure.RANK else ""
    behind = alone and not passage.text.startswith("大", draft.quantity.end)
    name_it(passage, at, (start, end), after=behind)
    if alone and _ALL.search(passage.text, zone[0], draft.quantity.start):
        draft.indicator = _joint(passage, at) or draft.indicator
    return True


def _joint(passage: Passage, at: int) -> str:
    """Return the names of the list of values before a rank that all of them have."""
    names: list[str] = []
    for before in passage.backwards_from(at):
        if not before.listed or before.sentence != passage.drafts[at].sentence:
            break
        names.insert(0, before.indicator)
    return "、".join(dict.fromkeys(names))


# In the order in which they are asked; the first that applies decides.
_AMOUNT_RULES: tuple[Rule, ...] = (rank, share, change, multiple, base, gap)
_RATE_RULES: tuple[Rule, ...] = (
    proportion,
    share,
    its_share,
    share_noun,
    share_spent,
    share_used,
    share_covered,
    goal,
    growth_of,
    change,
    improved,
    part_of_plan,
    share_of,
    base,
    gap,
)
