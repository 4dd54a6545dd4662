"""Loads the spaCy pipeline: the one inside the package, or another that has what the rules need."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bulletlint.core.errors import PipelineError
from bulletlint.pipeline.location import BUNDLED_MODEL

if TYPE_CHECKING:
    from spacy.language import Language

#: What evidence and rules read off a Doc; a pipeline that does not assign one of these is refused.
NEEDED = {
    "token.tag": "tagger",
    "token.dep": "parser",
    "token.pos": "attribute_ruler",
    "token.lemma": "lemmatizer",
}
#: Dependency labels of spaCy's English pipelines that the evidence relies on.
NEEDED_LABELS = frozenset({"ROOT", "nsubj", "dobj", "prep", "pobj", "amod", "compound", "advcl", "conj"})


def load_pipeline(model: str | None = None) -> Language:
    """Load the bundled pipeline, or another by the name of an installed package or by its folder.

    Raises PipelineError if it is not there, cannot be read, or lacks what the rules need.
    """
    from bulletlint.pipeline.fast.assembly import assemble_pipeline
    from bulletlint.pipeline.fast.start import import_spacy, is_known

    spacy = import_spacy()
    name = model or str(Path(__file__).parent / BUNDLED_MODEL)
    try:
        nlp: Language = (
            assemble_pipeline(Path(name))
            if model is None and is_known(spacy.__version__)
            else spacy.load(name, exclude=["ner", "senter", "entity_linker"])
        )
    except OSError as error:
        raise PipelineError(f"cannot load the pipeline {name}: {explain_failure(name, error)}") from None
    except (ValueError, KeyError) as error:
        reason = " ".join(str(error).split())[:200]
        raise PipelineError(
            f"the pipeline {name} cannot be read: {reason}; install one for this spaCy version"
        ) from None
    check_pipeline(nlp, name)
    return nlp


def explain_failure(name: str, error: OSError) -> str:
    """Return why a pipeline cannot be loaded and what to do, without the number that spaCy gives its errors."""
    folder = Path(name)
    if not folder.exists():
        return "it is neither an installed package nor a folder; name another or drop the setting"
    reason = re.sub(r"^\[\w+\] ", "", str(error).splitlines()[0]).rstrip(".")
    return f"{reason}; name a folder that spaCy wrote with `to_disk`, or an installed package"


def check_pipeline(nlp: Language, name: str) -> None:
    """Refuse a pipeline that lacks a component, or whose parser speaks another label scheme, with a PipelineError."""
    if nlp.lang != "en":
        raise PipelineError(f"the pipeline {name} is for language {nlp.lang}; name an English one")
    missing = [component for component in NEEDED.values() if not nlp.has_pipe(component)]
    if missing:
        raise PipelineError(
            f"the pipeline {name} has no {missing[0]}; name one with {', '.join(NEEDED.values())}"
        )
    check_labels(nlp.get_pipe("parser"), name)


def check_labels(parser: Any, name: str) -> None:
    """Refuse a parser that speaks another label scheme, with a PipelineError; `name` is that of its pipeline."""
    lacking = sorted(NEEDED_LABELS - set(parser.labels))
    if lacking:
        raise PipelineError(
            f"the parser of {name} has no label {lacking[0]}; name a pipeline with the labels of spaCy's English ones"
        )


def describe_pipeline(nlp: Language) -> str:
    """Return the name and version of a pipeline, as reports show it."""
    return f"{nlp.meta.get('lang', '')}_{nlp.meta.get('name', '')}-{nlp.meta.get('version', '')}"
