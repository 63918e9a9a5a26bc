"""Whether a text is of the kind that duban reads at all."""

from __future__ import annotations

import re

from duban.grammar.folding import fold

_SAMPLE = 60_000  # characters; a report says what it is long before
# One of these is enough: only government reports and their excerpts say so.
_CERTAIN = re.compile(
    r"政府工作报告|向大会(?:报告|作)[^，。]{0,10}工作|各位代表|人民代表大会|人大[一二三四五六七八九十]+次会议|"
    r"工作回顾|主要预期目标|政府自身建设|国民经济和社会发展"
)
# The everyday words of government; several are needed.
_USUAL = re.compile(
    r"政府|全[省市县区州国]|增长|建设|发展|改革|推进|实施|完成|项目|就业|亿元|万元|同比|新增|确保|力争|"
    r"目标|任务|民生|产业|投资|经济|工程|企业|服务|保障|农村|城镇|生产|计划|人民"
)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HAN_SHARE = 4  # a quarter of the characters are Chinese, markup and tables included
_CHARACTERS_PER_WORD = 60  # a report has one in ten to fifteen characters, a novel in hundreds


def looks_official(text: str) -> bool:
    """Say whether a text can be a government work report or a part of one.

    >>> looks_official("全市新增就业9412人，同比增长4.6%。")
    True
    >>> looks_official("Preheat the oven to 180 degrees and beat 3 eggs.")
    False
    """
    sample = fold(text[:_SAMPLE])
    if len(_HAN.findall(sample)) * _HAN_SHARE < len(sample):
        return False
    if _CERTAIN.search(sample):
        return True
    words = sum(1 for _ in _USUAL.finditer(sample))
    return words * _CHARACTERS_PER_WORD >= len("".join(sample.split()))
