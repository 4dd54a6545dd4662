"""The learned reader as a component of a pipeline: it brings the weights along, where the pipeline has them.

The component itself changes no Doc. The network is also told what patterns find and how numbers are typed, which is
known only after the pipeline; so the evidence layer runs it, on the words, tags and trees of the Doc. A pipeline
without this component is read by patterns alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from bulletlint.pipeline.location import READER

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: The name of the component's factory, and the file of its weights.
FACTORY, WEIGHTS = "bulletlint_reader", "weights.npz"


class BulletReader:
    """Holds the weights of the reader as they are stored; empty until they are read from a pipeline's folder."""

    def __init__(self, name: str = READER) -> None:
        self.name = name
        self.stored: bytes = b""

    def __call__(self, doc: Doc) -> Doc:
        """Return the Doc as it is."""
        return doc

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights into a folder, as they were read."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        if self.stored:
            (folder / WEIGHTS).write_bytes(self.stored)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> BulletReader:
        """Read the weights of a folder; raises OSError where there are none."""
        return self.from_bytes((Path(path) / WEIGHTS).read_bytes())

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the weights as they were read."""
        return self.stored

    def from_bytes(self, stored: bytes, *, exclude: Iterable[str] = ()) -> BulletReader:
        """Take weights; whether they fit is told when the evidence layer reads them."""
        self.stored = stored
        return self


@Language.factory(FACTORY)
def make_reader(nlp: Language, name: str) -> BulletReader:
    """Make the component for a pipeline."""
    return BulletReader(name)


def find_reader(nlp: Any) -> bytes | None:
    """Return the weights that a pipeline brings along, None for a pipeline without a reader."""
    return (nlp.get_pipe(READER).stored or None) if nlp.has_pipe(READER) else None
