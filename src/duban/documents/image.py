"""Pictures of pages: png, jpg, tif with one page or many."""

from __future__ import annotations

import io
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING

from duban.documents import ocr
from duban.documents.content import Content, compose
from duban.documents.errors import IMAGE_DAMAGED, IMAGE_TOO_LARGE, NO_TEXT, OCR_MISSING
from duban.documents.page_flow import flow
from duban.model import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PIL.Image import Image

    from duban.documents.ocr import Picture

_MAX_PIXELS = 100_000_000  # A3 at 600 dpi has 70 million
_LONGEST_SIDE = 4000  # pixels; the recogniser works on 2000
_WHOLE = ("整张图片", "the whole picture")
_NOTHING = ("没有识别出文字", "nothing was recognised")
_UNREADABLE = ("无法解码", "it cannot be decoded")


def read(data: bytes, name: str) -> Content:
    """Recognise the text on a picture.

    Raises:
        UserError: `DC017` damaged, `DC018` without the extra, `DC019` no text found, `DC021`
            more pixels than a page has.
    """
    if not ocr.is_installed():
        raise OCR_MISSING.error(name=name, where=_WHOLE)
    pictures = enumerate(_pictures(data, name), 1)
    text, paragraphs = compose(flow([ocr.recognise(p, page) for page, p in pictures]))
    if not paragraphs:
        raise NO_TEXT.error(name=name, reason=_NOTHING)
    return Content(text, paragraphs, ocr=True)


def _pictures(data: bytes, name: str) -> Iterator[Picture]:
    """Yield every page of the file, upright, in the colours that the recogniser expects."""
    from PIL import Image, ImageSequence  # noqa: PLC0415  comes with the extra

    with warnings.catch_warnings(), _decoding(name):
        warnings.simplefilter("ignore")  # Pillow warns of odd metadata and of large pictures
        with Image.open(io.BytesIO(data)) as file:
            # A phone's JPEG holds thumbnails too; only TIFF has pages.
            frames = ImageSequence.Iterator(file) if file.format == "TIFF" else (file,)
            for frame in frames:
                _require_page_size(frame, name)
                yield _picture(frame)


@contextmanager
def _decoding(name: str) -> Iterator[None]:
    from PIL.Image import DecompressionBombError  # noqa: PLC0415  comes with the extra

    try:
        yield
    except UserError:
        raise
    except DecompressionBombError:
        raise IMAGE_TOO_LARGE.error(name=name, pixels="…", limit=_MAX_PIXELS // 10_000) from None
    except Exception:  # noqa: BLE001  decoders fail on broken files in every way there is
        raise IMAGE_DAMAGED.error(name=name, reason=_UNREADABLE) from None


def _require_page_size(frame: Image, name: str) -> None:
    pixels = frame.width * frame.height
    if pixels > _MAX_PIXELS:
        raise IMAGE_TOO_LARGE.error(name=name, pixels=pixels // 10_000, limit=_MAX_PIXELS // 10_000)


def _picture(frame: Image) -> Picture:
    import numpy as np  # noqa: PLC0415  comes with the extra
    from PIL import Image, ImageOps  # noqa: PLC0415  comes with the extra

    upright = ImageOps.exif_transpose(frame).convert("RGBA")
    page = Image.new("RGBA", upright.size, "white")  # paper under transparent parts
    page.alpha_composite(upright)
    page.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    picture: Picture = np.asarray(page.convert("RGB"))[:, :, ::-1].copy()
    return picture
