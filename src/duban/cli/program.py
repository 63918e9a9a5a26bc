"""The `duban` command: its subcommands, and the edge where every error becomes a message."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

from duban.cli import INTERRUPTED
from duban.cli.complaint import words
from duban.cli.language import choose
from duban.cli.options import common
from duban.cli.terminal.help import ChineseContext, EnglishContext

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from duban.cli.language import Say

# Each is a module of this package with a function `command(say)`.
COMMANDS = ("read", "check", "rule", "assess", "scorecard", "explain", "diff", "schema")


def run(arguments: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run the command and return its exit status.

    0 done; 1 `duban check` found something; 2 the user's mistake, told on standard error with
    its code, and nothing written; 130 interrupted; 141 the reader of our output has gone.
    """
    from duban.model import UserError  # noqa: PLC0415  `--help` need not wait for it

    say = choose(arguments, environment)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal may lack a character
    try:
        status = Program(say).main([*arguments], prog_name="duban", standalone_mode=False)
    except UserError as error:
        return _refused(f"{error.code} {error.message(say.language)}")
    except click.exceptions.NoArgsIsHelpError as error:
        return _refused(error.format_message())
    except click.ClickException as error:
        return _refused(words(error, say))
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    return status if isinstance(status, int) else 0


def _refused(message: str) -> int:
    try:
        click.echo(message, err=True)
    except OSError:  # nobody hears us, the exit status must do, and no buffer may fail once more
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    return 2


class Program(click.Group):
    """`duban`, whose commands are imported only when they are called or listed."""

    def __init__(self, say: Say) -> None:
        super().__init__(
            "duban",
            params=[_version_option(say), *common(say)],
            add_help_option=False,
            options_metavar=say("[选项]", "[OPTIONS]"),
            subcommand_metavar=say("命令 [参数]…", "COMMAND [ARGS]..."),
            help=say(
                "把政府工作报告读成台账：每一个指标、目标、任务，都带着原文的位置。",
                "Read a Chinese government work report into a ledger of its figures, targets and "
                "commitments, each with its place in the text.",
            ),
        )
        self.say = say
        self.context_class = EnglishContext if say.language == "en" else ChineseContext

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order of work."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and build one command, in the language of the call."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"duban.cli.{cmd_name}").command(self.say)
        command.add_help_option = False
        command.options_metavar = self.options_metavar
        command.params += common(self.say)
        command.context_class = self.context_class
        return command


def _version_option(say: Say) -> click.Option:
    return click.Option(
        ["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_version,
        help=say("显示版本。", "Show the version."),
    )


def _version(context: click.Context, _option: click.Parameter, asked: bool) -> None:  # noqa: FBT001  click's signature
    if asked:
        from duban import __version__  # noqa: PLC0415  the package is imported already
        from duban.cli.output import write  # noqa: PLC0415  an error needs no output

        write(f"duban {__version__}\n", None)
        context.exit()
