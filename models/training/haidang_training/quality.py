"""Figures of translations, beside BLEU and chrF2."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .marks import CLOSE, MIDDLE, OPEN
from .names import whole

LOOP_WORDS, LOOP_TIMES = 4, 3


def exact_names(outputs: Sequence[str], wanted: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many wanted wordings stand in their outputs, as often as they are wanted, and how many are wanted."""
    found = 0
    for output, names in zip(outputs, wanted):
        for name, times in Counter(names).items():
            found += min(times, len(whole(name).findall(output)))
    return found, sum(map(len, wanted))


def kept_digits(sources: Sequence[str], outputs: Sequence[str]) -> tuple[int, int]:
    """How many digit sequences of the sources stand in their outputs, each counted as often as it occurs; and all."""
    kept = total = 0
    for source, output in zip(sources, outputs):
        given, made = (Counter(re.findall(r"\d+", text)) for text in (source, output))
        kept += (given & made).total()
        total += given.total()
    return kept, total


def is_loop(text: str) -> bool:
    """Whether some four words in a row occur three times or more."""
    words = text.split()
    runs = Counter(zip(*(words[i:] for i in range(LOOP_WORDS))))
    return any(times >= LOOP_TIMES for times in runs.values())


def loops(outputs: Sequence[str]) -> int:
    return sum(map(is_loop, outputs))


def empty(outputs: Sequence[str]) -> int:
    return sum(not output.strip() for output in outputs)


def with_marks(outputs: Sequence[str]) -> int:
    """Outputs that contain a character of the annotation."""
    return sum(any(mark in output for mark in (OPEN, MIDDLE, CLOSE)) for output in outputs)
