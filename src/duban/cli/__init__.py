"""The command line: one file per command, loaded when it is called for."""

from __future__ import annotations

INTERRUPTED = 130  # 128 + SIGINT


def main() -> None:
    """Run `duban` with the arguments of the process, and leave with its exit status."""
    import sys  # noqa: PLC0415  importing duban.cli costs nothing

    try:
        import os  # noqa: PLC0415  same

        from duban.cli.program import run  # noqa: PLC0415  same, and it may be interrupted

        status = run(sys.argv[1:], os.environ)
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)
