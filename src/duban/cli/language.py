"""Which language the command speaks: Chinese, unless English was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

LANGUAGES = ("zh", "en")


class Say(NamedTuple):
    """Chooses between the two wordings of a message, which stand side by side in the code.

    >>> Say("en")("指标", "figures")
    'figures'
    """

    language: str

    def __call__(self, zh: str, en: str) -> str:
        """Return the wording in the chosen language."""
        return en if self.language == "en" else zh


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> Say:
    """Return the language of `--lang`, else of `DUBAN_LANG`, else Chinese.

    The arguments are searched before they are parsed, because help and complaints about
    arguments must be in that language too.
    """
    asked = environment.get("DUBAN_LANG", "")
    for at, word in enumerate(arguments):
        if word == "--":
            break
        if word == "--lang":
            asked = "".join(arguments[at + 1 : at + 2])
        elif word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
    return Say("en" if asked.lower().startswith("en") else "zh")
