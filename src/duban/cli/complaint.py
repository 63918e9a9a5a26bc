"""What the command says when it was called wrongly, with a code as every message has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click
from click import Choice, IntRange
from click.exceptions import (
    BadOptionUsage,
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchCommand,
    NoSuchOption,
    UsageError,
)

if TYPE_CHECKING:
    from duban.cli.language import Say

_IN_BRACKETS = re.compile(r"\((.*)\)")


class ContradictionError(UsageError):
    """Options that do not go together; its message is in the language of the call."""

    def __init__(self, message: str) -> None:
        super().__init__(message, click.get_current_context())


class UnknownEndingError(ContradictionError):
    """An output whose name does not say what to write."""


# The first that fits; a class stands before the one it belongs to.
_CODES = (
    ((NoSuchCommand,), "UC001"),
    ((NoSuchOption,), "UC002"),
    ((MissingParameter, BadOptionUsage), "UC003"),
    ((BadParameter,), "UC004"),
    ((UnknownEndingError,), "UC007"),
    ((ContradictionError,), "UC006"),
    ((ClickException,), "UC005"),
)


def words(error: ClickException, say: Say) -> str:
    """Return the complaint with its code, and the call for help where arguments were wrong."""
    told = error.format_message() if say.language == "en" else _chinese(error)
    text = f"{_code(error)} {told}"
    if not isinstance(error, UsageError):
        return text
    command = error.ctx.command_path if error.ctx else "duban"
    return text + say(f"\n用法见 {command} --help", f"\nSee {command} --help")


def _code(error: ClickException) -> str:
    return next(code for kinds, code in _CODES if isinstance(error, kinds))


def _chinese(error: ClickException) -> str:
    match error:
        case NoSuchOption():
            return f"没有 {error.option_name} 这个选项{_near(error.possibilities)}。"
        case NoSuchCommand():
            return f"没有 {error.command_name} 这个命令{_near(error.possibilities)}。"
        case BadOptionUsage():
            return f"选项 {error.option_name} {_lacking(error)}。"
        case BadParameter():
            return _unfit(error)
        case ContradictionError():
            return error.format_message()
        case _:
            return _superfluous(error.format_message())


def _unfit(error: BadParameter) -> str:
    if isinstance(error, MissingParameter):
        return f"缺少 {_name(error)}。"
    return f"{_name(error)} 的值不对：{_wanted(error)}。"


def _lacking(error: BadOptionUsage) -> str:
    # Click tells the two apart by its message only.
    return "后面不带值" if "not take a value" in error.message else "后面缺少值"


def _superfluous(message: str) -> str:
    # Nor has it a class for arguments that are too many; its message has them in brackets.
    extra = _IN_BRACKETS.search(message)
    return f"多出了参数 {extra[1]}。" if extra else f"用法不对（{message}）。"


def _wanted(error: BadParameter) -> str:
    match error.param and error.param.type:
        case Choice() as choice:
            return f"只能是 {'、'.join(map(str, choice.choices))}"
        case IntRange() as span:
            return f"应是 {span.min} 到 {span.max} 的整数"
        case _:
            return error.message


def _near(possibilities: list[str] | None) -> str:
    return f"，是不是 {'、'.join(possibilities)}" if possibilities else ""


def _name(error: BadParameter) -> str:
    return error.param.get_error_hint(error.ctx) if error.param else ""
