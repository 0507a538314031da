"""Changes of a source text: terms given inline, and noise for denoising."""

from __future__ import annotations

import random
from collections.abc import Iterable

OPEN, MIDDLE, CLOSE, MASK = "⟦", "¦", "⟧", "▒"

MASKED, DROPPED = 0.08, 0.05
LONGEST_MASK = 6
SHUFFLE_REACH = 2.5


def annotation(source: str, target: str) -> str:
    """A term as the model is trained to take it."""
    return f"{OPEN} {source} {MIDDLE} {target} {CLOSE}"


def annotate(text: str, picks: Iterable[tuple[int, int, str]]) -> str:
    """The text with terms in it annotated; a pick is start, end (exclusive) and the wanted translation."""
    parts, last = [], 0
    for start, end, target in sorted(picks):
        parts += [text[last:start], annotation(text[start:end], target)]
        last = end
    return "".join(parts) + text[last:]


def add_noise(text: str, rng: random.Random) -> str:
    """Words masked in runs, dropped, and shuffled within a short reach (after mBART)."""
    return shuffle_nearby(mask_and_drop(text.split(), rng), rng)


def mask_and_drop(words: list[str], rng: random.Random) -> list[str]:
    kept, i = [], 0
    while i < len(words):
        chance = rng.random()
        if chance < MASKED:
            kept.append(MASK)
            i += min(1 + int(rng.expovariate(0.5)), LONGEST_MASK)
            continue
        if chance >= MASKED + DROPPED:
            kept.append(words[i])
        i += 1
    return kept


def shuffle_nearby(words: list[str], rng: random.Random) -> str:
    places = [i + rng.random() * SHUFFLE_REACH for i in range(len(words))]
    return " ".join(word for _, word in sorted(zip(places, words)))
