"""Scores of a model on test sets while it is in PyTorch; `evaluate.py` scores what the desk's engine makes of it."""

from __future__ import annotations

import json
import pathlib
from collections.abc import Callable, Sequence

import sacrebleu
import torch
import torch.nn.functional as functional

from .model import TranslationModel
from .rows import read_lines
from .search import pad, translate
from .vocabulary import Vocabulary

BATCH = 200
LONGEST_SOURCE, LONGEST_TARGET = 400, 500
ALIVE = "Thành phố Hải Phòng thu hút nhiều nhà đầu tư nước ngoài trong năm 2026."
SAMPLES = 4


class Scorer:
    """Translates the test sets of a folder, pairs of files such as `flores.vi` and `flores.en`."""

    def __init__(
        self,
        model: TranslationModel,
        vocabulary: Vocabulary,
        tests: pathlib.Path,
        directions: Sequence[str],
        device: str,
        say: Callable[..., None],
    ):
        self.model, self.vocabulary, self.tests = model, vocabulary, tests
        self.directions, self.device, self.say = directions, device, say

    def collapse(self) -> float:
        """Mean cosine between the encoder's positions of one sentence; near 1 the encoder is dead."""
        ids = torch.tensor([self.vocabulary.encode_source("vi", ALIVE)], device=self.device)
        with torch.no_grad():
            self.model.eval()
            hidden, _ = self.model.encode(ids)
            self.model.train()
        positions = functional.normalize(hidden[0].float(), dim=-1)
        return (positions @ positions.t()).mean().item()

    def score(self, name: str, sentences: int, beams: int, out: pathlib.Path) -> dict[str, list[float]]:
        """BLEU and chrF2 by test set and direction; writes the outputs and the scores to `out`."""
        scores = {}
        for test in sorted(file.stem for file in self.tests.glob("*.vi")):
            sides = {language: read_lines(self.tests / f"{test}.{language}")[:sentences] for language in ("vi", "en")}
            for source, target in (("vi", "en"), ("en", "vi")):
                if f"{source}-{target}" in self.directions:
                    outputs = self.translate(sides[source], source, target, beams)
                    scores[f"{test} {source}-{target}"] = bleu_and_chrf(outputs, sides[target])
                    (out / f"{name}.{test}.{source}-{target}.txt").write_text("\n".join(outputs), encoding="utf-8")
                    self.show(sides[source], outputs, target)
        self.say(name, f"cos {self.collapse():.3f}", json.dumps(scores))
        (out / f"{name}.scores.json").write_text(json.dumps(scores), encoding="utf-8")
        return scores

    def show(self, sources: Sequence[str], outputs: Sequence[str], target: str) -> None:
        if target == "en":
            for source, output in list(zip(sources, outputs))[:SAMPLES]:
                self.say("SAMPLE", source[:110], "=>", output[:160])

    def translate(self, lines: Sequence[str], source: str, target: str, beams: int) -> list[str]:
        """One output for each line, decoded in batches of similar length."""
        self.model.eval()
        ids = [self.vocabulary.encode_source(source, line, LONGEST_SOURCE) for line in lines]
        order = sorted(range(len(ids)), key=lambda i: len(ids[i]))
        outputs = [""] * len(ids)
        for start in range(0, len(order), BATCH):
            places = order[start : start + BATCH]
            for place, hypothesis in zip(places, self.decode([ids[i] for i in places], target, beams)):
                outputs[place] = self.vocabulary.decode(hypothesis)
        self.model.train()
        return outputs

    def decode(self, rows: list[list[int]], target: str, beams: int) -> list[list[int]]:
        source = pad(rows, self.device)
        longest = min(int(source.shape[1] * 1.5) + 16, LONGEST_TARGET)
        with torch.autocast(self.device, torch.bfloat16, enabled=self.device == "cuda"):
            return translate(self.model, source, self.vocabulary.language(target), longest, beams)


def bleu_and_chrf(outputs: Sequence[str], references: Sequence[str]) -> list[float]:
    """To two digits, with sacrebleu's default signature."""
    bleu, chrf = (score(outputs, [references]).score for score in (sacrebleu.corpus_bleu, sacrebleu.corpus_chrf))
    return [round(bleu, 2), round(chrf, 2)]
