"""Runs the command on a ledger that was written by hand, without the extractors."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

import pytest

import duban as package
from duban.checks import catalogue
from duban.cli.program import run
from duban.ledger import jsonl
from duban.model import Document, Reading, UserError

from ..checks.finders import finder  # noqa: TID252  the tests are no package that is installed
from .drafts import REPORT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from duban.model import Ledger

    Duban = Callable[..., "Outcome"]

LEDGERS = Path(__file__).parents[1] / "ledger"


class Outcome(NamedTuple):
    """What a run of the command left: its exit status and its two outputs."""

    status: int
    out: str
    err: str


@pytest.fixture(scope="session")
def ledger() -> Ledger:
    """The ledger of the invented report."""
    return jsonl.loads((LEDGERS / "yunshan.jsonl").read_text("utf-8"))


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The invented report, in a folder of its own."""
    path = tmp_path / "yunshan.txt"
    path.write_bytes((LEDGERS / "yunshan.txt").read_bytes())
    return path


@pytest.fixture
def reader(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A pipeline that reads every file as the invented report, in place of the real one."""

    def read(path: Path) -> Reading:
        if not path.exists():
            raise UserError("DC001", zh=f"{path.name} 不存在", en=f"{path.name} does not exist")
        return Reading(Document(ledger.source, path.read_text("utf-8"), ()), ledger)

    module = ModuleType("duban.pipeline")
    monkeypatch.setattr(module, "read", read, raising=False)
    monkeypatch.setitem(sys.modules, "duban.pipeline", module)
    # Another test may have imported the real one, which then is an attribute of the package.
    monkeypatch.setattr(package, "pipeline", module, raising=False)
    return module


@pytest.fixture
def whole(
    capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Duban:
    """Run the whole command, the reader included, in an empty folder."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments: object) -> Outcome:
        status = run([*map(str, arguments)], {})
        out, err = capfdbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return invoke


@pytest.fixture
def duban(
    reader: ModuleType, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> Duban:
    """Run the command with arguments and an environment."""
    assert reader
    monkeypatch.setenv("COLUMNS", "80")

    def invoke(*arguments: object, environment: Mapping[str, str] | None = None) -> Outcome:
        status = run([*map(str, arguments)], environment or {})
        out, err = capfdbinary.readouterr()
        return Outcome(status, out.decode(), err.decode())

    return invoke


@pytest.fixture
def few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run one real rule, and two that find words, whatever rules there will be."""
    real = catalogue.rules()
    chosen = [real["AR101"], finder("ST901", "油菜", "warning"), finder("WD901", "各位", "note")]
    known = {rule.code: rule for rule in (*chosen, real["CH001"], real["CH002"])}
    monkeypatch.setattr(catalogue, "rules", lambda: known)


@pytest.fixture
def draft(few_rules: None, tmp_path: Path) -> Path:
    """A report with one error, one warning and one note."""
    assert few_rules is None
    path = tmp_path / "draft.txt"
    path.write_text(REPORT, "utf-8")
    return path
