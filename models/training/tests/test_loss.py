import torch
import torch.nn.functional as functional

from haidang_training.loss import ROWS, smoothed_cross_entropy


def test_smoothed_cross_entropy_equals_that_of_torch():
    torch.manual_seed(3)
    count, vocabulary = ROWS + 40, 50
    # In steps that bfloat16 has, so that only the sums differ.
    hidden = torch.randint(-8, 9, (count, 16)).float() / 8
    weight = torch.randint(-8, 9, (vocabulary, 16)).float() / 8
    labels = torch.randint(0, vocabulary, (count,))
    results = []
    for loss_of in (
        lambda h, w: functional.cross_entropy(functional.linear(h, w), labels, label_smoothing=0.1),
        lambda h, w: smoothed_cross_entropy(h, w, labels, 0.1),
    ):
        h, w = hidden.clone().requires_grad_(), weight.clone().requires_grad_()
        loss = loss_of(h, w)
        (3 * loss).backward()
        results.append((loss, h.grad, w.grad))
    for expected, given in zip(*results):
        torch.testing.assert_close(given.float(), expected, rtol=0.02, atol=2e-4)
