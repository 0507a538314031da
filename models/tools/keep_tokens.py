#!/usr/bin/env python3
"""Rewrites a fused decoder so that it scores only some tokens: those that its target language is written with.

    models/tools/keep_tokens.py models/bundled/vi-en/decoder_fused.onnx output_tokens.txt

A vocabulary of two languages has thousands of tokens that only the other one needs, and half the time of a step goes
into scoring all of them. TOKENS holds their ids, ascending, as numbers and ranges (0-3 5 7-9); training's
`output_tokens.py` writes such a file. The graph keeps the list in its property `output_tokens`.
"""

import argparse
import pathlib

import numpy
import onnx
from onnx import helper, numpy_helper

PROPERTY = "output_tokens"


def read_tokens(text):
    """The ids of numbers and ranges such as "0-3 5"."""
    spans = [span.split("-") for span in text.split()]
    return [token for span in spans for token in range(int(span[0]), int(span[-1]) + 1)]


def keep(model, tokens):
    """tokens: positions among those that the decoder scores now, and their ids, for it scores all of them."""
    graph = model.graph
    producers = {output: node for node in graph.node for output in node.output}
    weights = {tensor.name: tensor for tensor in graph.initializer}
    for name in producers["logits"].input[1:4]:
        array = numpy_helper.to_array(weights[name])
        weights[name].CopyFrom(numpy_helper.from_array(numpy.ascontiguousarray(array[..., tokens]), name))
    graph.initializer.append(numpy_helper.from_array(numpy.array(tokens, numpy.int64), PROPERTY))
    ranking = producers["top_tokens"]
    ranking.output[1] = "ranks"
    graph.node.append(helper.make_node("Gather", [PROPERTY, "ranks"], ["top_tokens"]))
    logits = next(output for output in graph.output if output.name == "logits")
    logits.type.tensor_type.shape.dim[1].dim_value = len(tokens)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("decoder", type=pathlib.Path, help="decoder_fused.onnx, as fuse_m2m100.py writes it")
    parser.add_argument("tokens", type=pathlib.Path)
    arguments = parser.parse_args()
    model = onnx.load(arguments.decoder)
    if any(property.key == PROPERTY for property in model.metadata_props):
        raise SystemExit(f"{arguments.decoder}: has a list of tokens (expected: a decoder that scores all of them)")
    spans = " ".join(arguments.tokens.read_text("utf-8").split())
    tokens = read_tokens(spans)
    if tokens != sorted(set(tokens)):
        raise SystemExit(f"{arguments.tokens}: not ascending (expected: ids such as 0-3 5 7-9)")
    keep(model, tokens)
    helper.set_model_props(model, {PROPERTY: spans})
    onnx.checker.check_model(model)
    onnx.save(model, arguments.decoder)
    print(f"{len(tokens)} tokens")


if __name__ == "__main__":
    main()
