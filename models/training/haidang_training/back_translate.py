"""Back-translation (Sennrich et al. 2016): decodes monolingual text into the other language for a fixed time.

    python -m haidang_training.back_translate --model FOLDER --spm spm.model --mono mono_vi.tsv.xz --language vi \\
        --out bt_vi.tsv --minutes 1.5

Writes rows that teach the direction towards LANGUAGE, the language of the text that people wrote.
"""

from __future__ import annotations

import argparse
import pathlib
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

import torch

from .model import TranslationModel, load_model
from .rows import back_translated_line, read_rows
from .search import pad, translate
from .vocabulary import Vocabulary

SHORTEST, LONGEST = 40, 260
MOST_SENTENCES, BLOCK = 400_000, 40_000
BATCH = {"cuda": 1600, "cpu": 50}
LONGEST_SOURCE = 120
LEAST_RATIO, MOST_RATIO = 0.4, 2.2


def choose(texts: Sequence[str], seed: int = 4) -> list[str]:
    """Sentences of a sensible length (in characters, bounds exclusive), in random order."""
    chosen = [text for text in texts if SHORTEST < len(text) < LONGEST]
    random.Random(seed).shuffle(chosen)
    return chosen[:MOST_SENTENCES]


def batches(texts: Sequence[str], size: int) -> Iterator[list[str]]:
    """Sorted by length within blocks only, so that stopping early keeps the mix."""
    for start in range(0, len(texts), BLOCK):
        block = sorted(texts[start : start + BLOCK], key=len)
        parts = [block[i : i + size] for i in range(0, len(block), size)]
        random.Random(start).shuffle(parts)
        yield from parts


class BackTranslator:
    def __init__(self, model: TranslationModel, vocabulary: Vocabulary, language: str, device: str):
        self.model, self.vocabulary, self.language, self.device = model, vocabulary, language, device
        self.other = "en" if language == "vi" else "vi"

    def lines(self, texts: Sequence[str]) -> Iterator[str]:
        """A row for each text whose translation has a credible length; greedy."""
        rows = [self.vocabulary.encode_source(self.language, text, LONGEST_SOURCE) for text in texts]
        for text, made in zip(texts, self.translations(rows)):
            if LEAST_RATIO < len(made) / len(text) < MOST_RATIO:
                yield back_translated_line(self.language, text, made)

    def translations(self, rows: list[list[int]]) -> Iterator[str]:
        source = pad(rows, self.device)
        longest = int(source.shape[1] * 1.3) + 8
        with torch.autocast(self.device, torch.bfloat16):
            outputs = translate(self.model, source, self.vocabulary.language(self.other), longest)
        return (self.vocabulary.decode(ids).replace("\t", " ").strip() for ids in outputs)


def write_for(
    seconds: float, parts: Iterator[list[str]], lines_of: Callable[[list[str]], Iterable[str]], out: pathlib.Path
) -> int:
    """Writes until the time is over or there is no more text; gives the number of rows."""
    end, count = time.monotonic() + seconds, 0
    with open(out, "w", encoding="utf-8") as file:
        for part in parts:
            if time.monotonic() > end:
                break
            for line in lines_of(part):
                file.write(line)
                count += 1
    return count


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True, help="folder that train.py wrote")
    parser.add_argument("--spm", type=pathlib.Path, required=True)
    parser.add_argument("--mono", type=pathlib.Path, required=True, help="file of monolingual rows")
    parser.add_argument("--language", choices=("vi", "en"), required=True, help="language of the rows")
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> None:
    options = parse_options(arguments)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    model = load_model(options.model / "state.pt", options.model / "config.json", device)
    translator = BackTranslator(model, Vocabulary(options.spm), options.language, device)
    texts = choose([row.vi for row in read_rows([options.mono])])
    start = time.monotonic()
    count = write_for(options.minutes * 60, batches(texts, BATCH[device]), translator.lines, options.out)
    print(f"back-translated {count} sentences from {options.language} in {time.monotonic() - start:.0f} s")


if __name__ == "__main__":
    main()
