"""What stands around a number and makes it a date, a name, an ordinal or a size class.

Each rule answers one question of the guidelines' section "What does not count".
"""

from __future__ import annotations

import re

from duban.grammar.alternation import alternation
from duban.grammar.unit import dimension

# A number is part of a code or an ordinal after these: G109, 第3, 8+4, 每100户.
_CODE_BEFORE = frozenset("第+×每.-–/零〇") | frozenset(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)
# … and before these, where no unit stands between: 2024年, 5G, 500强, 20周年.
_NAME_AFTER = re.compile(
    r"年|月|日|号|时|点(?!多)|届|周年|世纪|级|后|强|多年|[A-Za-z+×/：]|[-—–~至到]\d|、\d+月|、\d+日|条措施”"
)
_HANZI_NAME_AFTER = re.compile(
    r"年|月|日|号|届|周|世纪|级|强|多年|余年|多岁|岁|大(?!约)|中全会|方面|面"
)
# Units that measure a duration or an age unless the subject says that time is what is measured.
_TIME = frozenset(
    (
        "年",
        "岁",
        "天",
        "日",
        "周",
        "月",
        "个月",
        "小时",
        "个小时",
        "分钟",
        "秒",
        "毫秒",
        "周年",
        "学时",
        "课时",
        "工作日",
        "个工作日",
        "微秒",
    )
)
_YEAR = re.compile(r"[12][0-9]{3}")
_TIME_SUBJECT = re.compile(
    r"(?:寿命|年限|期限|时限|时间|时长|用时|耗时|周期|年龄|工期|天数|时效|用工|时延)[^，。；]{0,30}$"
)
# A size class is a unit with a bound or 级 that qualifies a noun: 30万吨级, 10亿元以上项目.
_CLASS_AFTER = re.compile(
    r"级|(?:范围)?内(?=[一-鿿])(?!蒙)|(?:及)?(?:以上|以下|以内)(?:的|规模)?(?=[一-鿿“])(?!的?标准|，|并|且|和|与|左右|用于|投入|投资)"
)
_CLASS_NOUN = re.compile(
    r"(?:的[一-鿿]{0,4}?)?(?:以上)?(?:大|重大|重点)?(?:县|镇|村|强县|强镇|企业|产业|项目|园区|集群|开发区|市场|大关|台阶|俱乐部|区县)"
)
_CLASS_BEFORE = re.compile(r"(?:超|过|超过|突破|达|上|总量超)$")
_STRUCTURE_AFTER = re.compile(r"方面|维度|个?多月|半月|重点任务”|篇大文章|句话|个字|大战略|个“")
_ORDINAL_PERIOD = re.compile(
    r"(?:前|后|近|上|未来|今后|连续|连续第|历时|用了?|时隔|经过|过去|每隔|共|以下)$"
)
# A bare scale (千万, 百亿) is a number only after a word that says it was reached.
_REACHED = re.compile(r"(?:(?<![以线网])上|超|超过|过|突破|达|达到|近|接近|逾|将近|至|到)$")
_BARE_SCALE = re.compile(r"[百千万亿][十百千万亿]*")
_VALUE_WORD = re.compile(r"(?:达到?|为|至|到|于|比|数|超过?|突破|约|近|在|增加|提高|下降)$")
_RANK_BEFORE = re.compile(
    r"(?:居|列|排名?|排在?|位次|名次|跃居|稳居|位居|名列|位列|跻身|升至|上升到|上升至|跃升至|跃升到|前移至|进入|保持|稳定|成为|分列|分居|"
    r"全[国省市区州县球盟旗]|世界|亚洲|同类|同期|[东西中南北]+部?|地区|华东|华北|华南|华中|东北|西南|西北|省级|[省市县区州国])$"
)
_RANK_AFTER = re.compile(r"[，。；、）！：\s]|$|[的大]|和|位|并列|货物|贸易|制造|粮|消费|人口|产")
_RANK_NOT = re.compile(r"[个次届批轮季产时线方章节期条款号类版师书任责梯代阶步人副大战会部大]")
_QUOTED = 15


