"""The indicator of a figure: which words around the number name what it measures."""

from __future__ import annotations

import re
from typing import NamedTuple

from duban.grammar.subject import vocabulary

Piece = tuple[int, int]

_MANNER = (
    "全部|分别|均|已|都|顺利|相继|陆续|有序|加快|加速|集中|成功|全面|深入|年底|年内|正在|正式|按期|如期|"
    "首次|提前|超额|圆满"
)
_DONE = (
    "完成|建成|进展(?=顺利|良好|迅速)|开工|竣工|投产|投运|投用|通车|实现|得到|落地|落户|上线|启动|开业|运营|启用|推进|达产|签约|"
    "贯通|交付|获批|建设进展|顺利|高质量办结|受益|用于|进入建设|投入使用|投入运营|挂牌|揭牌|试运行|并网|办结"
)
_SHORTEST = 4  # a shorter noun after 等 says too little by itself
_GENERIC = 2  # a noun of two characters (小区, 居民) needs what was done to it
_OBJECT = 4  # characters of an object that belongs to the name: 6家企业完成集团重组
_CUT = re.compile(rf"(?:{_MANNER})*(?:{_DONE}|{_MANNER})")
_NOUN_AFTER = re.compile(r"(?!（)(?:[^，。；：、！？\n\r（）—]|（[^）\n]{1,14}）)+")
_RATE_OF = re.compile(r"(?<=\w\w)\w\w率(?:分别)?$")
_NO_NOUN = re.compile(
    r"\d{1,2}月|[一二三四五两几]个[大新]{0,2}(?:台阶|关口|大关)|[百千万亿元级]{0,5}新?(?:台阶|大关|关口)|以上|以下|以内|左右|上下|台阶|大关|门槛|关口|增长|下降|提高|提升|增加|减少|占|比|较|高于|低于|用于|支持(?!资金|政策|措施)|达到|达|超过|"
    r"和(?![美谐平])|与|及|或|并(?!购)|同比|等(?!级)|的?，|其中|到(?!位)|至|为|是|以(?!工代)|由|从|每|/|·|的$|的?(?:工作|任务|目标|要求|水平|速度|预定|基础上|宏伟|奋斗)|在(?![库建校营岗册职学外孵园线手])"
)
_LONGEST_TAIL = 12
_WHEN = (
    r"[在到由从至]?(?:(?:(?:\d{4}|[一二三四五六七八九〇零]{4})[到至]?){1,2}年[底末度]?"
    r"|[今去上明]年[底末]?|年[底末])"
)
_TAIL = re.compile(
    r"(?:(?:同比)?（[^）]{0,12}下同）|平均每年|逆势|全部|再|大幅|由负转正|持续|仅|要求|计划|预计|力争|争取|确保|的|都|也|将|只|都|等方面|方面|(?<!同)等(?=$)|共|(?<![国拥占持])有|，|、|和|与|(?<![惠普])及|其中|(?<![人户亩地])均|又|总共|共计|里"
    rf"|分别|{_WHEN}|(?:已经?|将)?[由从](?:{_WHEN}|[一二三四五六七八九十\d]{{1,2}}年前|过去|原来|上半年|(?:[二三四五六七八九]十|\d0)年代[初末]?|人均|每[一-鿿]每[年月])(?:预计)?"
    r"|(?:提高|增加|上升|降低|下降|扩大)[到至]人均"
    r"|(?<![需主纪重首简])要|只要|(?<![归偿退返])还|(?<![成造])就|(?<=[一-鿿]{2})可[能望]"
    r"|不仅没?|拟按?|一律|(?<=[量数值额入率])能|第[一二三四]季度|[上下]半年|每年)+$"
)
# Characters that the words above end in: no other needs a look.
_TAIL_ENDS = frozenset(
    "势部再幅正续仅求划计争取保的都也将只面等共有，、和与及中）均又里别年底末度前去来代初月人要还就能望没拟按律半每\n"
)
# How long, right before the predicate: 粮食总产连续四年稳定在.
_SPELL = re.compile(
    r"(?:在)?(?:连续|近|过去|最近)?(?<![\d一二三四五六七八九〇零十])"
    r"(?:\d{1,2}|[两三四五六七八九十]|十[一二三四五六七八九])年(?:累计|共|来|间)?$"
)
GLUE_MARKS = ("、", "和", "及", "与")
_FROM = re.compile(r"(?:已经?|将|并|均|也|都)?[由从]")
_WHERE = re.compile(r"(?:优先|重点|主要)?在(?![建校库])|围绕|面向|聚焦|依托|通过|按照")
_GLUE = re.compile(r"(?:[、和与]|以及|(?<![惠普])及)$")
_FIXED = re.compile(r"城镇新增(?:劳动力?)?就业|新增长|新增值")
_TOTAL_WORDS = re.compile(r"总量|总数|总计|累计|总额|总规模")


