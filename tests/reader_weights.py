"""A small reader with random weights, for tests that ask how it runs and not what it knows."""

from __future__ import annotations

import json
from io import BytesIO
from typing import Any

import numpy

WIDTH, STATIC, TRAITS, FLAGS, FACTS = 8, 6, 20, 5, 4
LABELS = ("cost", "fallback")
CLASSES = {"kind": ("delivery", "people"), "fallback": ("no", "yes")}


def make_arrays(seed: int = 1, **about: Any) -> dict[str, Any]:
    """Return the arrays of a weights file."""
    chance = numpy.random.default_rng(seed)
    shapes = {
        "traits": (TRAITS, WIDTH), "entry": (STATIC + FLAGS, WIDTH),
        "entry_norm.weight": (WIDTH,), "entry_norm.bias": (WIDTH,),
        "block0.weight": (4 * WIDTH, WIDTH), "block0.bias": (WIDTH,),
        "norm0.weight": (WIDTH,), "norm0.bias": (WIDTH,),
        "token_scores.weight": (WIDTH, len(LABELS)), "token_scores.bias": (len(LABELS),),
        "token_skip": (FLAGS, len(LABELS)),
        "bullet.weight": (4 * WIDTH + len(LABELS) + FACTS, 6), "bullet.bias": (6,),
        "class_scores.weight": (6, 4), "class_scores.bias": (4,), "class_skip": (len(LABELS) + FACTS, 4),
    }  # fmt: skip
    arrays: dict[str, Any] = {
        name: chance.normal(size=shape).astype(numpy.float16) for name, shape in shapes.items()
    }
    arrays["temperatures"] = numpy.array([1.0, 2.0], dtype=numpy.float16)
    arrays["table"] = chance.integers(-127, 127, (3, STATIC)).astype(numpy.int8)
    arrays["table"][0] = 0
    arrays["words"] = numpy.frombuffer(b"\nbuilt\ncaches", dtype=numpy.uint8)
    told = {"labels": LABELS, "classes": CLASSES, "contract": ["x"], "blocks": 1} | about
    arrays["about"] = numpy.frombuffer(json.dumps(told).encode(), dtype=numpy.uint8)
    return arrays


def store(arrays: dict[str, Any]) -> bytes:
    """Return the content of a weights file."""
    stream = BytesIO()
    numpy.savez(stream, **arrays)
    return stream.getvalue()
