"""The bundled pipeline with bulletlint at its end, for whoever works with spaCy: `bulletlint.load()`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bulletlint.core.settings import DEFAULT_PROFILE
from bulletlint.pipeline import load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language


def load(
    *,
    profile: str = DEFAULT_PROFILE,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    rule_folders: Sequence[str | Path] = (),
    rewrites: bool = True,
) -> Language:
    """Return the bundled pipeline with bulletlint as its last component.

    Raises ConfigError or RuleError for settings that cannot be used.
    """
    nlp = load_pipeline()
    # Registers the factory; not before the pipeline, which imports spaCy in a quicker way than a plain import.
    from bulletlint.lint.spacy_component import FACTORY

    config = {
        "profile": profile,
        "select": [*select],
        "ignore": [*ignore],
        "rule_folders": [str(folder) for folder in rule_folders],
        "rewrites": rewrites,
    }
    nlp.add_pipe(FACTORY, config=config)
    return nlp
