"""Whether the technique in a bullet's opening has a name."""

from __future__ import annotations

import pytest

from builders import load_shipped


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Fine-tuned Mistral-7B for legal search.", "Mistral-7B"),
        ("Fine-tuned a model for claims.", None),
        ("Implemented Redis caching for the search page.", "Redis"),
        ("Used XGBoost to predict churn.", "XGBoost"),
        ("Built a RAG pipeline over 900 contracts.", "RAG"),
        ("Leveraged machine learning to sort mail.", "machine learning"),
        ("Wrote unit tests for the tax module.", None),
        ("Developed backend services using C# for the depot.", "C#"),
        ("Developed a first version of License Plate Recognition for the car park.", None),
        ("Built a service for parcel labels.", None),
        ("Built a physics model of the bridge.", None),
        ("Installed two power transformers at a bakery.", None),
    ],
)
def test_what_is_a_named_technique(text: str, named: str | None) -> None:
    """A tool, a product, a method of AI; not a kind of thing."""
    analyser = load_shipped()
    facts = analyser.read(analyser.nlp(text)).facts
    assert next((mark.text for mark in facts.marks if mark.label == "named"), None) == named
    assert facts.named_technique is (named is not None)
