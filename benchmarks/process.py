"""What the command costs as a process: start-up time and peak memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import perf_counter

from benchmarks.corpus import SAMPLE

DUBAN = str(Path(sys.executable).parent / "duban")
COMMANDS = {
    "python, doing nothing": [sys.executable, "-c", "pass"],
    "duban --version": [DUBAN, "--version"],
    "duban read (the sample, as JSON Lines)": [DUBAN, "read", str(SAMPLE), "--format", "jsonl"],
    "duban read (the sample, as a table)": [DUBAN, "read", str(SAMPLE)],
}
MEMORY = """
import resource, sys
import duban
if len(sys.argv) > 1:
    duban.read(sys.argv[1])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def start_up(rounds: int) -> dict[str, float | None]:
    """Return the shortest wall time of each command in seconds, None where it fails."""
    return {name: _shortest(rounds, command) for name, command in COMMANDS.items()}


def _shortest(rounds: int, command: list[str]) -> float | None:
    times = []
    for _ in range(rounds):
        start = perf_counter()
        done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  our commands
        times.append(perf_counter() - start)
        if done.returncode:
            return None
    return min(times)


def peak_memory(file: Path | None = None) -> float | None:
    """Return the peak resident memory in MB of a child that imports duban and reads `file`."""
    command = [sys.executable, "-c", MEMORY, *([str(file)] if file else [])]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  our command
    kilobytes = 1 if sys.platform == "linux" else 1024  # macOS counts bytes
    return None if done.returncode else int(done.stdout) / kilobytes / 1024
