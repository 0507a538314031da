"""Lists the tokens that a language is written with, for `models/tools/fuse_m2m100.py --output-tokens`.

    python -m haidang_training.output_tokens --data DATA --language en --out output_tokens.txt

Both languages share one vocabulary, and a decoder that writes one of them need not score what only the other has.
DATA holds `spm.model` and files of rows: `train*.tsv*` and, where they are, `mono_*.tsv*`.
"""

from __future__ import annotations

import argparse
import pathlib
from collections import Counter
from collections.abc import Iterable, Iterator

from .rows import read_rows
from .vocabulary import UNK, Vocabulary

LEAST = 2
"""A piece seen less often is an accident."""


def texts_in(paths: Iterable[pathlib.Path], language: str) -> Iterator[str]:
    for row in read_rows(paths):
        if not row.monolingual:
            yield row.text(language)
        elif row.language == language:
            yield row.vi


def tokens_of(vocabulary: Vocabulary, texts: Iterable[str]) -> list[int]:
    """Ids, ascending; the special tokens among them, the languages' not, for these are given and never guessed."""
    counts = Counter(token for text in texts for token in vocabulary.processor.encode(text))
    return sorted({*range(UNK + 1), *(token for token, count in counts.items() if count >= LEAST)})


def spans(tokens: list[int]) -> str:
    """Numbers and ranges such as "0-3 5"."""
    found: list[list[int]] = []
    for token in tokens:
        if found and token == found[-1][1] + 1:
            found[-1][1] = token
        else:
            found.append([token, token])
    return " ".join(f"{first}-{last}" if last > first else str(first) for first, last in found)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--language", required=True, choices=("vi", "en"), help="what the decoder writes")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args(arguments)
    vocabulary = Vocabulary(options.data / "spm.model")
    paths = sorted([*options.data.glob("train*.tsv*"), *options.data.glob("mono_*.tsv*")])
    tokens = tokens_of(vocabulary, texts_in(paths, options.language))
    options.out.write_text(spans(tokens) + "\n", encoding="utf-8")
    print(f"{len(tokens)} of {vocabulary.size} tokens")


if __name__ == "__main__":
    main()
