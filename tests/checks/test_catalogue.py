"""Rules of others come in through an entry point; one that cannot be loaded stops nothing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

import duban
from duban.checks import audit, rules

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RULE = '''"""Every report names its city.

Finds: a.
Why: b.
Example: c.
Do: d.
Silent: e.

———

报告写明城市。

发现：甲。
为什么：乙。
例子：丙。
怎么办：丁。
不报：戊。
"""

from duban.checks.outcome import fault
from duban.model import Severity, Span

NAME = "city-missing"
SEVERITY = Severity.NOTE


def check(report):
    if "市" not in report.text:
        yield fault(Span(0, 2), zh="没有写明城市。", en="No city is named.")
'''


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Install a package of others, with one rule and one that cannot be loaded."""
    package, info = tmp_path / "our_rules", tmp_path / "our_rules-1.0.dist-info"
    package.mkdir()
    info.mkdir()
    (package / "__init__.py").write_text("")
    (package / "XY101.py").write_text(RULE, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: our-rules\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(
        "[duban.checks]\nXY101 = our_rules.XY101\nXY102 = our_rules.XY102\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    rules.cache_clear()
    yield tmp_path
    rules.cache_clear()
    for name in [n for n in sys.modules if n.startswith("our_rules")]:
        del sys.modules[name]


@pytest.mark.usefixtures("installed")
def test_a_rule_of_others_is_run() -> None:
    chosen = [rules()["XY101"]]
    found = audit(duban.read_text("云山县粮食产量20万吨。"), chosen=chosen)
    assert [(f.code, f.text, f.zh) for f in found.findings] == [("XY101", "云山", "没有写明城市。")]
    assert rules()["XY101"].page("en").finds == "a."


@pytest.mark.usefixtures("installed")
def test_a_rule_that_cannot_be_loaded_is_one_finding() -> None:
    found = audit(duban.read_text("云山市粮食产量20万吨。"))
    assert [f.code for f in found.findings] == ["CH001"]
    assert "XY102" in found.findings[0].zh
    assert "our_rules.XY102" in found.findings[0].en
