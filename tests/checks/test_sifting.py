"""What of an audit is told: selection, sections, suppressions, baseline; no file is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

import duban
from duban.checks import audit
from duban.checks.fingerprint import fingerprint
from duban.checks.passage import sentence
from duban.checks.selection import InSections, Selection, unknown
from duban.checks.sifting import Policy, Sifted, sift
from duban.checks.suppressions import Suppression, inline
from duban.documents import from_bytes
from duban.model import Severity, Span

from .finders import finder

if TYPE_CHECKING:
    from duban.model import Reading

TEXT = """云山县人民政府工作报告
一、2024年工作回顾
新建公园8个。种树甲万株，修路乙公里。
（一）生态建设
种树甲万株。
二、2025年工作安排
种树甲万株，修路乙公里。
"""
RULES = {rule.code: rule for rule in (finder("AR901", "甲", proven="8"), finder("ST901", "乙"))}


def told(policy: Policy, text: str = TEXT, kind: str = "txt") -> Sifted:
    reading = read(text, kind)
    chosen = [rule for rule in RULES.values() if policy.selection.covers(rule.code)]
    return sift(audit(reading, chosen=chosen), reading, policy, [*RULES, "CH001", "CH002"])


def read(text: str, kind: str = "txt") -> Reading:
    return duban.read_document(from_bytes(text.encode(), name=f"a.{kind}"))


def codes(sifted: Sifted) -> str:
    return " ".join(finding.code for finding in sifted.findings)


# -- which rules ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("select", "ignore", "covered"),
    [
        ((), (), "AR101 AR201 ST101 CH001"),
        (("AR",), (), "AR101 AR201 CH001"),
        (("AR1", "ST101"), (), "AR101 ST101 CH001"),
        ((), ("AR",), "ST101 CH001"),
        (("AR",), ("AR101",), "AR201 CH001"),
        (("AR101",), ("AR",), "AR101 CH001"),
        (("AR101",), ("AR101",), "CH001"),
        (("AR",), ("CH",), "AR101 AR201"),
    ],
)
def test_the_longer_beginning_decides(
    select: tuple[str, ...], ignore: tuple[str, ...], covered: str
) -> None:
    selection = Selection(select, ignore)
    known = ("AR101", "AR201", "ST101", "CH001")
    assert [c for c in known if selection.covers(c)] == covered.split()


def test_a_beginning_without_rules_is_found() -> None:
    assert unknown(["AR", "AR1", "AR101"], ["AR101", "ST101"]) is None
    assert unknown(["AR", "AR2"], ["AR101"]) == "AR2"
    assert unknown([""], ["AR101"]) == ""


def test_in_a_section_only_what_is_asked_for_is_told() -> None:
    assert codes(told(Policy())) == "AR901 ST901 AR901 AR901 ST901"
    review = InSections("*工作回顾", Selection(ignore=("AR",)))
    assert codes(told(Policy(sections=(review,)))) == "ST901 AR901 ST901"
    part = InSections("生态*", Selection(ignore=("AR901",)))
    assert codes(told(Policy(sections=(part,)))) == "AR901 ST901 AR901 ST901"
    numbered = InSections("二、*", Selection(select=("ST",)))
    assert codes(told(Policy(sections=(numbered,)))) == "AR901 ST901 AR901 ST901"


def test_relations_are_counted_whatever_came_of_them() -> None:
    sifted = told(Policy(suppressions=(Suppression("ST", "口径", "乙"),)))
    assert (sifted.tested, len(sifted.proofs), sifted.count(Severity.ERROR)) == (6, 1, 3)


# -- suppressions -------------------------------------------------------------------------------


def test_a_suppression_takes_all_findings_of_its_words() -> None:
    sifted = told(Policy(suppressions=(Suppression("AR901", "统计口径", "甲"),)))
    assert codes(sifted) == "ST901 ST901"
    assert [(f.text, d.reason) for f, d in sifted.suppressed] == [("甲", "统计口径")] * 3


def test_a_passage_or_an_offset_tells_which_is_meant() -> None:
    passage = Suppression("AR901", "口径", "甲", sentence="甲万株，修路")
    assert codes(told(Policy(suppressions=(passage,)))) == "ST901 AR901 ST901"
    last = Suppression("AR901", "口径", "甲", start=len(TEXT))
    assert codes(told(Policy(suppressions=(last,)))) == "AR901 ST901 AR901 ST901"


def test_two_suppressions_of_one_finding_are_both_in_use() -> None:
    twice = (Suppression("AR901", "口径", "甲"), Suppression("AR", "口径", "甲"))
    assert "CH002" not in codes(told(Policy(suppressions=twice)))


def test_a_suppression_without_a_finding_is_one() -> None:
    gone = Suppression("AR901", "口径", "新建公园")
    sifted = told(Policy(suppressions=(gone,)))
    found = next(f for f in sifted.findings if f.code == "CH002")
    assert (found.severity, found.text, found.section) == (
        Severity.NOTE,
        "新建公园",
        next(f.section for f in sifted.findings if f.code == "AR901"),
    )
    assert "第 1 条免报（AR901“新建公园”）" in found.zh
    nowhere = told(Policy(suppressions=(Suppression("AR901", "口径", "丙"),)))
    assert (nowhere.findings[0].code, nowhere.findings[0].end) == ("CH002", 0)


def test_a_suppression_of_a_rule_that_was_not_run_is_not_called_stale() -> None:
    policy = Policy(Selection(select=("ST",)), suppressions=(Suppression("AR901", "口径", "甲"),))
    assert codes(told(policy)) == "ST901 ST901"
    ignored = Policy(Selection(ignore=("CH002",)), suppressions=(Suppression("AR", "口径", "丙"),))
    assert "CH002" not in codes(told(ignored))


@pytest.mark.parametrize("kind", ["txt", "md"])
def test_a_comment_in_a_paragraph_holds_for_it(kind: str) -> None:
    text = TEXT.replace("种树甲万株。", "种树甲万株。<!-- duban: ignore AR901 口径不同，甲 -->")
    found = inline(from_bytes(text.encode(), name=f"a.{kind}"))
    assert [(d.code, d.reason) for d in found] == [("AR901", "口径不同，甲")]
    sifted = told(Policy(suppressions=found), text, kind)
    assert codes(sifted) == "AR901 ST901 AR901 ST901"
    assert len(sifted.suppressed) == 1  # the words inside the comment are nobody's finding


def test_a_comment_alone_holds_for_the_next_paragraph() -> None:
    text = TEXT.replace("种树甲万株。", "<!-- duban: ignore AR901: 口径 -->\n\n种树甲万株。")
    found = inline(from_bytes(text.encode(), name="a.md"))
    assert codes(told(Policy(suppressions=found), text)) == "AR901 ST901 AR901 ST901"


def test_a_comment_without_a_finding_is_one() -> None:
    text = TEXT.replace("新建公园", "<!-- duban: ignore ST901 旧 -->\n（注）\n新建公园")
    found = told(Policy(suppressions=inline(from_bytes(text.encode(), name="a.md"))), text)
    stale = next(f for f in found.findings if f.code == "CH002")
    assert stale.text == "<!-- duban: ignore ST901 旧 -->"


def test_only_plain_texts_hold_comments() -> None:
    html = "<html><body><p>县政府工作报告</p><!-- duban: ignore AR901 x --></body></html>"
    assert inline(from_bytes(html.encode(), name="a.html")) == ()


# -- fingerprints and the baseline ---------------------------------------------------------------


def prints(text: str) -> list[str]:
    reading = read(text)
    return [fingerprint(f, text) for f in audit(reading, chosen=RULES.values()).findings]


def test_a_fingerprint_outlives_what_stands_elsewhere() -> None:
    wider = TEXT.replace("一、2024", "前言。\n\n一、2024").replace("种树甲万株，", "种树甲 万株，")
    assert prints(wider) == prints(TEXT)
    assert prints(TEXT.replace("修路乙", "修桥乙"))[0] != prints(TEXT)[0]
    assert len(set(prints(TEXT))) == 3  # rule, words and sentence: the same sentence twice


def test_a_baseline_takes_as_many_as_it_has() -> None:
    first = prints(TEXT)[0]
    sifted = told(Policy(baseline={first: 1}))
    assert codes(sifted) == "ST901 AR901 AR901 ST901"
    assert [f.start for f in sifted.known] == [TEXT.index("甲")]
    assert len(told(Policy(baseline={first: 5})).known) == 2


def test_no_policy_changes_a_finding() -> None:
    reading = read(TEXT)
    found = audit(reading, chosen=RULES.values())
    sifted = sift(found, reading, Policy(), RULES)
    assert msgspec.to_builtins(sifted.findings) == msgspec.to_builtins(found.findings)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("甲。乙丙。丁", "丙", "乙丙。"),
        ("甲。\n  乙丙  \n丁", "乙", "乙丙"),
        ("甲！乙。丙？", "乙。丙", "乙。丙？"),
        ("甲", "甲", "甲"),
        ("甲。", "甲。", "甲。"),
        ("甲。乙", "", "甲。"),
    ],
)
def test_the_sentence_around_words(text: str, words: str, expected: str) -> None:
    start = text.index(words)
    assert sentence(text, Span(start, start + len(words))).of(text) == expected
