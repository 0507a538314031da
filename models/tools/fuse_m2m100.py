#!/usr/bin/env python3
"""Rewrites an int8 Optimum export of an M2M100 model for fast decoding on ONNX Runtime.

Reads encoder_model_quantized.onnx and decoder_model_merged_quantized.onnx of a folder and writes, with the same
weights, encoder_fused.onnx (source ids to the decoder's cross-attention keys and values) and decoder_fused.onnx
(one graph for the prefix and every later token). The contract of both is in models/RATIONALE.md.
"""

import argparse
import json
import pathlib

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

MICROSOFT = "com.microsoft"


class Export:
    """The weights of one exported graph, by the names that the exporter kept: those of biases and norms."""

    def __init__(self, file):
        model = onnx.load(file)
        self.tensors = {}
        self.nodes = []
        self._collect(model.graph)
        self.prefix = "no_past_" if any(name.startswith("no_past_") for name in self.tensors) else ""
        self.producers = {output: node for node in self.nodes for output in node.output}

    def _collect(self, graph):
        for tensor in graph.initializer:
            self.tensors[tensor.name] = numpy_helper.to_array(tensor)
        for node in graph.node:
            self.nodes.append(node)
            for attribute in node.attribute:
                if attribute.type == onnx.AttributeProto.GRAPH:
                    self._collect(attribute.g)
                elif node.op_type == "Constant" and attribute.name == "value":
                    self.tensors[node.output[0]] = numpy_helper.to_array(attribute.t)

    def tensor(self, name):
        return self.tensors[self.prefix + "m." + name]

    def linear(self, name):
        """Weight, scale, zero point and bias of a projection: the bias leads back to its product."""
        bias = self.prefix + "m." + name + ".bias"
        add = next(node for node in self.nodes if node.op_type == "Add" and bias in node.input)
        other = next(value for value in add.input if value != bias)
        return (*self._product(other), self.tensors[bias])

    def _product(self, value):
        node = self.producers[value]
        while node.op_type != "MatMulInteger":
            node = next(self.producers[v] for v in node.input if self._leads_to_product(v))
        return self._quantized(node)

    def _leads_to_product(self, value):
        node = self.producers.get(value)
        return node is not None and (
            node.op_type == "MatMulInteger" or (node.op_type in ("Cast", "Mul") and any(map(self._leads_to_product, node.input)))
        )

    def _quantized(self, node):
        stem = node.input[1].removesuffix("_quantized")
        return tuple(self.tensors[stem + part] for part in ("_quantized", "_scale", "_zero_point"))

    def head(self, vocabulary):
        """The product that gives the logits; it has no bias."""
        return self._quantized(
            next(
                node
                for node in self.nodes
                if node.op_type == "MatMulInteger" and self.tensors[node.input[1]].shape[1] == vocabulary
            )
        )

    def positions(self, width):
        """The table of sinusoidal positions; its first row belongs to the first token."""
        return next(t for t in self.tensors.values() if t.ndim == 2 and t.shape[1] == width and t.dtype == numpy.float32)


