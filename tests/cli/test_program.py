"""The command as a whole: help, languages, exit status, what it imports."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
import pytest
from rich.cells import cell_len

from duban import __version__
from duban.cli.language import Say, choose
from duban.cli.program import COMMANDS, Program
from duban.ledger import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    Duban = Callable[..., Any]

MAIN = "from duban.cli import main; main()"
HEAVY = {
    "duban.pipeline",
    "duban.documents",
    "duban.extract",
    "duban.ledger",
    "rich.console",
    "lxml",
    "yaml",
}


def test_version(duban: Duban) -> None:
    assert duban("--version").out == f"duban {__version__}\n"


def test_schema_is_printed_or_saved(duban: Duban, tmp_path: Path) -> None:
    assert duban("schema").out == schema.dumps()
    duban("schema", "-o", tmp_path / "s.json")
    assert (tmp_path / "s.json").read_text("utf-8") == schema.dumps()


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {}, "zh"),
        (["--lang", "en", "read"], {}, "en"),
        (["read", "x", "--lang=en"], {}, "en"),
        (["--lang", "en", "--lang", "zh"], {}, "zh"),
        ([], {"DUBAN_LANG": "en_GB.UTF-8"}, "en"),
        (["--lang", "zh"], {"DUBAN_LANG": "en"}, "zh"),
        ([], {"LANG": "en_US.UTF-8"}, "zh"),
        (["explain", "--", "--lang", "en"], {}, "zh"),
        (["--lang"], {}, "zh"),
    ],
)
def test_the_language(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert choose(arguments, environment).language == language


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_fits_and_is_in_one_language(
    duban: Duban, command: tuple[str, ...], language: str
) -> None:
    done = duban(*command, "--help", "--lang", language)
    assert done.status == 0
    assert max(map(cell_len, done.out.splitlines())) <= 80
    chinese = [char for char in done.out if "一" <= char <= "鿿"]
    assert ("选项:" in done.out) == (language == "zh")
    assert ("Options:" in done.out) == (language == "en")
    assert bool(chinese) == (language == "zh") or command == ("explain",)


@pytest.mark.parametrize("say", [Say("zh"), Say("en")])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_explained(name: str, say: Say) -> None:
    program = Program(say)
    command = program.get_command(click.Context(program), name)
    assert command is not None
    assert command.help
    assert command.short_help
    for param in command.params:
        assert isinstance(param, click.Argument) or getattr(param, "help", None)


def test_commands_are_listed(duban: Duban) -> None:
    for name in COMMANDS:
        assert f"  {name} " in duban("--help").out


def test_no_arguments_show_the_help(duban: Duban) -> None:
    done = duban()
    assert (done.status, done.out) == (2, "")
    assert "用法" in done.err


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (["raed"], "UC001 没有 raed 这个命令", "UC001 No such command 'raed'"),
        (["read"], "UC003 缺少 'FILE'", "UC003 Missing argument 'FILE'"),
        (["read", "a", "--nonsense"], "UC002 没有 --nonsense 这个选项", "UC002 No such option"),
        (["read", "a", "b"], "UC005 多出了参数 b。", "UC005 Got unexpected"),
        (["read", "a", "-o"], "UC003 选项 -o 后面缺少值。", "UC003 Option '-o'"),
        (["read", ""], "UC004 'FILE' 的值不对：文件名不能是空的。", "UC004 Invalid value"),
        (["explain", "x", "--year", "三"], "1949 到 2100", "--year"),
    ],
)
def test_complaints_are_in_the_language(
    duban: Duban, arguments: list[str], zh: str, en: str
) -> None:
    for language, words in (("zh", zh), ("en", en)):
        done = duban(*arguments, environment={"DUBAN_LANG": language})
        assert (done.status, done.out) == (2, "")
        assert words in done.err


def python(code: str, *arguments: str, **more: Any) -> subprocess.CompletedProcess[str]:  # noqa: ANN401  of run
    """Run `code` in a Python of its own."""
    given = {"stdout": subprocess.PIPE, "env": os.environ, **more}
    return subprocess.run(  # noqa: S603  our own code
        [sys.executable, "-c", code, *arguments],
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
        **given,
    )


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run a line of the shell."""
    return subprocess.run(  # noqa: S602  redirections are the shell's, and the line is ours
        command,
        shell=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_a_reader_that_has_gone_is_no_error() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = python(MAIN, "schema", stdout=writing)
    os.close(writing)
    assert done.stderr == ""
    assert done.returncode == 141


@pytest.mark.parametrize("arguments", [["schema"], ["--help"], ["--version"]])
@pytest.mark.parametrize("stdout", ["full", "closed"])
def test_a_screen_that_cannot_be_written_is_told(arguments: list[str], stdout: str) -> None:
    if stdout == "full" and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    redirection = "> /dev/full" if stdout == "full" else ">&-"
    done = shell(f"{shlex.join([sys.executable, '-c', MAIN, *arguments])} {redirection}")
    assert done.returncode == 2
    assert done.stderr.startswith("OU003 写不了标准输出（")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("environment", ["", "env -i "])  # the encoding of the locale, and none
@pytest.mark.parametrize("redirection", ["2>&-", "2> /dev/full"])
def test_a_mistake_that_nobody_hears_of_is_still_one(redirection: str, environment: str) -> None:
    if "full" in redirection and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    command = shlex.join([sys.executable, "-c", MAIN, "schema", "-o", "."])
    done = shell(f"{environment}{command} {redirection}")
    assert (done.returncode, done.stdout) == (2, "")


def test_an_interruption_while_loading_is_silent() -> None:
    code = (
        "import builtins\nload = builtins.__import__\n"
        "def stop(name, *rest, **more):\n"
        "    if name == 'duban.cli.program':\n        raise KeyboardInterrupt\n"
        "    return load(name, *rest, **more)\n"
        "builtins.__import__ = stop\n"
    )
    done = python(code + MAIN, "--version")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.parametrize("variable", ["NO_COLOR", "TERM"])
def test_no_colours_where_they_are_not_wanted(
    duban: Duban, report: Path, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setattr("click.utils.should_strip_ansi", lambda _stream, color: color is False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\x1b[" in duban("read", report).out
    monkeypatch.setenv(variable, "dumb")
    assert "\x1b[" not in duban("read", report).out


def test_a_character_that_the_terminal_lacks_is_no_crash() -> None:
    done = python(MAIN, "--help", env=os.environ | {"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "--lang" in done.stdout


@pytest.mark.parametrize("argument", ["--version", "--help"])
def test_starting_imports_nothing_heavy(argument: str) -> None:
    code = (
        "import os, sys\nfrom duban.cli.program import run\n"
        f"run([{argument!r}], os.environ)\nprint(*sys.modules, file=sys.stderr)"
    )
    assert not HEAVY & set(python(code).stderr.split())
