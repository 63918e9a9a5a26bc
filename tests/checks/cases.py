"""The cases of the rules: Markdown that anyone can read, one file a rule.

A second-level heading opens a case and names it. Its fenced blocks are

- `text`: the report, or a part of one;
- `previous`: last year's report, for the rules on continuity;
- `findings`: a line each, `error “56万吨”`, severity and the exact words; `nothing` for none.
  A finding may go on, `: `, with words that its Chinese message must hold;
- `proofs`: a line each, `rounded 194.4万亩 × 288.2公斤/亩 = 56.03万吨`, verdict and equation.

A block that is left out is not compared, but `findings` must be there.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FINDING = re.compile(r"(error|warning|note) “(.*?)”(?:: (.*))?$")


class Case(NamedTuple):
    """One case of one rule."""

    code: str
    name: str
    text: str
    findings: list[tuple[str, str, str]]
    proofs: list[str] | None
    previous: str | None


def cases(folder: Path) -> Iterator[Case]:
    """Yield the cases of every file of the folder, in order."""
    for file in sorted(folder.glob("*.md")):
        _, *parts = re.split(r"^## ", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
        yield from (_case(file.stem, part) for part in parts)


def _case(code: str, part: str) -> Case:
    name, _, rest = part.partition("\n")
    blocks = dict(_FENCE.findall(rest))
    unknown = blocks.keys() - {"text", "previous", "findings", "proofs"}
    assert not unknown, f"{code} {name}: no block is called {unknown}"
    proofs = blocks.get("proofs")
    return Case(
        code,
        name.strip(),
        blocks["text"],
        [] if blocks["findings"].strip() == "nothing" else list(_findings(blocks["findings"])),
        None if proofs is None else [p for p in proofs.splitlines() if p.strip() != "nothing"],
        blocks.get("previous"),
    )


def _findings(block: str) -> Iterator[tuple[str, str, str]]:
    for line in block.splitlines():
        found = _FINDING.fullmatch(line.strip())
        assert found, f"not a finding: {line}"
        yield found[1], found[2], found[3] or ""
