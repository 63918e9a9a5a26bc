"""What stands around a number and makes it a date, a name, an ordinal or a size class.

Each rule answers one question of the figure guidelines, "What does not count".
"""

from __future__ import annotations

import re

import msgspec

from duban.grammar.unit import UNIT, dimension

# A number is part of a code or an ordinal after these: G109, 第3, 8+4, 每100户, 据12个省统计.
_CODE_BEFORE = frozenset("第+×每据.-–/零〇ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
# … and before these, where no unit stands between: 2024年, 5G, 500强, 20周年.
_NAME_AFTER = re.compile(
    r"人口(?:及?以上|以下)|年|月|日|号|时|点(?!多)|届|周年|世纪|级|后|强|多年|[A-Za-z+×/：]|[-—–~至到]\d|、\d+[月日]"
)
_HANZI_NAME_AFTER = re.compile(
    r"年|月|日|号|届|周|世纪|级|强|多年|余年|多岁|岁|大(?!约)|中全会|方面|面"
)
# Units of time state a duration or an age unless time is what is measured.
_TIME = frozenset(
    {"年", "岁", "天", "日", "周", "月", "个月", "小时", "个小时", "分钟", "秒", "毫秒", "微秒"}
    | {"周年", "学时", "课时", "工作日", "个工作日"}
)
_TIME_SUBJECT = re.compile(
    r"(?:寿命|年限|期限|时限|时间|时长|用时|耗时|周期|年龄|工期|天数|时效|用工|时延)[^，。；]{0,30}$"
)
_TIME_REACH = 40
_YEAR = re.compile(r"[12][0-9]{3}")
# A size class is a unit with a bound or 级 that qualifies a noun: 30万吨级, 10亿元以上项目.
_CLASS_AFTER = re.compile(
    r"级|(?:范围)?内(?=[一-鿿])(?!蒙)|"
    r"及?(?:以上|以下|以内)(?:的|规模)?(?=[一-鿿“])(?!的?标准|并|且|和|与|左右|用于|投入|投资)"
)
_CLASS_NOUN = re.compile(
    r"(?:的[一-鿿]{0,4}?)?(?:以上)?(?:大|重大|重点)?"
    r"(?:县|镇|村|强县|强镇|企业|产业|项目|园区|集群|开发区|市场|俱乐部|区县)"
)
_CLASS_BEFORE = re.compile(r"(?:超|过|超过|突破|达|上)$")
# The report's own structure and durations: 以下9个方面, 1个多月.
_RATED = re.compile(r"(?:时速|年产各?)$")
_GOES_ON = re.compile(r"的?(?![以左上])[一-鿿]")  # 时速350公里高铁
_STRUCTURE_AFTER = re.compile(
    r"方面|维度|个?多月|半月|[^，。；、]{1,14}(?<!分)之一(?=[，。；、])|句话|个字|大战略|(?<=国)集团|全会|全体会议"
)
# A bare scale (千万, 百亿) is a number only after a word that says it was reached.
_REACHED = re.compile(
    r"(?:(?<![以线网])上|超|超过|过|突破|达|达到|近|接近|逾|将近|至|到|(?:稳定|保持|维持)在)$"
)
_BARE_SCALE = re.compile(r"[百千万亿][十百千万亿]*")
# A bare number in a list takes the unit of the last one: 2.4、1.9和0.8个百分点.
_LISTED = re.compile(
    rf"(?:[、和及与]\d+(?:\.\d+)?){{1,12}} ?(?![年月日号时点届岁周]|[两三四五]年){UNIT}"
)
_VALUE_WORD = re.compile(
    r"(?:\d\.\d{1,3}[、和及]|由|从|达到?|为|至|到|于|比|数|超过?|突破|约|近|在|增加|提高|下降)$"
)
# Chinese numerals below ten with an everyday counter enumerate: 四个示范, 两批.
_ENUMERATORS = frozenset("个项件条种类次位名家场批期对双国省市县乡镇村部面点层道门口块片节组群")
_LARGE = re.compile(r"[百千万亿]|[一二三四五六七八九]十|十[一二三四五六七八九]")
_RANK_BEFORE = re.compile(
    r"(?:居|列|排名?|排在?|位次|名次|跃居|稳居|位居|名列|位列|跻身|升至|上升到|上升至|跃升至|跃升到|前移至|"
    r"进入|保持|稳定|成为|分列|分居|全[国省市区州县球盟旗]|世界|亚洲|同类|同期|[东西中南北]+部?|地区|"
    r"华东|华北|华南|华中|东北|西南|西北|省级|[省市县区州国])$"
)
_RANK_AFTER = re.compile(
    r"[，。；、）！：\s]|$|[的大]|和|位|并列|货物|贸易|制造|粮|消费|人口|产|上?升|提升|跃|攀升|晋|前移|进到|下?降|后?退|滑|双双|为"
)
# 位列全县14个乡镇第二名: the number of those ranked is no figure.
_RANKED = re.compile(r"(?:位列|位居|名列|排在)[^，。；、]{0,14}$")
_RANK_REACH = 20
_OF_THE_RANKED = re.compile(r"[一-鿿]{0,8}第(?:\d{1,3}|[一二三四五六七八九十]{1,3})[位名]")
# 从第8位、第4位跃居第1位: the second of two ranks.
_RANK_JOINED = re.compile(r"第(?:\d{1,3}|[一二三四五六七八九十]{1,3})[位名]?[、和]$")
_MOVES = ("由", "从", "至", "到", "为", "获", "得")
_ORDINAL_AFTER = re.compile(
    r"[个次届批轮季产时线方章节期条款号类版师书任责梯代阶步人副战会部]|大(?:会|战|类)"
)
_QUOTED = 15  # characters; a longer quotation is a sentence, not a name


class Candidate(msgspec.Struct, frozen=True, gc=False):
    """A number that may measure something.

    Attributes:
        start: its offset in the folded text.
        end: offset after its unit, or after its scale where it has no unit.
        digits: the numeral with its scale.
        unit: the unit as written, or an empty string.
        hanzi: whether it is written in Chinese numerals.
    """

    start: int
    end: int
    digits: str
    unit: str = ""
    hanzi: bool = False


def counts(text: str, number: Candidate) -> bool:
    """Say whether a number in a folded text measures something."""
    start = number.start
    if start and (text[start - 1] in _CODE_BEFORE or text.startswith("连续", start - 2)):
        return False
    if in_name(text, start, number.end):
        return False
    return _measures(text, number) if number.unit else _stands_alone(text, number)


def _measures(text: str, number: Candidate) -> bool:
    if number.unit in _TIME:
        return _is_time_measured(text, number)
    if number.hanzi and not _is_quantity(text, number):
        return False
    return not _is_class(text, number)


def _is_time_measured(text: str, number: Candidate) -> bool:
    start = number.start
    if number.unit in ("月", "日"):
        return False
    subject = _TIME_SUBJECT.search(text, max(0, start - _TIME_REACH), start)
    return subject is not None and _YEAR.fullmatch(number.digits) is None


def _is_quantity(text: str, number: Candidate) -> bool:
    """Say whether a Chinese numeral states an amount, not an enumeration or a figure of speech."""
    if _BARE_SCALE.fullmatch(number.digits):
        more = text[number.end - len(number.unit) - 1] in "多余"
        start = number.start
        return more or _REACHED.search(text, max(0, start - 3), start) is not None
    return number.unit not in _ENUMERATORS or _LARGE.search(number.digits) is not None


def _is_class(text: str, number: Candidate) -> bool:
    end, kind = number.end, dimension(number.unit)
    if _RATED.search(text, max(0, number.start - 3), number.start) and _GOES_ON.match(text, end):
        return True
    if kind == "voltage" or _STRUCTURE_AFTER.match(text, end):
        return True
    if kind in ("things", "ratio", "places"):
        return text.startswith("级", end) or _OF_THE_RANKED.match(text, end) is not None
    if _CLASS_AFTER.match(text, end):
        return True
    bounded = _CLASS_BEFORE.search(text, max(0, number.start - 2), number.start)
    return bounded is not None and kind == "money" and _CLASS_NOUN.match(text, end) is not None


def _stands_alone(text: str, number: Candidate) -> bool:
    """A number without a unit counts with a scale (100万), or as an index after a value word."""
    digits, end = number.digits, number.end
    if number.hanzi:
        large = digits[-1] in "百千万亿" and not _BARE_SCALE.fullmatch(digits)
        return large and _HANZI_NAME_AFTER.match(text, end) is None
    if _LISTED.match(text, end):
        return True
    if _NAME_AFTER.match(text, end):
        return False
    if digits[-1] in "万亿千百":
        return True
    start = number.start
    return "." in digits and _VALUE_WORD.search(text, max(0, start - 6), start) is not None


def in_name(text: str, start: int, end: int) -> bool:
    """Say whether the number stands inside a short quotation: a name such as “8+4”."""
    opened = text.rfind("“", max(0, start - _QUOTED), start)
    if opened < 0 or text.rfind("”", opened, start) >= 0:
        return False
    return text.find("”", end, opened + _QUOTED + 2) >= 0


def is_rank(text: str, start: int, end: int) -> bool:
    """Say whether 第N at `start:end` is a place in an order of merit, not an ordinal."""
    if _ORDINAL_AFTER.match(text, end):
        return False
    if text[end - 1] in "位名" and text[start - 1 : start] in _MOVES:
        return True
    if _RANKED.search(text, max(0, start - _RANK_REACH), start) and text[end - 1] in "位名":
        return True
    if text[end - 1] in "位名" and _RANK_JOINED.search(text, max(0, start - 8), start):
        return True
    before = _RANK_BEFORE.search(text, max(0, start - 4), start)
    return before is not None and _RANK_AFTER.match(text, end) is not None
