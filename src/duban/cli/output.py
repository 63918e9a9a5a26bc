"""Where a result goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from duban.model import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duban.cli.language import Say

CUT_OFF = 141  # 128 + SIGPIPE


def option(say: Say) -> click.Option:
    """Return the option that names the file."""
    return click.Option(
        ["-o", "--output", "target"],
        type=click.Path(path_type=Path),
        metavar="OUT",
        help=say(
            "写到文件 OUT（写完整才出现），不写到屏幕。",
            "Write to the file OUT, which appears when it is whole, not to the screen.",
        ),
    )


def check(target: Path | None, inputs: Iterable[Path]) -> None:
    """Refuse a target that would be a fault, before the work is done.

    Raises:
        UserError: `OU001` the target is one of the inputs; `OU002` it is a folder, or its
            folder does not exist.
    """
    if target is None:
        return
    for source in inputs:
        if target.exists() and source.exists() and target.samefile(source):
            raise UserError(
                "OU001",
                zh=f"输出文件 {target} 就是输入文件，写下去原件就没有了。请用 -o 另起文件名。",
                en=f"The output {target} is the input itself, which would be lost. "
                "Choose another name for -o.",
            )
    if target.is_dir() or not target.absolute().parent.is_dir():
        raise _no_room(target, "是文件夹，或所在文件夹不存在", "it is a folder, or in none")


def write(data: str | bytes, target: Path | None) -> None:
    """Write `data` to `target`, or to standard output where there is none.

    The file takes its name only when it is complete: it is written beside it and then renamed.
    Text is written in UTF-8, colours are left out where nobody sees them.

    Raises:
        UserError: `OU002` the file cannot be written; what was there before still is.
        Exit: the reader of standard output has gone; nothing is said about it.
    """
    if target is None:
        _show(data)
        return
    try:
        _replace(target.resolve(), click.unstyle(data).encode() if isinstance(data, str) else data)
    except OSError as error:
        raise _no_room(target, str(error), str(error)) from error


def _show(data: str | bytes) -> None:
    try:
        # None lets click find out whether anybody sees colours; see no-color.org.
        click.echo(data, nl=False, color=False if os.environ.get("NO_COLOR") else None)
    except BrokenPipeError as error:
        # What is left in the buffer would fail again, loudly, when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(CUT_OFF) from error


def _replace(target: Path, data: bytes) -> None:
    if target.exists() and not target.is_file():  # a device or a pipe cannot be renamed to
        target.write_bytes(data)
        return
    draft = target.with_name(f".{target.name[:100]}.{secrets.token_hex(4)}")
    try:
        draft.write_bytes(data)
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o777)
        draft.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def _no_room(target: Path, zh: str, en: str) -> UserError:
    return UserError(
        "OU002",
        zh=f"写不了 {target}（{zh}），结果没有保存。请检查路径、权限和磁盘空间，或换一个位置。",
        en=f"{target} cannot be written ({en}); the result was not saved. Check path, permission "
        "and disk space, or choose another place.",
    )
