"""What in a plan is no commitment: topics, orientation, general requirements, targets.

A topic sentence names what the sentences after it promise; an orientation sentence asks for
something that nobody could answer for.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from duban.extract.commitment_clauses import Sentence

    CountFigures = Callable[[int, int], int]

# Each alternative begins with a fixed character, so that searching stays fast.
_GENERAL = re.compile(
    "以习近平|两个确立|两个维护|四个意识|做好[^，。]{0,10}工作，?(?:要|必须|总的|关键|意义|我们)"
    "|[抓做]好(?:以下|下列|[0-9一二三四五六七八九十]+个?(?:方面|项|件))[^，。]{0,8}(?:工作|任务|大事)"
    "|总体要求|总的要求|基本思路|指导思想|总体思路|预期目标|重中之重|战略基点|生命线"
    "|刻不容缓|至关重要|任重道远|这些(?:政策|措施|任务|工作|目标)|上述(?:目标|任务)|决定[^，。]{0,6}未来|如果|假如"
)
_TARGETS = re.compile("(?:目标|总体要求|总的要求|基本思路|总体思路|指导思想)(?:是|为)")
_ANNOUNCES = ("目标", "目标任务", "要求", "思路", "思想", "原则")
_ORIENTS = re.compile(
    "(?:今年|明年|(?:19|20)[0-9]{2}年|“[^”]{2,4}”时期)[^，。]{0,6}(?:是|恰逢|既是)"
    "|做好(?:今年|全年|明年|新的一年|“十)|各位代表|同志们"
)
_NAMES = re.compile("[“《]|等")
_TOPIC = 24  # longest topic sentence, in characters
_ORDINAL_TOPIC = 40  # 三是…，…。 with details after it
_INNER_TOPIC = 16  # a topic inside a long paragraph
_LONG = 400  # a paragraph that holds a whole section, topics and all
_ORIENTATION = 120  # longest orientation between a heading and the paragraphs under it
_CLOSING = 150  # longest closing paragraph of exhortations


class Paragraph(NamedTuple):
    """A paragraph of a section and where it stands.

    Attributes:
        sentences: its sentences.
        inline: whether it goes on in the line of the section's heading.
        only: whether it is all of the section's text.
    """

    sentences: list[Sentence]
    inline: bool
    only: bool


def pledges(folded: str, paragraph: Paragraph, count_figures: CountFigures) -> Iterator[Sentence]:
    """Yield the sentences of a paragraph that may hold commitments."""
    sentences = paragraph.sentences
    if _is_heading(sentences) or _orients(folded, paragraph, count_figures):
        return
    inner = _has_inner_topics(folded, paragraph, count_figures)
    before_list = next((i for i, s in enumerate(sentences) if s.mark == "item"), 0) - 1
    in_targets = False
    for i, sentence in enumerate(sentences):
        if in_targets or _introduces_targets(folded, sentence):
            in_targets = sentence.clauses[-1].stop in "；："
            continue
        following = sentences[i + 1] if i + 1 < len(sentences) else None
        if sentence.clauses[-1].stop == "：" or i == before_list or _is_general(folded, sentence):
            continue
        if following and _is_topic(folded, paragraph, i, count_figures, inner=inner):
            continue
        yield sentence


def _span(sentence: Sentence) -> tuple[int, int]:
    return sentence.clauses[0].start, sentence.clauses[-1].end


def _is_heading(sentences: list[Sentence]) -> bool:
    """Say whether a line is one unnumbered clause without final punctuation."""
    only = sentences[0]
    return (
        len(sentences) == len(only.clauses) == 1 and not only.mark and only.clauses[0].stop in "\n"
    )


def _orients(folded: str, paragraph: Paragraph, count_figures: CountFigures) -> bool:
    """Say whether a whole paragraph sets the course instead of pledging."""
    sentences = paragraph.sentences
    start, end = sentences[0].clauses[0].start, sentences[-1].clauses[-1].end
    if _ORIENTS.match(folded, start):
        return True
    if count_figures(start, end) or "“" in folded[start:end]:
        return False
    size, count = end - start, len(sentences)
    if paragraph.inline and not paragraph.only:
        return size <= _ORIENTATION and count <= 2  # noqa: PLR2004  one sentence, or two
    return size <= _CLOSING and 1 < count <= 3 and "我们" in folded[start:end]  # noqa: PLR2004  a maxim and what follows from it


def _introduces_targets(folded: str, sentence: Sentence) -> bool:
    last = sentence.clauses[-1]
    if last.stop == "：" and folded.endswith(_ANNOUNCES, last.start, last.end):
        return True
    return bool(_TARGETS.search(folded, *_span(sentence)))


def _is_general(folded: str, sentence: Sentence) -> bool:
    return sentence.clauses[-1].stop in ("！", "？") or bool(
        _GENERAL.search(folded, *_span(sentence))
    )


def _is_topic(
    folded: str, paragraph: Paragraph, i: int, count_figures: CountFigures, *, inner: bool
) -> bool:
    """Say whether sentence `i`, which is not the last, names what the next ones promise."""
    sentence, following = paragraph.sentences[i], paragraph.sentences[i + 1]
    start, end = _span(sentence)
    size, single = end - start, len(sentence.clauses) == 1
    if sentence.clauses[-1].stop != "。" or count_figures(start, end):
        return False
    if sentence.mark == "ordinal":
        long = i == 0 and len(sentence.clauses) == 2 and size <= _ORDINAL_TOPIC  # noqa: PLR2004  三是…，…。
        return not following.mark and (long or (single and size <= _TOPIC))
    if not single:
        return False
    if i == 0 and not paragraph.inline:
        return size <= _TOPIC
    return inner and size <= _INNER_TOPIC and not _NAMES.search(folded, start, end)


def _has_inner_topics(folded: str, paragraph: Paragraph, count_figures: CountFigures) -> bool:
    """Say whether short topics alternate with the sentences that carry them out."""
    sentences = paragraph.sentences
    size = sentences[-1].clauses[-1].end - sentences[0].clauses[0].start
    if paragraph.inline and size > _LONG:
        return True
    short = [_could_be_topic(folded, s, count_figures) for s in sentences]
    pairs = sum(a and not b for a, b in zip(short[1:], short[2:], strict=False))
    return pairs >= 2 and short[1] and pairs == sum(short[1:])  # noqa: PLR2004  one may be chance


def _could_be_topic(folded: str, sentence: Sentence, count_figures: CountFigures) -> bool:
    start, end = _span(sentence)
    return (
        len(sentence.clauses) == 1
        and end - start <= _INNER_TOPIC
        and not sentence.mark
        and not count_figures(start, end)
        and not _NAMES.search(folded, start, end)
    )
