"""`duban check`: what does not hold together in a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import click

from duban.cli import emptiness, forms, output
from duban.cli.checking.options import parameters
from duban.cli.complaint import ContradictionError
from duban.cli.names import STANDARD

if TYPE_CHECKING:
    from pathlib import Path

    from duban.cli.checking.checked import Run
    from duban.cli.language import Say
    from duban.model import Severity

FORMATS = ("text", "json", "sarif", "github", "html")
FOUND, UNREAD = 1, 2


class Request(NamedTuple):
    """What was asked for on the command line."""

    files: tuple[Path, ...]
    form: str | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: str | None
    previous: Path | None
    proofs: bool
    baseline: Path | None
    write_baseline: Path | None
    config: Path | None
    annotate: Path | None
    target: Path | None


def command(say: Say) -> click.Command:
    """Build the command."""
    return click.Command(
        "check",
        callback=lambda **given: run(say, **given),
        params=[*parameters(say, FORMATS), output.option(say)],
        short_help=say("检查报告里对不上的数字和文字", "check that a report holds together"),
        help=say(
            "检查每份报告 FILE（- 是标准输入）：数与数、数与文字、标题与内容是否相符。"
            "\n\n没有问题时退出状态是 0，有问题是 1，有文件读不了是 2。"
            "各条规则见 duban rule，设置写在 duban.toml 里。",
            "Check each report FILE (- is standard input): whether its figures, words and headings "
            "agree.\n\nThe exit status is 0 where nothing was found, 1 where something was, 2 "
            "where a file could not be read. duban rule lists the rules; settings stand in "
            "duban.toml.",
        ),
    )


def run(say: Say, **given: Any) -> int:  # noqa: ANN401  click hands over what the options say
    """Check the reports, write what was found, and return the exit status."""
    from duban.cli.checking.work import check  # noqa: PLC0415  `--help` need not wait for it

    request = Request(**given)
    form = forms.choose(request.form, request.target, FORMATS, say, forms.FINDINGS)
    _refuse(request, say)
    done, severity = check(request, say)
    for unread in done.unread:
        message = unread.error.message(say.language)
        click.echo(f"{unread.error.code} {message}", err=True)
    for checked in done.checked:
        emptiness.warn(checked.reading.ledger, say)
    if done.checked:
        _write(request, done, form, say)
    return _status(request, done, severity)


def _refuse(request: Request, say: Say) -> None:
    """Refuse what cannot be done, before anything is read."""
    if request.annotate and (len(request.files) > 1 or STANDARD in request.files):
        raise ContradictionError(
            say(
                "--annotate 一次只能给一个 docx 文件写批注，请只写一个文件名。",
                "--annotate writes the comments of one docx file; name just one.",
            )
        )
    if request.files.count(STANDARD) > 1:
        raise ContradictionError(
            say(
                "标准输入只能读一次，- 只能写一个。",
                "Standard input can be read once; give - once.",
            )
        )
    targets = [t for t in (request.target, request.annotate, request.write_baseline) if t]
    if len({t.resolve() for t in targets}) < len(targets):
        raise ContradictionError(
            say("几个输出用了同一个文件名，请分开。", "Two outputs have the same name; part them.")
        )
    inputs = [
        f for f in (*request.files, request.previous, request.config) if f not in (None, STANDARD)
    ]
    for target in targets:
        kept = [request.baseline] if request.baseline and target != request.write_baseline else []
        output.check(target, [f for f in (*inputs, *kept) if f])


def _write(request: Request, done: Run, form: str, say: Say) -> None:
    """Write everything that was asked for; each is whole before the first is written."""
    notes, comments = "", b""
    if request.annotate:
        from duban.cli.findings import word  # noqa: PLC0415  only where it is asked for

        comments, notes = word.dumps(request.files[0], done, say)
    data = _written(done, form, say, to_file=request.target is not None)
    if request.annotate:
        output.write(comments, request.annotate)
    if request.write_baseline and done.unread:
        notes += say(
            "有文件没有读成，基线没有写。\n",
            "A file could not be read, so no baseline was written.\n",
        )
    elif request.write_baseline:
        notes += _baseline(request.write_baseline, done, say)
    output.write(data, request.target)
    if notes:
        click.echo(notes, nl=False, err=True)


def _baseline(target: Path, done: Run, say: Say) -> str:
    from duban.cli.checking import baseline  # noqa: PLC0415  only where it is asked for

    found = tuple(
        entry
        for checked in done.checked
        for entry in baseline.entries(
            checked.document.source.name,
            (*checked.findings, *checked.sifted.known),
            checked.document.text,
        )
    )
    output.write(baseline.dumps(baseline.Baseline(findings=found)), target)
    return say(
        f"已把 {len(found)} 处问题记入基线 {target.name}，以后只报新的。\n",
        f"{len(found)} findings are in the baseline {target.name}; only new ones will be told.\n",
    )


def _written(done: Run, form: str, say: Say, *, to_file: bool) -> str:
    # Each format is imported when it is asked for: starting up is most of a short run.
    match form:
        case "json":
            from duban.cli.findings import json  # noqa: PLC0415

            return json.dumps(done)
        case "sarif":
            from duban.cli.findings import sarif  # noqa: PLC0415

            return sarif.dumps(done, say)
        case "github":
            from duban.cli.findings import github  # noqa: PLC0415

            return github.dumps(done, say)
        case "html":
            from duban.cli.findings import html  # noqa: PLC0415

            return html.dumps(done, say)
        case _:
            from duban.cli.terminal import findings  # noqa: PLC0415

            return findings.dumps(done, say, paper=to_file)


def _status(request: Request, done: Run, severity: Severity) -> int:
    from duban.cli.checking.checked import ORDER, worst  # noqa: PLC0415  loaded by now

    if done.unread:
        return UNREAD
    found = worst(done)
    if found is None or request.write_baseline:
        return 0
    return FOUND if ORDER.index(found) <= ORDER.index(severity) else 0
