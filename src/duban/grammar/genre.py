"""Whether a text is of the kind that duban reads at all.

Government writing is known by its words: a report has one of them in ten to fifteen characters,
a story, a recipe or the news of a match in a hundred. Files that speak *about* reports, such as
manuals of software and source code, have the words too, but among Latin letters.
"""

from __future__ import annotations

import re

from duban.grammar.folding import fold

_SAMPLE = 60_000  # characters; a report says what it is long before
# What only a report says of itself, to its audience or in its headings.
_OWN = re.compile(
    r"各位代表|向大会(?:报告|作)[^，。]{0,10}工作|请予审议|人大[一二三四五六七八九十]+次会议|工作回顾|"
    r"主要预期目标|政府自身建设|国民经济和社会发展|努力奋斗"
)
# The everyday words of government, of any year since 1954; several are needed.
_USUAL = re.compile(
    r"政府|国务院|全[省市县区州国乡镇]|我[省市县区州国]|人民|国家|群众|干部|基层|行政|依法|执法|监督|监管|"
    r"增长|增加|提高|建设|发展|改革|推进|推动|实施|完成|落实|加强|加快|深化|健全|完善|巩固|贯彻|整治|治理|"
    r"新增|新建|改造|确保|力争|达到|同比|项目|工程|目标|任务|计划|方针|政策|指标|约束性|预期性|制度|机制|"
    r"民生|就业|社会|经济|产业|工业|农业|农村|农民|乡村|城镇|农户|合作社|企业|投资|财政|收入|支出|生产|"
    r"产值|产量|总额|面积|粮食|覆盖率|服务|保障|设施|生态|脱贫|[亿万](?:元|吨|亩|斤|担|户|头|人次|平方米|千瓦)"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]")
_HAN_TO_LATIN = 3  # of four letters three are Chinese; in reports 99 of 100
_HAN_SHARE = 4  # a quarter of all characters is Chinese, figures and tables included
_OWN_WEIGHT = 4  # usual words that one of its own is worth
_CHARACTERS_PER_WORD = 40


def looks_official(text: str) -> bool:
    """Say whether a text can be a government work report or a part of one.

    >>> looks_official("全市新增就业9412人，同比增长4.6%。")
    True
    >>> looks_official("Preheat the oven to 180 degrees and beat 3 eggs.")
    False
    """
    sample = fold(text[:_SAMPLE])
    chinese = _count(_HAN, sample)
    if not chinese or chinese < _HAN_TO_LATIN * _count(_LATIN, sample):
        return False
    if chinese * _HAN_SHARE < len("".join(sample.split())):
        return False
    words = _count(_USUAL, sample) + _count(_OWN, sample) * _OWN_WEIGHT
    return words * _CHARACTERS_PER_WORD >= chinese


def _count(pattern: re.Pattern[str], text: str) -> int:
    return len(pattern.findall(text))
