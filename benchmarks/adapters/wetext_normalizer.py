"""WeTextProcessing's text normaliser: what it tags as anything but a character is a figure."""

import logging
import re

from shared_loop import serve
from tn.chinese.normalizer import Normalizer

logging.disable(logging.CRITICAL)
TOKEN = re.compile(r'(\w+) \{ (?:value|\w+): "((?:[^"\\]|\\.)*)"[^}]*\}')
FIGURES = {"cardinal", "measure", "money", "fraction", "math"}
AHEAD = 3  # characters that must agree to find the place in the text again
normalizer = Normalizer()


def spans(line: str) -> list[tuple[int, int]]:
    """Return the spans of figures, found again by the characters that follow them."""
    tokens = TOKEN.findall(normalizer.tag(line))
    found, at = [], 0
    for number, (kind, value) in enumerate(tokens):
        if kind == "char":
            at = max(line.find(value, at), at) + 1
            continue
        after = "".join(v for k, v in tokens[number + 1 : number + 1 + AHEAD] if k == "char")
        end = line.find(after, at + 1) if after else len(line)
        if kind in FIGURES and end > at:
            found.append((at, end))
        at = max(end, at)
    return found


serve(spans)
