"""Tests of the pipeline folder that the package carries."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from training.evaluate import find_lead

FOLDER = Path(__file__).resolve().parents[2] / "src" / "bulletlint" / "pipeline" / "en_bullet"

LEADS = {
    "Reduced p95 latency by 40% by caching answers at $0.04/query, with human fallback.": "reduce",
    "Successfully launched the billing assistant for 2M users": "launch",
    "Maintain Linux servers for the sales team": "maintain",
    "Led a team of five engineers and shipped the search service": "lead",
    "Search: rebuilt the ranking service in Rust, saving $40k a month": "rebuild",
    "I led the migration of twelve services to Kubernetes.": "lead",
    "Helped the data team migrate reports from Oracle to Snowflake": "help",
    "Responsible for managing a team of nurses": "be",
    "Lead developer for a payment gateway": "-",
    "Design of a test bench for robot arms": "-",
    "REDUCED HOSTING COSTS BY 30%": "reduce",
}


@pytest.fixture(scope="module")
def nlp() -> Language:
    """Return the bundled pipeline."""
    return spacy.load(FOLDER)


@pytest.mark.parametrize("text", LEADS)
def test_lead_verb_of_a_bullet(nlp: Language, text: str) -> None:
    """The root of the parse is the bullet's lead verb, or no verb for a noun phrase."""
    assert find_lead(nlp(text)) == LEADS[text]


def test_arguments_carry_the_labels_of_spacy(nlp: Language) -> None:
    """Object, preposition with its noun and with its gerund, and a trailing clause."""
    doc = nlp("Cut latency by adding a cache, reducing churn by 9%.")
    found = [(token.text, token.dep_, token.head.text) for token in doc if token.dep_ not in ("det", "punct")]
    assert found == [
        ("Cut", "ROOT", "Cut"),
        ("latency", "dobj", "Cut"),
        ("by", "prep", "Cut"),
        ("adding", "pcomp", "by"),
        ("cache", "dobj", "adding"),
        ("reducing", "advcl", "Cut"),
        ("churn", "dobj", "reducing"),
        ("by", "prep", "reducing"),
        ("9", "nummod", "%"),
        ("%", "pobj", "by"),
    ]


def test_folder_is_small_and_names_licence_and_sources() -> None:
    """At most 8.6 MB, CC BY-SA 4.0, both treebanks, no folder of the machine that trained."""
    meta = json.loads((FOLDER / "meta.json").read_text(encoding="utf8"))
    size = sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file())
    config = (FOLDER / "config.cfg").read_text(encoding="utf8")
    names = " ".join(source["name"] for source in meta["sources"])
    assert (size <= 8_600_000, meta["license"], "EWT" in names, "GUM" in names) == (
        True,
        "CC BY-SA 4.0",
        True,
        True,
    )
    assert [line for line in config.splitlines() if line.startswith(('train = "', 'dev = "'))] == []
