"""Finds patterns near a word: a plain search first, the pattern only where the word stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator


def around(
    text: str, pattern: re.Pattern[str], words: tuple[str, ...], *, before: int = 30, after: int = 2
) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds around each occurrence of a word; each once.

    Args:
        text: where to look.
        pattern: what to find; it must hold the word.
        words: one of these stands in whatever the pattern finds.
        before: how many characters before the word the pattern may begin.
        after: how many characters behind the word it may end.
    """
    for word in words:
        end, at = 0, text.find(word)
        while at >= 0:
            found = pattern.search(text, max(end, at - before), at + len(word) + after)
            if found:
                yield found
                end = found.end()
            at = text.find(word, at + len(word))
