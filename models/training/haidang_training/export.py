"""Exports a trained model in Optimum's layout, in float32 and int8, and checks it in ONNX Runtime and Transformers.

    python -m haidang_training.export --model FOLDER --data DATA --out OUT

FOLDER is what train.py wrote; DATA holds `spm.model` and the test sets `test/flores.vi` and `test/flores.en`.
"""

from __future__ import annotations

import argparse
import importlib.util
import pathlib
import time
from collections.abc import Sequence

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from .examples import BOTH
from .layout import write_layout
from .model import TranslationModel, load_model
from .onnx_graphs import GraphExporter
from .onnx_merge import merge
from .rows import read_lines
from .runtime import ExportedModel, longest_output
from .scoring import bleu_and_chrf
from .search import pad, translate
from .vocabulary import Vocabulary

SUFFIXES = {"float32": "", "int8": "_quantized"}
PARTS = ("encoder_model", "decoder_model_merged")
CHECKED, CHECK_BATCH = 60, 20


def write_weights(model: TranslationModel, out: pathlib.Path) -> None:
    """The graphs in float32, then their int8 forms."""
    exporter = GraphExporter(model, out)
    exporter.encoder()
    merge(exporter.decoder(), exporter.decoder_with_past(), model.config, out / "decoder_model_merged.onnx")
    for part in PARTS:
        quantise(out / f"{part}.onnx", out / f"{part}_quantized.onnx")


def quantise(file: pathlib.Path, out: pathlib.Path) -> None:
    """Weights to int8 by channel; seven bits, because eight overflow on processors without VNNI."""
    quantize_dynamic(
        file,
        out,
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
        extra_options=dict(EnableSubgraph=True, MatMulConstBOnly=True),
    )


class ExportCheck:
    """Decodes FLORES greedily with the exported files, and compares them with PyTorch and with each other."""

    def __init__(self, model: TranslationModel, vocabulary: Vocabulary, tests: pathlib.Path, out: pathlib.Path):
        self.model, self.vocabulary, self.tests, self.out = model, vocabulary, tests, out

    def run(self, source: str, target: str) -> None:
        lines, references = (read_lines(self.tests / f"flores.{side}")[:CHECKED] for side in (source, target))
        rows = [self.vocabulary.encode_source(source, line) for line in lines]
        outputs = {name: self.decode(name, rows, target, references) for name in SUFFIXES}
        same = agreement(outputs["int8"], outputs["float32"])
        torch_outputs = self.in_torch(rows[:CHECK_BATCH], target)
        print(f"   int8 equals float32: {same} of {len(rows)}")
        print(
            f"   PyTorch equals float32: {agreement(torch_outputs, outputs['float32'])} of {len(torch_outputs)}",
            flush=True,
        )

    def decode(self, name: str, rows: list[list[int]], target: str, references: Sequence[str]) -> list[list[int]]:
        start = time.monotonic()
        exported = ExportedModel(self.out, SUFFIXES[name], self.model.config)
        outputs = []
        for i in range(0, len(rows), CHECK_BATCH):
            outputs += exported.greedy(rows[i : i + CHECK_BATCH], self.vocabulary.language(target))
        bleu, chrf = bleu_and_chrf([self.vocabulary.decode(ids) for ids in outputs], references)
        print(f"ONNX Runtime {name} to {target}, greedy: BLEU {bleu} chrF2 {chrf} ({time.monotonic() - start:.1f} s)")
        return outputs

    def in_torch(self, rows: list[list[int]], target: str) -> list[list[int]]:
        source = pad(rows)
        return translate(self.model, source, self.vocabulary.language(target), longest_output(source.shape[1]) + 1)


def agreement(outputs: Sequence[list[int]], others: Sequence[list[int]]) -> int:
    return sum(output == other for output, other in zip(outputs, others))


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=pathlib.Path, required=True, help="folder with state.pt and config.json")
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--pairs", nargs="+", default=list(BOTH), choices=BOTH, help="directions it was trained for")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> None:
    options = parse_options(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    pairs, tests = [pair.split("-") for pair in options.pairs], options.data / "test"
    vocabulary = Vocabulary(options.data / "spm.model")
    model = load_model(options.model / "state.pt", options.model / "config.json")
    torch.manual_seed(1)  # The example inputs of the exporter, for files that come out the same again.
    write_weights(model, options.out)
    write_layout(options.out, model.config, vocabulary, pairs)
    for file in sorted(options.out.iterdir()):
        print(f"{file.stat().st_size:10d} {file.name}")
    for source, target in pairs:
        ExportCheck(model, vocabulary, tests, options.out).run(source, target)
    if importlib.util.find_spec("transformers") is None:
        print("golden.json: not written (expected: the package transformers; export again where it is installed)")
        return
    from . import golden

    golden.check_and_write(model, vocabulary, tests, pairs, options.out)


if __name__ == "__main__":
    main()
