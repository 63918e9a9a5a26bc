"""From a file to its reading: the only module that knows the order of the stages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from duban.documents import from_text, load
from duban.documents.errors import not_a_report
from duban.extract.commitments import extract_commitments
from duban.extract.figures import read_figures, settle_figures
from duban.extract.remarks import find_remarks
from duban.extract.segments import segments
from duban.extract.targets import extract_targets
from duban.grammar.folding import fold
from duban.grammar.genre import looks_official
from duban.ledger.corrections import apply, find
from duban.model import Ledger, Reading
from duban.outline import objectives_spans, outline

if TYPE_CHECKING:
    from duban.model import Document


def read(path: str | Path) -> Reading:
    """Read a report into its ledger.

    A file `<name>.corrections.yml` beside the report holds a person's corrections; they are
    applied.

    Args:
        path: the report: txt, md, docx, pdf, html or a picture of a page.

    Raises:
        UserError: the file cannot be read or is no report, or a correction does not apply.
    """
    document = load(path)
    if not looks_official(document.text):
        raise not_a_report(Path(path).name)
    reading = read_document(document)
    corrections = find(Path(path))
    if corrections is None:
        return reading
    return Reading(document, apply(reading.ledger, document.text, corrections))


def read_text(text: str, name: str = "") -> Reading:
    """Read a text in memory; anything is accepted, a single sentence too.

    Args:
        text: the text of a report or of a part of one.
        name: a file name to stand in the ledger; its year and place help if the text has none.
    """
    return read_document(from_text(text, name=name))


def read_document(document: Document) -> Reading:
    """Read a document that is already loaded."""
    text = document.text
    folded = fold(text)
    parts = segments(folded)
    frame = outline(document, folded)
    passage = read_figures(text, folded, parts)
    figures = settle_figures(passage, frame)
    objectives = objectives_spans(document, folded, frame.sections)
    ledger = Ledger(
        source=document.source,
        masthead=frame.masthead,
        sections=frame.sections,
        figures=figures,
        targets=extract_targets(passage, frame, figures, objectives),
        commitments=extract_commitments(text, folded, frame, figures),
        remarks=find_remarks(passage),
    )
    return Reading(document, ledger)
