"""Small models with random weights, scaled so that they say something."""

import re
from dataclasses import dataclass

import torch
from transformers import (
    BartConfig,
    BartForConditionalGeneration,
    M2M100Config,
    M2M100ForConditionalGeneration,
    MarianConfig,
    MarianMTModel,
    MBartConfig,
    MBartForConditionalGeneration,
    MT5Config,
    MT5ForConditionalGeneration,
    T5Config,
    T5ForConditionalGeneration,
)

SIZES = dict(
    d_model=32, encoder_layers=2, decoder_layers=2, encoder_attention_heads=4, decoder_attention_heads=4,
    encoder_ffn_dim=64, decoder_ffn_dim=64, max_position_embeddings=64, dropout=0.0,
)  # fmt: skip


@dataclass
class Architecture:
    """
    How to build one model.

    `logits` is the spread of the logits and `end` how much wider the end token's is; `branch`, `inner` and `query`
    are the gains of the matrices that leave a branch, of those inside one, and of queries where they are not scaled.
    """

    model: type
    config: type
    settings: dict
    end: float
    logits: float
    branch: float
    inner: float
    query: float = 1.0
    surplus: int = 0
    prefix: str = ""
    target: str = ""


ARCHITECTURES = {
    "marian": Architecture(
        MarianMTModel, MarianConfig,
        dict(SIZES, activation_function="swish", static_position_embeddings=True, scale_embedding=True,
             tie_word_embeddings=False, normalize_before=False, normalize_embedding=False, add_bias_logits=False, add_final_layer_norm=False,
             share_encoder_decoder_embeddings=True, eos_token_id=0, forced_eos_token_id=0),
        prefix=">>eng<< ",
        end=3, logits=1, branch=0.5, inner=2,
    ),
    "m2m100": Architecture(
        M2M100ForConditionalGeneration, M2M100Config,
        dict(SIZES, decoder_layers=1, scale_embedding=True, activation_function="relu",
             decoder_start_token_id=2, bos_token_id=0, eos_token_id=2, pad_token_id=1),
        target="__en__",
        end=2, logits=1, branch=4, inner=3,
    ),
    "nllb": Architecture(
        M2M100ForConditionalGeneration, M2M100Config,
        dict(SIZES, scale_embedding=True, activation_function="relu",
             decoder_start_token_id=2, bos_token_id=0, eos_token_id=2, pad_token_id=1),
        target="eng_Latn",
        end=2, logits=2, branch=4, inner=4,
    ),
    "t5": Architecture(
        T5ForConditionalGeneration, T5Config,
        dict(d_model=32, d_kv=12, d_ff=64, num_layers=2, num_decoder_layers=2, num_heads=4, dropout_rate=0.0,
             relative_attention_num_buckets=8, relative_attention_max_distance=32, n_positions=64,
             feed_forward_proj="relu", tie_word_embeddings=True, decoder_start_token_id=0),
        surplus=28, prefix="translate Vietnamese to English: ",
        end=2, logits=3, branch=4, inner=4, query=0.4,
    ),
    "mt5": Architecture(
        MT5ForConditionalGeneration, MT5Config,
        dict(d_model=32, d_kv=8, d_ff=64, num_layers=2, num_decoder_layers=2, num_heads=4, dropout_rate=0.0,
             relative_attention_num_buckets=8, relative_attention_max_distance=32,
             feed_forward_proj="gated-gelu", tie_word_embeddings=False, decoder_start_token_id=0),
        surplus=12, prefix="vi: ",
        end=2, logits=2, branch=8, inner=3, query=0.2,
    ),
    "bart": Architecture(
        BartForConditionalGeneration, BartConfig,
        dict(SIZES, activation_function="gelu", scale_embedding=True, bos_token_id=0, pad_token_id=1,
             eos_token_id=2, decoder_start_token_id=2, forced_bos_token_id=0, forced_eos_token_id=2),
        end=2, logits=1, branch=1, inner=4,
    ),
    "mbart": Architecture(
        MBartForConditionalGeneration, MBartConfig,
        dict(SIZES, activation_function="gelu", scale_embedding=False, bos_token_id=0, pad_token_id=1,
             eos_token_id=2, forced_eos_token_id=2),
        target="en_XX",
        end=3, logits=1, branch=2, inner=3,
    ),
    "mbart50": Architecture(
        MBartForConditionalGeneration, MBartConfig,
        dict(SIZES, activation_function="relu", scale_embedding=False, bos_token_id=0, pad_token_id=1,
             eos_token_id=2, decoder_start_token_id=2, forced_eos_token_id=2),
        target="en_XX",
        end=3, logits=3, branch=2, inner=4,
    ),
}  # fmt: skip


def scatter(model, plan: Architecture):
    """Draws every weight anew: branches outweigh the residual path, or each token would repeat itself."""
    for name, weight in model.named_parameters():
        if not weight.requires_grad:
            continue  # sinusoids, which are not saved
        if "relative_attention_bias" in name:
            weight.normal_(0.0, 1.0)
        elif any(part in name for part in ("shared", "embed_tokens", "embed_positions", "lm_head")):
            weight.normal_(0.0, plan.logits / weight.shape[1] ** 0.5)
        elif weight.dim() == 2:
            leaves = re.search(r"(out_proj|fc2|\.o|\.wo)\.weight$", name)
            gain = plan.branch if leaves else plan.query if name.endswith(".q.weight") else plan.inner
            weight.normal_(0.0, gain / weight.shape[1] ** 0.5)
        elif name.endswith("bias") and "norm" not in name:
            weight.normal_(0.0, 0.1)
    output = model.get_output_embeddings().weight
    output[model.config.eos_token_id] *= plan.end


def build(name: str, tokenizer, seed: int):
    """The model with the weights of a seed."""
    plan = ARCHITECTURES[name]
    settings = dict(plan.settings, vocab_size=len(tokenizer) + plan.surplus)
    if name == "marian":
        padding = tokenizer.pad_token_id
        settings.update(pad_token_id=padding, decoder_start_token_id=padding, decoder_vocab_size=len(tokenizer))
    if name == "mbart":
        settings.update(decoder_start_token_id=tokenizer.convert_tokens_to_ids(plan.target))
    torch.manual_seed(seed)
    model = plan.model(plan.config(**settings)).eval()
    with torch.no_grad():
        scatter(model, plan)
    return model
