"""The files beside the weights: configuration and tokenizer of an M2M100 model, and `haidang.json`."""

from __future__ import annotations

import json
import pathlib
import shutil
from collections.abc import Sequence
from typing import Any

from .marks import CLOSE, MIDDLE, OPEN, annotation
from .model import ModelConfig
from .vocabulary import BOS, EOS, LANGUAGES, PAD, Vocabulary

LONGEST = 400
BEAMS = 4
TOKENIZER_FILES = ("vocab.json", "sentencepiece.bpe.model", "tokenizer_config.json", "special_tokens_map.json")
SPECIAL_TOKENS = dict(bos_token="<s>", eos_token="</s>", sep_token="</s>", unk_token="<unk>", pad_token="<pad>")


def transformers_config(config: ModelConfig) -> dict[str, Any]:
    """The content of `config.json`; dropout is what Transformers would use to train on."""
    return dict(
        model_type="m2m_100",
        architectures=["M2M100ForConditionalGeneration"],
        vocab_size=config.vocabulary,
        d_model=config.width,
        encoder_layers=config.encoder_layers,
        decoder_layers=config.decoder_layers,
        encoder_attention_heads=config.heads,
        decoder_attention_heads=config.heads,
        encoder_ffn_dim=config.feed_forward,
        decoder_ffn_dim=config.feed_forward,
        activation_function="relu",
        max_position_embeddings=config.positions,
        bos_token_id=BOS,
        pad_token_id=PAD,
        eos_token_id=EOS,
        decoder_start_token_id=EOS,
        scale_embedding=True,
        is_encoder_decoder=True,
        tie_word_embeddings=True,
        dropout=0.1,
        attention_dropout=0.0,
        activation_dropout=0.0,
        encoder_layerdrop=0.0,
        decoder_layerdrop=0.0,
        init_std=0.02,
        num_hidden_layers=config.encoder_layers,
        use_cache=True,
    )


def generation_config() -> dict[str, Any]:
    return dict(
        bos_token_id=BOS,
        decoder_start_token_id=EOS,
        early_stopping=False,
        eos_token_id=EOS,
        max_length=LONGEST,
        num_beams=BEAMS,
        pad_token_id=PAD,
    )


def tokenizer_config(vocabulary: Vocabulary, pair: Sequence[str]) -> dict[str, Any]:
    return dict(
        tokenizer_class="M2M100Tokenizer",
        src_lang=pair[0],
        tgt_lang=pair[1],
        **SPECIAL_TOKENS,
        language_codes="m2m100",
        num_madeup_words=vocabulary.size - vocabulary.pieces - len(LANGUAGES),
        additional_special_tokens=language_tokens(),
        model_max_length=LONGEST,
    )


def language_tokens() -> list[str]:
    return [f"__{language}__" for language in LANGUAGES]


def desk_config(pairs: Sequence[Sequence[str]]) -> dict[str, Any]:
    """The content of `haidang.json`."""
    marks = dict(open=OPEN, middle=MIDDLE, close=CLOSE, note="one space on each inner side")
    return dict(pairs=pairs, term_annotation=dict(format=annotation("source", "target"), **marks))


def write_json(file: pathlib.Path, content: Any, indent: int | None = 1) -> None:
    file.write_text(json.dumps(content, indent=indent, ensure_ascii=False), encoding="utf-8")


def write_layout(
    out: pathlib.Path, config: ModelConfig, vocabulary: Vocabulary, pairs: Sequence[Sequence[str]]
) -> None:
    """Writes everything but the weights."""
    shutil.copyfile(vocabulary.file, out / "sentencepiece.bpe.model")
    write_json(out / "vocab.json", vocabulary.names(), indent=None)
    write_json(out / "config.json", transformers_config(config))
    write_json(out / "generation_config.json", generation_config())
    write_json(out / "tokenizer_config.json", tokenizer_config(vocabulary, pairs[0]))
    special = SPECIAL_TOKENS | dict(additional_special_tokens=language_tokens())
    write_json(out / "special_tokens_map.json", special)
    write_json(out / "haidang.json", desk_config(pairs))
