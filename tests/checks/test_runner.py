"""The runner: a rule that crashes is one finding, and the rest of the run goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duban
from duban.checks import audit, rules
from duban.checks.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duban.checks.outcome import Outcome
    from duban.checks.report import Report

TEXT = "全县粮食播种面积200万亩，单产300公斤/亩，总产量65万吨。"


def broken(report: Report) -> Iterator[Outcome]:
    del report
    raise KeyError("unit")


def test_a_rule_that_crashes_becomes_one_finding() -> None:
    good = rules()["AR101"]
    bad = Rule("XX999", "broken", good.severity, broken, good.manual)

    found = audit(duban.read_text(TEXT), chosen=[bad, good])

    assert [f.code for f in found.findings] == ["CH001", "AR101"]
    assert "XX999" in found.findings[0].zh
    assert "KeyError" in found.findings[0].en


def test_offsets_always_give_the_words() -> None:
    found = audit(duban.read_text(TEXT), chosen=[rules()["AR101"]])

    assert [TEXT[f.start : f.end] for f in found.findings] == [f.text for f in found.findings]