def counts(text: str, start: int, end: int, digits: str, unit: str, form: str) -> bool:
    """Say whether the number at `start:end` measures something.

    Args:
        text: folded text.
        start: offset of the number.
        end: offset after its unit, or after its scale where it has no unit.
        digits: the numeral with its scale.
        unit: the unit as written, or an empty string.
        form: `number` or `hanzi` or another form of `quantity`.
    """
    before = text[start - 1] if start else ""
    if before in _CODE_BEFORE or before == "据" or text.startswith("连续", start - 2) or _in_name(text, start, end):
        return False
    if unit:
        return _measures(text, start, end, digits, unit, form)
    return _stands_alone(text, start, end, digits, form)


def _measures(text: str, start: int, end: int, digits: str, unit: str, form: str) -> bool:
    if unit in _TIME:
        return (
            _YEAR.fullmatch(digits) is None
            and _TIME_SUBJECT.search(text, max(0, start - 40), start) is not None
        )
    if form == "hanzi" and _BARE_SCALE.fullmatch(digits) and digits[0] != "十":
        reached = bool(
            text[end - len(unit) - 1] in "多余" or _REACHED.search(text, max(0, start - 3), start)
        )
        return reached and not _is_class(text, start, end, unit)
    if form == "hanzi" and unit in _ENUMERATORS and not _LARGE_HANZI.search(digits):
        return False
    return not _is_class(text, start, end, unit)


_ENUMERATORS = frozenset(
    (
        "个",
        "项",
        "件",
        "条",
        "种",
        "类",
        "次",
        "位",
        "名",
        "家",
        "场",
        "批",
        "期",
        "对",
        "双",
        "国",
        "省",
        "市",
        "县",
        "乡",
        "镇",
        "村",
        "部",
        "面",
        "点",
        "层",
        "道",
        "门",
        "口",
        "块",
        "片",
        "节",
        "组",
        "群",
    )
)
_LARGE_HANZI = re.compile(r"[百千万亿]|[一二三四五六七八九]十|十[一二三四五六七八九]")


def _is_class(text: str, start: int, end: int, unit: str) -> bool:
    if _STRUCTURE_AFTER.match(text, end):
        return True
    kind = dimension(unit)
    if kind == "voltage":
        return True
    if kind in ("things", "ratio", "places"):
        return text.startswith("级", end)
    if _CLASS_AFTER.match(text, end):
        return True
    bounded = _CLASS_BEFORE.search(text, max(0, start - 2), start)
    return bounded is not None and kind == "money" and _CLASS_NOUN.match(text, end) is not None


def _stands_alone(text: str, start: int, end: int, digits: str, form: str) -> bool:
    """A number without a unit counts with a scale (100万), or as an index after a value word."""
    scaled = digits[-1] in "万亿千百" or (form == "hanzi" and digits[0] not in "十百千万亿")
    if form == "hanzi":
        return (
            bool(_LARGE_HANZI.search(digits))
            and digits[-1] in "百千万亿"
            and not _HANZI_NAME_AFTER.match(text, end)
            and not _BARE_SCALE.fullmatch(digits)
        )
    if scaled:
        return not _NAME_AFTER.match(text, end)
    if _NAME_AFTER.match(text, end) or ("." not in digits and form != "proportion"):
        return False
    return _VALUE_WORD.search(text, max(0, start - 3), start) is not None


def _in_name(text: str, start: int, end: int) -> bool:
    """Say whether the number stands inside a short quotation: a name such as “8+4”."""
    opened = text.rfind("“", max(0, start - _QUOTED), start)
    if opened < 0 or text.rfind("”", opened, start) >= 0:
        return False
    closed = text.find("”", end, opened + _QUOTED + 2)
    return closed >= 0


def is_rank(text: str, start: int, end: int) -> bool:
    """Say whether 第N at `start:end` is a place in an order of merit, not an ordinal."""
    if _RANK_NOT.match(text, end) and not text.startswith("大", end):
        return False
    return (
        _RANK_BEFORE.search(text, max(0, start - 4), start) is not None
        and _RANK_AFTER.match(text, end) is not None
    )


__all__ = ["alternation", "counts", "is_rank"]