class Name(NamedTuple):
    """A name cut out of the text.

    Attributes:
        pieces: offsets of its parts in the text, in order; empty where nothing names it.
        verb: offsets of the verb that governs the number, or None.
        new: whether a new-word (新增, 新建 …) governs the number.
        rule: how it was found, for explanations.
    """

    pieces: tuple[Piece, ...] = ()
    verb: Piece | None = None
    new: bool = False
    rule: str = ""

    def of(self, source: str) -> str:
        """Return the name in the characters of `source`."""
        return "".join(source[a:b] for a, b in self.pieces).strip("　 \n\r\t，、")


NO_NAME = Name()


def name_before(
    text: str, start: int, end: int, *, examples: bool = False, whole: bool = False
) -> Name:
    """Cut the indicator out of the words before a number and its predicate.

    Args:
        text: folded text.
        start: where the words begin.
        end: where they end.
        examples: whether 甲、乙等 stays before the noun it exemplifies.
        whole: whether several actions joined by 、 all count, not only the last.
    """
    end = _trim(text, start, end)
    action = start if whole else _last_action(text, start, end)
    name = _name(text, action, end, examples=examples)
    if name.pieces or action == start:
        return name
    return _name(text, start, action - 1, examples=examples)._replace(verb=name.verb)


def _name(text: str, start: int, end: int, *, examples: bool) -> Name:
    words = vocabulary()
    at, verb = words.links.match(text, start, end).end(), None  # type: ignore[union-attr]
    fresh = False
    while (found := words.verb.match(text, at, end)) and (verb is None or found.end() < end):
        fresh = fresh or words.is_new(text, *found.span("verb"))
        verb = found.span("verb")
        at = words.links.match(text, found.end(), end).end()  # type: ignore[union-attr]
    if words.void.fullmatch(text, at, end):
        at = end
    if verb is not None and not examples:
        at = _after_examples(text, at, end)
    parts, new = _without_middle(text, at, end)
    return Name(_without_outcome(text, parts), verb, fresh or new, "subject")


def _trim(text: str, start: int, end: int) -> int:
    """Return the end without links that only join the words to the number."""
    near = max(start, end - _LONGEST_TAIL)
    tail = _TAIL.search(text, near, end) if text[end - 1 : end] in _TAIL_ENDS else None
    if tail and (tail.start() - start > 1 or _FROM.match(text, start)):
        end = max(start, tail.start())
    near = max(start, end - 8)
    spell = _SPELL.search(text, near, end) if text.find("年", near, end) >= 0 else None
    return spell.start() if spell else end


def _last_action(text: str, start: int, end: int) -> int:
    """Return where the last of several actions joined by 、 begins: 提高标准、覆盖119万人."""
    mark = text.rfind("、", start, end)
    if mark < 0:
        return start
    verb = vocabulary().verb
    own = verb.match(text, mark + 1, end)
    if own is None or (first := verb.match(text, start, end)) is None or first.end() >= mark:
        return start
    return mark + 1


def _after_examples(text: str, start: int, end: int) -> int:
    """Return where the noun after 甲、乙等 begins, if it says enough by itself."""
    mark = text.rfind("等", start, end)
    if mark <= start or end - mark < _SHORTEST or text[mark : mark + 2] in ("等级", "等教"):
        return start
    mark += 3 if text.startswith("等方面", mark) else 1
    return start if vocabulary().generic.fullmatch(text, mark, end) else mark


