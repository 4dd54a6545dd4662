"""Reading the networks out of spaCy's components, and knowing those that are built otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language

from bulletlint.pipeline.fast.weights import UnknownNetworkError, read_weights


def test_sizes_come_from_the_components(ours: Language) -> None:
    """Nothing is assumed of their numbers."""
    weights = read_weights(ours)
    parser: Any = ours.get_pipe("parser")
    lower = parser.model.layers[1]
    assert weights.steps.features == lower.get_dim("nF")
    assert weights.steps.place_padding.size == lower.get_dim("nF") * lower.get_dim("nO") * lower.get_dim("nP")
    assert weights.steps.move_bias.size == len(parser.move_names)
    assert [ours.vocab.strings[tag] for tag in weights.tags.tags] == list(ours.get_pipe("tagger").labels)  # type: ignore[attr-defined]
    width = ours.get_pipe("tok2vec").model.get_dim("nO")  # type: ignore[attr-defined]
    assert {block.width for block in weights.context.blocks} == {weights.words.mixer.width} == {width}


def build(config: dict[str, dict[str, Any]]) -> Language:
    """Return an untrained pipeline with these models of tok2vec and parser."""
    nlp = spacy.blank("en")
    for name, model in config.items():
        pipe: Any = nlp.add_pipe(name, config={"model": model} if model else {})
        for label in ("nsubj", "NN") if name in ("parser", "tagger") else ():
            pipe.add_label(label)
    nlp.initialize()
    return nlp


def make_window_model(**changes: Any) -> dict[str, Any]:
    """Return the architecture of the bundled tok2vec, but for the changes."""
    embed = {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 8,
        "attrs": ["NORM", "SHAPE"],
        "rows": [50, 50],
        "include_static_vectors": False,
    }
    encode = {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 8,
        "depth": 2,
        "window_size": 1,
        "maxout_pieces": 3,
    }
    for part in (embed, encode):
        part.update({key: value for key, value in changes.items() if key in part})
    return {"@architectures": "spacy.Tok2Vec.v2", "embed": embed, "encode": encode}


MISH = make_window_model()
MISH["encode"] = {"@architectures": "spacy.MishWindowEncoder.v2", "width": 8, "depth": 2, "window_size": 1}
LISTENER = {"@architectures": "spacy.Tok2VecListener.v1", "width": 8}
TAGGER = {"@architectures": "spacy.Tagger.v2", "tok2vec": LISTENER, "nO": None}
PARSER = {
    "@architectures": "spacy.TransitionBasedParser.v2", "tok2vec": LISTENER, "state_type": "parser",
    "extra_state_tokens": False, "hidden_width": 8, "maxout_pieces": 2, "use_upper": True, "nO": None,
}  # fmt: skip


def test_other_sizes_of_the_same_networks_are_read() -> None:
    """A wider window, more pieces, fewer features."""
    nlp = build({"tok2vec": make_window_model(window_size=2), "tagger": TAGGER, "parser": PARSER})
    weights = read_weights(nlp)
    assert weights.context.window == 2
    assert len(weights.context.blocks) == 2
    assert weights.context.blocks[0].weight.shape == (24, 40)
    assert weights.steps.features == 8


@pytest.mark.parametrize(
    ("tok2vec", "tagger", "parser"),
    [
        (make_window_model(attrs=["NORM", "SPACY"]), TAGGER, PARSER),
        (make_window_model(maxout_pieces=1), TAGGER, PARSER),
        (MISH, TAGGER, PARSER),
        (make_window_model(), TAGGER, {**PARSER, "use_upper": False}),
        (make_window_model(), TAGGER, {**PARSER, "maxout_pieces": 1}),
        (make_window_model(), {}, PARSER),
    ],
    ids=["attributes", "one piece", "encoder", "no upper layer", "one piece in the parser", "tagger"],
)  # fmt: skip
def test_networks_built_otherwise_are_not_read(tok2vec: Any, tagger: Any, parser: Any) -> None:
    """They run as spaCy runs them."""
    nlp = build({"tok2vec": tok2vec, "tagger": tagger, "parser": parser})
    with pytest.raises(UnknownNetworkError):
        read_weights(nlp)


def test_a_pipeline_without_these_components_is_not_read(folder: Path) -> None:
    """Nor one whose parser keeps several parses."""
    with pytest.raises(UnknownNetworkError):
        read_weights(spacy.blank("en"))
    nlp = spacy.load(folder)
    nlp.get_pipe("parser").cfg["beam_width"] = 4  # type: ignore[attr-defined]
    with pytest.raises(UnknownNetworkError):
        read_weights(nlp)
