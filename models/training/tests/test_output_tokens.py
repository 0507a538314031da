import copy
import pathlib
import subprocess
import sys

import numpy
import onnxruntime
import pytest
import torch

from haidang_training.export import write_weights
from haidang_training.layout import write_layout
from haidang_training.output_tokens import LEAST, spans, texts_in, tokens_of

from conftest import SENTENCES

TOOLS = pathlib.Path(__file__).parents[2] / "tools"


def run_tool(*arguments):
    return subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True)


def test_tokens_are_those_of_texts_and_the_special_ones(vocabulary):
    text = SENTENCES[2]
    assert tokens_of(vocabulary, [text] * LEAST) == sorted({0, 1, 2, 3, *vocabulary.processor.encode(text)})


def test_pieces_seen_less_often_are_left_out(vocabulary):
    assert tokens_of(vocabulary, [SENTENCES[2]] * (LEAST - 1))[:4] == [0, 1, 2, 3]


def test_texts_are_the_side_of_the_language(tmp_path):
    file = tmp_path / "train.tsv"
    file.write_text("news\tmột\tone\t\nmono_en\ttwo\t\t\nmono_vi\thai\t\t\n", encoding="utf-8")
    assert list(texts_in([file], "en")) == ["one", "two"]
    assert list(texts_in([file], "vi")) == ["một", "hai"]


def test_spans_are_short():
    assert spans([0, 1, 2, 3, 5, 7, 8]) == "0-3 5 7-8"


def with_biases(model):
    """Before any training all biases are alike, and the exporter keeps one for all of them."""
    other = copy.deepcopy(model)
    draws = torch.Generator().manual_seed(5)
    with torch.no_grad():
        for weight in other.parameters():
            weight.add_(0.1 * torch.randn(weight.shape, generator=draws))
    return other


@pytest.fixture(scope="module")
def fused(tmp_path_factory, model, vocabulary):
    folder = tmp_path_factory.mktemp("fused")
    write_weights(with_biases(model), folder)
    write_layout(folder, model.config, vocabulary, [["vi", "en"]])
    made = run_tool(TOOLS / "fuse_m2m100.py", folder)
    assert made.returncode == 0, made.stderr
    return folder / "decoder_fused.onnx"


def step(file, config):
    session = onnxruntime.InferenceSession(file)
    inputs = {
        "input_ids": numpy.array([[2], [9]]),
        "encoder_attention_mask": numpy.ones((2, 3), numpy.int64),
        "candidates": numpy.array([5]),
    }
    draws = numpy.random.default_rng(3)
    for name in (given.name for given in session.get_inputs() if given.name.startswith("past_key_values")):
        length = 0 if "decoder" in name else 3
        inputs[name] = draws.standard_normal((2, config.heads, length, config.head_width)).astype(numpy.float32)
    return session.run(["logits", "top_tokens"], inputs), session


def test_decoder_of_some_tokens_scores_them_as_before(fused, model, tmp_path):
    (logits, _), _ = step(fused, model.config)
    tokens = [*range(4), *range(6, model.config.vocabulary, 2)]
    kept = tmp_path / "decoder_fused.onnx"
    kept.write_bytes(fused.read_bytes())
    (tmp_path / "tokens.txt").write_text(spans(tokens), encoding="utf-8")

    made = run_tool(TOOLS / "keep_tokens.py", kept, tmp_path / "tokens.txt")
    assert made.returncode == 0, made.stderr

    (fewer, ranked), session = step(kept, model.config)
    numpy.testing.assert_array_equal(fewer, logits[:, tokens])
    order = numpy.argsort(-fewer, axis=1, kind="stable")[:, :5]
    numpy.testing.assert_array_equal(ranked, numpy.array(tokens)[order])
    assert session.get_modelmeta().custom_metadata_map == {"output_tokens": spans(tokens)}
    assert run_tool(TOOLS / "keep_tokens.py", kept, tmp_path / "tokens.txt").returncode != 0


def test_list_that_is_not_ascending_is_refused(fused, tmp_path):
    (tmp_path / "tokens.txt").write_text("5 3", encoding="utf-8")
    made = run_tool(TOOLS / "keep_tokens.py", fused, tmp_path / "tokens.txt")
    assert made.returncode != 0 and "not ascending" in made.stderr
