"""Pages drawn for the test and recognised."""

from __future__ import annotations

import io
import unicodedata
import zlib
from typing import TYPE_CHECKING

import pytest

from duban.documents import image, load, ocr
from duban.model import UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

    from duban.documents.content import Content

    Font = Callable[[int], FreeTypeFont]

needs_ocr = pytest.mark.skipif(not ocr.is_installed(), reason="the extra ocr is not installed")

PARAGRAPHS = [
    "过去一年，云山市地区生产总值增长5.6%，粮食总产量达到56.7万吨，城镇新增就业9000人，主要指标好于全省平均水平。",
    "青川湾生态修复完成投资12.5亿元，增长3.4%；新建改造农村公路500公里，惠及群众3.2万人。",
]


def draw(font: Font, paragraphs: list[str], *, turn: float = 0, measure: int = 22) -> Image:
    """Return a picture of a page at about 150 dpi, a little askew if asked."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  comes with the extra

    page = Image.new("L", (1100, 1300), 255)
    pen = ImageDraw.Draw(page)
    y = 120
    for text in paragraphs:
        for start in range(-2, len(text), measure):
            pen.text(
                (110 + 80 * (start < 0), y), text[max(start, 0) : start + measure], 0, font(40)
            )
            y += 70
    return page.rotate(turn, fillcolor=255)


def saved(picture: Image, kind: str, *more: Image) -> bytes:
    data = io.BytesIO()
    picture.save(data, kind, save_all=bool(more), append_images=more) if more else picture.save(
        data, kind
    )
    return data.getvalue()


def texts(content: Content) -> list[str]:
    """Return the paragraphs in full-width or half-width alike."""
    return [
        unicodedata.normalize("NFKC", p.span.of(content.text)).replace(" ", "")
        for p in content.paragraphs
    ]


EXPECTED = [unicodedata.normalize("NFKC", text) for text in PARAGRAPHS]


@needs_ocr
@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_a_drawn_page_is_read_in_paragraphs(font: Font, kind: str) -> None:
    assert texts(image.read(saved(draw(font, PARAGRAPHS), kind), "a")) == EXPECTED


@needs_ocr
def test_a_page_that_lies_askew(font: Font) -> None:
    assert texts(image.read(saved(draw(font, PARAGRAPHS, turn=1.2), "png"), "a")) == EXPECTED


@needs_ocr
def test_every_page_of_a_tiff_is_read(font: Font) -> None:
    first, second = (draw(font, [text]) for text in PARAGRAPHS)
    content = image.read(saved(first, "tiff", second), "a.tif")

    assert texts(content) == EXPECTED
    assert [p.page for p in content.paragraphs] == [1, 2]


@needs_ocr
def test_two_columns_are_read_one_after_the_other(font: Font) -> None:
    from PIL import Image  # noqa: PLC0415  comes with the extra

    page = Image.new("L", (2000, 1300), 255)
    for x, text in zip((0, 950), PARAGRAPHS, strict=True):
        page.paste(draw(font, [text], measure=8).crop((60, 0, 500, 1300)), (x + 60, 0))

    assert "".join(texts(image.read(saved(page, "png"), "a.png"))) == "".join(EXPECTED)


@needs_ocr
def test_a_scanned_pdf_says_that_it_was_recognised(font: Font, tmp_path: Path) -> None:
    path = tmp_path / "扫描件.pdf"
    path.write_bytes(saved(draw(font, PARAGRAPHS), "pdf"))
    document = load(path)

    assert document.source.format == "pdf"
    assert document.source.ocr
    assert [
        unicodedata.normalize("NFKC", p.span.of(document.text)) for p in document.paragraphs
    ] == (EXPECTED)


@needs_ocr
def test_recognition_keeps_quiet(font: Font, capfd: pytest.CaptureFixture[str]) -> None:
    ocr._engine.cache_clear()  # noqa: SLF001  the first page is the one that talks
    image.read(saved(draw(font, ["一、回顾"]), "png"), "a.png")

    assert capfd.readouterr() == ("", "")


@needs_ocr
def test_transparent_paper_is_white(font: Font) -> None:
    drawn = draw(font, PARAGRAPHS[:1])
    page = drawn.convert("RGBA")
    page.putalpha(drawn.point(lambda grey: 255 - grey))

    assert texts(image.read(saved(page, "png"), "a.png")) == EXPECTED[:1]


def failure(data: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        image.read(data, "a.png")
    return caught.value


@needs_ocr
def test_an_empty_page_has_no_text(font: Font) -> None:
    assert failure(saved(draw(font, []), "png")).code == "DC019"


@needs_ocr
def test_a_picture_that_is_cut_off(font: Font) -> None:
    for kind in ("png", "jpeg", "tiff"):
        data = saved(draw(font, PARAGRAPHS), kind)
        assert {failure(data[: len(data) * i // 4]).code for i in (1, 2, 3)} == {"DC017"}


@needs_ocr
def test_a_picture_with_too_many_pixels() -> None:
    header = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xff\0\0\xff\xff\x08\0\0\0\0"
    crc = zlib.crc32(header[12:]).to_bytes(4, "big")

    assert failure(header + crc + b"\0\0\0\0IDAT" + bytes(4)).code == "DC021"


def test_without_the_extra_the_message_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(ocr, "is_installed", lambda: False)

    assert failure(b"\x89PNG\r\n\x1a\n").code == "DC018"
