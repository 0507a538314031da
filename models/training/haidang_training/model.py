"""A transformer with the weights layout of Transformers' M2M100ForConditionalGeneration.

Vaswani et al. 2017 with the norm before each block (Xiong et al. 2020), sinusoidal positions, and one embedding for
source, target and output. The norm stands before the block because the post-norm encoder collapsed on this data: all
its positions became alike (mean cosine 1.000).

The attributes' names are those of the layout; export and `models/tools/fuse_m2m100.py` find weights by them. Shapes are
written as B sentences, S source and T target positions, H heads, E dimensions a head, D = H * E.
"""

from __future__ import annotations

import json
import math
import pathlib
from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as functional
from torch import Tensor, nn

from .vocabulary import PAD

MASKED = -1e4
"""What is added to the score of a hidden position: enough for float32 and bfloat16, and finite for int8 exports."""


@dataclass(frozen=True)
class ModelConfig:
    """Sizes of a model; `positions` is the longest input."""

    vocabulary: int
    width: int = 512
    heads: int = 8
    feed_forward: int = 2048
    encoder_layers: int = 6
    decoder_layers: int = 2
    positions: int = 512

    @property
    def head_width(self) -> int:
        return self.width // self.heads

    def write(self, file: pathlib.Path) -> None:
        file.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @staticmethod
    def read(file: pathlib.Path) -> ModelConfig:
        return ModelConfig(**json.loads(file.read_text(encoding="utf-8")))


def sinusoids(rows: int, width: int) -> Tensor:
    """[rows, width]: the table of M2M100SinusoidalPositionalEmbedding, whose row PAD is zero."""
    half = width // 2
    frequencies = torch.exp(torch.arange(half).float() * -(math.log(10000) / (half - 1)))
    angles = torch.arange(rows).float()[:, None] * frequencies[None]
    table = torch.cat([torch.sin(angles), torch.cos(angles)], 1)
    table[PAD] = 0
    return table


def hiding(visible: Tensor, like: Tensor) -> Tensor:
    """What to add to scores: zero where `visible`, MASKED elsewhere."""
    return torch.zeros(visible.shape, dtype=like.dtype, device=visible.device).masked_fill_(~visible, MASKED)


