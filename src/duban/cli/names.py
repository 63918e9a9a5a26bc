"""Names of files as they are given on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from click import BadParameter

if TYPE_CHECKING:
    from collections.abc import Callable

    from duban.cli.language import Say

STANDARD = Path("-")  # standard input or output; a file of that name is given as ./-


def file_name(say: Say, *, standard: bool) -> Callable[[str], Path]:
    """Return the type of an argument that is a file; whether there is one, its reader says.

    Args:
        say: language of the complaints.
        standard: whether `-` is taken, for standard input or output.
    """

    def convert(value: str) -> Path:
        if not value:
            raise BadParameter(say("文件名不能是空的", "A file name cannot be empty."))
        if value == "-" and not standard:
            raise BadParameter(say("这里不能用 -，请写文件名", "It cannot be -, name a file."))
        path = Path(value)
        return path.absolute() if path == STANDARD and value != "-" else path

    return convert
