"""The learned reader as a component of a pipeline: it brings the weights along, where the pipeline has them.

The component itself changes no Doc. The network is also told what patterns find and how numbers are typed, which is
known only after the pipeline; so the evidence layer runs it, on the words, tags and trees of the Doc. A pipeline
without this component is read by patterns alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.util import from_bytes, to_bytes

from bulletlint.pipeline.location import READER

if TYPE_CHECKING:
    from spacy.tokens import Doc

#: The name of the component's factory, the file of its weights, and that of the choice of a blank's wording.
FACTORY, WEIGHTS, CHOICES = "bulletlint_reader", "weights.npz", "choices.npz"


class BulletReader:
    """Holds the weights of the reader as they are stored; empty until they are read from a pipeline's folder.

    `choices` are those of the choice between the wordings of a rewrite's blanks, empty in a pipeline without them.
    """

    def __init__(self, name: str = READER) -> None:
        self.name = name
        self.stored: bytes = b""
        self.choices: bytes = b""

    def __call__(self, doc: Doc) -> Doc:
        """Return the Doc as it is."""
        return doc

    def to_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> None:
        """Write the weights into a folder, as they were read."""
        folder = Path(path)
        folder.mkdir(parents=True, exist_ok=True)
        for file, stored in ((WEIGHTS, self.stored), (CHOICES, self.choices)):
            if stored:
                (folder / file).write_bytes(stored)

    def from_disk(self, path: Path | str, *, exclude: Iterable[str] = ()) -> BulletReader:
        """Read the weights of a folder; raises OSError where there are none."""
        self.stored = (Path(path) / WEIGHTS).read_bytes()
        choices = Path(path) / CHOICES
        self.choices = choices.read_bytes() if choices.is_file() else b""
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Return the weights as they were read."""
        return to_bytes({WEIGHTS: lambda: self.stored, CHOICES: lambda: self.choices}, exclude)

    def from_bytes(self, stored: bytes, *, exclude: Iterable[str] = ()) -> BulletReader:
        """Take weights; whether they fit is told when the evidence layer reads them."""

        def take(name: str) -> Callable[[bytes], None]:
            return lambda content: setattr(self, name, content)

        from_bytes(stored, {WEIGHTS: take("stored"), CHOICES: take("choices")}, exclude)
        return self


@Language.factory(FACTORY)
def make_reader(nlp: Language, name: str) -> BulletReader:
    """Make the component for a pipeline."""
    return BulletReader(name)


def find_reader(nlp: Any) -> bytes | None:
    """Return the weights that a pipeline brings along, None for a pipeline without a reader."""
    return (nlp.get_pipe(READER).stored or None) if nlp.has_pipe(READER) else None


def find_choices(nlp: Any) -> bytes | None:
    """Return the weights of the choice of wordings that a pipeline brings along, None without any."""
    return (nlp.get_pipe(READER).choices or None) if nlp.has_pipe(READER) else None
