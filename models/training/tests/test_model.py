import torch

from haidang_training.model import ModelConfig, TranslationModel, load_model, save_model, sinusoids
from haidang_training.reference import state_of
from haidang_training.search import BeamSearch, CachedDecoder, pad, translate
from haidang_training.vocabulary import EOS, PAD


def test_forward_gives_hidden_states_for_every_target_position(model, source):
    target = torch.full((2, 5), EOS)
    hidden = model(pad(source), target)
    assert hidden.shape == (2, 5, 32)
    assert model.logits(hidden).shape == (2, 5, model.config.vocabulary)


def test_sinusoids_padding_row_is_zero():
    table = sinusoids(10, 8)
    assert table.shape == (10, 8) and not table[PAD].any() and table[PAD + 1].any()


def test_encode_padding_changes_nothing(model, source):
    together, _ = model.encode(pad(source))
    alone, _ = model.encode(pad(source[1:]))
    torch.testing.assert_close(together[1:, : len(source[1])], alone, atol=1e-5, rtol=0)


def test_decode_later_tokens_do_not_change_earlier_positions(model, source):
    targets = torch.tensor([[EOS, 10, 11, 12], [EOS, 10, 40, 41]])
    hidden = model(pad([source[0]] * 2), targets)
    torch.testing.assert_close(hidden[0, :2], hidden[1, :2], atol=1e-5, rtol=0)
    assert not torch.allclose(hidden[0, 2], hidden[1, 2])


@torch.no_grad()
def test_cached_decoding_equals_decoding_at_once(model, source):
    target = torch.tensor([[EOS, 10, 11, 12, 13], [EOS, 20, 21, 22, 23]])
    decoder = CachedDecoder(model, pad(source))
    steps = torch.stack([decoder.step(target[:, i : i + 1]) for i in range(target.shape[1])], 1)
    torch.testing.assert_close(steps, model.logits(model(pad(source), target)), atol=1e-4, rtol=0)


@torch.no_grad()
def test_translate_greedy_takes_the_likeliest_token_each_time(model, vocabulary, source):
    language = vocabulary.language("en")
    [output] = translate(model, pad(source[:1]), language, 12)
    ids = [EOS, language]
    for token in output:
        logits = model.logits(model(pad(source[:1]), torch.tensor([ids]))[0, -1])
        logits[[0, PAD]] = -torch.inf
        assert logits.argmax() == token
        ids.append(token)


def search_in(probabilities: dict[int, dict[int, float]], beams: int) -> list[int]:
    """Searches a chain in which the next token depends on the last one alone; 7 is the language."""
    table = torch.full((8, 8), 1e-9)
    for last, following in probabilities.items():
        for token, probability in following.items():
            table[last, token] = probability
    search = BeamSearch(1, beams, 7, 1.0, torch.device("cpu"))
    for position in range(1, 6):
        search.advance(table[search.ids[:, -1]].log(), position)
        if not any(search.open):
            break
    return search.best(0)


def test_beam_search_finds_what_greedy_misses():
    chain = {7: {4: 0.55, 5: 0.45}, 4: {EOS: 0.3, 6: 0.7}, 5: {EOS: 1.0}, 6: {EOS: 0.4, 6: 0.3, 4: 0.3}}
    assert search_in(chain, beams=1) == [4, 6]
    assert search_in(chain, beams=2) == [5]


def test_beam_search_nothing_ended_gives_the_likeliest_so_far():
    assert search_in({7: {4: 0.9, 5: 0.1}, 4: {4: 1.0}, 5: {5: 1.0}}, beams=2) == [4] * 5


def test_load_model_gives_what_was_saved(tmp_path, model, source):
    save_model(model, tmp_path)
    again = load_model(tmp_path / "state.pt", tmp_path / "config.json")
    assert again.config == model.config and not again.training
    assert torch.equal(again.encode(pad(source))[0], model.encode(pad(source))[0])


def test_initialise_same_seed_gives_the_same_weights():
    config = ModelConfig(64, 32, 4, 64, 1, 1, 16)
    weights = []
    for _ in range(2):
        torch.manual_seed(1)
        weights.append(TranslationModel(config).state_dict())
    assert all(torch.equal(weights[0][name], weights[1][name]) for name in weights[0])


def test_state_of_transformers_weights_is_that_of_the_model(model):
    halves = {name: weight.half() for name, weight in model.transformers_state().items()}
    state = state_of(halves)
    assert state.keys() == model.state_dict().keys()
    for name, weight in model.state_dict().items():
        torch.testing.assert_close(state[name], weight, atol=2e-3, rtol=1e-3)
