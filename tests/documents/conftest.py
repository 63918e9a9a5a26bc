"""Builders of small files, so that no test depends on a file that nobody can read."""

from __future__ import annotations

import io
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from PIL.ImageFont import FreeTypeFont

    # Left, height above the foot of the page, size, characters.
    Text = tuple[float, float, float, str]

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _part(root: str, inner: str, namespace: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><w:{root} xmlns:w="{namespace}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        f'xmlns:v="urn:schemas-microsoft-com:vml">{inner}</w:{root}>'
    )


def _relations(*kinds_and_targets: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="r{i}" Type="{_KINDS}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(kinds_and_targets)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


def build_docx(body: str, *, namespace: str = WORD, **others: str) -> bytes:
    """Return a docx with `body` inside `w:body`; `others` are styles, numbering, footnotes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        file.writestr("_rels/.rels", _relations(("officeDocument", "word/document.xml")))
        related = _relations(*((kind, f"{kind}.xml") for kind in others))
        file.writestr("word/_rels/document.xml.rels", related)
        file.writestr("word/document.xml", _part("document", f"<w:body>{body}</w:body>", namespace))
        for kind, inner in others.items():
            file.writestr(f"word/{kind}.xml", _part(kind, inner, namespace))
    return packed.getvalue()


# A Chinese font that every reader knows by name, as objects 3 to 5 of a file.
_FONT = (
    (
        b"<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H"
        b"/DescendantFonts[4 0 R]>>"
    ),
    (
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000/W[1[1000]]"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 5 0 R>>"
    ),
    (
        b"<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -120 1000 880]"
        b"/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 80>>"
    ),
)
# How text is drawn so that it stands upright on a page that is shown turned.
_TURNED = {0: "1 0 0 1", 90: "0 1 -1 0", 180: "-1 0 0 -1", 270: "0 -1 1 0"}


def build_pdf(pages: list[list[Text]], *, rotate: int = 0) -> bytes:
    """Return a PDF that places texts at (x, y, size, text), y upwards, with no font inside.

    Every character, a digit as well, is as wide as the type is high. A page that is shown
    turned has its text drawn the other way, as a landscape page of a report.
    """
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        *_FONT,
    ]
    kids = []
    for page in pages:
        drawn = "".join(
            f"BT /F {size} Tf {_TURNED[rotate]} {x} {y} Tm "
            f"<{text.encode('utf-16-be').hex()}> Tj ET\n"
            for x, y, size, text in page
        ).encode()
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Rotate %d/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % (rotate, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    return _pdf_file(objects)


def _pdf_file(objects: list[bytes]) -> bytes:
    data = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%s"
        b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (count, table, count, len(data))
    )


def build_scan(scans: int, text_after: str = "") -> bytes:
    """Return a PDF with pages that are one grey picture each, and perhaps a page of text."""
    text: list[list[Text]] = [[(70, 700, 16, text_after)]] if text_after else []
    data = build_pdf([[] for _ in range(scans)] + text)
    picture = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 /F /AHx ID 80> EI Q"
    drawn = b"<</Length %d>>stream\n%s\n" % (len(picture), picture)
    return data.replace(b"<</Length 0>>stream\n\n", drawn)


def typeset(
    paragraphs: list[str],
    *,
    indent: int = 2,
    measure: int = 28,
    lines: int = 24,
    furniture: bool = True,
) -> bytes:
    """Return a PDF set as offices do: so many characters a line, so many lines a page."""
    rows: list[tuple[int, str]] = []
    for text in paragraphs:
        rows.append((indent, text[: measure - indent]))
        rest = text[measure - indent :]
        rows += [(0, rest[i : i + measure]) for i in range(0, len(rest), measure)]
    pages: list[list[Text]] = []
    for number, start in enumerate(range(0, len(rows), lines), 1):
        page: list[Text] = [
            (70 + 16 * left, 760 - 28 * i, 16.0, text)
            for i, (left, text) in enumerate(rows[start : start + lines])
        ]
        if furniture:
            page.append((70, 800, 9.0, "云山市人民政府文件"))
            page.append((280, 40, 12.0, f"— {number} —"))
        pages.append(page)
    return build_pdf(pages)


def find_font() -> Path | None:
    """Return the Chinese font of the development package, where it is installed."""
    found = find_spec("pylopdf_fonts_zh_cn")
    if found is None or found.origin is None:
        return None
    return Path(found.origin).with_name("NotoSerifSC-Regular.otf")


@pytest.fixture(scope="session")
def docx() -> Callable[..., bytes]:
    return build_docx


@pytest.fixture(scope="session")
def pdf_of() -> Callable[..., bytes]:
    return build_pdf


@pytest.fixture(scope="session")
def typeset_pdf() -> Callable[..., bytes]:
    return typeset


@pytest.fixture(scope="session")
def font() -> Callable[[int], FreeTypeFont]:
    """Return a maker of a Chinese font in a given size; tests that draw skip without it."""
    path = find_font()
    if path is None:
        pytest.skip("no Chinese font: the package pylopdf-fonts-zh-cn is not installed")
    pil = pytest.importorskip("PIL.ImageFont", reason="the extra ocr is not installed")
    return lambda size: pil.truetype(str(path), size)


@pytest.fixture(scope="session")
def scan() -> Callable[..., bytes]:
    return build_scan
