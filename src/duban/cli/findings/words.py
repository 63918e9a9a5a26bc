"""What findings and proofs are called, wherever they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from duban.model import Severity, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from duban.cli.checking.checked import Checked, Run
    from duban.cli.language import Say
    from duban.model import Finding, Proof

_LONGEST = 24  # characters of the words that are repeated beside the arithmetic
_TITLE = 16  # characters of a heading that tells where something stands; two fill a line


class Look(NamedTuple):
    """How one severity is told apart: by mark and word, with or without its colour."""

    zh: str
    en: str
    mark: str
    colour: str
    judgement: tuple[str, str]


LOOKS = {
    Severity.ERROR: Look("错误", "error", "✗", "red", ("不符", "does not agree")),
    Severity.WARNING: Look("警告", "warning", "!", "yellow", ("疑不符", "seems not to agree")),
    Severity.NOTE: Look("提示", "note", "i", "cyan", ("请核对", "to be looked at")),
}
_HOLDS = {
    Verdict.EXACT: ("相符", "holds"),
    Verdict.ROUNDED: ("相符（四舍五入）", "holds (rounded)"),
    Verdict.TRUNCATED: ("相符（截尾，未四舍五入）", "holds (cut off, not rounded)"),
    Verdict.FORCED: ("相符（凑足100%）", "holds (bent to sum to 100%)"),
    Verdict.WRONG: ("不符", "does not agree"),
}


def severity(value: Severity, say: Say) -> str:
    """Return the word for a severity."""
    return say(LOOKS[value].zh, LOOKS[value].en)


def verdict(value: Verdict, say: Say) -> str:
    """Return the words for a verdict."""
    return say(*_HOLDS[value])


def arithmetic(finding: Finding, say: Say) -> str:
    """Return the arithmetic with the printed value and the judgement, or an empty string.

    `200万亩 × 300公斤/亩 = 60万吨，原文 65万吨：不符`
    """
    if not finding.equation:
        return ""
    judgement = say(*(LOOKS[finding.severity].judgement))
    return f"{_written(finding, say)}{say('：', ': ')}{judgement}"


def proven(proof: Proof, say: Say) -> str:
    """Return the arithmetic of a relation that holds, with the verdict."""
    return f"{_written(proof, say)}{say('：', ': ')}{verdict(proof.verdict, say)}"


def _written(entry: Finding | Proof, say: Say) -> str:
    """Return an equation and the printed value, where this does not stand in it already."""
    equation, text = entry.equation, entry.text
    terms = {term.strip("()（）") for term in equation.split()}
    if "=" not in terms or text in terms or len(text) > _LONGEST or "\n" in text:
        return equation
    return equation + say(f"，原文 {text}", f"; printed {text}")


def place(checked: Checked, start: int, section: str, say: Say) -> Iterator[str]:
    """Yield where something stands: headings, page, paragraph, character.

    Args:
        checked: the report.
        start: offset in its text.
        section: id of the innermost section.
        say: language.
    """
    titles = [_short(held.number + held.title) for held in checked.path(section)]
    if titles:
        yield " › ".join(dict.fromkeys((titles[0], titles[-1])))
    paragraph = checked.document.locate(start)
    if paragraph and paragraph.page:
        yield say(f"第 {paragraph.page} 页", f"page {paragraph.page}")
    if paragraph:
        yield say(f"第 {paragraph.number} 段", f"paragraph {paragraph.number}")
    yield say(f"第 {start + 1} 字", f"character {start + 1}")


def _short(title: str) -> str:
    plain = " ".join(title.split())
    return plain if len(plain) <= _TITLE else plain[: _TITLE - 1] + "…"


def title(run: Run, code: str, say: Say) -> str:
    """Return what a rule says must hold, without its full stop; empty for an unknown rule."""
    rule = run.rules.get(code)
    return rule.page(say.language).title.rstrip("。.") if rule else ""


def advice(run: Run, code: str, say: Say) -> str:
    """Return what to do about a rule's findings; empty for an unknown rule."""
    rule = run.rules.get(code)
    return capital(rule.page(say.language).advice) if rule else ""


def ruled(run: Run, code: str, say: Say) -> str:
    """Return what a rule says must hold and what to do where it does not."""
    stop = say("。", ". ")
    return f"{title(run, code, say)}{stop}{advice(run, code, say)}" if code in run.rules else ""


def capital(text: str) -> str:
    """Return a text with a capital at its beginning; a part of a manual page has none."""
    return text[:1].upper() + text[1:]


def counts(reports: Iterable[Checked], say: Say) -> str:
    """Return how many findings there are of each severity, and how many relations were tested."""
    sifted = [checked.sifted for checked in reports]
    found = [sum(one.count(value) for one in sifted) for value in Severity]
    zh = "、".join(f"{LOOKS[v].zh} {n}" for v, n in zip(Severity, found, strict=True))
    en = ", ".join(_plural(n, LOOKS[v].en) for v, n in zip(Severity, found, strict=True))
    tested, holding = sum(s.tested for s in sifted), sum(len(s.proofs) for s in sifted)
    return say(
        f"{zh}；核对 {tested} 项，相符 {holding} 项。",
        f"{en}; {_plural(tested, 'relation')} tested, {holding} holding.",
    )


def left_out(reports: Iterable[Checked], say: Say) -> str:
    """Return how many findings are not told and why, or an empty string."""
    of = [*reports]
    suppressed = sum(len(checked.sifted.suppressed) for checked in of)
    known = sum(len(checked.sifted.known) for checked in of)
    gone = sum(checked.vanished for checked in of)
    parts = [
        (suppressed, f"免报 {suppressed} 处", f"{suppressed} suppressed"),
        (known, f"基线已有 {known} 处", f"{known} in the baseline"),
        (gone, f"基线中 {gone} 处已消失", f"{gone} of the baseline gone"),
    ]
    return say("，", ", ").join(say(zh, en) for count, zh, en in parts if count)


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