def _without_middle(text: str, start: int, end: int) -> tuple[tuple[Piece, ...], bool]:
    """Cut a verb out of the middle: 高校增设本科专业 is about 高校本科专业."""
    words = vocabulary()
    whole = ((start, end),) if start < end else ()
    if not whole or _FIXED.search(text, start, end):
        return whole, False
    cut, new = words.new.search(text, start, end), True
    if cut is None:
        cut, new = words.middle.search(text, start, end), False
    if cut is None or (not new and (cut.end() == end or cut.start() == start)):
        return whole, False
    if new and _WHERE.match(text, start, cut.start()):
        start = cut.start()
    parts = ((start, cut.start()), (cut.end(), end))
    return tuple((a, b) for a, b in parts if a < b), new


def _without_outcome(text: str, parts: tuple[Piece, ...]) -> tuple[Piece, ...]:
    if not parts:
        return parts
    start, end = parts[-1]
    tail = vocabulary().outcome.search(text, start, end)
    if tail is None or (tail.start() == start and len(parts) == 1):
        return parts
    return (*parts[:-1], (start, tail.start())) if tail.start() > start else parts[:-1]


def name_after(text: str, end: int, limit: int) -> Name:
    """Cut the indicator out of the words that follow a number: 37座小水电站全部完成整改."""
    start = end + 1 if text.startswith("的", end) else end
    found = _NOUN_AFTER.match(text, start, limit)
    stop = _trim(text, start, found.end()) if found else start
    if start >= stop or _NO_NOUN.match(text, start, limit):
        return NO_NAME
    if vocabulary().verb.fullmatch(text, start, stop):  # 投入6亿元实施12项实事
        return NO_NAME
    return Name(_before_outcome(text, start, stop), rule="noun after")


def _before_outcome(text: str, start: int, stop: int) -> tuple[Piece, ...]:
    """Cut off what became of the noun, but keep the object of what was done to it."""
    rate = _RATE_OF.search(text, start, stop)
    if rate:  # 118个项目完工率达90%: projects are counted, not their rate
        return ((start, rate.start()),)
    cut = _CUT.search(text, start + 1, stop)
    if cut is None:
        return ((start, stop),)
    with_object = ((start, cut.start()), (cut.end(), stop))
    if cut.group().endswith(("完成", "实现")) and stop - cut.end() >= _OBJECT:
        return with_object
    vague = cut.start() - start <= _GENERIC and cut.end() < stop
    if vague and not vocabulary().generic.match(text, start, stop):
        return with_object
    return ((start, cut.start()),)


def choose(text: str, zone: Piece, before: Name, after: Name, *, there_is: bool) -> Name:
    """Decide between the words before and the words after a number.

    Args:
        text: folded text.
        zone: the words before, untrimmed.
        before: the name they hold.
        after: the name behind the number.
        there_is: whether 有 or 共有 stands right before the number.
    """
    if not after.pieces:
        return before
    only = Name(after.pieces, before.verb, before.new, "noun after")
    if there_is or _stands_apart(text, zone, before, after):
        return only
    a, b = before.pieces[0][0], before.pieces[-1][1]
    first, last = after.pieces[0][0], after.pieces[-1][1]
    if text.startswith("等", b):
        generic = vocabulary().generic.fullmatch(text, first, last)
        pieces = ((a, b + 1), *after.pieces)
        return only._replace(pieces=pieces, rule="examples and noun") if generic else only
    if vocabulary().verb.match(text, first, last):
        return before
    return only._replace(pieces=(*before.pieces, *after.pieces), rule="owner and noun")


def _stands_apart(text: str, zone: Piece, before: Name, after: Name) -> bool:
    """Say whether the words before a number have no part in the name behind it."""
    if not before.pieces or text.startswith("的", after.pieces[0][0] - 1):
        return True
    a, b = before.pieces[0][0], before.pieces[-1][1]
    ends = text.startswith("等方面", b) or vocabulary().ends_in_verb(text, a, b)
    parallel = before.verb is None and "、" in text[a:b] and not text.startswith("等", b)
    return ends or parallel or _GLUE.search(text, *zone) is not None


def is_total_word(name: str) -> bool:
    """Say whether a name is only a word for a running total: 总数达到22个."""
    return _TOTAL_WORDS.fullmatch(name) is not None
