"""How far a training is, and the line that says so.

    python -m haidang_training.progress OUT

Imports nothing large, so that the line comes at once on a busy machine.
"""

from __future__ import annotations

import json
import pathlib
import sys
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Progress:
    """How far a training is. hours: of the processor, so that pauses and other programs do not count; figures: the
    last BLEU and chrF2 by test set and direction, and `scored` the step that had them."""

    steps: int
    tokens: int
    loss: float | None
    hours: float
    rate: float
    planned: float | None = None
    scored: int | None = None
    figures: dict[str, list[float]] = field(default_factory=dict)

    def line(self) -> str:
        plan = f" of {self.planned / 1e6:.1f}" if self.planned else ""
        loss = "-" if self.loss is None else f"{self.loss:.3f}"
        return (
            f"steps {self.steps} tokens {self.tokens / 1e6:.2f}{plan} M loss {loss} lr {self.rate:.1e} "
            f"processor hours {self.hours:.2f} {self.flores()}"
        )

    def flores(self) -> str:
        bleu = [f"{name.split()[1]} {scores[0]}" for name, scores in self.figures.items() if name.startswith("flores")]
        return f"FLORES BLEU {', '.join(bleu)} (step {self.scored})" if bleu else "FLORES not scored yet"

    @staticmethod
    def read(file: pathlib.Path) -> Progress:
        return Progress(**json.loads(file.read_text(encoding="utf-8")))


def main() -> None:
    print(Progress.read(pathlib.Path(sys.argv[1]) / "progress.json").line())


if __name__ == "__main__":
    main()
