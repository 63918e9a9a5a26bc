"""Which rates lie between 0 and 100%: `bounded_rates.yaml`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C loader where the wheel has it


@cache
def _endings() -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    data = yaml.load(files(__package__).joinpath("bounded_rates.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506  the C safe loader
    return tuple(data["above"] + data["below"]), tuple(data["bounded"]), tuple(data["below"])


def may_exceed(name: str) -> bool:
    """Say whether a rate may pass 100% by its definition.

    >>> may_exceed("高中阶段毛入学率"), may_exceed("森林覆盖率")
    (True, False)
    """
    return name.endswith(_endings()[0])


def is_bounded(name: str) -> bool:
    """Say whether a rate is a share of a whole, and so lies between 0 and 100%.

    >>> is_bounded("森林覆盖率"), is_bounded("拨备覆盖率"), is_bounded("金融存贷比")
    (True, False, False)
    """
    return name.endswith(_endings()[1]) and not may_exceed(name)


def is_bounded_below(name: str) -> bool:
    """Say whether a rate has no upper bound, but is never below zero.

    >>> is_bounded_below("金融存贷比"), is_bounded_below("拨备覆盖率")
    (True, False)
    """
    return name.endswith(_endings()[2])
