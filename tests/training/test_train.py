"""Tests of the training set-up."""

from pathlib import Path

import pytest
import spacy
from training.train import PARTS, SIZES, build_config, continue_training, mix_corpus
from training.tree import Tree, build_doc, write_docs


@pytest.mark.parametrize("size", SIZES)
def test_every_size_gives_a_pipeline(size: str) -> None:
    """The configuration of each size resolves to tok2vec, tagger and parser of one width."""
    config = build_config(size=size, train=Path("a"), dev=Path("b"), steps=800, seed=1).interpolate()
    assert (config["nlp"]["pipeline"], config["training"]["optimizer"]["learn_rate"]["total_steps"]) == (
        ["tok2vec", "tagger", "parser"],
        800,
    )
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    assert nlp.pipe_names == ["tok2vec", "tagger", "parser"]


def test_a_run_broken_off_keeps_its_schedule() -> None:
    """With a stop the run ends early and the learning rate falls as in the whole run."""
    config = build_config(size="tiny", train=Path("a"), dev=Path("b"), steps=800, seed=1, stop=200)
    training = config["training"]
    assert (training["max_steps"], training["optimizer"]["learn_rate"]["total_steps"]) == (200, 800)


def test_a_second_run_goes_on_from_a_model() -> None:
    """All components come from the model, batches are whole from the start, the rate begins lower."""
    config = build_config(size="medium", train=Path("a"), dev=Path("b"), steps=800, seed=1)
    again = continue_training(config, start=Path("run/model-best"))
    rates = [each["training"]["optimizer"]["learn_rate"]["initial_rate"] for each in (config, again)]
    assert (again["components"], again["training"]["batcher"]["size"]["rate"], rates) == (
        {name: {"source": "run/model-best"} for name in ("tok2vec", "tagger", "parser")},
        2000,
        [0.0015, 0.0005],
    )


def test_parts_can_be_left_out_and_the_order_is_seeded(tmp_path: Path) -> None:
    """The comparison without bullets trains on what is left; the same seed mixes alike."""
    vocab = spacy.blank("en").vocab
    for part in PARTS:
        tree = Tree((part,), (False,), ("NN",), (0,), ("ROOT",))
        write_docs([build_doc([tree], vocab=vocab)] * 9, tmp_path / f"{part}.spacy")
    texts = [[doc.text for doc in mix_corpus(tmp_path, without=("bullets",), seed=4)] for _ in range(2)]
    assert (texts[0] == texts[1], {text.lower() for text in texts[0]}) == (True, {"treebank", "dropped"})
