"""One spelling for every character, so that rules are written once.

Folding never changes the length: offsets in the folded text are offsets in the source.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from opencc import OpenCC

# Letters, digits and signs of numbers become ASCII …
_TO_ASCII = {chr(c): chr(c - 0xFEE0) for c in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF5B))}
_TO_ASCII |= {
    "％": "%",
    "．": ".",
    "＋": "+",
    "－": "-",
    "／": "/",
    "﹪": "%",
    "～": "~",
    "＜": "<",
    "＞": ">",
}
# … and punctuation becomes Chinese.
_TO_CHINESE = {
    ";": "；",
    ":": "：",
    "∶": "：",
    "︰": "：",
    "(": "（",
    ")": "）",
    "!": "！",
    "?": "？",
    "﹔": "；",
}
# Look-alikes that scans and old fonts leave behind.
_TO_TWIN = {"○": "〇", "Ο": "〇"}
_TWINS = _TO_ASCII | _TO_CHINESE | _TO_TWIN

_CLAUSE_COMMA = re.compile(r"(?<![0-9]),|,(?![0-9]{3}(?![0-9]))")
# 1，120亿元: old prints group thousands with the comma of the text.
_GROUP_COMMA = re.compile(
    r"[1-9](?<![0-9.,，][1-9])[0-9]{0,2}(?:，[0-9]{3}){1,4}(?=[多余]?[万亿]*[一-鿿%])(?![0-9.年月])"
)
_RAISED_POINT = re.compile(r"·(?<=[0-9]·)(?=[0-9])")  # the sign first, which is soon found
# Web pages leave characters without width inside numbers. One behind a number reads like a blank …
_UNSEEN = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_UNSEEN_IN_NUMBER = re.compile(rf"(?<=[0-9.]){_UNSEEN.pattern}{{1,4}}")
# … those between digits, points, scales and the unit become zeros before the number.
_TORN_NUMBER = re.compile(
    rf"(?<![0-9.,])[0-9][0-9.,]*[百千万亿]*(?:{_UNSEEN.pattern}{{1,9}}[0-9.,百千万亿%]+)*"
    rf"(?:{_UNSEEN.pattern}{{1,9}}(?=[元吨人户亩个家项公千平立米斤头只座条套件台所次辆度]))?"
)
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])")
# Frequent characters that only traditional texts have.
_TRADITIONAL = re.compile(
    "[國個萬億產産業與對經濟發會這們來為爲從時點長後進過學實現說動種開關質兩項類數爭結擴標縣鄉區鎮"
    "約農電話鐵車輛運輸總額價稅財貿達參衛醫療險養兒護環綠氣體熱間頭畝戶應當無論認識設計劃強營製"
    "還將於給統歷務員責報書記閱鋼幣樣團聯導領隊軍專書機構織級終繼續組純線練細節約職聯聲]"
)


def fold(text: str) -> str:
    """Return `text` in simplified characters, ASCII digits and Chinese punctuation.

    A comma stays half-width only inside a number such as `1,234`.

    >>> fold("增長５.５％,達1,234萬元")
    '增长5.5%，达1,234万元'
    """
    if _TRADITIONAL.search(text):
        text = _simplify(text)
    for char, twin in _TWINS.items():  # quicker than one pass in Python over the characters
        if char in text:
            text = text.replace(char, twin)
    if "·" in text:
        text = _RAISED_POINT.sub(".", text)
    if _UNSEEN.search(text):
        text = _TORN_NUMBER.sub(_mended, text)
        text = _UNSEEN_IN_NUMBER.sub(lambda unseen: " " * len(unseen[0]), text)
    text = _CLAUSE_COMMA.sub("，", text) if "," in text else text
    return _GROUP_COMMA.sub(lambda number: number[0].replace("，", ","), text)


def _mended(found: re.Match[str]) -> str:
    """Return a number in one piece, as long as before: zeros stand where the unseen was.

    >>> _mended(_TORN_NUMBER.match("12\u200b\u200b.5\u200b万"))
    '00012.5万'
    """
    torn: str = found[0]
    whole = _UNSEEN.sub("", torn)
    if len(whole) == len(torn):
        return torn
    if _GROUPED.match(whole):
        whole = whole.replace(",", "")
    return whole.rjust(len(torn), "0") if "," not in whole else torn


def _simplify(text: str) -> str:
    simplified: str = _converter().convert(text)
    if len(simplified) == len(text):
        return simplified
    return "".join(_one(char) for char in text)


@cache
def _one(char: str) -> str:
    simplified = _converter().convert(char)
    return simplified if len(simplified) == 1 else char


@cache
def _converter() -> OpenCC:
    from opencc import OpenCC  # noqa: PLC0415  most reports never need it

    return OpenCC("t2s")
