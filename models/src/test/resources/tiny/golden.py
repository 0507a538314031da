"""What Transformers generates, under many settings, and whether rounding could change it."""

from collections import Counter

import torch
from transformers import GenerationConfig, LogitsProcessor, LogitsProcessorList

NOISE = 1e-3
DRAWS = 6
MAX_LENGTH = 32
BEAM = dict(num_beams=4)


class Noise(LogitsProcessor):
    """Shifts every score a little: an output that stays the same does not hang on rounding."""

    def __init__(self, seed: int):
        self.generator = torch.Generator().manual_seed(seed)

    def __call__(self, input_ids, scores):
        return scores + NOISE * (2 * torch.rand(scores.shape, generator=self.generator) - 1)


def generate(model, batch, options: dict, noise: int | None = None):
    """Per input, the returned sequences as (ids up to the end token, score or None)."""
    out = model.generate(
        input_ids=batch["input_ids"], attention_mask=batch["attention_mask"], do_sample=False,
        return_dict_in_generate=True, output_scores=True, output_logits=True,
        logits_processor=LogitsProcessorList([] if noise is None else [Noise(noise)]), **options,
    )  # fmt: skip
    end = model.generation_config.eos_token_id
    rows = [trim(row, end) for row in out.sequences.tolist()]
    if options.get("num_beams", 1) > 1:
        scores = out.sequences_scores.tolist()
    else:
        scores = [mean_log_probability(row, i, out.logits, options) for i, row in enumerate(rows)]
    many = options.get("num_return_sequences", 1)
    pairs = list(zip(rows, scores))
    return [pairs[i : i + many] for i in range(0, len(pairs), many)]


def trim(row: list[int], end: int) -> list[int]:
    """Up to the first end token after the start, which may be one itself."""
    return row[: row.index(end, 1) + 1] if end in row[1:] else row


def mean_log_probability(row, index, logits, options) -> float:
    total = 0.0
    for step, token in enumerate(row[1:]):
        forced = options.get("forced_bos_token_id") is not None and step == 0
        forced |= options.get("forced_eos_token_id") is not None and step == options["max_length"] - 2
        total += 0.0 if forced else torch.log_softmax(logits[step][index].float(), -1)[token].item()
    return total / (len(row) - 1)


def cases(model, batch, base: dict, defaults: dict) -> dict[str, dict]:
    """The settings by name, each complete; some are drawn from what the model says without them."""
    end = model.generation_config.eos_token_id
    spoken = [best[0][0] for best in generate(model, batch, {**base, **BEAM})]
    skipped = 2 if base.get("forced_bos_token_id") is not None else 1
    tokens = [t for t, _ in Counter(t for row in spoken for t in row[skipped:]).most_common(9) if t != end]
    starts = [t for t, _ in Counter(row[skipped] for row in spoken if len(row) > skipped).most_common(3) if t != end]
    bigrams = Counter(pair for row in spoken for pair in zip(row[skipped:], row[skipped + 1 :]) if end not in pair)
    banned = base.get("bad_words_ids", []) + [[tokens[0]], list(bigrams.most_common(2)[1][0])]
    chosen = {
        "greedy": {},
        "greedy_min_length": dict(min_length=12),
        "greedy_no_repeat_2": dict(no_repeat_ngram_size=2),
        "greedy_repetition_penalty": dict(repetition_penalty=1.3),
        "greedy_suppressed": dict(suppress_tokens=tokens[:2], begin_suppress_tokens=starts),
        "greedy_bad_words": dict(bad_words_ids=banned),
        "greedy_forced_end": dict(max_length=8, forced_eos_token_id=end),
        "greedy_forced_start": dict(forced_bos_token_id=tokens[1]),
        "beam4": BEAM,
        "beam4_length_penalty_0.6": dict(BEAM, length_penalty=0.6),
        "beam4_length_penalty_2": dict(BEAM, length_penalty=2.0),
        "beam4_length_penalty_-0.5": dict(BEAM, length_penalty=-0.5),
        "beam4_early_stopping": dict(BEAM, early_stopping=True),
        "beam4_early_stopping_never": dict(BEAM, early_stopping="never"),
        "beam4_early_stopping_never_length_penalty_0": dict(BEAM, early_stopping="never", length_penalty=0.0),
        "beam4_four_sequences": dict(BEAM, num_return_sequences=4),
        "beam4_no_repeat_2": dict(BEAM, no_repeat_ngram_size=2),
        "beam4_no_repeat_3": dict(BEAM, no_repeat_ngram_size=3),
        "beam4_repetition_penalty": dict(BEAM, repetition_penalty=1.3),
        "beam4_suppressed": dict(BEAM, suppress_tokens=tokens[:2], begin_suppress_tokens=starts),
        "beam4_bad_words": dict(BEAM, bad_words_ids=banned),
        "beam4_min_length": dict(BEAM, min_length=12),
        "beam4_truncated": dict(BEAM, max_length=8),
        "beam4_forced_end": dict(BEAM, max_length=8, forced_eos_token_id=end),
        "beam4_forced_start": dict(BEAM, forced_bos_token_id=tokens[1]),
        "beam2_together": dict(
            num_beams=2, num_return_sequences=2, no_repeat_ngram_size=3, length_penalty=1.5, min_length=6,
            early_stopping=True,
        ),
        "defaults": defaults,
    }  # fmt: skip
    return {name: {**base, **options} for name, options in chosen.items()}


def stable(model, batch, settings: dict[str, dict], least: int) -> list[int]:
    """The inputs whose outputs no noise changes, under any setting, and hold no padding; gives up below `least`."""
    padding = model.generation_config.pad_token_id
    kept = set(range(len(batch["input_ids"])))
    for options in settings.values():
        exact = generate(model, batch, options)
        kept -= {i for i in kept for row, _ in exact[i] if padding in row[1:]}
        for draw in range(DRAWS):
            noisy = generate(model, batch, options, noise=draw)
            kept -= {i for i in kept if [r for r, _ in exact[i]] != [r for r, _ in noisy[i]]}
        if len(kept) < least:
            break
    return sorted(kept)


def lively(outputs, end: int) -> bool:
    """Whether the outputs differ, in length too, and are more than one token over and over."""
    rows = [best[0][0][1:] for best in outputs]
    ended = sum(row[-1] == end for row in rows) / len(rows)
    distinct = sum(len(set(row)) / len(row) for row in rows) / len(rows)
    return (
        0.4 <= ended <= 0.96
        and distinct >= 0.3
        and len({len(row) for row in rows}) >= 6
        and len({tuple(row) for row in rows}) >= 0.9 * len(rows)
    )


def plain_defaults(model):
    """Leaves only the special ids, so that a case is all its options say."""
    config = model.config
    model.generation_config = GenerationConfig(
        decoder_start_token_id=config.decoder_start_token_id, eos_token_id=config.eos_token_id,
        pad_token_id=config.pad_token_id, bos_token_id=config.bos_token_id,
    )  # fmt: skip
