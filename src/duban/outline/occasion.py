"""When, where and by whom a report was given, from the lines above its text."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from duban.outline.marks import ORDINALS
from duban.outline.years import DIGITS

_NUMERAL: Final = r"[一二三四五六七八九十0-9]{1,3}"
SESSION: Final = re.compile(
    rf"第?(?P<congress>{_NUMERAL})届(?:(?P<nation>全国)?人(?:民代表)?大(?:会)?第?(?P<session>{_NUMERAL})次(?:全体)?会议"
    # In the first years of the republic the conferences of all circles stood for the congresses.
    rf"|(?:第?{_NUMERAL}次)?(?:各族)?各界(?:人民)?代表会议(?:第?{_NUMERAL}次会议)?)"
)
_YEAR: Final = r"(?:19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3}"
_DATE = re.compile(rf"(?P<year>{_YEAR})年(?P<month>{_NUMERAL})月(?P<day>{_NUMERAL})日")
_GIVEN = re.compile(r"届|会议上|代表大会")
_DATE_ALONE = re.compile(rf"^[（—\-]*{_DATE.pattern}[）]?$", re.MULTILINE)

OFFICE: Final = r"(?:总理|[省市州盟县区旗镇乡]长|主席|主任|专员|行政长官)"
_HANZI: Final = r"[一-鿿]"
_SPEAKER = re.compile(
    rf"{OFFICE}[：\s]{{0,6}}"
    rf"(?P<name>{_HANZI}(?:[ \u3000]*{_HANZI}){{1,3}}|{_HANZI}{{1,9}}(?:·{_HANZI}{{1,9}}){{1,3}})"
    r"(?=[ \u3000]*(?:\n|$|[）（，0-9]))"
)
# A newspaper tells who spoke: 专员扎西在地区工作会议上作工作报告.
_SPOKE = re.compile(
    rf"{OFFICE}(?P<name>{_HANZI}{{2,4}}?|{_HANZI}{{1,9}}(?:·{_HANZI}{{1,9}}){{1,3}})"
    r"(?=(?:同志)?(?:在[^，。\n]{2,40}[会上]|向[^，。\n]{2,30}会|代表[^，。\n]{2,30}|所?)作[^，。\n]{0,10}报告)"
)
_NAME_ALONE = re.compile(rf"^{_HANZI}(?:[ \u3000]*{_HANZI}){{1,2}}$", re.MULTILINE)
# Two names in three begin with one of these; without an office beside it, no other line is a name.
_SURNAMES: Final = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
    "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章"
    "鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶"
)
_MENU: Final = frozenset(("全屏", "收藏", "打印", "下载", "加大", "减小", "还原", "全文", "关闭"))


def date_of(head: str) -> str:
    """Return the day on which the report was given, ISO 8601, or an empty string.

    Args:
        head: the folded lines above the text.
    """
    for line in head.splitlines():
        found = _DATE.search(line) if _GIVEN.search(line) else None
        if found:
            return _iso(found)
    alone = _DATE_ALONE.search(head)
    return _iso(alone) if alone else ""


def _iso(found: re.Match[str]) -> str:
    numbers = (number_of(found[part]) for part in ("year", "month", "day"))
    try:
        return date(*numbers).isoformat()
    except ValueError:  # the 31st of June
        return ""


def number_of(numeral: str) -> int:
    """Return a numeral below one hundred or a year, in Chinese or digits; 0 for what is none."""
    if numeral in ORDINALS:
        return ORDINALS[numeral]
    digits = numeral.translate(DIGITS)
    return int(digits) if digits.isdecimal() else 0


def speaker_of(head: str) -> tuple[int, int]:
    """Return where the name of the one who gave the report stands; an empty span for none.

    Args:
        head: the folded lines above the text.
    """
    found = _SPEAKER.search(head) or _SPOKE.search(head)
    if found:
        return found.span("name")
    names = [line.span() for line in _NAME_ALONE.finditer(head) if _is_name(line[0])]
    return names[-1] if names else (0, 0)


def _is_name(line: str) -> bool:
    return line[0] in _SURNAMES and line not in _MENU
