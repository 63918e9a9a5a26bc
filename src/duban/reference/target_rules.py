"""How targets are judged: `target_rules.yaml` as a record."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from importlib.resources import files

import msgspec
import yaml


class TargetRules(msgspec.Struct, frozen=True):
    """The figures that judging a target needs, each with its source in the file.

    Attributes:
        met_points: percentage points short of an `about` target that still count as met.
        grey_points: points short up to which a person must decide.
        met_share: the same as a share of the target, for values that are no percentage.
        grey_share: the same.
        sync_points: points below the reference's growth that count as in step with it.
        sync_approximately: the same for 基本同步.
    """

    met_points: Decimal
    grey_points: Decimal
    met_share: Decimal
    grey_share: Decimal
    sync_points: Decimal
    sync_approximately: Decimal


@cache
def target_rules() -> TargetRules:
    """Return the rules that ship with duban, read once."""
    data = yaml.safe_load(files(__package__).joinpath("target_rules.yaml").read_bytes())
    about, sync = data["about"], data["sync"]
    return TargetRules(
        Decimal(about["met_points"]),
        Decimal(about["grey_points"]),
        Decimal(about["met_share"]),
        Decimal(about["grey_share"]),
        Decimal(sync["met_points"]),
        Decimal(sync["approximately"]),
    )
