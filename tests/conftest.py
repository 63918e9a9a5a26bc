"""What all tests share: the option to rewrite golden files, the hypothesis profile, the labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parents[1]

# The same examples in every run: a failure on one machine is a failure on all.
settings.register_profile(
    "duban",
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("duban")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what is read into the golden files instead of comparing; review the diff",
    )


@pytest.fixture(scope="session")
def samples() -> Path:
    """The folder of the sample report and its labels."""
    return ROOT / "samples"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with real reports and labels; tests that need it are skipped without it."""
    folder = ROOT.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("the real reports and their labels are not here: ../shared")
    return folder