class Graph:
    """Collects nodes and weights; every method gives the name of its result."""

    def __init__(self, heads):
        self.heads = heads
        self.nodes = []
        self.weights = {}
        self.count = 0

    def weight(self, array):
        array = numpy.array(array, order="C")
        key = (array.dtype.str, array.shape, array.tobytes())
        if key not in self.weights:
            self.weights[key] = numpy_helper.from_array(array, f"w{len(self.weights)}")
        return self.weights[key].name

    def integers(self, *values):
        return self.weight(numpy.array(values, numpy.int64))

    def op(self, kind, *inputs, outputs=1, domain="", **attributes):
        names = [f"t{self.count + i}" for i in range(outputs)] if isinstance(outputs, int) else outputs
        self.count += len(names)
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names[0] if len(names) == 1 else names

    def contrib(self, kind, *inputs, **rest):
        return self.op(kind, *inputs, domain=MICROSOFT, **rest)

    def linear(self, x, weight, scale, zero, bias=None, **rest):
        inputs = [x, self.weight(weight), self.weight(scale), self.weight(zero)]
        return self.contrib("DynamicQuantizeMatMul", *inputs, *([] if bias is None else [self.weight(bias)]), **rest)

    def linears(self, x, linears):
        """Several projections of one input as one product."""
        return self.linear(x, *(numpy.concatenate(parts, axis=-1) for parts in zip(*linears)))

    def norm(self, x, export, name, **rest):
        scale, shift = (self.weight(export.tensor(name + part)) for part in (".weight", ".bias"))
        return self.op("LayerNormalization", x, scale, shift, axis=-1, epsilon=1e-5, **rest)

    def add_norm(self, x, residual, export, name):
        """The sum, normalised, and the sum itself."""
        scale, shift = (self.weight(export.tensor(name + part)) for part in (".weight", ".bias"))
        names = [f"t{self.count + i}" for i in range(2)]
        self.contrib("SkipLayerNormalization", x, residual, scale, shift, outputs=[names[0], "", "", names[1]], epsilon=1e-5)
        return names

    def attention(self, *inputs, **rest):
        return self.contrib("MultiHeadAttention", *inputs, num_heads=self.heads, **rest)

    def feed_forward(self, x, export, layer):
        inner = self.op("Relu", self.linear(x, *export.linear(layer + "fc1")))
        return self.linear(inner, *export.linear(layer + "fc2"))

    def model(self, name, inputs, outputs):
        graph = helper.make_graph(self.nodes, name, inputs, outputs, list(self.weights.values()))
        opsets = [helper.make_opsetid("", 17), helper.make_opsetid(MICROSOFT, 1)]
        return helper.make_model(graph, opset_imports=opsets, ir_version=8, producer_name="haidang")


def embed(graph, export, config, start=None):
    """Token and position embeddings; positions count from `start`, zero when absent."""
    rows = graph.op("Gather", graph.weight(export.tensor("shared.weight_quantized")), "input_ids")
    scale, zero = (graph.weight(export.tensor("shared.weight" + part)) for part in ("_scale", "_zero_point"))
    tokens = graph.op("DequantizeLinear", rows, scale, zero)
    if config["scale_embedding"]:
        tokens = graph.op("Mul", tokens, graph.weight(numpy.array(config["d_model"] ** 0.5, numpy.float32)))
    length = graph.op("Shape", "input_ids", start=1, end=2)
    first = graph.integers(0) if start is None else start
    table = graph.weight(export.positions(config["d_model"]))
    places = graph.op("Slice", table, first, graph.op("Add", first, length), graph.integers(0))
    return graph.op("Add", tokens, places)


def floats(name, *shape):
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def longs(name, *shape):
    return helper.make_tensor_value_info(name, TensorProto.INT64, shape)


def cache_names(config, kind, part):
    return [f"{kind}.{i}.{part}.{what}" for i in range(config["decoder_layers"]) for what in ("key", "value")]


def encoder(source, decoder, config):
    graph = Graph(config["encoder_attention_heads"])
    mask = graph.op("Cast", "attention_mask", to=TensorProto.INT32)
    total = embed(graph, source, config)
    layers = config["encoder_layers"]
    x = graph.norm(total, source, "encoder.layers.0.self_attn_layer_norm")
    for i in range(layers):
        layer = f"encoder.layers.{i}."
        qkv = graph.linears(x, [source.linear(f"{layer}self_attn.{p}_proj") for p in "qkv"])
        q, k, v = graph.op("Split", qkv, outputs=3, axis=-1)
        mixed = graph.linear(graph.attention(q, k, v, "", mask), *source.linear(layer + "self_attn.out_proj"))
        x, total = graph.add_norm(mixed, total, source, layer + "final_layer_norm")
        last = i + 1 == layers
        after = "encoder.layer_norm" if last else f"encoder.layers.{i + 1}.self_attn_layer_norm"
        x, total = graph.add_norm(graph.feed_forward(x, source, layer), total, source, after)
    graph.heads = config["decoder_attention_heads"]
    names = cache_names(config, "present", "encoder")
    linears = [decoder.linear(f"decoder.layers.{i}.encoder_attn.{p}_proj") for i in range(config["decoder_layers"]) for p in "kv"]
    parts = graph.op("Split", graph.linears(x, linears), outputs=len(names), axis=-1)
    for name, part in zip(names, parts):
        shaped = graph.op("Reshape", part, graph.integers(0, 0, graph.heads, -1))
        graph.op("Transpose", shaped, outputs=[name], perm=[0, 2, 1, 3])
    size = config["d_model"] // graph.heads
    return graph.model(
        "encoder",
        [longs("input_ids", "batch", "source"), longs("attention_mask", "batch", "source")],
        [floats(name, "batch", graph.heads, "source", size) for name in names],
    )


