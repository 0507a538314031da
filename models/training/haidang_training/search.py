"""Beam search in batches, with the target language forced after the start token.

Ends as Transformers' generate does with early_stopping=False as far as that is decidable here: a sentence is finished
when as many hypotheses as beams have ended. Shapes as in model.py; K is the number of beams.
"""

from __future__ import annotations

import torch
import torch.nn.functional as functional
from torch import Tensor

from .model import MASKED, TranslationModel
from .vocabulary import BOS, EOS, PAD

NEVER = -1e9


class CachedDecoder:
    """Decodes one position after the other for rows of hypotheses, and keeps their keys and values."""

    def __init__(self, model: TranslationModel, source: Tensor):
        self.model = model
        memory, visible = model.encode(source)
        self.bias = torch.zeros_like(visible, dtype=torch.float).masked_fill(~visible, MASKED)
        self.cross = [layer.encoder_attn.keys_values(memory) for layer in model.decoder.layers]
        self.past: list[tuple[Tensor, Tensor] | None] = [None] * len(model.decoder.layers)
        self.length = 0

    def step(self, ids: Tensor) -> Tensor:
        """Reads one more id of every row [rows, 1]; gives logits [rows, vocabulary]."""
        x = self.model.embed(ids, self.length)
        for i, layer in enumerate(self.model.decoder.layers):
            x, keys, values = layer.step(x, self.past[i], self.cross[i], self.bias)
            self.past[i] = keys, values
        self.length += 1
        return self.model.logits(self.model.decoder.layer_norm(x)[:, -1]).float()

    def repeat(self, times: int) -> None:
        """Every row becomes `times` rows, side by side."""
        self.bias = self.bias.repeat_interleave(times, 0)
        self.cross = [tuple(part.repeat_interleave(times, 0) for part in pair) for pair in self.cross]
        self.past = [tuple(part.repeat_interleave(times, 0) for part in pair) for pair in self.past]

    def reorder(self, rows: Tensor) -> None:
        """Row i goes on as row rows[i] did so far."""
        self.past = [(keys[rows], values[rows]) for keys, values in self.past]


class BeamSearch:
    """The hypotheses of a batch; ids [B * K, length] begin with the language."""

    def __init__(self, sentences: int, beams: int, language: int, length_penalty: float, device: torch.device):
        self.sentences, self.beams, self.length_penalty = sentences, beams, length_penalty
        self.ids = torch.full((sentences * beams, 1), language, device=device)
        self.scores = torch.full((sentences, beams), NEVER, device=device)
        self.scores[:, 0] = 0
        self.first_rows = torch.arange(sentences, device=device)[:, None] * beams
        self.ended: list[list[tuple[float, list[int]]]] = [[] for _ in range(sentences)]
        self.open = [True] * sentences

    def advance(self, logits: Tensor, position: int) -> Tensor:
        """Takes the best continuations; gives the rows [B * K] that they come from."""
        logits[:, [BOS, PAD]] = NEVER
        log_probabilities = functional.log_softmax(logits, -1).view(self.sentences, self.beams, -1)
        vocabulary = log_probabilities.shape[-1]
        # Twice as many as beams, for at most half of them can end.
        candidates = (self.scores[:, :, None] + log_probabilities).view(self.sentences, -1)
        scores, places = candidates.topk(2 * self.beams, -1)
        beams, tokens = places // vocabulary, places % vocabulary
        ends = tokens == EOS
        self.keep_ended(scores, beams, ends, position)
        self.scores, chosen = scores.masked_fill(ends, NEVER).topk(self.beams, -1)
        rows = (beams.gather(1, chosen) + self.first_rows).view(-1)
        self.ids = torch.cat([self.ids[rows], tokens.gather(1, chosen).view(-1, 1)], 1)
        return rows

    def keep_ended(self, scores: Tensor, beams: Tensor, ends: Tensor, position: int) -> None:
        for sentence, rank in ends.nonzero().tolist():
            if self.open[sentence] and rank < self.beams:
                row = sentence * self.beams + beams[sentence, rank].item()
                score = scores[sentence, rank].item() / position**self.length_penalty
                self.ended[sentence].append((score, self.ids[row].tolist()[1:]))
        self.open = [len(ended) < self.beams for ended in self.ended]

    def best(self, sentence: int) -> list[int]:
        """The best hypothesis that ended, else the likeliest so far; without special ids."""
        if self.ended[sentence]:
            return max(self.ended[sentence])[1]
        return self.ids[sentence * self.beams].tolist()[1:]


@torch.no_grad()
def translate(
    model: TranslationModel, source: Tensor, language: int, longest: int, beams: int = 1, length_penalty: float = 1.0
) -> list[list[int]]:
    """Translates ids [B, S] into a language; gives ids without special ones.

    `longest` counts the language and the ids after it."""
    decoder = CachedDecoder(model, source)
    decoder.step(torch.full((len(source), 1), EOS, device=source.device))
    if beams > 1:
        decoder.repeat(beams)
    search = BeamSearch(len(source), beams, language, length_penalty, source.device)
    for position in range(1, longest):
        decoder.reorder(search.advance(decoder.step(search.ids[:, -1:]), position))
        if not any(search.open):
            break
    return [search.best(sentence) for sentence in range(len(source))]


def pad(rows: list[list[int]], device: str | torch.device = "cpu") -> Tensor:
    """Rows of ids as one tensor [B, S]."""
    longest = max(map(len, rows))
    return torch.tensor([row + [PAD] * (longest - len(row)) for row in rows], device=device)
