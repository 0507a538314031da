import random

import numpy
import pytest

from haidang_training.batches import BatchMaker, rounded
from haidang_training.examples import Corpus, ExampleMaker, Kind, build_corpus
from haidang_training.marks import MASK, add_noise, annotate
from haidang_training.rows import Row, Span, back_translated_line, read_rows
from haidang_training.vocabulary import EOS, PAD

VI, EN = "Sở Ngoại vụ phối hợp.", "The Department of Foreign Affairs works."
ROW = Row("news", VI, EN, [Span(0, 11, 4, 33)])


def example(vocabulary, row=ROW, directions=("vi-en", "en-vi"), seed=1):
    return list(ExampleMaker(vocabulary, directions, seed).of(row))


def test_vocabulary_languages_follow_the_pieces_as_in_m2m100(vocabulary):
    assert vocabulary.language("af") == vocabulary.pieces
    assert vocabulary.language("en") - vocabulary.pieces == 18
    assert vocabulary.language("vi") - vocabulary.pieces == 93
    assert vocabulary.size % 8 == 0 and vocabulary.size >= vocabulary.pieces + 100


def test_encode_source_puts_language_first_and_end_last(vocabulary):
    ids = vocabulary.encode_source("vi", VI)
    assert ids[0] == vocabulary.language("vi") and ids[-1] == EOS
    assert vocabulary.decode(ids) == VI
    assert vocabulary.encode_source("vi", VI, 3) == ids[:3] + [EOS]


def test_rows_other_than_four_columns_are_left_out(tmp_path):
    file = tmp_path / "rows.tsv"
    file.write_text(
        f"news\t{VI}\t{EN}\t0,11,4,33\nbroken\tline\n" + back_translated_line("vi", VI, EN), encoding="utf-8"
    )
    first, second = read_rows([file])
    assert first == ROW and (second.name, second.vi, second.en) == ("bt2vi", VI, EN)
    assert second.teaches("vi") and not second.teaches("en")


def test_examples_both_directions_plain_and_annotated(vocabulary):
    examples = example(vocabulary)
    assert [made.kind for made in examples] == [Kind.PLAIN, Kind.ANNOTATED] * 2
    assert [vocabulary.decode(made.source) for made in examples[1::2]] == [
        "⟦ Sở Ngoại vụ ¦ Department of Foreign Affairs ⟧ phối hợp.",
        "The ⟦ Department of Foreign Affairs ¦ Sở Ngoại vụ ⟧ works.",
    ]
    assert [vocabulary.decode(made.target) for made in examples[1::2]] == [EN, VI]


def test_examples_back_translated_row_teaches_one_direction(vocabulary):
    [made] = example(vocabulary, Row("bt2en", VI, EN, []))
    assert made.target[0] == vocabulary.language("en")


def test_examples_monolingual_row_is_denoised_to_itself(vocabulary):
    [made] = example(vocabulary, Row("mono_en", "The city attracts many foreign investors in 2026.", "", []))
    assert made.kind == Kind.DENOISING
    assert made.source[0] == made.target[0] == vocabulary.language("en")
    assert vocabulary.decode(made.target) == "The city attracts many foreign investors in 2026."


def test_annotate_several_terms_keeps_the_rest():
    text = annotate("a b c d", [(4, 5, "C"), (0, 1, "A")])
    assert text == "⟦ a ¦ A ⟧ b ⟦ c ¦ C ⟧ d"


def test_add_noise_masks_drops_and_keeps_words_near_their_place():
    words = [f"w{i}" for i in range(2000)]
    noisy = add_noise(" ".join(words), random.Random(3)).split()
    places = [int(word[1:]) for word in noisy if word != MASK]
    assert 0.04 < noisy.count(MASK) / len(words) < 0.12
    assert 0.6 < len(places) / len(words) < 0.9
    ranks = {place: rank for rank, place in enumerate(sorted(places))}
    assert max(abs(rank - ranks[place]) for rank, place in enumerate(places)) <= 2


def test_build_corpus_same_seed_gives_the_same_ids(tmp_path, vocabulary):
    file = tmp_path / "rows.tsv"
    file.write_text(f"news\t{VI}\t{EN}\t0,11,4,33\n" * 30, encoding="utf-8")
    corpora = [build_corpus([file], vocabulary.file, workers=1, repeat={"news": 2}) for _ in range(2)]
    assert corpora[0].count(Kind.PLAIN) == corpora[0].count(Kind.ANNOTATED) == 120
    assert all(numpy.array_equal(*pair) for pair in zip(*(vars(corpus).values() for corpus in corpora)))


@pytest.mark.parametrize(("length", "expected"), [(1, 8), (64, 64), (65, 80), (129, 160)])
def test_rounded_steps_grow_with_length(length, expected):
    assert rounded(length) == expected


def test_batches_hold_every_plain_example_once_and_label_the_end(vocabulary):
    corpus = Corpus.of([made for seed in range(40) for made in example(vocabulary, seed=seed)])
    maker = BatchMaker(corpus, "cpu", 300, 0.5, 0, numpy.random.default_rng(5))
    members = numpy.concatenate(maker.epoch(with_denoising=False))
    plain = members[corpus.kinds[members] == Kind.PLAIN]
    assert sorted(plain) == list(numpy.where(corpus.kinds == Kind.PLAIN)[0])
    assert len(members) == 120

    batch = maker.load(members[:3])
    lengths = corpus.target_lengths[members[:3]]
    assert batch.target[:, 0].tolist() == [EOS] * 3
    assert len(batch.labels) == (lengths + 1).sum()
    assert (batch.labels == EOS).sum() == 3 and not (batch.labels == PAD).any()
    assert batch.source.shape[1] % 8 == 0
