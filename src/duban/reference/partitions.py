"""Names that divide a whole without remainder, as 进口 and 出口 divide 进出口."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it


class Partition(msgspec.Struct, frozen=True):
    """One way to divide a whole.

    Attributes:
        parts: the words of each part.
        whole: words that stand in the whole's name; empty where it drops the parts' words.
    """

    parts: tuple[tuple[str, ...], ...]
    whole: tuple[str, ...]

    def part(self, name: str) -> int | None:
        """Return which part a name speaks of; None for none of them or for more than one.

        >>> [partitions()[0].part(name) for name in ("出口额", "进出口总额", "投资")]
        [1, None, None]
        """
        if any(word and word in name for word in self.whole):
            return None
        found = set()
        for number, words in enumerate(self.parts):
            for word in words:
                if word in name:
                    found.add(number)
                    name = name.replace(word, "")  # 非税收入 holds 税收 too, and is no tax
        return found.pop() if len(found) == 1 else None

    def words(self) -> tuple[str, ...]:
        """Return every word of every part."""
        return tuple(word for words in self.parts for word in words)


@cache
def partitions() -> tuple[Partition, ...]:
    """Return all partitions, read once."""
    data = yaml.load(files(__package__).joinpath("partitions.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    return tuple(
        Partition(tuple(map(tuple, entry["parts"])), tuple(entry["whole"])) for entry in data
    )
