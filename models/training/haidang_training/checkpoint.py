"""What a training that may be stopped at any moment keeps in its folder.

`training.pt` is the whole state: weights, optimiser, counts, where the pass over the corpus stands and what the next
draws will be. `progress.json` says in one line how far it is. Both are replaced in one go, so that a training that is
killed while it writes leaves the last ones. `corpus.npz` keeps the examples, which take a minute to make.
"""

from __future__ import annotations

import json
import os
import pathlib
from collections.abc import Callable
from dataclasses import asdict, fields

import numpy
import torch

from .examples import Corpus
from .progress import Progress


class Checkpoint:
    """The files of one training."""

    def __init__(self, folder: pathlib.Path):
        self.state, self.progress = folder / "training.pt", folder / "progress.json"

    def save(self, state: dict) -> None:
        replace(self.state, lambda file: torch.save(state, file))

    def load(self) -> dict | None:
        return torch.load(self.state, map_location="cpu", weights_only=True) if self.state.exists() else None

    def report(self, progress: Progress) -> None:
        replace(self.progress, lambda file: file.write_text(json.dumps(asdict(progress)) + "\n", encoding="utf-8"))


def replace(file: pathlib.Path, write: Callable[[pathlib.Path], object]) -> None:
    """Writes a file beside the old one, and puts it in its place when it is on the disk."""
    new = file.with_name(file.name + ".new")
    write(new)
    with open(new, "rb") as written:
        os.fsync(written.fileno())
    os.replace(new, file)


def kept_corpus(file: pathlib.Path | None, made_of: list[object], build: Callable[[], Corpus]) -> Corpus:
    """The corpus of a file, or a new one that is kept there, if there is none or it was made of something else."""
    if file is None:
        return build()
    key = json.dumps(made_of)
    if file.exists():
        with numpy.load(file) as kept:
            if str(kept["key"]) == key:
                return Corpus(*(kept[part.name] for part in fields(Corpus)))
    corpus = build()
    arrays = {part.name: getattr(corpus, part.name) for part in fields(Corpus)}
    replace(file, lambda new: save_arrays(new, key=numpy.array(key), **arrays))
    return corpus


def save_arrays(file: pathlib.Path, **arrays: numpy.ndarray) -> None:
    with open(file, "wb") as out:  # By its name, numpy would add a suffix.
        numpy.savez(out, **arrays)
