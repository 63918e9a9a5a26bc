"""The documentation says what the code does: commands, options, fields, codes and the example."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import click
import msgspec
import pytest

import duban
from duban import model
from duban.cli.language import choose
from duban.cli.program import Program

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
NOUN_PAGES = ("docs/ledger.md", "docs/checks.md", "docs/assess.md")
READMES = ("README.md", "README.zh-CN.md")
CODE = re.compile(r'"([A-Z]{2}[0-9]{3})"')
DOCUMENTED_CODE = re.compile(r"^\| `([A-Z]{2}[0-9]{3})` \|", re.MULTILINE)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def part(text: str, heading: str) -> str:
    """Return what stands under a heading, down to the next of its level or above."""
    level = heading.split(" ", 1)[0]
    match = re.search(
        rf"^{re.escape(heading)}$(.*?)(?=^#{{1,{len(level)}}} |\Z)", text, re.MULTILINE | re.DOTALL
    )
    assert match, f"no heading {heading!r}"
    return match[1]


# -- commands --------------------------------------------------------------------------------


def commands() -> dict[str, click.Command]:
    program = Program(choose(["--lang", "en"], {}))
    context = click.Context(program, info_name="duban")
    found = {n: program.get_command(context, n) for n in program.list_commands(context)}
    return {"duban": program} | {f"duban {n}": c for n, c in found.items() if c is not None}


def options(command: click.Command) -> set[str]:
    of = [p for p in command.params if isinstance(p, click.Option)]
    return {spelling for p in of for spelling in (*p.opts, *p.secondary_opts)}


def own_options(name: str) -> set[str]:
    """Return a command's options; those that every command shares belong to `duban`."""
    shared = set.intersection(*(options(command) for command in commands().values()))
    return options(commands()[name]) - (set() if name == "duban" else shared)


@pytest.mark.parametrize("name", commands())
def test_every_option_of_a_command_is_documented(name: str) -> None:
    text = part(read("docs/cli.md"), f"## `{name}`")
    rows = re.findall(r"^\| (`.*?) \|", text, re.MULTILINE)
    said = {o for row in rows for o in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", row)}
    assert said == own_options(name)


@pytest.mark.parametrize("name", commands())
def test_every_argument_of_a_command_is_documented(name: str) -> None:
    text = part(read("docs/cli.md"), f"## `{name}`")
    context = click.Context(commands()[name])
    arguments = [p for p in commands()[name].params if isinstance(p, click.Argument)]
    assert [p.name for p in arguments if p.make_metavar(context).strip("[].") not in text] == []


def test_the_commands_are_documented_in_their_order() -> None:
    headings = re.findall(r"^## `(duban.*?)`$", read("docs/cli.md"), re.MULTILINE)
    assert headings == list(commands())


# -- fields ----------------------------------------------------------------------------------


def nouns() -> dict[str, type[msgspec.Struct]]:
    return {
        name: noun
        for name in model.__all__
        if isinstance(noun := getattr(model, name), type) and issubclass(noun, msgspec.Struct)
    }


def noun_page(name: str) -> str:
    return part("".join(map(read, NOUN_PAGES)), f"### {name}")


@pytest.mark.parametrize("name", nouns())
def test_every_field_is_documented_in_order(name: str) -> None:
    rows = re.findall(r"^\| `(\w+)` \|", noun_page(name), re.MULTILINE)
    assert rows == list(nouns()[name].__struct_fields__)


def values() -> dict[str, Any]:
    found = {n: getattr(model, n) for n in model.__all__}
    return {n: e for n, e in found.items() if hasattr(e, "__members__")}


@pytest.mark.parametrize("name", values())
def test_every_value_of_an_enumeration_is_documented(name: str) -> None:
    rows = re.findall(r"^\| `(\S+)` \|", noun_page(name), re.MULTILINE)
    assert rows == [member.value for member in values()[name]]


# -- codes -----------------------------------------------------------------------------------


def codes_in_source() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for file in sorted((ROOT / "src").rglob("*.py")):
        if "checks" in file.parts:  # a rule's code is documented by its own docstring
            continue
        for code in CODE.findall(file.read_text(encoding="utf-8")):
            found.setdefault(code, []).append(file.name)
    return found


def test_every_code_is_documented_and_none_that_is_gone() -> None:
    documented = DOCUMENTED_CODE.findall(read("docs/errors.md"))
    assert sorted(documented) == sorted(codes_in_source())


def test_a_code_is_said_in_one_place() -> None:
    assert [c for c, files in codes_in_source().items() if len(files) > 1] == []


# -- the readmes -----------------------------------------------------------------------------


def shape(text: str) -> list[str]:
    """Return the bones of a page: heading levels, kinds of code blocks, widths of tables."""
    bones = re.findall(r"^(#+) |^(```\w*)$|^(\|.*\|)$", text, re.MULTILINE)
    return [level or fence or f"{row.count('|')} cells" for level, fence, row in bones]


def test_both_readmes_have_the_same_structure() -> None:
    english, chinese = (read(name) for name in READMES)
    assert shape(english) == shape(chinese)


def test_both_readmes_run_the_same_commands() -> None:
    english, chinese = (
        [b for k, b in FENCE.findall(read(n)) if k in {"sh", "python"}] for n in READMES
    )
    assert [_without_remarks(b) for b in english] == [_without_remarks(b) for b in chinese]


def _without_remarks(block: str) -> str:
    return re.sub(r"\s*#.*", "", block)


@pytest.mark.parametrize("name", READMES)
def test_the_example_is_true(name: str) -> None:
    blocks = FENCE.findall(read(name))
    sentence = next(body for kind, body in blocks if kind == "text").strip()
    lines = next(body for kind, body in blocks if kind == "json").strip().splitlines()
    reading = duban.read(ROOT / "samples" / "yunshan-2025.txt")
    start = reading.document.text.index(sentence)
    ledger = reading.ledger
    found: list[model.Figure | model.Target | model.Commitment] = [
        *ledger.figures,
        *ledger.targets,
        *ledger.commitments,
    ]
    entries = [
        msgspec.to_builtins(entry, str_keys=True)
        for entry in found
        if start <= entry.start < start + len(sentence)
    ]
    shown = [json.loads(line) for line in lines]
    assert [
        {k: entry.get(k) for k in line} for line, entry in zip(shown, entries, strict=True)
    ] == shown
    assert all(sentence in line["text"] or line["text"] in sentence for line in shown)
