"""The command line: one file per command, loaded when it is called for."""

from __future__ import annotations


def main() -> None:
    """Run `duban` with the arguments of the process, and leave with its exit status."""
    import os  # noqa: PLC0415  importing duban.cli costs nothing
    import sys  # noqa: PLC0415  same

    from duban.cli.program import run  # noqa: PLC0415  same

    sys.exit(run(sys.argv[1:], os.environ))
