"""Rules for the tree as a whole: no long modules, nothing that belongs to one machine."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST = 400
# Written in pieces, so that this file does not find itself.
PATHS = re.compile(r"(?<![\w./~}])/" + r"(?:work|home|root|Users|mnt|opt|tmp)/" + r"\w")
REGISTRIES = re.compile(
    "|".join(
        (
            r"pypi\." + r"org/simple",
            r"files\." + r"pythonhosted",
            r"registry\." + r"npmjs",
            r"--(?:extra-)?index" + r"-url",
            r"proxy\." + r"golang",
            r"://(?:\w+\.)*mirrors?" + r"\.",
        )
    )
)


def tracked() -> list[Path]:
    """Return the files under version control, or all that a source archive holds."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"],  # noqa: S607  git is where the developer has it
            cwd=ROOT,
            capture_output=True,
            check=True,
            text=True,
        ).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def text_of(file: Path) -> str:
    return file.read_text(encoding="utf-8", errors="ignore")


def test_no_module_is_longer_than_400_lines() -> None:
    lengths = {str(f): text_of(f).count("\n") for f in tracked() if f.suffix == ".py"}
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


@pytest.mark.parametrize("pattern", [PATHS, REGISTRIES], ids=["paths", "registries"])
def test_nothing_belongs_to_one_machine(pattern: re.Pattern[str]) -> None:
    found = {
        f"{file.relative_to(ROOT)}: {match.group()}"
        for file in tracked()
        if file.suffix not in {".docx", ".pdf", ".png", ".jpg", ".xlsx"}
        for match in pattern.finditer(text_of(file))
    }
    assert found == set()


def test_every_local_link_of_the_documentation_leads_somewhere() -> None:
    broken = {
        f"{file.relative_to(ROOT)}: {target}"
        for file in tracked()
        if file.suffix == ".md"
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text_of(file))
        if not (file.parent / target).exists()
    }
    assert broken == set()
