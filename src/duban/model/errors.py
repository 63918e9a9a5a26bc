"""The one exception that carries a user's mistake to the edge."""

from __future__ import annotations


class UserError(Exception):
    """A mistake in what the user gave: an unreadable file, a correction that matches nothing.

    Its message says what is wrong, where, why it matters and what to do, in both languages;
    the command line prints it with its code and leaves with exit status 2.

    Attributes:
        code: two letters and three digits, `DC001`; its meaning never changes.
        zh: the message in Chinese.
        en: the message in English.
    """

    def __init__(self, code: str, *, zh: str, en: str) -> None:
        super().__init__(f"{code} {en}")
        self.code = code
        self.zh = zh
        self.en = en

    def message(self, language: str = "zh") -> str:
        """Return the message in `language`, `zh` or `en`."""
        return self.en if language == "en" else self.zh
