"""What the rules are called in the reader's language."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def _names() -> dict[str, tuple[str, str]]:
    text = files(__package__).joinpath("rules.yaml").read_text(encoding="utf-8")
    return {name: (pair[0], pair[1]) for name, pair in yaml.safe_load(text).items()}


def rule_name(rule: str, language: str = "zh") -> str:
    """Return a rule's name in `zh` or `en`; words of the text come back in quotation marks.

    >>> rule_name("distributed", "en")
    'one name of the list for each value'
    """
    if not rule:
        return ""
    pair = _names().get(rule)
    if pair is None:
        return f"“{rule}”"
    return pair[1] if language == "en" else pair[0]
