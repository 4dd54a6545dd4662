"""Reads the weights of a pipeline out of spaCy's components, laid out for running and for nothing else.

Only the networks of the bundled pipeline are read: hashed embeddings, a mixing layer, window blocks, one layer of tags
and a greedy arc-eager parser. Their sizes come from the components themselves. For any other network `read_weights`
raises UnknownNetworkError, and the pipeline then runs as spaCy runs it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.language import Language

Floats = NDArray[numpy.float32]
#: What a word's vector may be made of: properties of its form, and of its form alone.
OF_THE_WORD = frozenset({"ORTH", "LOWER", "NORM", "PREFIX", "SUFFIX", "SHAPE"})
_MAXOUT = "maxout>>layernorm>>dropout"
_EMBEDDING = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")


class UnknownNetworkError(ValueError):
    """The components are not the networks that this package can run by itself."""


@dataclass(frozen=True, slots=True)
class MaxoutLayer:
    """A layer that takes the greatest of its pieces and normalises each column."""

    #: (pieces * width, inputs), one piece after the other.
    weight: Floats
    #: (pieces * width, 1)
    bias: Floats
    #: (width, 1)
    gain: Floats
    #: (width, 1)
    shift: Floats

    @property
    def width(self) -> int:
        """Return how many numbers come out for a column."""
        return len(self.gain)


@dataclass(frozen=True, slots=True)
class WordWeights:
    """What makes the vector of a word that stands alone."""

    #: spaCy's attribute names, one for each hashed table.
    attributes: tuple[str, ...]
    #: spaCy's model of the tables, from attribute values to vectors side by side.
    tables: Any
    mixer: MaxoutLayer


@dataclass(frozen=True, slots=True)
class ContextWeights:
    """What lets words see their neighbours."""

    #: How many words a block sees on either side.
    window: int
    #: How many empty columns stand between two texts.
    padding: int
    blocks: tuple[MaxoutLayer, ...]


@dataclass(frozen=True, slots=True)
class TagWeights:
    """What gives a word its tag."""

    #: (inputs, tags)
    weight: Floats
    bias: Floats
    #: Hashes of the tags, by class.
    tags: NDArray[numpy.uint64]


@dataclass(frozen=True, slots=True)
class StepWeights:
    """What chooses the parser's next move."""

    #: (inputs, hidden), applied to a word's vector.
    entry_weight: Floats
    entry_bias: Floats
    #: (hidden, features * pieces * hidden): what a word adds to the state in each place it may stand in.
    place_weight: Floats
    #: (features * pieces * hidden), added for a place where no word stands.
    place_padding: Floats
    #: (pieces * hidden)
    state_bias: Floats
    #: (hidden, moves)
    move_weight: Floats
    move_bias: Floats
    features: int
    hidden: int


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything that the bundled networks know."""

    words: WordWeights
    context: ContextWeights
    tags: TagWeights
    steps: StepWeights


def read_weights(nlp: Language) -> Weights:
    """Read the weights of a loaded pipeline; raises UnknownNetworkError if it is built otherwise."""
    try:
        embedding, encoder = nlp.get_pipe("tok2vec").model.layers  # type: ignore[attr-defined]
        return Weights(
            words=_read_words(embedding),
            context=_read_context(encoder),
            tags=_read_tags(nlp.get_pipe("tagger")),
            steps=_read_steps(nlp.get_pipe("parser")),
        )
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise UnknownNetworkError(str(error)) from error


def _require(condition: bool, what: str) -> None:
    if not condition:
        raise UnknownNetworkError(what)


def _read_words(model: Any) -> WordWeights:
    _require(tuple(layer.name.partition("(")[0] for layer in model.layers) == _EMBEDDING, "embedding")
    extract, _, tables, mixer, _ = model.layers
    attributes = tuple(extract.attrs["columns"])
    _require(set(attributes) <= OF_THE_WORD, "attributes")
    leaves = {node.name for node in tables.walk() if not node.layers}
    _require(leaves <= {"ints-getitem", "hashembed"}, "tables")
    return WordWeights(attributes=attributes, tables=tables.layers[0], mixer=_read_maxout(mixer.layers[0]))


def _read_context(model: Any) -> ContextWeights:
    blocks = [node for node in model.walk() if node.name == f"residual(expand_window>>{_MAXOUT})"]
    names = {node.name for node in model.walk() if not node.layers}
    _require(bool(blocks) and names == {"expand_window", *_MAXOUT.split(">>")}, "blocks")
    _require(len([node for node in model.walk() if not node.layers]) == 4 * len(blocks), "blocks")
    windows = {block.layers[0].layers[0].attrs["window_size"] for block in blocks}
    _require(len(windows) == 1, "window")
    window = windows.pop()
    layers = tuple(_read_maxout(block.layers[0].layers[1]) for block in blocks)
    _require(all(layer.weight.shape[1] == (2 * window + 1) * layer.width for layer in layers), "window")
    return ContextWeights(window=window, padding=model.attrs["pad"], blocks=layers)


def _read_maxout(model: Any) -> MaxoutLayer:
    _require(model.name == _MAXOUT, "maxout")
    maxout, norm = model.layers[0].layers
    weight = maxout.get_param("W")
    width, pieces, inputs = weight.shape
    _require(pieces > 1, "pieces")
    return MaxoutLayer(
        weight=numpy.ascontiguousarray(weight.transpose(1, 0, 2).reshape(pieces * width, inputs)),
        bias=numpy.ascontiguousarray(maxout.get_param("b").T).reshape(-1, 1),
        gain=norm.get_param("G").reshape(-1, 1).copy(),
        shift=norm.get_param("b").reshape(-1, 1).copy(),
    )


def _read_tags(tagger: Any) -> TagWeights:
    listener, output = tagger.model.layers
    _require(listener.name == "tok2vec-listener" and output.name == "with_array(softmax)", "tagger")
    softmax = output.layers[0]
    strings = tagger.vocab.strings
    tags = numpy.array([strings[label] for label in tagger.labels], dtype=numpy.uint64)
    weight = numpy.ascontiguousarray(softmax.get_param("W").T)
    _require(weight.shape[1] == len(tags), "tags")
    return TagWeights(weight=weight, bias=softmax.get_param("b").copy(), tags=tags)


def _read_steps(parser: Any) -> StepWeights:
    model = parser.model
    _require(model.name == "parser_model" and model.attrs["has_upper"], "parser")
    _require(not model.attrs["unseen_classes"] and parser.cfg["beam_width"] == 1, "parser")
    _require(not parser.cfg["learn_tokens"], "parser")
    entry, lower, upper = model.layers
    _require(entry.name == "tok2vec-listener>>list2array>>linear", "parser entry")
    _require(lower.name == "precomputable_affine" and upper.name == "linear", "parser layers")
    weight = lower.get_param("W")
    features, hidden, pieces, inputs = weight.shape
    _require(pieces > 1, "pieces")
    size = features * pieces * hidden
    return StepWeights(
        entry_weight=numpy.ascontiguousarray(entry.layers[2].get_param("W").T),
        entry_bias=entry.layers[2].get_param("b").copy(),
        place_weight=numpy.ascontiguousarray(weight.transpose(3, 0, 2, 1).reshape(inputs, size)),
        place_padding=lower.get_param("pad").transpose(0, 1, 3, 2).reshape(size),
        state_bias=lower.get_param("b").T.reshape(pieces * hidden),
        move_weight=numpy.ascontiguousarray(upper.get_param("W").T),
        move_bias=upper.get_param("b").copy(),
        features=features,
        hidden=hidden,
    )
