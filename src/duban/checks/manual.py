"""A rule's docstring is its manual page, in English and then in Chinese.

```
Area times yield must give the output.

Finds: …            发现：…
Why: …              为什么：…
Example: …          例子：…
Do: …               怎么办：…
Silent: …           不报：…
```

The English half comes first; a line of its own, `———`, divides them; the first line of each is
the title. A part runs to the next heading.
"""

from __future__ import annotations

import re
from inspect import cleandoc

import msgspec

PARTS = {
    "en": ("Finds", "Why", "Example", "Do", "Silent"),
    "zh": ("发现", "为什么", "例子", "怎么办", "不报"),
}
_DIVIDER = re.compile(r"^———$", re.MULTILINE)


class Page(msgspec.Struct, frozen=True):
    """The manual page of one rule in one language.

    Attributes:
        title: what must hold, in one line.
        finds: what the rule finds.
        why: why it matters.
        example: one, with invented names.
        advice: what to do.
        silent: when it says nothing.
    """

    title: str
    finds: str
    why: str
    example: str
    advice: str
    silent: str


def pages(docstring: str) -> dict[str, Page]:
    """Return a rule's manual pages by language.

    Raises:
        ValueError: a half or a part of it is missing.
    """
    halves = _DIVIDER.split(cleandoc(docstring))
    if len(halves) != len(PARTS):
        raise ValueError("a manual page has an English and a Chinese half, divided by ———")
    return {language: _page(half, language) for language, half in zip(PARTS, halves, strict=True)}


def _page(half: str, language: str) -> Page:
    title, _, rest = half.strip().partition("\n")
    names = "|".join(PARTS[language])
    found = re.split(rf"^({names})[:：][ ]?", rest, flags=re.MULTILINE)[1:]
    parts = dict(zip(found[::2], (_joined(part, language) for part in found[1::2]), strict=True))
    if tuple(parts) != PARTS[language]:
        raise ValueError(f"the parts are {', '.join(parts)}, not {', '.join(PARTS[language])}")
    return Page(title.strip(), *parts.values())


def _joined(part: str, language: str) -> str:
    return ("" if language == "zh" else " ").join(line.strip() for line in part.strip().split("\n"))
