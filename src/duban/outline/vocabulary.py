"""`vocabulary.yaml` as patterns: the words that give a section its role."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec
import yaml

from duban.model import Role

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it


class Vocabulary(msgspec.Struct, frozen=True):
    """The words of roles.

    Attributes:
        headings: role → pattern of its words in a heading.
        nested: role → pattern of the words that give it to a heading under another role.
        tense: word → how strongly it says that things happened (above 0) or are pledged.
    """

    headings: dict[Role, re.Pattern[str]]
    nested: dict[Role, re.Pattern[str]]
    tense: dict[str, float]


@cache
def vocabulary() -> Vocabulary:
    """Return the vocabulary, read once."""
    data = yaml.load(files(__package__).joinpath("vocabulary.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    return Vocabulary(_patterns(data["headings"]), _patterns(data["nested"]), data["tense"])


def _patterns(words: dict[str, list[str]]) -> dict[Role, re.Pattern[str]]:
    return {Role(role): re.compile("|".join(found)) for role, found in words.items()}
