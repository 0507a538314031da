"""Our engine and CTranslate2 in turns; called by the script beside this file, which says what the arguments are."""

import itertools
import json
import pathlib
import statistics
import subprocess
import sys
import time

import ctranslate2
import sacrebleu
import transformers

SENTENCES = 200
RUNS = 3
WARM_UP = 8
LONGEST = 300


class Ours:
    """A Java process that answers one line with a timed translation of all sentences."""

    def __init__(self, home, sentences):
        classpath = f"{home}/bench/target/haidang-bench-0.1.0-SNAPSHOT.jar:{home}/bench/target/lib/*"
        command = ["java", "-Xmx1g", "-cp", classpath, "io.haidang.bench.DecodingPeer", f"{home}/models/bundled", str(sentences)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
        # A server runs for long: what is measured is code that the JVM has compiled to the end.
        for beam in (1, 4) * WARM_UP:
            self.translate(beam, 1, 8)

    def translate(self, beam, batch, threads):
        (wall, cpu, tokens, *_), outputs = self.run(beam, batch, threads)
        return wall, cpu, tokens, outputs

    def run(self, beam, batch, threads):
        """Seconds, processor's seconds, source tokens, milliseconds of a middle call and of the slowest but 5 %; the outputs."""
        self.process.stdin.write(f"{beam} {batch} {threads}\n")
        self.process.stdin.flush()
        figures = tuple(map(float, self.process.stdout.readline().split()))
        return figures, [self.process.stdout.readline().rstrip("\n") for _ in range(SENTENCES)]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Theirs:
    """CTranslate2 on the tokens of Transformers' tokenizer; tokenizing is not timed."""

    def __init__(self, model, tokenizer, sentences, calls, threads):
        self.translator = ctranslate2.Translator(
            str(model), device="cpu", compute_type="int8", inter_threads=calls, intra_threads=threads
        )
        self.calls = calls
        self.tokenizer = tokenizer
        self.sources = [tokenizer.convert_ids_to_tokens(tokenizer(sentence).input_ids) for sentence in sentences]

    def translate(self, beam, batch):
        # Alone, a sentence is one call; otherwise the translator sorts by length and cuts the batches itself.
        parts = [[source] for source in self.sources] if batch == 1 and self.calls == 1 else [self.sources]
        wall, cpu = time.perf_counter(), time.process_time()
        results = [result for part in parts for result in self._call(part, beam, batch)]
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        ids = [self.tokenizer.convert_tokens_to_ids(result.hypotheses[0][1:]) for result in results]
        return wall, cpu, sum(map(len, self.sources)), [self.tokenizer.decode(x, skip_special_tokens=True) for x in ids]

    def _call(self, part, beam, batch):
        return self.translator.translate_batch(
            part, target_prefix=[["__en__"]] * len(part), beam_size=beam, length_penalty=1, max_decoding_length=LONGEST, max_batch_size=batch
        )


def converted(work, reference):
    model = work / "int8"
    if not (model / "model.bin").exists():
        ctranslate2.converters.TransformersConverter(str(reference)).convert(str(model), quantization="int8", force=True)
    return model


def interleaved(ours, theirs):
    """Median speeds by wall and by CPU time, and the outputs, of our side, then of theirs in its better set-up.

    Every set-up runs once to warm up; of theirs the best of that run goes on.
    """
    own = ours()
    *_, outputs, best = min(((*side(), side) for side in theirs), key=lambda run: run[0])
    sides = [ours, best]
    speeds = [[], []]
    for _ in range(RUNS):
        for speed, side in zip(speeds, sides):
            wall, cpu, tokens, _ = side()
            speed.append((tokens / wall, tokens / cpu))
    return [tuple(map(statistics.median, zip(*speed))) for speed in speeds], [own[-1], outputs]


def bleu(outputs, targets):
    return f"{sacrebleu.corpus_bleu(outputs, [targets]).score:.1f}" if targets else "-"


def read_arguments():
    """Repository, folder to work in, converted model, its tokenizer, and the file of the sentences that both sides get."""
    home, work, reference, source = map(pathlib.Path, sys.argv[1:5])
    sentences = work / "sentences.txt"
    sentences.write_text("\n".join(source.read_text("utf-8").splitlines()[:SENTENCES]) + "\n", "utf-8")
    description = json.loads((home / "models/bundled/vi-en/haidang.json").read_text())
    tokenizer = transformers.AutoTokenizer.from_pretrained(reference, src_lang=description["pairs"][0][0])
    return home, converted(work, reference), tokenizer, sentences


def main():
    home, model, tokenizer, chosen = read_arguments()
    sentences = chosen.read_text("utf-8").splitlines()
    targets = pathlib.Path(sys.argv[5]).read_text("utf-8").splitlines()[:SENTENCES] if len(sys.argv) > 5 else None
    theirs = {
        1: [Theirs(model, tokenizer, sentences, 1, 1)],
        2: [Theirs(model, tokenizer, sentences, 2, 1), Theirs(model, tokenizer, sentences, 1, 2)],
    }
    ours = Ours(home, chosen)
    print(f"CTranslate2 {ctranslate2.__version__}; {len(sentences)} sentences; source tokens/s, median of {RUNS} runs in turns")
    print("| beam | batch | threads | CTranslate2 | Hải Đăng | ratio | ratio by CPU time | BLEU theirs, ours |")
    print("|---|---|---|---|---|---|---|---|", flush=True)
    for beam, batch, threads in itertools.product((1, 4), (1, 8, 32), (1, 2)):
        (own, best), outputs = interleaved(
            lambda: ours.translate(beam, batch, threads),
            [lambda peer=peer: peer.translate(beam, batch) for peer in theirs[threads]],
        )
        quality = f"{bleu(outputs[1], targets)}, {bleu(outputs[0], targets)}"
        ratios = [f"{mine / other:.2f}" for mine, other in zip(own, best)]
        print(f"| {beam} | {batch} | {threads} | {best[0]:,.0f} | {own[0]:,.0f} | {' | '.join(ratios)} | {quality} |", flush=True)
    ours.close()


if __name__ == "__main__":
    main()
