"""What the tokenizers of Transformers say."""

import re
from pathlib import Path

from transformers import NllbTokenizerFast, T5TokenizerFast

import architectures
import corpus

FAST = {"t5": T5TokenizerFast, "nllb": NllbTokenizerFast}
BOTH_WAYS = {
    "m2m100": ("vi", "en"),
    "nllb": ("vie_Latn", "eng_Latn"),
    "mbart": ("vi_VN", "en_XX"),
    "mbart50": ("vi_VN", "en_XX"),
}


def pairs(name: str) -> list[list[str]]:
    return [["vi", "en"], ["en", "vi"]] if name in BOTH_WAYS else [["vi", "en"]]


def decode(tokenizer, ids: list[int]) -> str:
    """The text; ids that only fill up the model's vocabulary stand for nothing."""
    ids = [i for i in ids if i < len(tokenizer)]
    return tokenizer.decode(ids, skip_special_tokens=True, clean_up_tokenization_spaces=False)


def goldens(name: str, tokenizer, folder: Path, provenance: dict) -> dict:
    prefix = architectures.ARCHITECTURES[name].prefix
    result = {"provenance": provenance, "size": len(tokenizer), "prefix": prefix, "sources": []}
    texts = {"vi-en": corpus.VIETNAMESE + corpus.UNUSUAL}
    if name in BOTH_WAYS:
        texts["en-vi"] = corpus.ENGLISH + corpus.UNUSUAL
    for pair, lines in texts.items():
        turn(name, tokenizer, pair)
        result["sources"] += [
            {"pair": pair, "text": line, "ids": tokenizer(prefix + line).input_ids} for line in lines
        ]
    turn(name, tokenizer, "vi-en")
    result["targets"] = [target(tokenizer, line) for line in corpus.ENGLISH + corpus.UNUSUAL]
    if name in FAST:
        fast(name, result, folder)
    return result


def turn(name: str, tokenizer, pair: str):
    """Sets the direction, for tokenizers that have one."""
    if name in BOTH_WAYS:
        source, target = BOTH_WAYS[name] if pair == "vi-en" else BOTH_WAYS[name][::-1]
        tokenizer.src_lang = source
        tokenizer.tgt_lang = target


def target(tokenizer, line: str) -> dict:
    ids = tokenizer(text_target=line).input_ids
    return {"text": line, "ids": ids, "decoded": decode(tokenizer, ids)}


def fast(name: str, result: dict, folder: Path):
    """Adds tokenizer.json and, where it gives other ids than the SentencePiece model, its ids."""
    tokenizer = FAST[name].from_pretrained(folder)
    tokenizer.backend_tokenizer.save(str(folder / "tokenizer.json"))
    for entry in result["sources"]:
        turn(name, tokenizer, entry["pair"])
        ids = tokenizer(result["prefix"] + entry["text"]).input_ids
        if ids != entry["ids"]:
            entry["fast_ids"] = ids
    for entry in result["targets"]:
        text = decode(tokenizer, entry["ids"])
        if text != entry["decoded"]:
            entry["fast_decoded"] = text


def compact(text: str) -> str:
    """Puts lists of numbers on one line each."""
    return re.sub(r"\[[-\d\s,.]+\]", lambda match: re.sub(r"\s+", " ", match.group()), text)
