"""What `duban check` writes for programs: JSON, SARIF, GitHub, HTML, and comments in a docx."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx as python_docx
import pytest
from lxml import etree

from duban import __version__, model
from duban.checks import catalogue

from ..checks.finders import finder  # noqa: TID252  the tests are no package that is installed

if TYPE_CHECKING:
    from collections.abc import Callable

    Duban = Callable[..., Any]

TEXT = """云山县人民政府工作报告
——2025年1月10日在云山县第十八届人民代表大会第四次会议上
一、2024年工作回顾
全县<b>粮食</b>播种面积200万亩，单产300公斤/亩，总产量65万吨，达到100%。𠮷地。
二、2025年工作安排
油菜播种面积20万亩，单产200公斤/亩，总产量4万吨。再种油菜。
"""


@pytest.fixture(autouse=True)
def rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run one real rule, and three that find words, whatever rules there will be."""
    real = catalogue.rules()
    finders = [
        finder("ST901", "油菜", "warning"),
        finder("WD901", "总产量65万吨，达到100%", "note"),
        finder("WD902", "<b>粮食</b>", "note"),
    ]
    known = {rule.code: rule for rule in (real["AR101"], *finders, real["CH001"], real["CH002"])}
    monkeypatch.setattr(catalogue, "rules", lambda: known)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A report with characters that formats must escape, in a folder with such a name."""
    path = tmp_path / "稿 1%.txt"
    path.write_text(TEXT, "utf-8")
    path.with_name("稿 1%.suppressions.yml").write_text(
        "- code: ST901\n  words: 油菜\n  start: 999\n  reason: 确需\n", "utf-8"
    )
    return path


# -- JSON --------------------------------------------------------------------------------------


def test_json_has_all_fields_of_findings_and_proofs(whole: Duban, draft: Path) -> None:
    done = json.loads(whole("check", draft.name, "--format", "json").out)
    assert list(done) == ["schema_version", "duban", "reports", "unread"]
    assert done["duban"] == __version__
    report = done["reports"][0]
    fields = model.Finding.__struct_fields__
    assert [tuple(f) for f in report["findings"]] == [
        (*fields, "paragraph", "page", "fingerprint")
    ] * 4
    assert [tuple(p) for p in report["proofs"]] == [
        (*model.Proof.__struct_fields__, "paragraph", "page")
    ]
    for entry in (*report["findings"], *report["proofs"]):
        assert TEXT[entry["start"] : entry["end"]] == entry["text"]
        assert [TEXT[r["start"] : r["end"]] for r in entry["related"]] == [
            r["text"] for r in entry["related"]
        ]
    assert (
        report["source"]["sha256"]
        == json.loads(whole("read", draft.name, "--format", "json").out)["source"]["sha256"]
    )
    assert report["summary"] == {
        "errors": 1,
        "warnings": 1,
        "notes": 2,
        "tested": 6,
        "holding": 1,
        "suppressed": 1,
        "known": 0,
        "vanished": 0,
    }
    assert [f["reason"] for f in report["suppressed"]] == ["确需"]


def test_json_is_documented() -> None:
    page = Path(__file__).parents[2].joinpath("docs", "checks.md").read_text("utf-8")
    part = page[page.index("## The JSON document") : page.index("## SARIF")]
    named = re.findall(r"`(\w+)`", part)
    for key in (
        *("schema_version", "duban", "reports", "unread", "file", "source", "previous", "summary"),
        *("errors", "warnings", "notes", "tested", "holding", "suppressed", "known", "vanished"),
        *("findings", "proofs", "paragraph", "page", "fingerprint", "reason"),
    ):
        assert key in named


# -- SARIF -------------------------------------------------------------------------------------


@pytest.fixture
def sarif(whole: Duban, draft: Path) -> dict[str, Any]:
    """The one run of the log."""
    done = whole("check", draft.name, "没有.txt", "--proofs", "-o", "out.sarif")
    assert done.status == 2
    log = json.loads(Path("out.sarif").read_text("utf-8"))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    assert log["$schema"].endswith("sarif-2.1.0.json")
    found: dict[str, Any] = log["runs"][0]
    return found


def test_sarif_describes_the_tool_and_its_rules(sarif: dict[str, Any]) -> None:
    driver = sarif["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("duban", __version__)
    assert [rule["id"] for rule in driver["rules"]] == [*catalogue.rules()]
    first = driver["rules"][0]
    assert first["name"] == "OutputNotAreaTimesYield"
    assert first["shortDescription"]["text"] == "面积乘单产等于总产量。"
    assert first["defaultConfiguration"] == {"level": "error"}
    assert all(r["fullDescription"]["text"] and r["help"]["text"] for r in driver["rules"])
    assert sarif["columnKind"] == "unicodeCodePoints"
    assert sarif["artifacts"][0]["location"]["uri"] == "%E7%A8%BF%201%25.txt"
    assert re.fullmatch("[0-9a-f]{64}", sarif["artifacts"][0]["hashes"]["sha-256"])


def test_sarif_tells_which_file_was_not_read(sarif: dict[str, Any]) -> None:
    invocation = sarif["invocations"][0]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert [n["descriptor"]["id"] for n in told] == ["DC001"]


def test_sarif_places_give_the_words(sarif: dict[str, Any]) -> None:
    lines = TEXT.split("\n")
    for result in sarif["results"]:
        assert sarif["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for place in (*result["locations"], *result.get("relatedLocations", ())):
            region = place["physicalLocation"]["region"]
            at, length = region["charOffset"], region["charLength"]
            words = lines[region["startLine"] - 1][
                region["startColumn"] - 1 : region["endColumn"] - 1
            ]
            assert TEXT[at : at + length] == words == region["snippet"]["text"]


def test_sarif_results_have_level_kind_and_suppression(sarif: dict[str, Any]) -> None:
    results = sarif["results"]
    assert [(r["ruleId"], r["level"], r.get("kind", "fail")) for r in results] == [
        ("WD902", "note", "fail"),
        ("WD901", "note", "fail"),
        ("AR101", "error", "fail"),
        ("ST901", "warning", "fail"),
        ("ST901", "warning", "fail"),
        ("AR101", "none", "pass"),
    ]
    assert [r.get("suppressions") for r in results][-2:] == [
        [{"kind": "external", "justification": "确需"}],
        None,
    ]
    assert len(results[2]["relatedLocations"]) == 2
    assert all(r["partialFingerprints"]["duban/v1"] for r in results[:5])


def test_sarif_fingerprints_outlive_a_shift(
    whole: Duban, draft: Path, sarif: dict[str, Any]
) -> None:
    draft.write_text("（送审稿）\n\n" + TEXT, "utf-8")
    again = json.loads(whole("check", draft.name, "--format", "sarif").out)["runs"][0]
    assert [r["partialFingerprints"] for r in again["results"]] == [
        r["partialFingerprints"] for r in sarif["results"][:5]
    ]


# -- GitHub ------------------------------------------------------------------------------------


def test_github_gets_a_command_a_finding(whole: Duban, draft: Path) -> None:
    lines = whole("check", draft.name, "--format", "github").out.splitlines()
    column = TEXT.splitlines()[3].index("65万吨") + 1
    assert lines[2] == (
        f"::error file=稿 1%25.txt,line=4,endLine=4,col={column},endColumn={column + 4},"
        "title=AR101 output-not-area-times-yield::面积乘单产得60万吨，与总产量65万吨不符。"
        "%0A200万亩 × 300公斤/亩 = 60万吨，原文 65万吨：不符"
    )
    assert [line.split()[0] for line in lines] == ["::notice", "::notice", "::error", "::warning"]
    assert "达到100%25" in lines[1]


def test_properties_are_escaped(whole: Duban, tmp_path: Path) -> None:
    path = tmp_path / "a,b:c.txt"
    path.write_text(TEXT, "utf-8")
    assert "file=a%2Cb%3Ac.txt,line=" in whole("check", path.name, "--format", "github").out


# -- HTML --------------------------------------------------------------------------------------


def page(whole: Duban, *arguments: str) -> Any:  # noqa: ANN401  lxml's stubs want every type proven
    whole("check", *arguments, "-o", "out.html")
    text = Path("out.html").read_text("utf-8")
    root = etree.fromstring(text.replace("<!DOCTYPE html>", "").encode())  # well-formed as XML
    assert not re.search(r"url\(|@import", root.findtext(".//style") or "")
    for element in root.iter():
        assert element.tag not in {"script", "img", "link", "iframe", "object"}
        assert (element.get("href") or "#").startswith("#")
        assert not any(str(key) == "src" or str(key).startswith("on") for key in element.attrib)
    return root


def test_the_page_is_the_report_as_printed(whole: Duban, draft: Path) -> None:
    rows = page(whole, draft.name).findall(".//div[@class='row']")
    for row in rows:
        for number in row[0].findall(".//sup"):
            number[0].text = ""
    texts = ["".join(row[0].itertext()) for row in rows]
    assert texts == TEXT.strip().split("\n")
    assert [row[0].tag for row in rows] == ["p", "p", "h2", "p", "h2", "p"]


def test_every_finding_is_marked_and_noted(whole: Duban, draft: Path) -> None:
    root = page(whole, draft.name, "--proofs")
    notes = root.findall(".//div[@id]")
    assert [n.get("class") for n in notes] == [
        "note-box note",
        "note-box note",
        "note-box error",
        "note-box warning",
    ]
    links = [a.get("href") for a in root.iterfind(".//sup/a")]
    assert sorted(links) == sorted(f"#{note.get('id')}" for note in notes)
    marked = ["".join(m.itertext()) for m in root.iterfind(".//mark[@class='error']")]
    assert marked == ["65万吨"]
    note = "".join(notes[2].itertext())
    assert "200万亩 × 300公斤/亩 = 60万吨，原文 65万吨：不符" in note
    assert "改掉不一致的那个" in note
    assert "20万亩 × 200公斤/亩 = 4万吨：相符（四舍五入）" in "".join(root.itertext())


def test_the_page_can_leave_out_a_severity_and_be_printed(whole: Duban, draft: Path) -> None:
    root = page(whole, draft.name)
    style = root.findtext(".//style")
    for name in ("error", "warning", "note"):
        assert root.find(f".//input[@id='show-{name}']") is not None
        assert f"#show-{name}:not(:checked) ~ main .note-box.{name}" in style
    assert "@media print" in style


def test_a_hostile_report_stays_text(whole: Duban, tmp_path: Path) -> None:
    path = tmp_path / "<img src=x>.txt"
    path.write_text(TEXT + "<script>alert(1)</script>\x0b&amp;\n", "utf-8")
    root = page(whole, path.name)
    assert root.find(".//script") is None
    assert "<script>alert(1)</script>" in "".join(root.itertext())
    assert root.findtext(".//h1") == "<img src=x>.txt"


# -- comments in a docx ------------------------------------------------------------------------


def test_findings_become_comments(whole: Duban, tmp_path: Path) -> None:
    file = python_docx.Document()
    for line in TEXT.strip().split("\n"):
        file.add_paragraph(line)
    file.save(str(tmp_path / "稿.docx"))
    done = whole("check", "稿.docx", "--annotate", "批注.docx", "--select", "AR")
    assert (done.status, done.err) == (1, "写了 1 条批注。\n")
    comments = [*python_docx.Document(io.BytesIO(Path("批注.docx").read_bytes())).comments]
    assert [(c.author, c.text.split("\n")) for c in comments] == [
        (
            "duban 督办",
            [
                "面积乘单产得60万吨，与总产量65万吨不符。",
                "200万亩 × 300公斤/亩 = 60万吨，原文 65万吨：不符",
                "对照统计部门的发布数核三个数，改掉不一致的那个。",
                "错误 AR101",
            ],
        )
    ]


def test_the_docx_itself_is_not_overwritten(whole: Duban, tmp_path: Path) -> None:
    file = python_docx.Document()
    file.add_paragraph(TEXT)
    file.save(str(tmp_path / "稿.docx"))
    done = whole("check", "稿.docx", "--annotate", "稿.docx")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("OU001 ")
