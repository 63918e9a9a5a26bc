"""`duban schema`: the JSON Schema of a ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from duban.cli import output

if TYPE_CHECKING:
    from pathlib import Path

    from duban.cli.language import Say


def command(say: Say) -> click.Command:
    """Build the command."""
    return click.Command(
        "schema",
        callback=run,
        params=[
            output.option(say),
        ],
        short_help=say("输出台账 JSON 的结构定义", "print the JSON Schema of a ledger"),
        help=say(
            "输出 duban read --format json 结果的结构定义（JSON Schema，2020-12 版）。",
            "Print the JSON Schema (draft 2020-12) of what duban read --format json writes.",
        ),
    )


def run(target: Path | None) -> None:
    """Write the schema."""
    from duban.ledger import schema  # noqa: PLC0415  `--help` need not wait for it

    output.check(target, [])
    output.write(schema.dumps(), target)