def decoder_step(export, config):
    graph = Graph(config["decoder_attention_heads"])
    layers = config["decoder_layers"]
    past, present, cross = (
        cache_names(config, *names) for names in (("past_key_values", "decoder"), ("present", "decoder"), ("past_key_values", "encoder"))
    )
    mask = graph.op("Cast", "encoder_attention_mask", to=TensorProto.INT32)
    by_source = graph.op("Concat", graph.op("Shape", cross[0], start=0, end=1), graph.integers(-1, config["d_model"]), axis=0)
    total = embed(graph, export, config, graph.op("Shape", past[0], start=2, end=3))
    by_row = graph.op("Shape", total)
    x = graph.norm(total, export, "decoder.layers.0.self_attn_layer_norm")
    for i in range(layers):
        layer = f"decoder.layers.{i}."
        qkv = graph.linears(x, [export.linear(f"{layer}self_attn.{p}_proj") for p in "qkv"])
        q, k, v = graph.op("Split", qkv, outputs=3, axis=-1)
        mixed = f"own{i}"
        graph.attention(q, k, v, "", "", "", past[2 * i], past[2 * i + 1], outputs=[mixed, present[2 * i], present[2 * i + 1]], unidirectional=1)
        mixed = graph.linear(mixed, *export.linear(layer + "self_attn.out_proj"))
        x, total = graph.add_norm(mixed, total, export, layer + "encoder_attn_layer_norm")
        # The rows of one source ask its keys together, so that these need not be copied for each row.
        query = graph.op("Reshape", graph.linear(x, *export.linear(layer + "encoder_attn.q_proj")), by_source)
        mixed = graph.op("Reshape", graph.attention(query, cross[2 * i], cross[2 * i + 1], "", mask), by_row)
        mixed = graph.linear(mixed, *export.linear(layer + "encoder_attn.out_proj"))
        x, total = graph.add_norm(mixed, total, export, layer + "final_layer_norm")
        after = "decoder.layer_norm" if i + 1 == layers else f"decoder.layers.{i + 1}.self_attn_layer_norm"
        x, total = graph.add_norm(graph.feed_forward(x, export, layer), total, export, after)
    last = graph.op("Gather", x, graph.weight(numpy.array(-1, numpy.int64)), axis=1)
    graph.linear(last, *export.head(config["vocab_size"]), outputs=["logits"])
    graph.op("TopK", graph.op("LogSoftmax", "logits", axis=-1), "candidates", outputs=["top_scores", "top_tokens"], axis=1)
    size = config["d_model"] // graph.heads
    return graph.model(
        "decoder",
        [
            longs("input_ids", "rows", "tokens"),
            longs("encoder_attention_mask", "sources", "source"),
            longs("candidates", 1),
            *(floats(name, "rows", graph.heads, "past", size) for name in past),
            *(floats(name, "sources", graph.heads, "source", size) for name in cross),
        ],
        [
            floats("logits", "rows", config["vocab_size"]),
            floats("top_scores", "rows", "k"),
            longs("top_tokens", "rows", "k"),
            *(floats(name, "rows", graph.heads, "total", size) for name in present),
        ],
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, help="a model folder in Optimum layout")
    parser.add_argument("--output", type=pathlib.Path, help="where to write (default: the folder itself)")
    arguments = parser.parse_args()
    folder, output = arguments.folder, arguments.output or arguments.folder
    config = json.loads((folder / "config.json").read_text())
    source = Export(folder / "encoder_model_quantized.onnx")
    target = Export(folder / "decoder_model_merged_quantized.onnx")
    for name, model in (("encoder", encoder(source, target, config)), ("decoder", decoder_step(target, config))):
        onnx.checker.check_model(model)
        onnx.save(model, output / f"{name}_fused.onnx")


if __name__ == "__main__":
    main()
