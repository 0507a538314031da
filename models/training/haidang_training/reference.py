"""Makes a state to start from (`train.py --init`) of weights in the layout of Transformers.

    python -m haidang_training.reference REFERENCE OUT

REFERENCE is a folder such as `reference/`, which export.py writes, with `model.safetensors`; OUT gets `state.pt`.
"""

from __future__ import annotations

import argparse
import pathlib

import torch
from safetensors.torch import load_file
from torch import Tensor

PREFIX = "model."
# The one embedding under its other names.
COPIES = ("encoder.embed_tokens.weight", "decoder.embed_tokens.weight", "lm_head.weight")


def state_of(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    """Weights by our names, in float32."""
    state = {name.removeprefix(PREFIX): weight.float() for name, weight in weights.items()}
    return {name: weight for name, weight in state.items() if name not in COPIES}


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reference", type=pathlib.Path)
    parser.add_argument("out", type=pathlib.Path)
    options = parser.parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    torch.save(state_of(load_file(options.reference / "model.safetensors")), options.out / "state.pt")


if __name__ == "__main__":
    main()
