"""Reads test sentences and training rows: TSV, plain or compressed with xz.

A row has four columns: name of its source, Vietnamese, English, phrase spans. A span is
`vi_start,vi_end,en_start,en_end` in characters, ends exclusive; spans are separated by spaces. A monolingual row has
its sentence in the second column and nothing after it; the name `mono_en` marks English. `bt2vi` and `bt2en` mark
back-translated rows, which teach only the direction towards that language, whose side was written by people.
"""

from __future__ import annotations

import lzma
import pathlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TextIO

BACK_TRANSLATED = "bt2"
MONOLINGUAL_ENGLISH = "mono_en"


class Span(NamedTuple):
    """A phrase and its translation, by characters, ends exclusive."""

    vi_start: int
    vi_end: int
    en_start: int
    en_end: int


class Row(NamedTuple):
    """One line of a file."""

    name: str
    vi: str
    en: str
    spans: list[Span]

    @property
    def monolingual(self) -> bool:
        return not self.en

    @property
    def language(self) -> str:
        """The language of a monolingual row."""
        return "en" if self.name == MONOLINGUAL_ENGLISH else "vi"

    def text(self, language: str) -> str:
        return self.vi if language == "vi" else self.en

    def teaches(self, target: str) -> bool:
        """Whether the row may be learned towards a language."""
        return not self.name.startswith(BACK_TRANSLATED) or self.name == BACK_TRANSLATED + target


def open_text(path: pathlib.Path) -> TextIO:
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else open(path, encoding="utf-8")


def read_rows(paths: Iterable[pathlib.Path]) -> Iterator[Row]:
    """Rows of all files in order; lines that do not have four columns are left out."""
    for path in paths:
        with open_text(path) as lines:
            for line in lines:
                columns = line.rstrip("\n").split("\t")
                if len(columns) == 4:
                    yield Row(*columns[:3], parse_spans(columns[3]))


def read_lines(file: pathlib.Path) -> list[str]:
    """The sentences of a test file, one a line."""
    return file.read_text(encoding="utf-8").strip("\n").split("\n")


def parse_spans(column: str) -> list[Span]:
    return [Span(*map(int, span.split(","))) for span in column.split()]


def back_translated_line(language: str, real: str, made: str) -> str:
    """The line of a sentence in `language` and its machine translation into the other one."""
    sides = (real, made) if language == "vi" else (made, real)
    return "\t".join([BACK_TRANSLATED + language, *sides, ""]) + "\n"
