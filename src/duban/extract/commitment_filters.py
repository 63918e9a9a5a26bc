"""What in a plan is no commitment: topics, orientation, general requirements, targets.

A topic sentence names what the sentences after it promise; an orientation sentence asks for
something that nobody could answer for. Lengths are in characters and were chosen by reading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from duban.extract.commitment_lexicon import ACTION, EFFECT, LEADING
from duban.extract.commitment_openings import is_result, read_opening, spends
from duban.grammar.goals import states_target
from duban.grammar.verbs import clause_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from duban.extract.commitment_clauses import Sentence
    from duban.extract.commitment_figures import FigureMarks
    from duban.extract.commitment_rows import Row

_TASKS = (
    "(?:[0-9一二三四五六七八九十]+个方面"
    "|(?:以下|下列|[0-9一二三四五六七八九十]+个?(?:方面|项|件))[^，。]{0,8}(?:工作|任务|大事))"
)
# Every branch begins with one character, so that the search runs at C speed.
_GENERAL = re.compile(
    "目标是|目标为|指标是|指标为|预期目标|总体要求|总的要求|基本思路|总体思路|指导思想"
    "|以习近平|让我们|两个确立|两个维护|四个意识|做好[^，。]{0,10}工作，?(?:要|必须|总的|关键|意义|我们)"
    f"|抓好{_TASKS}|做好{_TASKS}"
    "|战略基点|这[个一](?:关键一招|法宝|重要法宝)|刻不容缓|至关重要|任重道远|这些(?:政策|措施|任务|工作|目标)|上述(?:目标|任务)"
    "|决定[^，。]{0,6}未来|如果|假如"
)
_TARGETS = re.compile(
    "(?:目标|指标|总体要求|总的要求|基本思路|总体思路|指导思想)(?:是|为)|预期目标"
)
_ANNOUNCES = ("目标", "目标任务", "要求", "思路", "思想", "原则")
_ORIENTS = re.compile(
    "(?:今年|明年|(?:19|20)[0-9]{2}年|“[^”]{2,4}”时期)[^，。]{0,6}(?:是|恰逢|既是)"
    "|做好(?:今年|全年|明年|新的一年|“十)"
)
_PRIORITY = re.compile("(?:始终)?(?:坚持|必须|要)?把[^，。]{2,30}(?:作为|摆在|放在)")
_NAMES = re.compile("[“《]|等")
# A sentence that obliges somebody, or promises something definite, is no topic.
_OBLIGES = re.compile("[^，]{2,20}?(?:[都也还]要|必须|应当|应该|将)")
_TANGIBLE = re.compile(
    "[^，]{0,12}?(?:制定|建立|出台|编制|组建|设立|启动|建成|完成|开工|取消|举办|办好)"
)
_NO_PLEDGE = ("：", "！", "？")
_OPENS = frozenset({ACTION, EFFECT, LEADING})
_TOPIC = 24  # longest topic sentence
_INNER_TOPIC = 16  # longest topic inside a paragraph
_CATCHWORD = 7  # a sentence so short names what the next one does
_HEADING = 40  # longest heading, and topic with a number before it (三是…，…。)
_ORIENTATION = 120  # longest orientation between a heading and the paragraphs under it
_CLOSING = 150  # longest closing paragraph of exhortations
_FEW = 3  # sentences of an orientation
_PRIORITY_CLAUSES = 4  # longer sentences go on to pledge


class Paragraph(NamedTuple):
    """A paragraph of a section and where it stands.

    Attributes:
        sentences: its sentences.
        inline: whether it goes on in the line of the section's heading.
        only: whether it is all of the section's text.
        details: how many sentences the next paragraph has, if it is not numbered.
    """

    sentences: list[Sentence]
    inline: bool
    only: bool
    details: int

    def span(self) -> tuple[int, int]:
        """Return its first and last offset."""
        return self.sentences[0].clauses[0].start, self.sentences[-1].clauses[-1].end


def pledges(
    folded: str,
    paragraph: Paragraph,
    figures: FigureMarks,
    targets: Sequence[tuple[int, int]] = (),
) -> Iterator[Sentence]:
    """Yield the sentences of a paragraph that may hold commitments.

    Args:
        folded: the folded text.
        paragraph: the paragraph.
        figures: where figures begin.
        targets: lists of targets, which hold none.
    """
    if _is_heading(folded, paragraph, figures) or _orients(folded, paragraph, figures):
        return
    sentences = paragraph.sentences
    topics = _topics(folded, paragraph, figures)
    before_list = next((i for i, s in enumerate(sentences) if s.mark == "item"), 0) - 1
    in_targets = follows = False
    for i, sentence in enumerate(sentences):
        clauses = sentence.clauses
        start, end, stop = clauses[0].start, clauses[-1].end, clauses[-1].stop
        listed = bool(targets) and any(first <= start < last for first, last in targets)
        if listed or (follows and states_target(folded, start, end)):
            follows = True  # 主要目标是：…。到“十四五”末，生产总值…。
            continue
        follows = False
        general = _GENERAL.search(folded, start, end)
        announces = stop == "：" and folded.endswith(_ANNOUNCES, start, end)
        if in_targets or announces or (general and _TARGETS.match(folded, general.start())):
            in_targets = stop in "；："  # the targets go on to the full stop
            follows = True
        elif stop == "：" and not general and spends(folded, start, end):
            yield sentence  # 投入6亿元实施12项民生实事：…
        elif general or stop in _NO_PLEDGE or i == before_list or i in topics:
            continue
        elif not _is_priority(folded, sentence, figures):
            yield sentence


def is_target(folded: str, row: Row) -> bool:
    """Say whether a row of a section of objectives states a target and no action."""
    verb = folded[row.verb_start : row.verb_end]
    return row.word == "value" or verb in clause_words()["stating"]


def _is_heading(folded: str, paragraph: Paragraph, figures: FigureMarks) -> bool:
    """Say whether a line is a heading.

    It is short, and it has no final punctuation, or a number and its details below, or more
    sentences below than a single clause could lead to.
    """
    only, *more = paragraph.sentences
    if more or only.mark == "item":
        return False
    start, end = paragraph.span()
    if end - start > _HEADING or figures.any(start, end):
        return False
    if only.clauses[-1].stop == "\n":
        return True
    if only.mark == "ordinal":
        return paragraph.details > 0
    lone = len(only.clauses) == 1 and end - start <= _TOPIC and paragraph.details > 1
    led = len(only.clauses) <= 2 and paragraph.details >= _FEW  # noqa: PLR2004  …，…。
    return (lone or led) and not _TANGIBLE.match(folded, start, end)


def _orients(folded: str, paragraph: Paragraph, figures: FigureMarks) -> bool:
    """Say whether a whole paragraph sets the course instead of pledging."""
    count = len(paragraph.sentences)
    if count > _FEW:
        return False
    start, end = paragraph.span()
    if _ORIENTS.match(folded, start):
        return True
    if end - start > _CLOSING or figures.any(start, end) or folded.find("“", start, end) >= 0:
        return False
    if paragraph.inline and not paragraph.only:
        return end - start <= _ORIENTATION and count < _FEW
    addresses = folded.startswith(("各位代表", "同志们"), start)
    return count > 1 and (addresses or folded.find("我们", start, end) >= 0)


def _is_priority(folded: str, sentence: Sentence, figures: FigureMarks) -> bool:
    """坚持把…作为重中之重，…: how much it matters, in a few clauses without a number."""
    start, end = sentence.clauses[0].start, sentence.clauses[-1].end
    return (
        bool(_PRIORITY.match(folded, start, end))
        and len(sentence.clauses) <= _PRIORITY_CLAUSES
        and not figures.any(start, end)
    )


def _topics(folded: str, paragraph: Paragraph, figures: FigureMarks) -> set[int]:
    """Return which sentences, never the last, name what the next ones promise."""
    sentences = paragraph.sentences[:-1]
    sizes = [_topic_size(folded, sentence, figures) for sentence in sentences]
    found = {
        i
        for i, (sentence, size) in enumerate(zip(sentences, sizes, strict=True))
        if size
        and sentence.mark == "ordinal"
        and not paragraph.sentences[i + 1].mark
        and (i == 0 or (size <= _TOPIC and len(sentence.clauses) == 1))
    }
    if sizes and 0 < sizes[0] <= _TOPIC and not (paragraph.inline or sentences[0].mark):
        found.add(0)
    inner = [
        i
        for i, sentence in enumerate(sentences)
        if i and 0 < sizes[i] <= _INNER_TOPIC and _names_nothing(folded, sentence)
    ]
    catchwords = [
        i for i in range(1, len(sentences)) if _is_catchword(folded, paragraph, i, figures)
    ]
    if len(catchwords) > 1 and (0 in found or _is_catchword(folded, paragraph, 0, figures)):
        found.update(catchwords)  # one alone may be a pledge of its own
    return found | set(inner) if _alternate(paragraph.sentences, inner) else found


def _is_catchword(folded: str, paragraph: Paragraph, i: int, figures: FigureMarks) -> bool:
    """Say whether a sentence of a few characters only leads to the next: 做大总量."""
    sentence, following = paragraph.sentences[i : i + 2]
    start, end = sentence.clauses[0].start, sentence.clauses[-1].end
    alone = len(sentence.clauses) == 1 and sentence.clauses[-1].stop == "。" and not sentence.mark
    brief = end - start <= _CATCHWORD and not figures.any(start, end)
    return alone and brief and len(following.clauses) > 1 and not _NAMES.search(folded, start, end)


def _topic_size(folded: str, sentence: Sentence, figures: FigureMarks) -> int:
    """Return the length of a sentence that could be a topic, or 0."""
    clauses = sentence.clauses
    if clauses[-1].stop != "。" or len(clauses) > (2 if sentence.mark == "ordinal" else 1):
        return 0
    start, end = clauses[0].start, clauses[-1].end
    if end - start > _HEADING or figures.any(start, end):
        return 0
    definite = (
        _OBLIGES.match(folded, start, end)
        or _TANGIBLE.match(folded, start, end)
        or is_result(folded, start, end)
    )
    return 0 if definite else end - start


def _names_nothing(folded: str, sentence: Sentence) -> bool:
    """Say whether a sentence without a number opens with an aim and names nothing."""
    clause = sentence.clauses[0]
    if sentence.mark or _NAMES.search(folded, clause.start, clause.end):
        return False
    return read_opening(folded, clause.start, clause.end, has_figure=False).role in _OPENS


def _alternate(sentences: list[Sentence], inner: list[int]) -> bool:
    """Say whether short sentences alternate with longer ones that carry them out."""
    if len(inner) < 2 or inner[0] != 1:  # noqa: PLR2004  one may be chance
        return False
    return all(len(sentences[i + 1].clauses) > 1 for i in inner)
