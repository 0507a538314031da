"""Turns rows into token ids: both directions, plain and with annotated terms, and denoising of monolingual text."""

from __future__ import annotations

import enum
import pathlib
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields
from typing import NamedTuple

import numpy

from .marks import add_noise, annotate
from .rows import Row, Span, read_rows
from .vocabulary import Vocabulary

BOTH = ("vi-en", "en-vi")
CHUNK = 20_000
EVERY_OTHER = "*"

UPPER_CASE, TITLE_CASE = 0.015, 0.03
LONGEST, LONGEST_ANNOTATED = 200, 220
LONGEST_MONOLINGUAL, LONGEST_NOISY = 120, 130


class Kind(enum.IntEnum):
    PLAIN = 0
    ANNOTATED = 1
    DENOISING = 2


class Example(NamedTuple):
    """Ids begin with the language and have no end yet."""

    kind: Kind
    source: list[int]
    target: list[int]


@dataclass(frozen=True)
class Corpus:
    """All examples, flat.

    kinds: uint8 [examples]; lengths: int64 [examples]; ids: uint16, every example's one after the other.
    """

    kinds: numpy.ndarray
    source_lengths: numpy.ndarray
    target_lengths: numpy.ndarray
    source_ids: numpy.ndarray
    target_ids: numpy.ndarray

    @staticmethod
    def of(examples: Sequence[Example]) -> Corpus:
        return Corpus(
            numpy.array([example.kind for example in examples], numpy.uint8),
            numpy.array([len(example.source) for example in examples], numpy.int64),
            numpy.array([len(example.target) for example in examples], numpy.int64),
            flat([example.source for example in examples]),
            flat([example.target for example in examples]),
        )

    @staticmethod
    def join(parts: Sequence[Corpus]) -> Corpus:
        return Corpus(*(numpy.concatenate([getattr(part, field.name) for part in parts]) for field in fields(Corpus)))

    def count(self, kind: Kind) -> int:
        return int((self.kinds == kind).sum())


def flat(ids: Sequence[Sequence[int]]) -> numpy.ndarray:
    return numpy.concatenate([numpy.array(row, numpy.uint16) for row in ids])


class ExampleMaker:
    """Makes the examples of rows; what it draws depends on the seed and the rows before alone."""

    def __init__(self, vocabulary: Vocabulary, directions: Sequence[str], seed: int):
        self.vocabulary = vocabulary
        self.directions = directions
        self.rng = random.Random(seed)

    def of(self, row: Row) -> Iterator[Example]:
        if row.monolingual:
            yield from self.denoising(row)
            return
        for source, target in (("vi", "en"), ("en", "vi")):
            if row.teaches(target) and f"{source}-{target}" in self.directions:
                yield from self.translation(row, source, target)

    def denoising(self, row: Row) -> Iterator[Example]:
        target = self.vocabulary.encode(row.language, row.vi)
        source = self.vocabulary.encode(row.language, add_noise(row.vi, self.rng))
        if 4 < len(target) <= LONGEST_MONOLINGUAL and len(source) <= LONGEST_NOISY:
            yield Example(Kind.DENOISING, source, target)

    def translation(self, row: Row, source: str, target: str) -> Iterator[Example]:
        plain = self.plain(row.text(source), row.text(target), source, target)
        if len(plain.target) < 2 or len(plain.source) > LONGEST or len(plain.target) > LONGEST:
            return
        yield plain
        if row.spans:
            annotated = self.annotated(row, source, target)
            if len(annotated.source) <= LONGEST_ANNOTATED and len(annotated.target) <= LONGEST:
                yield annotated

    def plain(self, text: str, translation: str, source: str, target: str) -> Example:
        """Now and then in capitals or in title case, as headlines are."""
        case = self.letter_case(text)
        return Example(
            Kind.PLAIN, self.vocabulary.encode(source, case(text)), self.vocabulary.encode(target, case(translation))
        )

    def letter_case(self, text: str) -> Callable[[str], str]:
        chance = self.rng.random()
        if chance < UPPER_CASE:
            return str.upper
        return str.title if chance < TITLE_CASE and len(text) > 20 else str

    def annotated(self, row: Row, source: str, target: str) -> Example:
        most = min(self.rng.choice((1, 1, 2, 3)), len(row.spans))
        picks = [pick(row, source, span) for span in self.rng.sample(row.spans, most)]
        text = annotate(row.text(source), picks)
        return Example(
            Kind.ANNOTATED, self.vocabulary.encode(source, text), self.vocabulary.encode(target, row.text(target))
        )


def pick(row: Row, source: str, span: Span) -> tuple[int, int, str]:
    """Where a phrase stands in the source side, and its translation."""
    if source == "vi":
        return span.vi_start, span.vi_end, row.en[span.en_start : span.en_end]
    return span.en_start, span.en_end, row.vi[span.vi_start : span.vi_end]


def make_chunk(rows: Sequence[Row], spm: pathlib.Path, directions: Sequence[str], seed: int) -> Corpus:
    """Runs in a process of its own."""
    maker = ExampleMaker(Vocabulary(spm), directions, seed)
    return Corpus.of([example for row in rows for example in maker.of(row)])


def build_corpus(
    paths: Sequence[pathlib.Path],
    spm: pathlib.Path,
    workers: int = 16,
    repeat: Mapping[str, int] | None = None,
    seed: int = 3,
    directions: Sequence[str] = BOTH,
) -> Corpus:
    """Reads and shuffles all rows, and makes their examples in `workers` processes.

    repeat: how often the rows of a source are taken; `*` stands for sources that are not named, once otherwise.
    """
    rows = repeated(read_rows(paths), repeat or {})
    random.Random(seed).shuffle(rows)
    starts = range(0, len(rows), CHUNK)
    chunks = [rows[start : start + CHUNK] for start in starts]
    seeds = [seed * 1_000_003 + start for start in starts]
    with ProcessPoolExecutor(workers) as pool:
        count = len(chunks)
        return Corpus.join(list(pool.map(make_chunk, chunks, [spm] * count, [directions] * count, seeds)))


def repeated(rows: Iterator[Row], repeat: Mapping[str, int]) -> list[Row]:
    return [row for row in rows for _ in range(repeat.get(row.name, repeat.get(EVERY_OTHER, 1)))]
