"""Sentences with annotated names, to see whether a model writes them as it is told.

Two kinds. Sentences of the office's field contain names of the list as they are. FLORES hardly does, so a name that is
spelt alike on both sides (Sevilla, Rio Grande) gives its place to a name of the list: the sentence stays one of FLORES,
and the name is one that the model cannot guess.
"""

from __future__ import annotations

import csv
import pathlib
import random
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .marks import annotate

PATTERNS = re.compile(r"[(),;/]")
"""Marks of an entry that is not one name but a pattern of names."""

CAPITALISED = r"[A-Z][A-Za-z]+(?: [A-Z][A-Za-z]+)*"


class Name(NamedTuple):
    """A name in both languages."""

    source: str
    target: str


class NamedSentence(NamedTuple):
    """A source sentence, the same with its names annotated, and the wordings that the output has to contain."""

    plain: str
    annotated: str
    wanted: list[str]


def read_names(file: pathlib.Path, source: str, target: str) -> list[Name]:
    """The preferred names of a list with a column for each language, entries that stand for many names left out."""
    with open(file, encoding="utf-8", newline="") as rows:
        names = [Name(row[source], row[target]) for row in csv.DictReader(rows) if row["status"] == "preferred"]
    return [name for name in names if not any(map(PATTERNS.search, name))]


def whole(text: str) -> re.Pattern[str]:
    """Finds a wording as whole words."""
    return re.compile(rf"(?<!\w){re.escape(text)}(?!\w)")


def in_place_of_others(
    sources: Sequence[str], targets: Sequence[str], names: Sequence[Name], count: int, seed: int = 11
) -> list[NamedSentence]:
    """`count` sentences, one name of the list in each; sentences come again, with other names, if there are too few."""
    places = [(source, place) for source, target in zip(sources, targets) if (place := shared_name(source, target))]
    rng = random.Random(seed)
    return [with_name(*places[i % len(places)], rng.choice(names)) for i in range(count)]


def shared_name(source: str, target: str) -> tuple[int, int] | None:
    """Where the longest name stands that occurs once, and not first, on either side; None if there is none."""
    spans = [match.span() for match in re.finditer(rf"(?<!\w){CAPITALISED}(?!\w)", source)]
    shared = [
        (start, end) for start, end in spans if start and all(once(source[start:end], t) for t in (source, target))
    ]
    return max(shared, key=lambda span: span[1] - span[0], default=None)


def once(name: str, text: str) -> bool:
    return len(whole(name).findall(text)) == 1


def with_name(sentence: str, place: tuple[int, int], name: Name) -> NamedSentence:
    start, end = place
    plain = sentence[:start] + name.source + sentence[end:]
    annotated = annotate(plain, [(start, start + len(name.source), name.target)])
    return NamedSentence(plain, annotated, [name.target])


def as_they_are(sources: Sequence[str], targets: Sequence[str], names: Sequence[Name]) -> Iterator[NamedSentence]:
    """Sentences that contain names of the list whose rendering stands in their reference."""
    for source, target in zip(sources, targets):
        picks = [pick for pick in longest_names(source, names) if whole(pick[2]).search(target)]
        if picks:
            yield NamedSentence(source, annotate(source, picks), [pick[2] for pick in picks])


def longest_names(text: str, names: Sequence[Name]) -> list[tuple[int, int, str]]:
    """Start, end and rendering of names in a text; longer ones first, none inside another."""
    picks: list[tuple[int, int, str]] = []
    for name in sorted(names, key=lambda name: -len(name.source)):
        for match in whole(name.source).finditer(text):
            if all(match.end() <= start or end <= match.start() for start, end, _ in picks):
                picks.append((*match.span(), name.target))
    return sorted(picks)
