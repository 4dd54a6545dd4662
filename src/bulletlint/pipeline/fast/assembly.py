"""Puts the bundled pipeline together from its folder in about half the time of `spacy.load`.

`spacy.load` first makes the tokenizer of the language, with its 1,300 special cases and large expressions, and then
reads the pipeline's own over it; and it fills in and checks a training configuration that a linter never uses. Here
the tokenizer begins empty and the components are added by spaCy's own `add_pipe`, so that the outcome is the same
(tests/pipeline/test_assembly.py compares the parses). Then they are run as a whole (`language`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language


def assemble_pipeline(folder: Path) -> Language:
    """Load an English pipeline from its folder; raises OSError, ValueError or KeyError if it is damaged."""
    from spacy.util import load_config

    # Registers the factory, which otherwise an installed package's entry point does.
    import bulletlint.pipeline.reader  # noqa: F401
    from bulletlint.pipeline.fast.entry_points import remember_entry_points
    from bulletlint.pipeline.fast.language import BatchedEnglish

    config = load_config(folder / "config.cfg", interpolate=True)
    with remember_entry_points():
        nlp = BatchedEnglish(create_tokenizer=make_empty_tokenizer, batch_size=config["nlp"]["batch_size"])
        for name in config["nlp"]["pipeline"]:
            options = dict(config["components"][name])
            nlp.add_pipe(options.pop("factory"), name=name, config=options, validate=False)
        nlp.from_disk(folder)
    nlp.take_over()
    return nlp


def make_empty_tokenizer(nlp: Language) -> Any:
    """Return a tokenizer without rules, for the pipeline's own to be read into."""
    from bulletlint.pipeline.fast.tokenizer import BundledTokenizer

    return BundledTokenizer(nlp.vocab)
