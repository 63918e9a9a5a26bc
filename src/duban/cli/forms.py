"""Which format a result is written in: by option, by the ending of the file, or for the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duban.cli.complaint import ContradictionError, UnknownEndingError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from duban.cli.language import Say

_ENDINGS = {
    ".txt": "table",
    ".jsonl": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".xlsx": "xlsx",
}


# Of what `duban check` writes.
FINDINGS = {".txt": "text", ".json": "json", ".sarif": "sarif", ".html": "html", ".htm": "html"}


# Of commands that write a table for the terminal, or something a line.
LINES = ("table", "jsonl")


def lines_option(say: Say, zh: str, en: str) -> click.Option:
    """Return `--format` for a table or JSON Lines.

    Args:
        say: language of the help.
        zh: what stands in a line, in Chinese: `每行一项`.
        en: the same in English: `one target a line`.
    """
    return click.Option(
        ["--format", "form"],
        type=click.Choice(LINES),
        metavar="FORMAT",
        help=say(
            f"格式：table 终端表格（默认）或 jsonl，{zh}；不写时按 OUT 的扩展名定。",
            f"table for the terminal (default), or jsonl, {en}; if left out, as the ending of OUT "
            "says.",
        ),
    )


def choose(
    asked: str | None,
    target: Path | None,
    forms: Sequence[str],
    say: Say,
    endings: Mapping[str, str] = _ENDINGS,
) -> str:
    """Return the format to write, one of `forms`.

    Args:
        asked: the format that was asked for, if any.
        target: the file to write; None is standard output, where the first format is written
            unless another is asked for.
        forms: what the command can write.
        say: language of the complaints.
        endings: the format that each ending of a file's name means.

    Raises:
        ContradictionError: the file's ending is that of another format.
        UnknownEndingError: no format was asked for, and the ending tells none.
    """
    if target is None:
        return asked or forms[0]
    meant = endings.get(target.suffix.lower())
    if asked and meant not in {None, asked}:
        raise _at_odds(target, asked, say, endings)
    if not asked and meant not in forms:
        raise _unknown(target, forms, say, endings)
    return asked or meant or ""


def _unknown(
    target: Path, forms: Sequence[str], say: Say, endings: Mapping[str, str]
) -> UnknownEndingError:
    known = [ending for ending, form in endings.items() if form in forms]
    return UnknownEndingError(
        say(
            f"从文件名 {target.name} 看不出要写成什么格式，没有读取，也没有写入。"
            f"扩展名请用 {'、'.join(known)}，或用 --format 写明格式。",
            f"The name {target.name} does not tell which format to write; nothing was read or "
            f"written. End it in {', '.join(known)}, or choose with --format.",
        )
    )


def _at_odds(target: Path, asked: str, say: Say, endings: Mapping[str, str]) -> ContradictionError:
    own = next((ending for ending, form in endings.items() if form == asked), ".log")
    return ContradictionError(
        say(
            f"--format {asked} 与文件名 {target.name} 的扩展名不一致，写出的文件会打不开或被误读。"
            f"请改用扩展名 {own}，或去掉 --format。",
            f"--format {asked} contradicts the ending of {target.name}; such a file would not "
            f"open, or be misread. End the name in {own}, or leave out --format.",
        )
    )
