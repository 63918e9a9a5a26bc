"""Which government a report is of."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from duban.outline.occasion import OFFICE
from duban.reference.regions import NATION_CODE, Region, find_region, regions

if TYPE_CHECKING:
    from collections.abc import Iterator

_NATION: Final = "全国"
_KIND: Final = r"(?:省|市|自治区|自治州|州|地区|盟|县|区|旗|特别行政区|镇|乡|苏木|街道|公社)"
_DATE: Final = r"[〇零一二三四五六七八九十0-9]{1,4}[年月日]"
_NAME: Final = rf"(?P<place>(?!在|{_DATE})[一-鿿]{{1,24}}?{_KIND})"
_BODY: Final = r"(?:人民)?政府|行政公署|行署|管理委员会|管委会|办事处|革命委员会"
_YEAR: Final = r"(?:[0-9]{4}|[一二][〇零一二三四五六七八九]{3})年"
_SESSION: Final = r"第?[一二三四五六七八九十0-9]{1,3}届"
_IN_TITLE = re.compile(rf"(?:^|[\n—]|年)[ \u3000]*在?{_NAME}(?={_BODY}|{_YEAR}|{_SESSION})")
_AT_SESSION = re.compile(rf"在{_NAME}(?={_SESSION})")
_OF_SPEAKER = re.compile(rf"(?:^|[\n，])[ \u3000]*{_NAME}(?:{_BODY})?(?:代理?)?{OFFICE}")
_OF_GOVERNMENT = re.compile(rf"(?:代表|受){_NAME}(?:{_BODY})")
_CABINET = re.compile(
    r"代表(?:国务院|中央人民政府|政务院)|受[^。，]{0,12}国务院的?委托|根据国务院的决定|国务院总理"
    r"|^中华人民共和国国务院|[向在][^。，]{0,8}届全国人民代表大会"
)
_UNNAMED: Final = frozenset(
    ("自治区", "自治州", "自治县", "本市", "本省", "本县", "本区", "全市", "全省")
)
_OWN = re.compile(r"[我全](?P<kind>国|省|市|县|区|州|盟|旗)")
_SAMPLE: Final = 30_000  # characters in which the places of a report are counted
_OFTEN: Final = 3
_MUCH: Final = 10  # a local report says 全国 too, but not ten times as often as 全市


class Place(NamedTuple):
    """A government's area: its name as written and its code, empty where unknown."""

    name: str
    code: str


def place_of(head: str, greeting: str, file_name: str, text: str) -> Place:
    """Return whose report it is, from the first source that tells.

    Args:
        head: the folded lines above the text.
        greeting: the folded first words of the text.
        file_name: name of the file.
        text: the whole folded text.
    """
    for name in _names(head, greeting):
        return Place(name, _code(name, head, text))
    if _CABINET.search(head) or _CABINET.search(greeting):
        return Place(_NATION, NATION_CODE)
    region = _by_file(file_name) or (None if head else _most_named(text))
    if region:
        return Place(region.name, region.code)
    named = _IN_TITLE.search(file_name)
    return Place(named["place"], "") if named else Place("", "")


def _names(head: str, greeting: str) -> Iterator[str]:
    """Yield the names that the head and the greeting give, the surest first."""
    for pattern, where in (
        (_IN_TITLE, head), (_AT_SESSION, head), (_OF_SPEAKER, head), (_OF_GOVERNMENT, greeting)
    ):  # fmt: skip
        for found in pattern.finditer(where):
            if found["place"] not in _UNNAMED:
                yield found["place"]


def _code(name: str, head: str, text: str) -> str:
    """Return the code of a name; of a shared one, that of the place the report names around it."""
    region = find_region(name)
    if region is None:
        candidates = (find_region(name, outer) for outer in _outer_regions(head + text[:_SAMPLE]))
        region = next((found for found in candidates if found), None)
    return region.code if region else ""


def _outer_regions(text: str) -> list[Region]:
    """Return the provinces and prefectures that the text names, the most frequent first."""
    outer = [r for r in regions() if r.level in ("province", "prefecture")]
    counts = [(text.count(r.name), r) for r in outer]
    named = [pair for pair in counts if pair[0]]
    return [region for _, region in sorted(named, key=lambda pair: -pair[0])]


def _by_file(name: str) -> Region | None:
    words = re.findall(r"[一-鿿]+", name.partition("政府")[0])
    return next((found for word in words if (found := find_region(word))), None)


def _most_named(text: str) -> Region | None:
    """Return the place that a text without a head names most, of the level it calls its own."""
    sample = text[:_SAMPLE]
    kinds = Counter(found["kind"] for found in _OWN.finditer(sample))
    nation = kinds.pop("国", 0)
    kind, mentions = kinds.most_common(1)[0] if kinds else ("", 0)
    if nation > _MUCH * mentions:
        return find_region(_NATION)
    own = (r for r in regions() if r.name.endswith(kind) and r.until is None)
    counts = {r: sample.count(r.short_name) for r in own if kind}
    best = max(counts, key=lambda region: counts[region], default=None)
    return best if best and counts[best] >= _OFTEN else None
