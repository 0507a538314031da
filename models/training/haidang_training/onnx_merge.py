"""Joins the two forms of a decoder into Optimum's merged one: an `If` on `use_cache_branch`, the weights held once."""

from __future__ import annotations

import pathlib
from typing import TypeVar

import onnx
from onnx import GraphProto, ModelProto, TensorProto, ValueInfoProto, helper

from .model import ModelConfig
from .onnx_graphs import cache_names

FIRST, LATER = "no_past", "with_past"
"""Prefixes of the names in either branch; `models/tools/fuse_m2m100.py` knows the first."""


class Weights:
    """The initialisers of both branches; equal ones are one."""

    def __init__(self) -> None:
        self.names: dict[tuple, str] = {}
        self.tensors: list[TensorProto] = []

    def add(self, tensor: TensorProto, prefix: str) -> str:
        """The name in the merged graph."""
        content = tensor.raw_data or tensor.SerializeToString()
        key = (tensor.data_type, tuple(tensor.dims), content)
        if key not in self.names:
            self.names[key] = f"{prefix}_{tensor.name}"
            self.tensors.append(renamed(tensor, self.names[key]))
        return self.names[key]


Message = TypeVar("Message", TensorProto, ValueInfoProto)


def renamed(message: Message, name: str) -> Message:
    """A copy of a tensor or value with another name."""
    copy = type(message)()
    copy.CopyFrom(message)
    copy.name = name
    return copy


def branch(graph: GraphProto, prefix: str, weights: Weights) -> GraphProto:
    """The graph as a branch: no inputs of its own, its names prefixed."""
    names = {tensor.name: weights.add(tensor, prefix) for tensor in graph.initializer}
    names |= {value.name: value.name for value in graph.input} | {"": ""}
    for node in graph.node:
        node.name = f"{prefix}_{node.name}"
        for values in (node.input, node.output):
            values[:] = [names.get(value, f"{prefix}_{value}") for value in values]
    outputs = [renamed(value, f"{prefix}_{value.name}") for value in graph.output]
    nodes = list(graph.node) + passed_through(graph, outputs)
    return helper.make_graph(nodes, prefix, [], outputs)


def passed_through(graph: GraphProto, outputs: list[ValueInfoProto]) -> list[onnx.NodeProto]:
    """Nodes for outputs that are inputs, the source's keys and values: a branch has to make what it gives."""
    made = {name for node in graph.node for name in node.output}
    return [
        helper.make_node("Identity", [value.name.replace("present", "past_key_values")], [output.name])
        for value, output in zip(graph.output, outputs)
        if output.name not in made
    ]


def merge(first: pathlib.Path, later: pathlib.Path, config: ModelConfig, out: pathlib.Path) -> None:
    """Writes the merged decoder of two files."""
    models = onnx.load(first), onnx.load(later)
    weights = Weights()
    branches = [branch(model.graph, prefix, weights) for model, prefix in zip(models, (FIRST, LATER))]
    choice = helper.make_node(
        "If",
        ["use_cache_branch"],
        [value.name for value in outputs(config)],
        else_branch=branches[0],
        then_branch=branches[1],
        name="use_cache",
    )
    graph = helper.make_graph([choice], "merged", inputs(models, config), outputs(config), weights.tensors)
    merged = helper.make_model(graph, opset_imports=models[0].opset_import, ir_version=models[0].ir_version)
    onnx.checker.check_model(merged)
    onnx.save(merged, out)


def inputs(models: tuple[ModelProto, ModelProto], config: ModelConfig) -> list[ValueInfoProto]:
    known = {value.name: value for model in models for value in model.graph.input}
    names = ["encoder_attention_mask", "input_ids", "encoder_hidden_states", *cache_names(config, "past_key_values")]
    return [known[name] for name in names] + [helper.make_tensor_value_info("use_cache_branch", TensorProto.BOOL, [1])]


def outputs(config: ModelConfig) -> list[ValueInfoProto]:
    logits = floats("logits", ["batch", "decoder_sequence", config.vocabulary])
    return [logits] + [cache_output(name, config) for name in cache_names(config, "present")]


def cache_output(name: str, config: ModelConfig) -> ValueInfoProto:
    length = "encoder_sequence" if ".encoder." in name else "total_sequence"
    return floats(name, ["batch", config.heads, length, config.head_width])


def floats(name: str, shape: list[str | int]) -> ValueInfoProto:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
