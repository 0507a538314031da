"""Greedy decoding of exported files in ONNX Runtime: what an export is checked with, not how the desk decodes."""

from __future__ import annotations

import pathlib
from collections.abc import Sequence

import numpy
import onnxruntime

from .model import ModelConfig
from .onnx_graphs import cache_names
from .vocabulary import BOS, EOS, PAD

THREADS = 2
NEVER = -1e9


def open_session(file: pathlib.Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    return onnxruntime.InferenceSession(str(file), options, providers=["CPUExecutionProvider"])


class ExportedModel:
    """Encoder and merged decoder of a folder; `suffix` is empty or `_quantized`."""

    def __init__(self, folder: pathlib.Path, suffix: str, config: ModelConfig):
        self.encoder = open_session(folder / f"encoder_model{suffix}.onnx")
        self.decoder = open_session(folder / f"decoder_model_merged{suffix}.onnx")
        self.config = config

    def greedy(self, rows: Sequence[Sequence[int]], language: int) -> list[list[int]]:
        """Ids without special ones for each row of ids."""
        width = max(map(len, rows))
        source = numpy.array([[*row, *[PAD] * (width - len(row))] for row in rows], numpy.int64)
        mask = (source != PAD).astype(numpy.int64)
        memory = self.encoder.run(None, {"input_ids": source, "attention_mask": mask})[0]
        fixed = {"encoder_attention_mask": mask, "encoder_hidden_states": memory}
        return self.decode(fixed, self.empty_caches(*source.shape), language)

    def empty_caches(self, rows: int, width: int) -> dict[str, numpy.ndarray]:
        heads, size = self.config.heads, self.config.head_width
        return {
            name: numpy.zeros((rows, heads, 0 if ".decoder." in name else width, size), numpy.float32)
            for name in cache_names(self.config, "past_key_values")
        }

    def decode(self, fixed: dict, caches: dict[str, numpy.ndarray], language: int) -> list[list[int]]:
        rows, width = fixed["encoder_attention_mask"].shape
        ids = numpy.array([[EOS, language]] * rows, numpy.int64)
        outputs: list[list[int]] = [[] for _ in range(rows)]
        open_rows = set(range(rows))
        for step in range(longest_output(width)):
            branch = numpy.array([step > 0])
            logits, *present = self.decoder.run(None, {"input_ids": ids, "use_cache_branch": branch, **fixed, **caches})
            caches = dict(zip(caches, present))
            chosen = likeliest(logits)
            open_rows -= {row for row in open_rows if chosen[row] == EOS}
            for row in open_rows:
                outputs[row].append(int(chosen[row]))
            if not open_rows:
                break
            ids = chosen[:, None].astype(numpy.int64)
        return outputs


def longest_output(width: int) -> int:
    """How many ids a source may become that is `width` ids long."""
    return int(width * 1.5) + 16


def likeliest(logits: numpy.ndarray) -> numpy.ndarray:
    """The best id of each row's last position [B, T, vocabulary], begin and padding apart."""
    last = logits[:, -1]
    last[:, [BOS, PAD]] = NEVER
    return last.argmax(-1)