class Attention(nn.Module):
    """Attention with several heads; keys and values are made apart, so that they can be kept."""

    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads, self.head_width = heads, width // heads
        self.k_proj, self.v_proj, self.q_proj, self.out_proj = (nn.Linear(width, width) for _ in range(4))

    def split(self, x: Tensor) -> Tensor:
        """[B, T, D] to [B, H, T, E]."""
        rows, length, _ = x.shape
        return x.view(rows, length, self.heads, self.head_width).transpose(1, 2)

    def keys_values(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """[B, S, D] to keys and values [B, H, S, E]."""
        return self.split(self.k_proj(x)), self.split(self.v_proj(x))

    def attend(
        self, x: Tensor, keys: Tensor, values: Tensor, visible: Tensor | None = None, causal: bool = False
    ) -> Tensor:
        """[B, T, D] from queries [B, T, D]; `visible` is a mask [B, 1, 1, S], `causal` hides what comes later."""
        if not x.is_cuda:
            return self.attend_on_cpu(x, keys, values, visible, causal)
        mixed = functional.scaled_dot_product_attention(
            self.split(self.q_proj(x)), keys, values, attn_mask=visible, is_causal=causal
        )
        rows, heads, length, width = mixed.shape
        return self.out_proj(mixed.transpose(1, 2).reshape(rows, length, heads * width))

    def attend_on_cpu(self, x: Tensor, keys: Tensor, values: Tensor, visible: Tensor | None, causal: bool) -> Tensor:
        """On a CPU the fused kernel's backward pass is slower than plain products."""
        if causal:
            visible = torch.ones(x.shape[1], x.shape[1], dtype=torch.bool).tril()
        return self.attend_plainly(x, keys, values, None if visible is None else hiding(visible, keys))

    def attend_plainly(self, x: Tensor, keys: Tensor, values: Tensor, bias: Tensor | None = None) -> Tensor:
        """The same from operations that every ONNX runtime has; `bias` is added to the scores [B, H, T, S]."""
        rows, length = x.shape[0], x.shape[1]
        scores = torch.matmul(self.split(self.q_proj(x) * (self.head_width**-0.5)), keys.transpose(2, 3))
        if bias is not None:
            scores = scores + bias
        mixed = torch.matmul(torch.softmax(scores, -1).to(values.dtype), values)
        return self.out_proj(mixed.transpose(1, 2).reshape(rows, length, self.heads * self.head_width))


class Layer(nn.Module):
    """What layers of both sides share: the feed-forward block and its dropout."""

    def __init__(self, dropout: float):
        super().__init__()
        self.dropout = dropout

    def add_feed_forward(self, width: int, inner: int) -> None:
        """Comes after the attention, so that a seed gives the weights in the layout's order."""
        self.fc1, self.fc2 = nn.Linear(width, inner), nn.Linear(inner, width)
        self.final_layer_norm = nn.LayerNorm(width)

    def dropped(self, x: Tensor) -> Tensor:
        return functional.dropout(x, self.dropout, self.training)

    def feed_forward(self, x: Tensor) -> Tensor:
        inner = functional.relu(self.fc1(self.final_layer_norm(x)))
        return x + self.dropped(self.fc2(functional.dropout(inner, self.dropout / 2, self.training)))


class EncoderLayer(Layer):
    def __init__(self, config: ModelConfig, dropout: float):
        super().__init__(dropout)
        self.self_attn = Attention(config.width, config.heads)
        self.self_attn_layer_norm = nn.LayerNorm(config.width)
        self.add_feed_forward(config.width, config.feed_forward)

    def forward(self, x: Tensor, visible: Tensor) -> Tensor:
        """[B, S, D] with a mask [B, 1, 1, S]."""
        y = self.self_attn_layer_norm(x)
        mixed = self.self_attn.attend(y, *self.self_attn.keys_values(y), visible)
        return self.feed_forward(x + self.dropped(mixed))

    def forward_plainly(self, x: Tensor, bias: Tensor) -> Tensor:
        """The same for export; `bias` [B, 1, 1, S] hides padding."""
        y = self.self_attn_layer_norm(x)
        mixed = self.self_attn.attend_plainly(y, *self.self_attn.keys_values(y), bias)
        return self.feed_forward(x + self.dropped(mixed))


class DecoderLayer(Layer):
    def __init__(self, config: ModelConfig, dropout: float):
        super().__init__(dropout)
        self.self_attn = Attention(config.width, config.heads)
        self.self_attn_layer_norm = nn.LayerNorm(config.width)
        self.encoder_attn = Attention(config.width, config.heads)
        self.encoder_attn_layer_norm = nn.LayerNorm(config.width)
        self.add_feed_forward(config.width, config.feed_forward)

    def forward(self, x: Tensor, cross: tuple[Tensor, Tensor], visible: Tensor) -> Tensor:
        """[B, T, D], all positions at once; `cross` are keys and values of the source, `visible` its mask."""
        y = self.self_attn_layer_norm(x)
        x = x + self.dropped(self.self_attn.attend(y, *self.self_attn.keys_values(y), causal=True))
        y = self.encoder_attn_layer_norm(x)
        x = x + self.dropped(self.encoder_attn.attend(y, *cross, visible))
        return self.feed_forward(x)

    def step(
        self,
        x: Tensor,
        past: tuple[Tensor, Tensor] | None,
        cross: tuple[Tensor, Tensor],
        bias: Tensor,
        causal: Tensor | None = None,
    ) -> tuple[Tensor, Tensor, Tensor]:
        """The next positions [B, T, D] after `past`, with plain operations; gives keys and values of all so far."""
        y = self.self_attn_layer_norm(x)
        keys, values = self.self_attn.keys_values(y)
        if past is not None:
            keys, values = torch.cat([past[0], keys], 2), torch.cat([past[1], values], 2)
        x = x + self.self_attn.attend_plainly(y, keys, values, causal)
        x = x + self.encoder_attn.attend_plainly(self.encoder_attn_layer_norm(x), *cross, bias)
        return self.feed_forward(x), keys, values


class Stack(nn.Module):
    """The layers of one side and the norm after them."""

    def __init__(self, layers: list[nn.Module], width: int):
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self.layer_norm = nn.LayerNorm(width)


class TranslationModel(nn.Module):
    """Encoder, decoder and their shared embedding."""

    def __init__(self, config: ModelConfig, dropout: float = 0.1):
        super().__init__()
        self.config, self.dropout = config, dropout
        self.shared = nn.Embedding(config.vocabulary, config.width)
        self.encoder = Stack([EncoderLayer(config, dropout) for _ in range(config.encoder_layers)], config.width)
        self.decoder = Stack([DecoderLayer(config, dropout) for _ in range(config.decoder_layers)], config.width)
        # M2M100 counts positions from row PAD + 1 of its table.
        table = sinusoids(config.positions + 2, config.width)[PAD + 1 :].contiguous()
        self.register_buffer("pos", table, persistent=False)
        self.initialise()

    def initialise(self) -> None:
        """Xavier; queries, keys and values smaller, as fairseq does; the embedding by its width."""
        for module in self.modules():
            if isinstance(module, nn.Linear):
                nn.init.xavier_uniform_(module.weight)
                nn.init.zeros_(module.bias)
        for layer in [*self.encoder.layers, *self.decoder.layers]:
            for attention in filter(lambda part: isinstance(part, Attention), layer.children()):
                for projection in (attention.q_proj, attention.k_proj, attention.v_proj):
                    nn.init.xavier_uniform_(projection.weight, 2**-0.5)
        nn.init.normal_(self.shared.weight, 0, self.config.width**-0.5)

    def embed(self, ids: Tensor, start: int = 0) -> Tensor:
        """[B, T] to [B, T, D]; the first id stands at position `start`."""
        return self.shared(ids) * math.sqrt(self.config.width) + self.pos[start : start + ids.shape[1]]

    def embed_dropped(self, ids: Tensor) -> Tensor:
        return functional.dropout(self.embed(ids), self.dropout, self.training)

    def encode(self, source: Tensor) -> tuple[Tensor, Tensor]:
        """Ids [B, S] to hidden states [B, S, D] and the mask of what is not padding [B, 1, 1, S]."""
        visible = (source != PAD)[:, None, None, :]
        x = self.embed_dropped(source)
        for layer in self.encoder.layers:
            x = layer(x, visible)
        return self.encoder.layer_norm(x), visible

    def decode(self, target: Tensor, memory: Tensor, visible: Tensor) -> Tensor:
        """Decoder input [B, T] to hidden states [B, T, D]."""
        x = self.embed_dropped(target)
        for layer in self.decoder.layers:
            x = layer(x, layer.encoder_attn.keys_values(memory), visible)
        return self.decoder.layer_norm(x)

    def forward(self, source: Tensor, target: Tensor) -> Tensor:
        """Ids [B, S] and decoder input [B, T] to hidden states [B, T, D]; `logits` makes scores of them."""
        memory, visible = self.encode(source)
        return self.decode(target, memory, visible)

    def logits(self, hidden: Tensor) -> Tensor:
        """[..., D] to [..., vocabulary]."""
        return functional.linear(hidden, self.shared.weight)

    def transformers_state(self) -> dict[str, Tensor]:
        """The weights by the names of Transformers' class."""
        state = {f"model.{name}": weight for name, weight in self.state_dict().items()}
        for name in ("model.encoder.embed_tokens", "model.decoder.embed_tokens", "lm_head"):
            state[f"{name}.weight"] = self.shared.weight
        return state


def load_model(state: pathlib.Path, config: pathlib.Path, device: str = "cpu") -> TranslationModel:
    """A trained model, ready to translate."""
    model = TranslationModel(ModelConfig.read(config))
    model.load_state_dict(torch.load(state, map_location="cpu", weights_only=True))
    return model.eval().to(device)


def save_model(model: TranslationModel, folder: pathlib.Path) -> None:
    """Writes `state.pt` and `config.json`, which `load_model` reads."""
    torch.save(model.state_dict(), folder / "state.pt")
    model.config.write(folder / "config.json")
