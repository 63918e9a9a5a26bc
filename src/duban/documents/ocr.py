"""Text recognition, an extra: RapidOCR with the models inside its package, so it works offline.

Its version is pinned: any other model than the packaged ones would be fetched at run time.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from math import atan2, cos, sin
from statistics import median
from typing import TYPE_CHECKING, Any, TypeAlias

from duban.documents.page_lines import Line

if TYPE_CHECKING:
    import numpy as np
    from rapidocr import RapidOCR

    # Rows, columns, and blue, green, red.
    Picture: TypeAlias = np.ndarray[Any, np.dtype[np.uint8]]
    # The corners of a line of print: upper left, upper right, lower right, lower left.
    _Corners: TypeAlias = list[tuple[float, float]]

_PARTS = ("rapidocr", "onnxruntime")
_LONG = 5  # characters from which a line shows how far the page is turned


def is_installed() -> bool:
    """Say whether the extra `ocr` is there, without loading it."""
    return all(find_spec(part) for part in _PARTS)


def recognise(picture: Picture, page: int) -> list[Line]:
    """Return the pieces of text on a picture of a page, set upright, in pixels.

    Args:
        picture: the page; about 200 dpi is best.
        page: its 1-based number.
    """
    from rapidocr.utils.output import RapidOCROutput  # noqa: PLC0415  an extra, and heavy

    result = _engine()(picture)
    if not isinstance(result, RapidOCROutput) or result.boxes is None or not result.txts:
        return []
    corners: list[_Corners] = result.boxes.tolist()
    found = list(zip(result.txts, corners, strict=True))
    turned = _angle([box for text, box in found if len(text) >= _LONG])
    return [_line(text, box, turned, page) for text, box in found if text.strip()]


@cache
def _engine() -> RapidOCR:
    from rapidocr import RapidOCR  # noqa: PLC0415  an extra, and heavy

    return RapidOCR(params={"Global.log_level": "critical"})


def _angle(boxes: list[_Corners]) -> float:
    """Return by how much the page lies askew, in radians; scans seldom lie straight."""
    upper = [atan2(right[1] - left[1], right[0] - left[0]) for left, right, _, _ in boxes]
    return median(upper) if upper else 0.0


def _line(text: str, box: _Corners, turned: float, page: int) -> Line:
    along, down = cos(turned), sin(turned)
    x = [px * along + py * down for px, py in box]
    y = [py * along - px * down for px, py in box]
    left, right = (x[0] + x[3]) / 2, (x[1] + x[2]) / 2
    top, bottom = (y[0] + y[1]) / 2, (y[2] + y[3]) / 2
    return Line(text.strip(), page, left, top, right, bottom)
