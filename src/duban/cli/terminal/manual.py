"""The rules as a list, and one rule's manual page, for 80 columns."""

from __future__ import annotations

import shutil
from itertools import groupby
from typing import TYPE_CHECKING

from click import style

from duban.checks.manual import PARTS
from duban.cli.findings.words import LOOKS, capital, severity
from duban.cli.terminal.typeset import cells, fill, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from duban.checks.rule import Rule
    from duban.cli.language import Say

_WIDTH = 80
_WIDEST = 120
_LEAST = 20  # cells of a title, however long the name before it
_FAMILIES = {
    "ST": ("结构：编号、标题、各部分的顺序", "structure: numbering, headings, order of the parts"),
    "LI": ("列举：名称与数值、项数与列出的项", "lists: names against values, counts against items"),
    "AR": ("算术：印出的数与推算的数", "arithmetic: printed values against those that follow"),
    "TG": ("目标：完不成、量不了、说不清的目标", "targets that cannot be met, measured or meant"),
    "WD": ("文字：数字的写法", "the wording of figures"),
    "CT": ("衔接：今年的报告与去年的台账", "continuity: this year's report against last year's"),
    "CH": ("检查本身", "the check itself"),
}
_OTHERS = ("另行安装的规则", "rules installed besides")


def listed(rules: Iterable[Rule], say: Say) -> str:
    """Return all rules, family by family: code, severity, name and title."""
    order = [*_FAMILIES]
    known = sorted(
        rules, key=lambda r: (order.index(f) if (f := r.code[:2]) in order else 99, r.code)
    )
    width = min(max(shutil.get_terminal_size((_WIDTH, 24)).columns, _WIDTH), _WIDEST)
    blocks = [
        "\n".join(_family(family, [*held], say, width))
        for family, held in groupby(known, key=lambda rule: rule.code[:2])
    ]
    return "\n\n".join(blocks) + "\n"


def _family(family: str, rules: list[Rule], say: Say, width: int) -> Iterator[str]:
    yield style(f"{family}  {say(*_FAMILIES.get(family, _OTHERS))}", bold=True)
    longest = max(cells(rule.name) for rule in rules)
    for rule in rules:
        word = fill(severity(rule.severity, say), cells(say("错误", "warning")))
        tag = style(word, fg=LOOKS[rule.severity].colour)
        head = f"  {rule.code}  {word}  {fill(rule.name, longest)}  "
        first, *rest = wrap(
            rule.page(say.language).title.rstrip("。."), max(width - cells(head), _LEAST)
        )
        yield head.replace(word, tag, 1) + first
        yield from (" " * cells(head) + line for line in rest)


def page(rule: Rule, say: Say) -> str:
    """Return the manual page of one rule."""
    return "\n".join(_page(rule, say)) + "\n"


def _page(rule: Rule, say: Say) -> Iterator[str]:
    manual = rule.page(say.language)
    yield from (style(line, bold=True) for line in wrap(f"{rule.code}  {manual.title}", _WIDTH))
    tag = style(severity(rule.severity, say), fg=LOOKS[rule.severity].colour)
    yield f"{rule.name} · {tag}"
    texts = (manual.finds, manual.why, manual.example, manual.advice, manual.silent)
    for name, text in zip(PARTS[say.language], texts, strict=True):
        yield ""
        yield style(name, bold=True)
        yield from (f"  {line}" for line in wrap(capital(text), _WIDTH - 2))
