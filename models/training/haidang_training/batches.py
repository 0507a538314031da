"""Batches of similar length, by number of tokens."""

from __future__ import annotations

from typing import NamedTuple

import numpy
import torch
from torch import Tensor

from .examples import Corpus, Kind
from .vocabulary import EOS, PAD

SMALLEST = 8


class Batch(NamedTuple):
    """B sentences, S source and T target positions, N target tokens that are not padding.

    source: ids [B, S]; target: what the decoder reads [B, T]; labels: what it has to say [N]; places: where in the
    flattened [B * T] the labels stand [N].
    """

    source: Tensor
    target: Tensor
    labels: Tensor
    places: Tensor


def rounded(length: int) -> int:
    """Lengths are rounded up, so that few different shapes occur."""
    step = 8 if length <= 64 else 16 if length <= 128 else 32
    return (length + step - 1) // step * step


class BatchMaker:
    """Cuts a corpus into batches; the ids lie on the device."""

    def __init__(
        self,
        corpus: Corpus,
        device: str,
        tokens: int,
        annotated: float,
        denoising: float,
        rng: numpy.random.Generator,
    ):
        """tokens: of the longer side, padding included; annotated, denoising: examples for each plain one."""
        self.device, self.tokens, self.rng = device, tokens, rng
        self.annotated, self.denoising = annotated, denoising
        self.source_lengths, self.target_lengths = corpus.source_lengths, corpus.target_lengths
        self.source_starts, self.target_starts = starts(corpus.source_lengths), starts(corpus.target_lengths)
        self.source_ids, self.target_ids = self.on_device(corpus.source_ids), self.on_device(corpus.target_ids)
        self.by_kind = {kind: numpy.where(corpus.kinds == kind)[0] for kind in Kind}

    def on_device(self, ids: numpy.ndarray) -> Tensor:
        return torch.from_numpy(ids.astype(numpy.int32)).to(self.device)

    def epoch(self, with_denoising: bool) -> list[numpy.ndarray]:
        """The members of every batch of one pass, by length."""
        members = self.drawn(with_denoising)
        members = members[numpy.argsort(self.order(members), kind="stable")]
        lengths = self.longer_side(members)
        batches, start = [], 0
        while start < len(members):
            ahead = int(lengths[min(start + SMALLEST, len(members) - 1)])
            guess = max(SMALLEST, self.tokens // rounded(ahead))
            size = max(SMALLEST, self.tokens // rounded(int(lengths[start : start + guess].max())))
            batches.append(members[start : start + size])
            start += size
        return batches

    def drawn(self, with_denoising: bool) -> numpy.ndarray:
        """All plain examples, and a share of the others that is drawn anew for every pass."""
        plain, annotated, noisy = (self.by_kind[kind] for kind in Kind)
        more = min(len(annotated), int(len(plain) * self.annotated))
        noise = min(len(noisy), int(len(plain) * (self.denoising if with_denoising else 0)))
        return numpy.concatenate(
            [plain, self.rng.choice(annotated, more, replace=False), self.rng.choice(noisy, noise, replace=False)]
        )

    def longer_side(self, members: numpy.ndarray) -> numpy.ndarray:
        return numpy.maximum(self.source_lengths[members], self.target_lengths[members]) + 1

    def order(self, members: numpy.ndarray) -> numpy.ndarray:
        """Sort keys, a little shuffled; on a CPU sources of one rounded length first, then by target length."""
        by_source = (self.source_lengths[members] + 8) // 8 * 1000 + self.target_lengths[members]
        keys = self.longer_side(members) if self.device == "cuda" else by_source
        return keys + self.rng.random(len(members)) * 6

    def load(self, members: numpy.ndarray) -> Batch:
        source = self.padded(self.source_ids, self.source_starts[members], self.source_lengths[members])
        lengths = self.target_lengths[members]
        says = self.padded(self.target_ids, self.target_starts[members], lengths)
        reads = torch.cat([torch.full_like(says[:, :1], EOS), says[:, :-1]], 1)
        spoken = numpy.arange(says.shape[1])[None] <= lengths[:, None]
        places = torch.from_numpy(numpy.flatnonzero(spoken)).to(self.device, non_blocking=True)
        return Batch(source, reads, says.view(-1)[places], places)

    def padded(self, ids: Tensor, first: numpy.ndarray, lengths: numpy.ndarray) -> Tensor:
        """Rows of flat ids, each with its end, padded to a rounded length."""
        width = rounded(int(lengths.max()) + 1)
        bounds = torch.from_numpy(numpy.stack([first, lengths])).to(self.device, non_blocking=True)
        places, length = torch.arange(width, device=self.device)[None], bounds[1][:, None]
        taken = ids[(bounds[0][:, None] + places).clamp(max=len(ids) - 1)].long()
        return torch.where(places < length, taken, torch.where(places == length, EOS, PAD))


def starts(lengths: numpy.ndarray) -> numpy.ndarray:
    """Where each example begins in the flat ids."""
    return numpy.concatenate([[0], numpy.cumsum(lengths)])
