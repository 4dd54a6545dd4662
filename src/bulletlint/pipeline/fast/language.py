"""The bundled pipeline as a spaCy language that annotates a batch in one pass instead of component by component.

The components stay what spaCy made of them, and do the work themselves whenever something else is asked than the whole
pipeline over plain texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from itertools import islice
from typing import Any

from spacy.lang.en import English
from spacy.tokens import Doc

from bulletlint.pipeline.fast.annotation import Annotator
from bulletlint.pipeline.fast.weights import UnknownNetworkError


class BatchedEnglish(English):  # type: ignore[no-untyped-call]
    """English whose pipeline is run as a whole."""

    _annotator: Annotator | None = None
    _annotated_by: tuple[str, ...] = ()

    def take_over(self) -> bool:
        """Run the loaded components as a whole from now on; tell whether they are such as can be."""
        try:
            self._annotator = Annotator(self)
        except UnknownNetworkError:
            return False
        self._annotated_by = tuple(self.pipe_names)
        return True

    def find_annotator(self, disabled: Iterable[str] = ()) -> Annotator | None:
        """Return what runs the components as a whole; None while some are switched off, or have another before them."""
        names = [name for name in self.pipe_names if name not in disabled]
        return self._annotator if tuple(names[: len(self._annotated_by)]) == self._annotated_by else None

    def has_more(self, disabled: Iterable[str] = ()) -> bool:
        """Tell whether somebody has added a component to those that are run as a whole."""
        return not {*self.pipe_names} <= {*self._annotated_by, *disabled}

    def __call__(self, text: str | Doc, **options: Any) -> Doc:
        """Annotate one text."""
        annotator = self.find_annotator()
        if annotator is None or options or not isinstance(text, str):
            return super().__call__(text, **options)
        doc = self.make_doc(text)
        annotator.annotate([doc])
        return super().__call__(doc, disable=self._annotated_by) if self.has_more() else doc

    def pipe(self, texts: Iterable[Any], *, as_tuples: bool = False, **options: Any) -> Iterator[Any]:
        """Annotate texts in their order, batch by batch, or pairs of a text and something that goes with it."""
        by_component: Any = super().pipe
        disabled = tuple(options.get("disable", ()))
        annotator = self.find_annotator(disabled)
        if annotator is None or not options.keys() <= {"batch_size", "disable"}:
            yield from by_component(texts, as_tuples=as_tuples, **options)
            return
        stream = iter(texts)
        while batch := list(islice(stream, options.get("batch_size") or self.batch_size)):
            plain = [item[0] for item in batch] if as_tuples else batch
            if not all(isinstance(text, str) for text in plain):
                yield from by_component(batch, as_tuples=as_tuples, **options)
                continue
            docs = [self.make_doc(text) for text in plain]
            annotator.annotate(docs)
            pairs = zip(docs, (item[1] for item in batch), strict=True)
            if self.has_more(disabled):
                left = {**options, "disable": [*self._annotated_by, *disabled]}
                yield from by_component(pairs if as_tuples else docs, as_tuples=as_tuples, **left)
            else:
                yield from pairs if as_tuples else docs

    @contextmanager
    def memory_zone(self, mem: Any = None) -> Iterator[Any]:
        """Drop what was read inside the block at its end, and what is remembered of it."""
        with self._annotator.zone() if self._annotator else nullcontext(), super().memory_zone(mem) as pool:
            yield pool
