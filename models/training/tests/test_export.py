import json

import numpy
import pytest
import torch
from transformers import M2M100Tokenizer

from haidang_training.export import write_weights
from haidang_training.golden import Reference, tokenizer_agreement
from haidang_training.layout import write_layout
from haidang_training.onnx_graphs import cache_names
from haidang_training.runtime import ExportedModel, longest_output
from haidang_training.search import pad, translate

PAIRS = [["vi", "en"], ["en", "vi"]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory, model, vocabulary):
    out = tmp_path_factory.mktemp("export")
    write_weights(model, out)
    write_layout(out, model.config, vocabulary, PAIRS)
    return out


@pytest.mark.parametrize("language", ["en", "vi"])
def test_exported_model_decodes_to_the_same_ids(folder, model, vocabulary, source, language):
    exported = ExportedModel(folder, "", model.config)
    longest = longest_output(max(map(len, source))) + 1
    expected = translate(model, pad(source), vocabulary.language(language), longest)
    assert exported.greedy(source, vocabulary.language(language)) == expected


def test_exported_logits_with_and_without_past_are_those_of_pytorch(folder, model, source):
    exported = ExportedModel(folder, "", model.config)
    ids = pad(source).numpy()
    mask = (ids != 1).astype(numpy.int64)
    memory = exported.encoder.run(None, {"input_ids": ids, "attention_mask": mask})[0]
    target = torch.tensor([[2, 10, 11, 12]] * 2)
    fixed = {"encoder_attention_mask": mask, "encoder_hidden_states": memory}

    caches, logits = exported.empty_caches(*ids.shape), []
    for past, part in ((False, target[:, :2]), (True, target[:, 2:3]), (True, target[:, 3:])):
        flag = numpy.array([past])
        made, *present = exported.decoder.run(
            None, {"input_ids": part.numpy(), "use_cache_branch": flag, **fixed, **caches}
        )
        caches = dict(zip(cache_names(model.config, "past_key_values"), present))
        logits.append(made)
    expected = model.logits(model(pad(source), target)).detach().numpy()
    numpy.testing.assert_allclose(numpy.concatenate(logits, 1), expected, atol=1e-4)


def test_int8_logits_stay_near(folder, model, source):
    outputs = []
    for suffix in ("", "_quantized"):
        ids = pad(source[:1]).numpy()
        exported = ExportedModel(folder, suffix, model.config)
        outputs.append(
            exported.encoder.run(None, {"input_ids": ids, "attention_mask": numpy.ones_like(ids)})[0].ravel()
        )
    assert numpy.corrcoef(*outputs)[0, 1] > 0.99


@torch.no_grad()
def test_transformers_gives_the_same_logits_and_greedy_outputs(model, vocabulary, source):
    reference = Reference(model, vocabulary)
    assert reference.largest_difference(source, "en") < 1e-4
    ours = translate(model, pad(source), vocabulary.language("en"), 40)
    theirs = reference.generate(source, "en", 1)
    assert [reference.plain(row)[:20] for row in ours] == [row[:20] for row in theirs]


def test_layout_is_read_by_transformers_tokenizer(folder, vocabulary):
    texts = ["Sở Ngoại vụ ⟦ Hải Phòng ¦ Hai Phong ⟧ 2026.", "The city attracts 👋 investors."]
    cases = [
        {"source_lang": side, "source": text, "input_ids": vocabulary.encode_source(side, text)}
        for (side, _), text in zip(PAIRS, texts)
    ]
    assert tokenizer_agreement(folder, cases) == 2
    assert M2M100Tokenizer.from_pretrained(folder).get_lang_id("vi") == vocabulary.language("vi")


def test_layout_names_pairs_and_marks(folder):
    description = json.loads((folder / "haidang.json").read_text(encoding="utf-8"))
    assert description["pairs"] == PAIRS
    assert description["term_annotation"]["format"] == "⟦ source ¦ target ⟧"
