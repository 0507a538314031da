"""Weights to ONNX files in Optimum's layout, and their smaller variants."""

import tempfile
from pathlib import Path

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from optimum.exporters.onnx import main_export

OPSET = 18
MERGED = ["encoder_model.onnx", "decoder_model_merged.onnx"]
SPLIT = ["decoder_model.onnx", "decoder_with_past_model.onnx"]
LEAST_HALVED = 64


def export(source: Path, folder: Path, split: Path | None):
    """Exports the Transformers model in `source`; the split decoders go to a folder of their own, if any."""
    with tempfile.TemporaryDirectory() as work:
        out = Path(work)
        main_export(str(source), out, task="text2text-generation-with-past", opset=OPSET, do_validation=False)
        for name in MERGED:
            save(onnx.load(out / name), folder / name)
        for name in SPLIT if split else []:
            split.mkdir(exist_ok=True)
            save(onnx.load(out / name), split / name)


def save(model, file: Path):
    """Writes a model without the names and notes that nothing refers to."""
    strip(model.graph)
    del model.metadata_props[:]
    onnx.checker.check_model(model)
    onnx.save(model, file)


def strip(graph):
    del graph.value_info[:]
    for node in graph.node:
        node.name = ""
        node.doc_string = ""
        del node.metadata_props[:]
        for attribute in node.attribute:
            if attribute.type == onnx.AttributeProto.GRAPH:
                strip(attribute.g)


def halve(source: Path, target: Path):
    """Stores the weights in half precision; they are cast back before use, so that sums stay in float32."""
    model = onnx.load(source)
    casts = []
    for tensor in model.graph.initializer:
        if tensor.data_type == TensorProto.FLOAT and numpy.prod(tensor.dims) >= LEAST_HALVED:
            name = tensor.name
            half = numpy_helper.from_array(numpy_helper.to_array(tensor).astype(numpy.float16), f"{name}_half")
            tensor.CopyFrom(half)
            casts.append(helper.make_node("Cast", [half.name], [name], to=TensorProto.FLOAT))
    nodes = casts + list(model.graph.node)
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    save(model, target)


def quantize(source: Path, target: Path):
    """Int8 weights, with activations scaled at run time."""
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, extra_options={"EnableSubgraph": True})
    save(onnx.load(target), target)
