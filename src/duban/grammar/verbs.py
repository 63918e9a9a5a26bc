"""The verbs and openings of plan clauses: `verbs.yaml` and `clauses.yaml` as word classes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it


@cache
def verbs() -> dict[str, str]:
    """Return verb → class: deliverable, effort, effect or causative."""
    return {word: name for name, words in _read("verbs.yaml").items() for word in words}


@cache
def clause_words() -> dict[str, tuple[str, ...]]:
    """Return the classes of `clauses.yaml`: adverbs, leading, trailing, and more."""
    return _read("clauses.yaml")


def _read(name: str) -> dict[str, tuple[str, ...]]:
    data = yaml.load(files(__package__).joinpath(name).read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    return {key: tuple(words.split()) for key, words in data.items()}
