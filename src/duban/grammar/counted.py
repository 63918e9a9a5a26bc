"""Small counts in Chinese numerals behind what they count: 新建学校两所, 引进院士一名.

Before a noun such a numeral enumerates (两个中心) or is a figure of speech; behind one, at the end
of its clause, and where something was built, founded or won, it counts.
"""

from __future__ import annotations

import re
from typing import Final

SMALL: Final = "[一二两三四五六七八九十]"
COUNTER: Final = "[所座名台辆艘架栋幢户家处个]"
COUNT_ENDS: Final = "[，。；、！\\n]|和(?![平谐])|及|以及|以上|$"
_ACTS: Final = (
    "新建|建成|新增|增设|改建|扩建|修建|兴建|修复|建设|建立|设立|创建|创办|成立|开办|开设|办起|引进|引育|招引|"
    "培养|培育|招聘|选派|购置|添置|配备|获批|获评|认定|新添|创成"
)
# Nothing that numbers, points or quotes stands between the verb and the count …
_NOUN: Final = "[^，。；、：！？\\n0-9“”一二两三四五六七八九十百千万亿第每各这那某另几前后]{2,16}"
# … but other things that are counted in the same way.
_COUNTED = re.compile(
    rf"(?:{_ACTS})(?:了|有)?(?:{_NOUN}{SMALL}{COUNTER}(?:[，、]|和|及|以及)){{0,6}}{_NOUN}$"
)
_REACH: Final = 80  # characters in which the verb stands


def is_counted(text: str, start: int) -> bool:
    """Say whether the small numeral at `start` counts the noun before it.

    Args:
        text: folded text.
        start: offset of a numeral that a counter and the end of a clause follow.
    """
    return _COUNTED.search(text, max(0, start - _REACH), start) is not None
