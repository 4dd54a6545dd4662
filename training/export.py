"""Export a trained model as the pipeline folder that the package carries.

python -m training.export MODEL OUT
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import click
import spacy
from spacy.language import Language

from training.lemmas import build_lookups
from training.tags import list_rules

META: dict[str, Any] = {
    "lang": "en",
    "name": "bullet",
    "description": "Tagger, parser and lemmatizer for English resume bullets, labels as in spaCy's own pipelines.",
    "author": "the bulletlint authors",
    "email": "",
    "url": "",
    "license": "CC BY-SA 4.0",
    "spacy_version": ">=3.8.0,<3.9.0",
    "sources": [
        {
            "name": "Universal Dependencies English EWT 2.16",
            "url": "https://github.com/UniversalDependencies/UD_English-EWT",
            "author": "Natalia Silveira, Timothy Dozat, Christopher Manning, Sebastian Schuster, Ethan Chi, "
            "John Bauer, Miriam Connor, Marie-Catherine de Marneffe, Nathan Schneider, Sam Bowman, Hanzhi Zhu, "
            "Daniel Galbraith",
            "license": "CC BY-SA 4.0",
        },
        {
            "name": "Universal Dependencies English GUM 2.16 (news, interview, bio, voyage, textbook, vlog, speech)",
            "url": "https://github.com/UniversalDependencies/UD_English-GUM",
            "author": "Amir Zeldes and the GUM contributors",
            "license": "CC BY 4.0",
        },
        {
            "name": "spaCy lookups data (WordNet 3.0 verb index and irregular forms)",
            "url": "https://github.com/explosion/spacy-lookups-data",
            "author": "Explosion; Princeton University",
            "license": "MIT; WordNet License",
        },
    ],
}


def assemble(model: Language) -> Language:
    """Add attribute ruler and lemmatizer behind a trained tagger and parser."""
    ruler: Any = model.add_pipe("attribute_ruler")
    ruler.add_patterns(list_rules())
    lemmatizer: Any = model.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(lookups=build_lookups())
    return model


def keep_strings(model: Language) -> list[str]:
    """Return the strings that the pipeline needs before it has read a text: its labels and tokenizer entries."""
    strings = set(spacy.blank("en").vocab.strings)
    for name in model.pipe_names:
        strings.update(getattr(model.get_pipe(name), "labels", ()))
    strings.update(label.split("-", 1)[-1].split("||")[0] for label in model.get_pipe("parser").move_names)  # type: ignore[attr-defined]
    return sorted(strings)


def export_model(model: Language, out: Path, *, version: str, performance: dict[str, Any]) -> None:
    """Write the pipeline folder."""
    assemble(model)
    # The folders of the machine that trained are nobody else's.
    model.config["paths"].update({"train": None, "dev": None})
    model.meta.update({**META, "version": version, "performance": performance})
    if out.exists():
        shutil.rmtree(out)
    model.to_disk(out, exclude=["vectors"])
    meta = json.loads((out / "meta.json").read_text(encoding="utf8"))
    meta.update({**META, "version": version, "performance": performance})
    (out / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf8")
    (out / "vocab" / "strings.json").write_text(
        json.dumps(keep_strings(model), ensure_ascii=False), encoding="utf8"
    )


@click.command()
@click.argument("model", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(file_okay=False, path_type=Path))
@click.option("--version", default="0.1.0", show_default=True)
def main(model: Path, out: Path, version: str) -> None:
    """Write the trained MODEL with attribute ruler and lemmatizer to OUT."""
    nlp = spacy.load(model)
    performance = {
        key: nlp.meta["performance"].get(key) for key in ("tag_acc", "dep_uas", "dep_las", "sents_f")
    }
    export_model(nlp, out, version=version, performance=performance)
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    click.echo(f"{out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
