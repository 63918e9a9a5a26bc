"""What the command says when it was called wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click import Choice, IntRange
from click.exceptions import (
    BadParameter,
    ClickException,
    MissingParameter,
    NoSuchCommand,
    NoSuchOption,
    UsageError,
)

if TYPE_CHECKING:
    from duban.cli.language import Say


def words(error: ClickException, say: Say) -> str:
    """Return the complaint, with the call for help where the arguments were wrong."""
    text = error.format_message() if say.language == "en" else _chinese(error)
    if not isinstance(error, UsageError) or error.ctx is None:
        return text
    command = error.ctx.command_path
    return text + say(f"\n用法见 {command} --help", f"\nSee {command} --help")


def _chinese(error: ClickException) -> str:
    match error:
        case NoSuchOption():
            return f"没有 {error.option_name} 这个选项{_near(error.possibilities)}。"
        case NoSuchCommand():
            return f"没有 {error.command_name} 这个命令{_near(error.possibilities)}。"
        case MissingParameter():
            return f"缺少 {_name(error)}。"
        case BadParameter():
            return f"{_name(error)} 的值不对：{_wanted(error)}。"
        case _:
            return error.format_message()


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
