"""Exports the encoder and the two forms of the decoder as ONNX graphs with Optimum's names.

Shapes: B sentences, S source positions, T new target positions, P past ones; H heads, E dimensions a head, D = H * E.
The wrappers keep the model in an attribute `m`: `models/tools/fuse_m2m100.py` finds weights by `m.` and their names.
"""

from __future__ import annotations

import pathlib
import warnings
from typing import Any

import torch
from torch import Tensor, nn

from .model import MASKED, ModelConfig, TranslationModel

OPSET = 17
BATCH, SOURCE = "batch", "encoder_sequence"
BY_SOURCE = {0: BATCH, 1: SOURCE}
BY_TARGET = {0: BATCH, 1: "decoder_sequence"}
# The exporter runs the model once on inputs of these sizes; nothing of them stays in the graph.
SENTENCES, POSITIONS, NEW, PAST = 2, 7, 2, 3


def cache_names(config: ModelConfig, kind: str) -> list[str]:
    """Keys and values of every layer; `kind` is `past_key_values` or `present`."""
    return [
        f"{kind}.{layer}.{side}.{part}"
        for layer in range(config.decoder_layers)
        for side in ("decoder", "encoder")
        for part in ("key", "value")
    ]


def hidden_padding(mask: Tensor) -> Tensor:
    """A mask [B, S] of ones and zeros to what is added to scores, [B, 1, 1, S]."""
    return (1.0 - mask.float())[:, None, None, :] * MASKED


class Encoder(nn.Module):
    """Ids and mask [B, S] to hidden states [B, S, D]."""

    def __init__(self, model: TranslationModel):
        super().__init__()
        self.m = model

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        x = self.m.embed(input_ids)
        bias = hidden_padding(attention_mask)
        for layer in self.m.encoder.layers:
            x = layer.forward_plainly(x, bias)
        return self.m.encoder.layer_norm(x)


class Decoder(nn.Module):
    """Ids [B, T] to logits [B, T, vocabulary], then keys and values of every layer as `cache_names` orders them.

    `rest` is the encoder's output, or with `past` the keys and values so far.
    """

    def __init__(self, model: TranslationModel, past: bool):
        super().__init__()
        self.m, self.past = model, past

    def forward(self, encoder_attention_mask: Tensor, input_ids: Tensor, *rest: Tensor) -> tuple[Tensor, ...]:
        bias = hidden_padding(encoder_attention_mask)
        start = rest[0].shape[2] if self.past else 0
        end = start + input_ids.shape[1]
        x = self.m.embed(input_ids, start)
        causal = torch.triu(torch.full((end, end), MASKED), 1)[start:end]
        present: list[Tensor] = []
        for i, layer in enumerate(self.m.decoder.layers):
            own, cross = self.caches(i, layer, rest)
            x, keys, values = layer.step(x, own, cross, bias, causal)
            present += [keys, values, *cross]
        logits = torch.matmul(self.m.decoder.layer_norm(x), self.m.shared.weight.t())
        return (logits, *present)

    def caches(
        self, i: int, layer: nn.Module, rest: tuple[Tensor, ...]
    ) -> tuple[tuple[Tensor, Tensor] | None, tuple[Tensor, ...]]:
        """Keys and values of the target so far, None at the start, and of the source."""
        if self.past:
            own_keys, own_values, *cross = rest[4 * i : 4 * i + 4]
            return (own_keys, own_values), tuple(cross)
        return None, layer.encoder_attn.keys_values(rest[0])


class GraphExporter:
    """Writes the three graphs of one model."""

    def __init__(self, model: TranslationModel, out: pathlib.Path):
        self.model, self.config, self.out = model, model.config, out
        self.ids = torch.randint(4, 100, (SENTENCES, POSITIONS))
        self.mask = torch.ones(SENTENCES, POSITIONS, dtype=torch.long)
        self.new = torch.randint(4, 100, (SENTENCES, NEW))

    def encoder(self) -> pathlib.Path:
        axes = {name: BY_SOURCE for name in ("input_ids", "attention_mask", "last_hidden_state")}
        inputs = {"input_ids": self.ids, "attention_mask": self.mask}
        return self.write("encoder_model.onnx", Encoder(self.model), inputs, ["last_hidden_state"], axes)

    def decoder(self) -> pathlib.Path:
        """For the first tokens of an output."""
        memory = Encoder(self.model).eval()(self.ids, self.mask).detach()
        axes = self.decoder_axes("decoder_sequence") | {"encoder_hidden_states": BY_SOURCE}
        inputs = {"encoder_attention_mask": self.mask, "input_ids": self.new, "encoder_hidden_states": memory}
        return self.write("decoder_model.onnx", Decoder(self.model, past=False), inputs, self.decoder_outputs(), axes)

    def decoder_with_past(self) -> pathlib.Path:
        """For the tokens after them."""
        names = cache_names(self.config, "past_key_values")
        axes = self.decoder_axes("total_sequence") | cache_axes(names, "past_sequence")
        inputs = {"encoder_attention_mask": self.mask, "input_ids": self.new} | dict(zip(names, self.some_past(names)))
        return self.write(
            "decoder_with_past_model.onnx", Decoder(self.model, past=True), inputs, self.decoder_outputs(), axes
        )

    def some_past(self, names: list[str]) -> list[Tensor]:
        lengths = [PAST if ".decoder." in name else POSITIONS for name in names]
        return [torch.randn(SENTENCES, self.config.heads, length, self.config.head_width) for length in lengths]

    def decoder_outputs(self) -> list[str]:
        return ["logits"] + cache_names(self.config, "present")

    def decoder_axes(self, present: str) -> dict[str, dict[int, str]]:
        axes = {"encoder_attention_mask": BY_SOURCE, "input_ids": BY_TARGET, "logits": BY_TARGET}
        return axes | cache_axes(cache_names(self.config, "present"), present)

    def write(
        self, name: str, module: nn.Module, inputs: dict[str, Tensor], outputs: list[str], axes: dict[str, Any]
    ) -> pathlib.Path:
        file = self.out / name
        with warnings.catch_warnings():
            # The tracing exporter is the one that keeps the weights' names; it warns that it is not the newest.
            warnings.simplefilter("ignore")
            torch.onnx.export(
                module.eval(),
                tuple(inputs.values()),
                str(file),
                input_names=list(inputs),
                output_names=outputs,
                dynamic_axes=axes,
                opset_version=OPSET,
                do_constant_folding=True,
                dynamo=False,
            )
        self.model.eval()  # The exporter restores the mode of the wrapper, not of what it wraps.
        return file


def cache_axes(names: list[str], own: str) -> dict[str, dict[int, str]]:
    return {name: {0: BATCH, 2: SOURCE if ".encoder." in name else own} for name in names}
