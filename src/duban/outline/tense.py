"""Whether a stretch of text tells what happened or what will be done, by its words."""

from __future__ import annotations

import re
from typing import Final

from duban.outline.vocabulary import vocabulary

EVIDENCE: Final = 3.0  # two or three words
STRONG_EVIDENCE: Final = 12.0
_REVIEW_FROM: Final = 0.2  # reviews also speak of what goes on, so that their words weigh less …
_PLAN_FROM: Final = -0.3  # … than those of plans
# 要 that is part of another word, and 将 of 将军 or 即将, say nothing.
_NO_CUE = re.compile(r"[主重需纲]要|要求|要素|要闻|将军|已经?是")


def lean(text: str, start: int, end: int, evidence: float = EVIDENCE) -> float:
    """Return how the stretch leans: 1 tells only what happened, -1 only what is pledged.

    0 means that its words do not decide.

    Args:
        text: folded text.
        start: offset of the stretch.
        end: offset after it.
        evidence: weight of words below which nothing is decided.
    """
    if end - start < evidence:  # no word weighs more than one for each character
        return 0.0
    words = _NO_CUE.sub("", text[start:end])
    done = pledged = 0.0
    for word, weight in vocabulary().tense.items():
        weighed = weight * words.count(word)
        if weight > 0:
            done += weighed
        else:
            pledged -= weighed
    if done + pledged < evidence:
        return 0.0
    share = (done - pledged) / (done + pledged)
    return 0.0 if _PLAN_FROM < share < _REVIEW_FROM else share
