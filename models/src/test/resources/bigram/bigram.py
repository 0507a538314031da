"""
Writes golden.json: what Transformers' generate gives for models that are nothing but a table of bigram
logits and one of logits by place, without which loops walked in another order would tie.

    pip install transformers==4.57.3 torch==2.9.1 && python bigram.py > golden.json
"""

import json

import torch
import transformers
from transformers import BartConfig, BartForConditionalGeneration
from transformers.modeling_outputs import Seq2SeqLMOutput

VOCABULARY, START, END = 12, 2, 1
SEEDS = 6

DEFAULTS = dict(
    decoder_start_token_id=START, eos_token_id=END, pad_token_id=0, max_length=14, do_sample=False, use_cache=False,
    num_beams=4, num_return_sequences=4, forced_bos_token_id=None, forced_eos_token_id=None,
)  # fmt: skip

GREEDY = dict(num_beams=1, num_return_sequences=1)

VARIANTS = [
    dict(GREEDY),
    dict(GREEDY, repetition_penalty=1.5, no_repeat_ngram_size=2),
    dict(GREEDY, min_length=9, suppress_tokens=[4], forced_eos_token_id=END, max_length=10),
    dict(),
    dict(early_stopping=True),
    dict(early_stopping="never"),
    dict(length_penalty=2.0),
    dict(length_penalty=2.0, early_stopping="never"),
    dict(length_penalty=0.0, early_stopping="never"),
    dict(length_penalty=-1.0),
    dict(no_repeat_ngram_size=2, min_length=8),
    dict(repetition_penalty=1.5),
    dict(eos_token_id=[1, 5], num_beams=3, num_return_sequences=3, min_length=4),
    dict(suppress_tokens=[3, 4], begin_suppress_tokens=[6, 7], bad_words_ids=[[8, 9], [10], [1]], min_length=6),
    dict(forced_bos_token_id=11, forced_eos_token_id=END, max_length=7, min_length=7, no_repeat_ngram_size=1),
    dict(forced_bos_token_id=11, begin_suppress_tokens=[4]),
]


class Bigram(BartForConditionalGeneration):
    """Looks up the logits after each token at its place."""

    def forward(self, decoder_input_ids=None, **_):
        return Seq2SeqLMOutput(logits=self.table[decoder_input_ids] + self.places[: decoder_input_ids.shape[1]])


def trimmed(tokens, ends):
    """Without the padding that follows the end."""
    for place in range(1, len(tokens)):
        if tokens[place] in ends:
            return tokens[: place + 1]
    return tokens


def case(model, variant):
    settings = {**DEFAULTS, **variant}
    with torch.no_grad():
        out = model.generate(torch.tensor([[START, END]]), return_dict_in_generate=True, output_scores=True, **settings)
    ends = settings["eos_token_id"] if isinstance(settings["eos_token_id"], list) else [settings["eos_token_id"]]
    scores = out.sequences_scores.tolist() if settings["num_beams"] > 1 else None
    return dict(settings=settings, sequences=[trimmed(s, ends) for s in out.sequences.tolist()], scores=scores)


def main():
    config = BartConfig(
        vocab_size=VOCABULARY, d_model=8, encoder_layers=1, decoder_layers=1, encoder_attention_heads=1,
        decoder_attention_heads=1, encoder_ffn_dim=8, decoder_ffn_dim=8, max_position_embeddings=64,
    )  # fmt: skip
    tables = []
    for seed in range(SEEDS):
        torch.manual_seed(seed)
        model = Bigram(config).eval()
        model.generation_config.forced_eos_token_id = None
        model.table = (torch.randn(VOCABULARY, VOCABULARY) * 1.5).round(decimals=3)
        model.table[:, END] += 1.0
        model.places = (torch.randn(DEFAULTS["max_length"], VOCABULARY) * 0.5).round(decimals=3)
        tables.append(dict(
            logits=model.table.tolist(), places=model.places.tolist(),
            cases=[case(model, variant) for variant in VARIANTS],
        ))
    versions = f"Transformers {transformers.__version__}, PyTorch {torch.__version__}"
    print(json.dumps(dict(provenance=f"bigram.py, {versions}", tables=tables)))


if __name__ == "__main__":
    main()
