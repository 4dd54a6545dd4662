"""Tests of the export."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.training import Example
from training.export import export_model
from training.train import build_config
from training.tree import Tree, build_doc

TREE = Tree(
    ("Cut", "costs", "."), (True, False, False), ("VBD", "NNS", "."), (0, 0, 0), ("ROOT", "dobj", "punct")
)


def test_the_folder_loads_without_this_project_and_names_its_sources(tmp_path: Path) -> None:
    """All five components are there, labels are known, and meta.json carries licence and sources."""
    pytest.importorskip("spacy_lookups_data")
    config = build_config(size="small", train=Path("/private/a"), dev=Path("/private/b"), steps=10, seed=1)
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    doc = build_doc([TREE], vocab=nlp.vocab)
    nlp.get_pipe("parser").cfg["min_action_freq"] = 1  # type: ignore[attr-defined]
    nlp.initialize(lambda: [Example(nlp.make_doc(doc.text), doc)] * 40)
    export_model(nlp, tmp_path / "en_bullet", version="0.1.0", performance={"tag_acc": 0.5})
    loaded = spacy.load(tmp_path / "en_bullet")
    meta = json.loads((tmp_path / "en_bullet" / "meta.json").read_text(encoding="utf8"))
    assert (loaded.pipe_names, meta["license"], len(meta["sources"])) == (
        ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"],
        "CC BY-SA 4.0",
        3,
    )
    assert "/private" not in (tmp_path / "en_bullet" / "config.cfg").read_text(encoding="utf8")
    assert {token.tag_ for token in loaded("Cut costs.")} <= {"VBD", "NNS", "."}
