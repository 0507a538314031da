"""Checks a model against Transformers' M2M100ForConditionalGeneration, and writes what that gives as `golden.json`."""

from __future__ import annotations

import pathlib
import shutil
from collections.abc import Iterator, Sequence
from typing import Any

import torch
from transformers import M2M100Config, M2M100ForConditionalGeneration, M2M100Tokenizer

from .layout import TOKENIZER_FILES, transformers_config, write_json
from .marks import annotate
from .model import TranslationModel
from .rows import read_lines
from .search import pad, translate
from .vocabulary import BOS, EOS, PAD, Vocabulary

LONGEST = 300
LINES = 30
UNUSUAL = {
    "vi": [
        "Hải Phòng, ngày 30/5/2026.",
        "CHÍNH SÁCH ĐỐI NGOẠI CỦA THÀNH PHỐ",
        "Tổng kinh phí là 1.234,5 tỷ đồng (tăng 12,3%).",
        "Chào 👋 bạn!",
        "Ủy ban nhân dân thành phố Hải Phòng",
        "http://haiphong.gov.vn/tin-tuc?id=7",
        annotate("Sở Ngoại vụ phối hợp với Ủy ban nhân dân thành phố.", [(0, 11, "Department of Foreign Affairs")]),
    ],
    "en": ["Hai Phong, 30 May 2026.", "THE CITY AND ITS FOREIGN POLICY", "Hello 👋 friend!"],
}


class Reference:
    """The same weights in Transformers' class, in float32."""

    def __init__(self, model: TranslationModel, vocabulary: Vocabulary):
        self.ours, self.vocabulary = model, vocabulary
        self.theirs = M2M100ForConditionalGeneration(M2M100Config(**transformers_config(model.config)))
        keys = self.theirs.load_state_dict(model.transformers_state(), strict=False)
        print("Transformers: weights missing", keys.missing_keys, "unexpected", keys.unexpected_keys)
        self.theirs.eval()

    @torch.no_grad()
    def largest_difference(self, rows: list[list[int]], language: str) -> float:
        """Of the logits after the forced language."""
        source = pad(rows)
        prefix = torch.tensor([[EOS, self.vocabulary.language(language)]] * len(rows))
        mask = (source != PAD).long()
        theirs = self.theirs(input_ids=source, attention_mask=mask, decoder_input_ids=prefix).logits[:, -1]
        ours = self.ours.logits(self.ours(source, prefix)[:, -1])
        return (theirs - ours).abs().max().item()

    @torch.no_grad()
    def generate(self, rows: list[list[int]], language: str, beams: int) -> list[list[int]]:
        """Ids without special ones and languages."""
        source = pad(rows)
        outputs = self.theirs.generate(
            input_ids=source,
            attention_mask=(source != PAD).long(),
            num_beams=beams,
            max_length=LONGEST,
            forced_bos_token_id=self.vocabulary.language(language),
            do_sample=False,
            early_stopping=False,
            length_penalty=1.0,
        )
        return [self.plain(ids) for ids in outputs.tolist()]

    def plain(self, ids: list[int]) -> list[int]:
        special = {BOS, PAD, EOS, self.vocabulary.language("vi"), self.vocabulary.language("en")}
        return [i for i in ids if i not in special]

    def agreement(self, rows: list[list[int]], language: str, beams: int) -> int:
        """How many rows our own search decodes to the same ids."""
        # Transformers counts the start token too.
        ours = translate(self.ours, pad(rows), self.vocabulary.language(language), LONGEST - 1, beams)
        return sum(self.plain(mine) == other for mine, other in zip(ours, self.generate(rows, language, beams)))

    def cases(self, tests: pathlib.Path, pairs: Sequence[Sequence[str]]) -> Iterator[dict[str, Any]]:
        """One case for each line, decoded alone."""
        for source, target in pairs:
            for text in read_lines(tests / f"flores.{source}")[:LINES] + UNUSUAL[source]:
                ids = self.vocabulary.encode_source(source, text)
                greedy, beam4 = (self.generate([ids], target, beams)[0] for beams in (1, 4))
                yield dict(
                    source_lang=source,
                    target_lang=target,
                    source=text,
                    input_ids=ids,
                    greedy=greedy,
                    beam4=beam4,
                    text_beam4=self.vocabulary.decode(beam4),
                )

    def save(self, folder: pathlib.Path) -> None:
        """In half precision, with the tokenizer of the folder above; later generation is in half precision too."""
        self.theirs.half().save_pretrained(folder)
        for name in TOKENIZER_FILES:
            shutil.copyfile(folder.parent / name, folder / name)


def tokenizer_agreement(folder: pathlib.Path, cases: Sequence[dict[str, Any]]) -> int:
    """How many sources Transformers' tokenizer cuts into the same ids."""
    tokenizer = M2M100Tokenizer.from_pretrained(folder)
    agreed = 0
    for case in cases:
        tokenizer.src_lang = case["source_lang"]
        agreed += tokenizer(case["source"])["input_ids"] == case["input_ids"]
    return agreed


def check_and_write(
    model: TranslationModel,
    vocabulary: Vocabulary,
    tests: pathlib.Path,
    pairs: Sequence[Sequence[str]],
    out: pathlib.Path,
    some: int = 20,
) -> None:
    """Prints how far Transformers agrees on `some` sentences; writes `golden.json` and `reference`."""
    reference = Reference(model, vocabulary)
    for source, target in pairs:
        rows = [vocabulary.encode_source(source, line) for line in read_lines(tests / f"flores.{source}")[:some]]
        print(
            f"Transformers {source}-{target}: logits differ by {reference.largest_difference(rows, target):.1e};",
            *(f"beam {beams} equal {reference.agreement(rows, target, beams)} of {len(rows)};" for beams in (1, 4)),
            flush=True,
        )
    cases = list(reference.cases(tests, pairs))
    write_json(out / "golden.json", cases, indent=None)
    reference.save(out / "reference")
    print(f"Transformers' tokenizer: equal {tokenizer_agreement(out / 'reference', cases)} of {len(cases)}")
