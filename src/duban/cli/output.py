"""Where a result goes: standard output, or a file that appears whole or not at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from typing import TYPE_CHECKING

import click

from duban.cli.names import STANDARD, file_name
from duban.model import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from duban.cli.language import Say

CUT_OFF = 141  # 128 + SIGPIPE
_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def option(say: Say) -> click.Option:
    """Return the option that names the file."""
    return click.Option(
        ["-o", "--output", "target"],
        type=file_name(say, standard=True),
        callback=lambda _context, _option, name: None if name == STANDARD else name,
        metavar="OUT",
        help=say(
            "写到文件 OUT（写完整才出现），不写到屏幕；- 是标准输出。",
            "Write to the file OUT, which appears when it is whole, not to the screen; - is "
            "standard output.",
        ),
    )


def check(target: Path | None, inputs: Iterable[Path]) -> None:
    """Refuse a target that would be a fault, before the work is done.

    Raises:
        UserError: `OU001` the target is one of the inputs; `OU002` it cannot be written.
    """
    if target is None:
        return
    try:
        for source in inputs:
            if target.exists() and source.exists() and target.samefile(source):
                raise _the_input(target)
        _require_writable(target)
    except OSError as error:
        raise _not_written(target, error) from error


def _require_writable(target: Path) -> None:
    if target.is_dir() or not target.absolute().parent.is_dir():
        raise _no_room(target, "是文件夹，或所在文件夹不存在", "it is a folder, or in none")
    if target.exists() and not (target.stat().st_mode & _WRITABLE and os.access(target, os.W_OK)):
        raise _no_room(target, "是只读文件", "it is read-only")
    if _is_replaced(target) and not os.access(target.resolve().parent, os.W_OK):
        raise _no_room(target, "所在文件夹没有写入权限", "its folder may not be written to")


def write(data: str | bytes, target: Path | None) -> None:
    """Write `data` to `target`, or to standard output where there is none.

    The file takes its name only when it is complete: it is written beside it and then renamed.
    Text is written in UTF-8, colours are left out where nobody sees them.

    Raises:
        UserError: `OU002` the file cannot be written; what was there before still is. `OU003`
            standard output cannot be written.
        Exit: the reader of standard output has gone; nothing is said about it.
    """
    if target is None:
        _show(data)
        return
    try:
        _replace(target.resolve(), click.unstyle(data).encode() if isinstance(data, str) else data)
    except OSError as error:
        raise _not_written(target, error) from error


def _show(data: str | bytes) -> None:
    if sys.stdout is None:
        raise _no_stream("已经关闭", "it is closed")
    # None lets click find out whether anybody sees colours; see no-color.org.
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    try:
        click.echo(data, nl=False, color=False if plain else None)
    except OSError as error:
        # What is left in the buffer would fail again, loudly, when Python closes it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise click.exceptions.Exit(CUT_OFF) from error
        raise _no_stream(*_reason(error)) from error


def _is_replaced(target: Path) -> bool:
    """Tell a file from a device or a pipe, to which nothing can be renamed."""
    return not target.exists() or target.is_file()


def _replace(target: Path, data: bytes) -> None:
    if not _is_replaced(target):
        target.write_bytes(data)
        return
    draft = target.with_name(f".{os.urandom(8).hex()}.duban")
    try:
        draft.write_bytes(data)
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o777)
        draft.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            draft.unlink()
        raise


def _reason(error: OSError) -> tuple[str, str]:
    from duban.reference.reasons import reason  # noqa: PLC0415  only where something failed

    return reason(error)


def _the_input(target: Path) -> UserError:
    return UserError(
        "OU001",
        zh=f"输出文件 {target} 就是输入文件，写下去原件就没有了。请用 -o 另起文件名。",
        en=f"The output {target} is the input itself, which would be lost. "
        "Choose another name for -o.",
    )


def _not_written(target: Path, error: OSError) -> UserError:
    return _no_room(target, *_reason(error))


def _no_room(target: Path, zh: str, en: str) -> UserError:
    return UserError(
        "OU002",
        zh=f"写不了 {target}（{zh}），结果没有保存。请检查路径、权限和磁盘空间，或换一个位置。",
        en=f"{target} cannot be written ({en}); the result was not saved. Check path, permission "
        "and disk space, or choose another place.",
    )


def _no_stream(zh: str, en: str) -> UserError:
    return UserError(
        "OU003",
        zh=f"写不了标准输出（{zh}），结果没有全部写出。请检查重定向和磁盘空间，或用 -o 写到文件。",
        en=f"Standard output cannot be written ({en}); the result is not all there. Check where "
        "it is redirected to and the disk space, or write to a file with -o.",
    )
