"""Callers that wait for one sentence each, of our engine and of CTranslate2; called by the script beside this file."""

import concurrent.futures
import itertools
import queue
import statistics
import threading
import time

from compare import LONGEST, RUNS, Ours, Theirs, read_arguments

MOST = 32


class Alone(Theirs):
    """Every caller's sentence is an asynchronous call of its own; the translator's two workers take them from a queue."""

    def ask(self, source, beam):
        return self.send([source], beam)[0].result()

    def send(self, sources, beam):
        return self.translator.translate_batch(
            sources,
            target_prefix=[["__en__"]] * len(sources),
            beam_size=beam,
            length_penalty=1,
            max_decoding_length=LONGEST,
            max_batch_size=MOST,
            asynchronous=True,
        )


class Together(Alone):
    """What waits goes into one call while the calls before it are computed, at most one for each of the two workers."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.waiting = queue.Queue()
        for _ in range(2):
            threading.Thread(target=self.serve, daemon=True).start()

    def ask(self, source, beam):
        answer = concurrent.futures.Future()
        self.waiting.put((source, beam, answer))
        return answer.result()

    def serve(self):
        while True:
            asked = [self.waiting.get()]
            while len(asked) < MOST and not self.waiting.empty():
                try:
                    asked.append(self.waiting.get_nowait())
                except queue.Empty:
                    break
            results = self.send([source for source, _, _ in asked], asked[0][1])
            for (_, _, answer), result in zip(asked, results):
                answer.set_result(result.result())


def run(side, beam, callers):
    """Seconds, processor's seconds, source tokens, and milliseconds of a middle call and of the slowest but 5 %."""
    # The longest first, as on our side.
    sources = iter(sorted(side.sources, key=len, reverse=True))
    lock, times = threading.Lock(), []

    def call():
        while True:
            with lock:
                source = next(sources, None)
            if source is None:
                return
            start = time.perf_counter()
            side.ask(source, beam)
            times.append(1000 * (time.perf_counter() - start))

    wall, cpu = time.perf_counter(), time.process_time()
    threads = [threading.Thread(target=call) for _ in range(callers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    times.sort()
    return wall, cpu, sum(map(len, side.sources)), times[(len(times) - 1) // 2], times[(len(times) - 1) * 95 // 100]


def main():
    home, model, tokenizer, chosen = read_arguments()
    sentences = chosen.read_text("utf-8").splitlines()
    ours = Ours(home, chosen)
    sides = {
        "Hải Đăng": lambda beam, callers: ours.run(beam, 1, callers)[0],
        "CTranslate2, each alone": lambda beam, callers, side=Alone(model, tokenizer, sentences, 2, 1): run(side, beam, callers),
        "CTranslate2, put together": lambda beam, callers, side=Together(model, tokenizer, sentences, 2, 1): run(side, beam, callers),
    }
    print(f"{len(sentences)} sentences, one a call; middle of {RUNS} runs in turns")
    print("| beam | callers | side | source tokens/s | by processor time | p50 ms | p95 ms |")
    print("|---|---|---|---|---|---|---|", flush=True)
    for beam, callers in itertools.product((1, 4), (1, 8)):
        figures = {name: [] for name in sides}
        for round in range(RUNS + 1):
            for name, side in sides.items():
                wall, cpu, tokens, middle, slow = side(beam, callers)
                if round:  # The first is to warm up.
                    figures[name].append((tokens / wall, tokens / cpu, middle, slow))
        for name, runs in figures.items():
            speed, by_processor, middle, slow = map(statistics.median, zip(*runs))
            print(f"| {beam} | {callers} | {name} | {speed:,.0f} | {by_processor:,.0f} | {middle:.1f} | {slow:.1f} |", flush=True)
    ours.close()


if __name__ == "__main__":
    main()
