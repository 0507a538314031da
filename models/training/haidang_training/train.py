"""Trains a model for a fixed time or number of tokens, evaluates it, and writes its state and scores.

    python -m haidang_training.train --data DATA --out OUT --minutes 15
    python -m haidang_training.train --data DATA --out OUT --plan-tokens 20e6 --save 10

With `--save` the whole state of the training is kept in OUT (see checkpoint.py), and the same command goes on from it.
DATA holds `spm.model`, `train*.tsv` or `train*.tsv.xz` (see rows.py) and the test sets in `test`. Runs on an
accelerator if there is one, else on the CPU.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import pathlib
import random
import signal
import time
from collections.abc import Callable

# Lengths vary from batch to batch; without this the accelerator's memory falls to pieces. Read when torch starts.
os.environ.setdefault("PYTORCH_ALLOC_CONF", "expandable_segments:True")

import numpy
import torch
import torch.nn.functional as functional
from torch import Tensor

from .batches import Batch, BatchMaker
from .checkpoint import Checkpoint, kept_corpus
from .examples import BOTH, Kind, build_corpus
from .loss import smoothed_cross_entropy
from .model import ModelConfig, TranslationModel, save_model
from .progress import Progress
from .scoring import Scorer
from .vocabulary import Vocabulary

HEAD_WIDTH = 64
REPORT_EVERY, EARLY_REPORTS = 250, (20, 50, 100)
LABEL_SMOOTHING = 0.1
MID_SENTENCES, MID_BEAMS, FINAL_BEAMS = 150, 1, 4
# What a saved state has as it stands; `place` is the number of batches of this pass that are done.
COUNTS = ("steps", "tokens", "epochs", "place", "denoising", "loss", "scored", "figures")


class Log:
    """Lines with the seconds since the start."""

    def __init__(self, clock: Callable[[], float]):
        self.clock, self.start = clock, clock()

    def say(self, *words: object) -> None:
        print(f"{self.clock() - self.start:7.1f}", *words, flush=True)


class Schedule:
    """The learning rate: warm-up by steps, then half a cosine over the plan, down to a share of the peak."""

    def __init__(self, peak: float, warm_up: int, last: float):
        self.peak, self.warm_up, self.last = peak, warm_up, last

    def rate(self, step: int, progress: float) -> float:
        """step: steps done; progress: share of the planned time or tokens that has passed, 0 to 1."""
        cosine = 0.5 * (1 + math.cos(math.pi * progress))
        return self.peak * min(1.0, (step + 1) / self.warm_up) * (cosine * (1 - self.last) + self.last)


class Trainer:
    """One run over a corpus."""

    def __init__(self, options: argparse.Namespace, clock: Callable[[], float] = time.time):
        self.options, self.clock, self.log = options, clock, Log(clock)
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        set_up_torch(options.threads)
        self.checkpoint = Checkpoint(options.out)
        self.vocabulary = Vocabulary(options.data / "spm.model")
        self.batches = self.read_corpus()
        self.model = self.make_model()
        self.optimiser = torch.optim.AdamW(
            self.model.parameters(), lr=options.lr, betas=(0.9, 0.98), eps=1e-8, weight_decay=0.01, fused=True
        )
        self.schedule = Schedule(options.lr, options.warm, options.final_lr)
        self.scorer = Scorer(
            self.model, self.vocabulary, options.data / "test", options.directions, self.device, self.log.say
        )
        self.loss_of = torch.compile(self.plain_loss, dynamic=True) if options.compile else self.plain_loss
        self.steps = self.tokens = self.epochs = self.place = 0
        self.start = self.seconds = self.earlier_hours = 0.0
        self.loss: float | None = None
        self.scored: int | None = None
        self.figures: dict[str, list[float]] = {}
        self.losses: list[Tensor] = []
        self.stopped = False

    def read_corpus(self) -> BatchMaker:
        options = self.options
        paths = sorted(options.data.glob("train*.tsv*")) + ([options.extra] if options.extra else [])
        corpus = kept_corpus(
            options.out / "corpus.npz" if options.save else None,
            [str(path) for path in paths] + [options.repeat, options.directions],
            lambda: build_corpus(
                paths, self.vocabulary.file, options.workers, options.repeat, directions=options.directions
            ),
        )
        counts = " ".join(f"{kind.name.lower()} {corpus.count(kind)}" for kind in Kind)
        self.log.say("examples", counts, f"tokens {len(corpus.source_ids)} to {len(corpus.target_ids)}")
        rng = numpy.random.default_rng(5)
        return BatchMaker(corpus, self.device, options.tokens, options.annotated, options.denoise, rng)

    def make_model(self) -> TranslationModel:
        options = self.options
        config = ModelConfig(
            self.vocabulary.size, options.d, max(1, options.d // HEAD_WIDTH), options.f, options.enc, options.dec
        )
        model = TranslationModel(config, options.dropout).to(self.device)
        if options.init and not (options.save and self.checkpoint.state.exists()):
            model.load_state_dict(torch.load(options.init, map_location=self.device, weights_only=True))
        weights = sum(weight.numel() for weight in model.parameters())
        self.log.say(f"weights {weights / 1e6:.1f}M vocabulary {config.vocabulary}")
        return model

    def plain_loss(self, batch: Batch) -> Tensor:
        """Mean cross-entropy over the target tokens, with smoothed labels."""
        hidden = self.model(batch.source, batch.target)
        kept = hidden.view(-1, hidden.shape[-1])[batch.places]
        if self.device == "cpu":
            return smoothed_cross_entropy(kept, self.model.shared.weight, batch.labels, LABEL_SMOOTHING)
        logits = self.model.logits(kept).float()
        return functional.cross_entropy(logits, batch.labels, label_smoothing=LABEL_SMOOTHING)

    def run(self) -> None:
        self.model.train()
        self.begin()
        while self.epoch():
            self.epochs += 1
            self.place = 0
        self.log.say("trained", self.steps, "steps", self.epochs + 1, "epochs")
        self.save()
        self.score(self.options.name, self.options.sentences, FINAL_BEAMS)

    def begin(self) -> None:
        """Starts the clocks, and goes on from the state that was saved, if there is one."""
        state = self.checkpoint.load() if self.options.save else None
        if state:
            self.restore(state)
            done = f"{self.tokens / 1e6:.2f} M tokens, {self.progress():.1%} of the plan"
            self.log.say(f"goes on from step {self.steps}, {done}")
        self.start = self.saved = self.clock()
        self.start_tokens, self.start_hours = self.tokens, time.process_time() / 3600

    def progress(self) -> float:
        """The share of the plan that is done."""
        if self.options.plan_tokens:
            return self.tokens / self.options.plan_tokens
        return self.elapsed() / (self.options.minutes * 60)

    def elapsed(self) -> float:
        """Seconds of training, those before this start included."""
        return self.seconds + (self.clock() - self.start if self.start else 0)

    def hours(self) -> float:
        """Hours of the processor in training, those before this start included."""
        return self.earlier_hours + time.process_time() / 3600 - self.start_hours

    def epoch(self) -> bool:
        """One pass, or what is left of it after a restart; false when the plan is done."""
        if self.place == 0:
            self.draws, self.denoising = self.batches.rng.bit_generator.state, self.progress() < 0.5
        batches = self.batches.epoch(self.denoising)
        random.Random(self.epochs).shuffle(batches)
        for members in batches[self.place :]:
            progress = self.progress()
            if progress >= 1:
                return False
            self.step(self.batches.load(members), progress)
            self.after_step()
        return True

    def step(self, batch: Batch, progress: float) -> None:
        for group in self.optimiser.param_groups:
            group["lr"] = self.schedule.rate(self.steps, progress)
        with torch.autocast(self.device, torch.bfloat16):
            loss = self.loss_of(batch)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step()
        self.steps += 1
        self.place += 1
        self.tokens += len(batch.labels)
        self.losses.append(loss.detach())

    def after_step(self) -> None:
        options = self.options
        if self.steps % REPORT_EVERY == 0 or self.steps in EARLY_REPORTS:
            self.report()
        if self.steps % options.evaln == 0:
            self.score(f"mid{self.steps}", MID_SENTENCES, MID_BEAMS)
        if options.save and (self.stopped or self.clock() - self.saved > options.save * 60):
            self.save()
        if self.stopped:
            self.log.say("stopped at step", self.steps)
            raise SystemExit(0)

    def report(self) -> None:
        self.loss = torch.stack(self.losses).mean().item()
        self.losses = []
        rate = self.optimiser.param_groups[0]["lr"]
        speed = (self.tokens - self.start_tokens) / (self.clock() - self.start)
        self.log.say(
            f"ep {self.epochs} step {self.steps} loss {self.loss:.3f} lr {rate:.1e} tok/s {speed:.0f}",
            f"cos {self.scorer.collapse():.3f}",
        )
        if not math.isfinite(self.loss):
            raise SystemExit("train: loss is not finite")
        self.tell_progress()

    def score(self, name: str, sentences: int, beams: int) -> None:
        self.figures = self.scorer.score(name, sentences, beams, self.options.out)
        self.scored = self.steps
        self.tell_progress()

    def tell_progress(self) -> None:
        rate, planned = self.optimiser.param_groups[0]["lr"], self.options.plan_tokens
        hours = self.hours()
        self.checkpoint.report(
            Progress(self.steps, self.tokens, self.loss, hours, rate, planned, self.scored, self.figures)
        )

    def save(self) -> None:
        """The model for others; with `--save` also all that is needed to go on."""
        save_model(self.model, self.options.out)
        if self.options.save:
            self.checkpoint.save(self.state())
            self.tell_progress()
        self.saved = self.clock()

    def state(self) -> dict:
        counts = {name: getattr(self, name) for name in COUNTS}
        return counts | {
            "model": self.model.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "seconds": self.elapsed(),
            "earlier_hours": self.hours(),
            "draws": json.dumps(self.draws),
            "dropout_draws": torch.get_rng_state(),
            "losses": [loss.item() for loss in self.losses],
        }

    def restore(self, state: dict) -> None:
        for name in (*COUNTS, "seconds", "earlier_hours"):
            setattr(self, name, state[name])
        self.model.load_state_dict(state["model"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.batches.rng.bit_generator.state = self.draws = json.loads(state["draws"])
        torch.set_rng_state(state["dropout_draws"])
        self.losses = [torch.tensor(loss) for loss in state["losses"]]

    def stop(self) -> None:
        """Asks for an end after this step."""
        self.stopped = True


def set_up_torch(threads: int) -> None:
    if threads:
        torch.set_num_threads(threads)
    # cuDNN's attention makes a plan for every shape, which is ten times slower here.
    torch.backends.cuda.enable_cudnn_sdp(False)
    torch.manual_seed(1)


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    path = pathlib.Path
    parser.add_argument("--data", type=path, required=True, help="folder of the data")
    parser.add_argument("--out", type=path, required=True, help="folder to write to")
    parser.add_argument("--minutes", type=float, default=15, help="time of training, reading and evaluation apart")
    parser.add_argument(
        "--plan-tokens", type=float, help="target tokens to train on, instead of a time: pauses do not matter"
    )
    parser.add_argument("--name", default="final", help="names the files of scores")
    parser.add_argument("--directions", nargs="+", default=list(BOTH), choices=BOTH)
    sizes = parser.add_argument_group("size")
    sizes.add_argument("--enc", type=int, default=6, help="encoder layers")
    sizes.add_argument("--dec", type=int, default=2, help="decoder layers")
    sizes.add_argument("--d", type=int, default=512, help=f"width; heads have {HEAD_WIDTH}")
    sizes.add_argument("--f", type=int, default=2048, help="width of the feed-forward blocks")
    rates = parser.add_argument_group("optimisation")
    rates.add_argument("--lr", type=float, default=7e-4, help="highest learning rate")
    rates.add_argument("--warm", type=int, default=2000, help="steps of warm-up")
    rates.add_argument("--final-lr", type=float, default=0.02, help="last learning rate, as a share of the highest")
    rates.add_argument("--dropout", type=float, default=0.1)
    rates.add_argument("--tokens", type=int, default=20000, help="tokens of a batch, padding included")
    rates.add_argument("--init", type=path, help="state to start from")
    data = parser.add_argument_group("examples")
    data.add_argument("--extra", type=path, help="one more file of rows, such as back-translations")
    data.add_argument("--repeat", type=json.loads, default={}, help='times by source as JSON: {"domain": 4, "*": 1}')
    data.add_argument("--annotated", type=float, default=1 / 3, help="annotated examples for each plain one")
    data.add_argument("--denoise", type=float, default=0.0, help="denoising examples for each plain one, first half")
    runs = parser.add_argument_group("run")
    runs.add_argument("--evaln", type=int, default=4000, help="steps between evaluations")
    runs.add_argument("--sentences", type=int, default=100000, help="sentences of each test set at the end")
    runs.add_argument("--save", type=float, default=0, help="minutes between saved states to go on from; 0: none")
    runs.add_argument("--workers", type=int, default=16, help="processes that make examples")
    runs.add_argument("--threads", type=int, default=0, help="of PyTorch on a CPU; 0: its own choice")
    runs.add_argument("--compile", action="store_true", help="compile the loss")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> None:
    options = parse_options(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    trainer = Trainer(options)
    if options.save:
        signal.signal(signal.SIGTERM, lambda *_: trainer.stop())
    trainer.run()


if __name__ == "__main__":
    main()
