"""A vocabulary and a model small enough to be made anew for every run."""

import pathlib
import sys

import pytest
import sentencepiece
import torch

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent))

from haidang_training.model import ModelConfig, TranslationModel
from haidang_training.vocabulary import Vocabulary

SENTENCES = [
    "Sở Ngoại vụ phối hợp với Ủy ban nhân dân thành phố Hải Phòng.",
    "Thành phố thu hút nhiều nhà đầu tư nước ngoài trong năm 2026.",
    "The Department of Foreign Affairs works with the city of Hai Phong.",
    "The city attracts many foreign investors in 2026.",
]


@pytest.fixture(scope="session")
def vocabulary(tmp_path_factory) -> Vocabulary:
    prefix = tmp_path_factory.mktemp("spm") / "spm"
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(SENTENCES * 20),
        model_prefix=str(prefix),
        vocab_size=80,
        hard_vocab_limit=False,
        bos_id=0,
        pad_id=1,
        eos_id=2,
        unk_id=3,
        user_defined_symbols=["⟦", "¦", "⟧", "▒"],
        minloglevel=2,
    )
    return Vocabulary(prefix.with_suffix(".model"))


@pytest.fixture(scope="session")
def model(vocabulary) -> TranslationModel:
    torch.manual_seed(7)
    config = ModelConfig(vocabulary.size, 32, 4, 64, 2, 2, 320)
    return TranslationModel(config).eval()


@pytest.fixture
def source(vocabulary) -> list[list[int]]:
    """Two sentences of different lengths."""
    return [vocabulary.encode_source("vi", SENTENCES[0]), vocabulary.encode_source("vi", "Thành phố Hải Phòng.")]
