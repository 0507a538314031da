"""Token ids in the layout of Transformers' M2M100Tokenizer.

First come the ids of the SentencePiece model (bos 0, pad 1, eos 2, unk 3), then one id for each language that M2M100
knows, in its order; the size is rounded up to a multiple of 8, and ids above the languages are unused.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterable

import sentencepiece

BOS, PAD, EOS, UNK = 0, 1, 2, 3

LANGUAGES = (
    "af am ar ast az ba be bg bn br bs ca ceb cs cy da de el en es et fa ff fi fr fy ga gd gl gu ha he hi hr ht hu hy "
    "id ig ilo is it ja jv ka kk km kn ko lb lg ln lo lt lv mg mk ml mn mr ms my ne nl no ns oc or pa pl ps pt ro ru sd "
    "si sk sl so sq sr ss su sv sw ta th tl tn tr uk ur uz vi wo xh yi yo zh zu"
).split()


class Vocabulary:
    """The pieces of one SentencePiece model, and the languages after them."""

    def __init__(self, file: pathlib.Path):
        self.file = file
        self.processor = sentencepiece.SentencePieceProcessor(model_file=str(file))

    @property
    def pieces(self) -> int:
        """How many ids are pieces; also the id of the first language."""
        return self.processor.get_piece_size()

    @property
    def size(self) -> int:
        """Rows of the embedding: pieces and languages, rounded up to a multiple of 8."""
        return (self.pieces + len(LANGUAGES) + 7) // 8 * 8

    def language(self, code: str) -> int:
        """The id of a language such as `vi`."""
        return self.pieces + LANGUAGES.index(code)

    def encode(self, language: str, text: str) -> list[int]:
        """Language, then pieces; the end is added by who makes a batch."""
        return [self.language(language)] + self.processor.encode(text)

    def encode_source(self, language: str, text: str, longest: int | None = None) -> list[int]:
        """What the encoder reads: language, pieces, end; at most `longest` ids before the end."""
        return self.encode(language, text)[:longest] + [EOS]

    def decode(self, ids: Iterable[int]) -> str:
        """The text of the pieces among the ids."""
        return self.processor.decode([i for i in ids if i < self.pieces])

    def names(self) -> dict[str, int]:
        """Every piece and its id, as `vocab.json` lists them."""
        return {self.processor.id_to_piece(i): i for i in range(self.pieces)}
