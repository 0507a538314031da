import random

import pytest

from haidang_training.checkpoint import Checkpoint, kept_corpus
from haidang_training.examples import build_corpus
from haidang_training.progress import Progress
from haidang_training.train import Trainer, parse_options

from conftest import SENTENCES


@pytest.fixture
def data(tmp_path, vocabulary):
    """Sixty rows of two sentences, and a test set of one."""
    folder = tmp_path / "data"
    (folder / "test").mkdir(parents=True)
    (folder / "spm.model").write_bytes(vocabulary.file.read_bytes())
    draw = random.Random(1)
    with open(folder / "train.tsv", "w", encoding="utf-8") as rows:
        for _ in range(60):
            vi, en = (" ".join(draw.sample(text.split(), 6)) for text in SENTENCES[1:3])
            rows.write(f"news\t{vi}\t{en}\t\n")
    for language, sentence in (("vi", SENTENCES[0]), ("en", SENTENCES[2])):
        (folder / "test" / f"flores.{language}").write_text(sentence + "\n", encoding="utf-8")
    return folder


class Stop(Exception):
    """Stands for a training that is killed."""


class Watched(Trainer):
    """Keeps the loss and the learning rate of every step; dies after one of them."""

    def __init__(self, options, dies_after=None):
        super().__init__(options)
        self.dies_after, self.seen = dies_after, []

    def after_step(self):
        self.seen.append((self.steps, self.losses[-1].item(), self.optimiser.param_groups[0]["lr"]))
        super().after_step()
        if self.steps == self.dies_after:
            raise Stop


def options(data, out, *more):
    out.mkdir(exist_ok=True)
    run = "--directions en-vi --plan-tokens 3000 --workers 1 --threads 1"
    sizes = "--enc 1 --dec 1 --d 64 --f 64 --tokens 200 --warm 3 --lr 1e-2 --dropout 0.1"
    return parse_options(["--data", str(data), "--out", str(out), *run.split(), *sizes.split(), *more])


def test_train_killed_goes_on_as_if_it_had_not_been(data, tmp_path):
    whole = Watched(options(data, tmp_path / "whole"))
    whole.run()
    assert whole.epochs > 1 and whole.tokens >= 3000

    # Saves after every step, and dies in its second pass.
    saving, last = options(data, tmp_path / "parts", "--save", "1e-9"), whole.steps - 3
    first = Watched(saving, dies_after=last)
    with pytest.raises(Stop):
        first.run()
    second = Watched(saving)
    second.run()
    assert first.seen + second.seen == whole.seen
    assert first.seen[-1][0] == last


def test_train_stopped_saves_and_ends(data, tmp_path):
    saving = options(data, tmp_path / "out", "--save", "60")
    trainer = Watched(saving)
    trainer.stop()
    with pytest.raises(SystemExit) as end:
        trainer.run()
    assert end.value.code == 0
    assert Checkpoint(saving.out).load()["steps"] == 1
    assert Progress.read(saving.out / "progress.json").steps == 1


def test_train_by_time_counts_the_time_before(data, tmp_path):
    seconds = iter(range(10**6))
    saving = options(data, tmp_path / "out", "--save", "1e-9", "--minutes", "1")
    saving.plan_tokens = None
    first = Trainer(saving, clock=lambda: next(seconds))
    first.stop()
    with pytest.raises(SystemExit):
        first.run()
    second = Trainer(saving, clock=lambda: next(seconds))
    second.begin()
    assert 0 < second.seconds / 60 < second.progress() < 1


def test_train_tells_steps_and_figures(data, tmp_path):
    saving = options(data, tmp_path / "out", "--save", "60", "--evaln", "5")
    Trainer(saving).run()
    progress = Progress.read(saving.out / "progress.json")
    assert progress.tokens >= 3000 and progress.scored == progress.steps
    assert progress.line().startswith(f"steps {progress.steps} tokens 0.00 of 0.0 M loss ")
    assert "FLORES BLEU en-vi" in progress.line()


def test_progress_unscored_says_so():
    assert Progress(3, 90, None, 0.5, 1e-4).line() == (
        "steps 3 tokens 0.00 M loss - lr 1.0e-04 processor hours 0.50 FLORES not scored yet"
    )


def test_checkpoint_write_that_fails_leaves_the_last_state(tmp_path):
    checkpoint = Checkpoint(tmp_path)
    assert checkpoint.load() is None
    checkpoint.save({"steps": 1})
    with pytest.raises(AttributeError):
        checkpoint.save({"steps": lambda: None})
    assert checkpoint.load() == {"steps": 1}


def test_kept_corpus_is_made_once_and_anew_for_other_data(data, tmp_path):
    made = []

    def build():
        made.append(1)
        return build_corpus([data / "train.tsv"], data / "spm.model", workers=1)

    file = tmp_path / "corpus.npz"
    first, again = (kept_corpus(file, ["train.tsv", {}], build) for _ in range(2))
    assert len(made) == 1 and (first.target_ids == again.target_ids).all()
    kept_corpus(file, ["train.tsv", {"news": 2}], build)
    assert len(made) == 2
