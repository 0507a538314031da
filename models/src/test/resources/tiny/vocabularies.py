"""Tiny tokenizers of every family, trained on the corpus and saved as Transformers saves them."""

import json
import tempfile
from pathlib import Path

import sentencepiece
from tokenizers import ByteLevelBPETokenizer
from transformers import (
    BartTokenizerFast,
    M2M100Tokenizer,
    MarianTokenizer,
    MBart50Tokenizer,
    MBartTokenizer,
    NllbTokenizer,
    T5Tokenizer,
)
from transformers.models.m2m_100.tokenization_m2m_100 import FAIRSEQ_LANGUAGE_CODES

import corpus

MAX_LENGTH = 64


def train(folder: Path, name: str, texts: list[str], pieces: int, kind: str, rules: str, **options) -> str:
    """Trains a SentencePiece model; one thread, so that it comes out the same every time."""
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_prefix=str(folder / name),
        vocab_size=pieces,
        model_type=kind,
        normalization_rule_name=rules,
        character_coverage=1.0,
        hard_vocab_limit=False,
        num_threads=1,
        minloglevel=2,
        **options,
    )
    return str(folder / f"{name}.model")


def pieces(model: str) -> list[str]:
    processor = sentencepiece.SentencePieceProcessor(model_file=model)
    return [processor.id_to_piece(i) for i in range(processor.get_piece_size())]


def marian(work: Path):
    source = train(work, "source", corpus.VIETNAMESE, 300, "unigram", "nmt_nfkc")
    target = train(work, "target", corpus.ENGLISH, 300, "unigram", "nmt_nfkc")
    names = ["</s>", "<unk>"]
    for piece in pieces(source)[3:] + pieces(target)[3:] + [">>eng<<", ">>vie<<", ">>cmn_Hans<<", "<pad>"]:
        if piece not in names:
            names.append(piece)
    vocabulary = work / "vocab.json"
    vocabulary.write_text(json.dumps({name: i for i, name in enumerate(names)}, ensure_ascii=False))
    return MarianTokenizer(
        source_spm=source, target_spm=target, vocab=str(vocabulary), source_lang="vi", target_lang="en",
        model_max_length=MAX_LENGTH,
    )  # fmt: skip


def m2m100(work: Path):
    model = train(work, "bpe", corpus.VIETNAMESE + corpus.ENGLISH, 420, "bpe", "identity")
    names = ["<s>", "<pad>", "</s>", "<unk>"] + pieces(model)[3:]
    vocabulary = work / "vocab.json"
    vocabulary.write_text(json.dumps({name: i for i, name in enumerate(names)}, ensure_ascii=False))
    return M2M100Tokenizer(
        vocab_file=str(vocabulary), spm_file=model, src_lang="vi", tgt_lang="en", model_max_length=MAX_LENGTH,
        additional_special_tokens=[f"__{code}__" for code in FAIRSEQ_LANGUAGE_CODES["m2m100"]],
    )  # fmt: skip


def nllb(work: Path):
    model = train(work, "bpe", corpus.VIETNAMESE + corpus.ENGLISH, 400, "bpe", "nmt_nfkc")
    return NllbTokenizer(model, src_lang="vie_Latn", tgt_lang="eng_Latn", model_max_length=MAX_LENGTH)


def t5(work: Path):
    model = train(
        work, "t5", corpus.VIETNAMESE + corpus.ENGLISH, 400, "unigram", "nmt_nfkc",
        pad_id=0, eos_id=1, unk_id=2, bos_id=-1,
    )  # fmt: skip
    return T5Tokenizer(model, extra_ids=100, model_max_length=MAX_LENGTH)


def mt5(work: Path):
    """As mT5 has it: byte pieces for what is not in the vocabulary, and no extra ids in the configuration."""
    model = train(
        work, "mt5", corpus.VIETNAMESE + corpus.ENGLISH, 640, "unigram", "identity",
        pad_id=0, eos_id=1, unk_id=2, bos_id=-1, byte_fallback=True,
    )  # fmt: skip
    return T5Tokenizer(model, extra_ids=0, model_max_length=MAX_LENGTH)


def bart(work: Path):
    bpe = ByteLevelBPETokenizer()
    bpe.train_from_iterator(
        corpus.VIETNAMESE + corpus.ENGLISH, 600, 2, show_progress=False,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<mask>"],
    )  # fmt: skip
    vocabulary, merges = bpe.save_model(str(work))
    return BartTokenizerFast(vocabulary, merges, model_max_length=MAX_LENGTH)


def mbart(work: Path):
    model = train(work, "bpe", corpus.VIETNAMESE + corpus.ENGLISH, 400, "unigram", "nmt_nfkc")
    return MBartTokenizer(model, src_lang="vi_VN", tgt_lang="en_XX", model_max_length=MAX_LENGTH)


def mbart50(work: Path):
    texts = corpus.VIETNAMESE + corpus.ENGLISH + ["Xin chào 😀 Hello 😀"]  # a piece outside the basic plane
    model = train(work, "bpe", texts, 400, "unigram", "identity")
    return MBart50Tokenizer(model, src_lang="vi_VN", tgt_lang="en_XX", model_max_length=MAX_LENGTH)


def save(name: str, folder: Path):
    """Makes the tokenizer of an architecture, writes its files to the folder and returns it."""
    with tempfile.TemporaryDirectory() as work:
        tokenizer = globals()[name](Path(work))
        tokenizer.save_pretrained(folder)
        return tokenizer
