"""Scores the desk's own engine on test sets: BLEU, chrF2, names, digits, loops; `evaluate.sh` calls it.

    python -m haidang_training.evaluate --classpath CP --models models/bundled --test TEST --names LIST --out OUT

TEST holds pairs of files such as `flores.vi` and `flores.en`. Needs sacrebleu and a built `bench`, no PyTorch.
"""

from __future__ import annotations

import argparse
import pathlib
import subprocess
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sacrebleu.metrics import BLEU, CHRF

from .names import NamedSentence, as_they_are, in_place_of_others, read_names
from .quality import empty, exact_names, kept_digits, loops, with_marks
from .rows import read_lines

ENGINE = "io.haidang.bench.LineTranslator"
FLORES, DOMAIN = "flores", "domain"


class Figure(NamedTuple):
    """A line of the report; `goal` is empty where there is none."""

    name: str
    value: str
    goal: str = ""


class Engine:
    """Translates files through Java."""

    def __init__(self, options: argparse.Namespace):
        self.options = options

    def translate(self, pair: str, sets: dict[str, Sequence[str]]) -> dict[str, list[str]]:
        """The outputs of each set; inputs and outputs stay in the folder for whoever wants to read them."""
        for name, lines in sets.items():
            self.file(pair, name, "in").write_text("\n".join(lines) + "\n", encoding="utf-8")
        files = [str(self.file(pair, name, end)) for name in sets for end in ("in", "out")]
        if subprocess.run([*self.command(pair), *files]).returncode:
            raise SystemExit("evaluate: the engine failed; its message stands above")
        return {name: read_outputs(self.file(pair, name, "out"), len(lines)) for name, lines in sets.items()}

    def file(self, pair: str, name: str, end: str) -> pathlib.Path:
        return self.options.out / f"{pair}.{name}.{end}.txt"

    def command(self, pair: str) -> list[str]:
        options = self.options
        java = ["java", "-Xmx1g", "-cp", options.classpath, ENGINE]
        return [*java, str(options.models), *pair.split("-"), str(options.beams), str(options.threads)]


def read_outputs(file: pathlib.Path, count: int) -> list[str]:
    """Empty outputs are lines too."""
    lines = file.read_text(encoding="utf-8").split("\n")[:-1]
    if len(lines) != count:
        raise SystemExit(f"{file.name}: {len(lines)} lines (expected: {count})")
    return lines


class PairEvaluation:
    """One direction of one model."""

    def __init__(self, options: argparse.Namespace, pair: str):
        self.pair = pair
        self.source, self.target = pair.split("-")
        self.tests = {name: self.read_test(options, name) for name in (FLORES, DOMAIN)}
        names = read_names(options.names, self.source, self.target)
        self.annotated = {
            FLORES: in_place_of_others(*self.tests[FLORES], names, options.annotated),
            DOMAIN: list(as_they_are(*self.tests[DOMAIN], names)),
        }

    def read_test(self, options: argparse.Namespace, name: str) -> tuple[list[str], list[str]]:
        files = (options.test / f"{name}.{side}" for side in (self.source, self.target))
        return tuple(read_lines(file)[: options.sentences] for file in files)

    def run(self, engine: Engine) -> Iterator[Figure]:
        sets = {name: sources for name, (sources, _) in self.tests.items()}
        for name, sentences in self.annotated.items():
            sets[f"{name}-annotated"] = [sentence.annotated for sentence in sentences]
        sets[f"{FLORES}-named"] = [sentence.plain for sentence in self.annotated[FLORES]]
        outputs = engine.translate(self.pair, sets)
        for name, (_, references) in self.tests.items():
            yield from translation_scores(name, outputs[name], references)
        yield from self.names(outputs)
        plain = outputs[FLORES] + outputs[DOMAIN] + outputs[f"{FLORES}-named"]
        yield Figure(
            "unannotated outputs with a character of the annotation", f"{with_marks(plain)} of {len(plain)}", "0"
        )
        yield from self.health(outputs[FLORES])

    def names(self, outputs: dict[str, list[str]]) -> Iterator[Figure]:
        for kind, goal in (("named", ""), ("annotated", "≥ 97 %")):
            how = "with annotation" if kind == "annotated" else "without annotation"
            yield self.exactness(
                f"names in FLORES sentences, {how}", outputs[f"{FLORES}-{kind}"], self.annotated[FLORES], goal
            )
        yield self.exactness(
            "names in domain sentences, with annotation", outputs[f"{DOMAIN}-annotated"], self.annotated[DOMAIN]
        )

    def exactness(self, name: str, outputs: list[str], sentences: list[NamedSentence], goal: str = "") -> Figure:
        return Figure(name, share(*exact_names(outputs, [sentence.wanted for sentence in sentences])), goal)

    def health(self, outputs: list[str]) -> Iterator[Figure]:
        sources, _ = self.tests[FLORES]
        yield Figure(
            "digit sequences of the source in the output, FLORES", share(*kept_digits(sources, outputs)), "≥ 97 %"
        )
        yield Figure("outputs with four words three times, FLORES", share(loops(outputs), len(outputs)), "≤ 0.5 %")
        yield Figure("empty outputs, FLORES", f"{empty(outputs)} of {len(outputs)}", "0")


def translation_scores(name: str, outputs: Sequence[str], references: Sequence[str]) -> Iterator[Figure]:
    for metric in (BLEU(), CHRF()):
        score = metric.corpus_score(outputs, [references])
        signature = str(metric.get_signature()).replace("|", r"\|")  # A table would end its cell there.
        yield Figure(f"{name}, {len(outputs)} sentences", f"{score.name} {score.score:.2f} (`{signature}`)")


def share(part: int, whole: int) -> str:
    percent = f"{100 * part / whole:.1f} %" if whole else "none"
    return f"{percent} ({part} of {whole})"


def table(pair: str, figures: Sequence[Figure]) -> str:
    rows = [f"| {figure.name} | {figure.value} | {figure.goal} |" for figure in figures]
    return "\n".join([f"| {pair} | | goal |", "|---|---|---|", *rows]) + "\n"


def parse_options(arguments: list[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    path = pathlib.Path
    parser.add_argument("--classpath", required=True, help="of the built bench")
    parser.add_argument("--models", type=path, required=True, help="folder whose sub-folders are models")
    parser.add_argument("--test", type=path, required=True, help="folder of the test sets")
    parser.add_argument("--names", type=path, required=True, help="list of official names, CSV")
    parser.add_argument("--out", type=path, required=True, help="folder for inputs, outputs and report.md")
    parser.add_argument("--pairs", nargs="+", default=["vi-en", "en-vi"])
    parser.add_argument("--beams", type=int, default=4)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--sentences", type=int, help="of each test set (default: all)")
    parser.add_argument("--annotated", type=int, default=600, help="names to put into FLORES sentences")
    return parser.parse_args(arguments)


def main(arguments: list[str] | None = None) -> None:
    options = parse_options(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    tables = [table(pair, list(PairEvaluation(options, pair).run(Engine(options)))) for pair in options.pairs]
    (options.out / "report.md").write_text("\n".join(tables), encoding="utf-8")
    print("\n".join(tables))


if __name__ == "__main__":
    main()
