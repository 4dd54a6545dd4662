"""Where a pipeline stands and what it calls itself, told without loading it or spaCy."""

from __future__ import annotations

import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

BUNDLED_MODEL = "en_bullet"
#: The name of the learned reader in a pipeline.
READER = "reader"


def find_model_folder(model: str) -> Path | None:
    """Return where a pipeline other than the bundled one stands, None if it is neither a folder nor installed."""
    if Path(model).is_dir():
        return Path(model)
    try:
        spec = find_spec(model)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec and spec.origin else None


def name_model(model: str | None) -> str:
    """Return the name and version of a pipeline by its own description, its name as given where there is none."""
    try:
        described = read_description(model)
        return f"{described['lang']}_{described['name']}-{described['version']}"
    except (OSError, ValueError, KeyError, TypeError):
        return model or BUNDLED_MODEL


def lacks_reader(model: str) -> bool:
    """Tell whether a pipeline describes itself as one without a learned reader."""
    try:
        return READER not in read_description(model).get("pipeline", ())
    except (OSError, ValueError, AttributeError):
        return False


def read_description(model: str | None) -> Any:
    """Return what a pipeline's meta.json says; raises OSError or ValueError where there is none that can be read."""
    folder = find_model_folder(model) if model else Path(__file__).parent / BUNDLED_MODEL
    return json.loads((folder or Path()).joinpath("meta.json").read_text(encoding="utf-8"))
