"""A bar on standard error for what takes longer than a second."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress

_PATIENCE = 1.0  # seconds


@contextmanager
def waiting(what: str) -> Iterator[None]:
    """Show `what` with a moving bar and the time, once a second has passed, in a terminal.

    Nothing is shown where standard error is no terminal that can move its cursor, and nothing
    stays when it ends.
    """
    if not _is_watched():
        yield
        return
    shown: list[Progress] = []
    timer = Timer(_PATIENCE, lambda: shown.append(_bar(what)))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        for bar in shown:
            bar.stop()


def _is_watched() -> bool:
    return bool(sys.stderr and sys.stderr.isatty() and os.environ.get("TERM") != "dumb")


def _bar(what: str) -> Progress:
    from rich.console import Console  # noqa: PLC0415  most reports are read before it is needed
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    bar = Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(20, pulse_style="cyan"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    bar.add_task(what, total=None)
    bar.start()
    return bar
