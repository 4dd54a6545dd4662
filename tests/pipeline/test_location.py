"""Where a pipeline stands and what it calls itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import bulletlint.pipeline
from bulletlint.pipeline.location import BUNDLED_MODEL, find_model_folder, name_model


def test_a_pipeline_is_a_folder_or_an_installed_package(tmp_path: Path) -> None:
    """A folder counts as it is, a package where it was installed, and anything else is nowhere."""
    assert find_model_folder(str(tmp_path)) == tmp_path
    assert find_model_folder("json") == Path(json.__file__).parent
    for name in ("no_such_pipeline", "no_such.pipeline", "..."):
        assert find_model_folder(name) is None, name


def test_the_bundled_pipeline_names_itself() -> None:
    """Its name and version are those of its own description."""
    folder = Path(bulletlint.pipeline.__file__).parent / BUNDLED_MODEL
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    assert name_model(None) == f"{meta['lang']}_{meta['name']}-{meta['version']}"


@pytest.mark.parametrize(
    ("description", "name"),
    [
        ('{"lang": "en", "name": "mine", "version": "1.2"}', "en_mine-1.2"),
        ('{"lang": "en", "name": "mine"}', None),
        ("[]", None),
        ("{", None),
        (None, None),
    ],
)
def test_a_pipeline_without_a_description_is_named_as_it_was_given(
    description: str | None, name: str | None, tmp_path: Path
) -> None:
    """What is wrong with it is said when it is loaded, not here."""
    if description is not None:
        (tmp_path / "meta.json").write_text(description, encoding="utf-8")
    assert name_model(str(tmp_path)) == (name or str(tmp_path))
    assert name_model("no_such_pipeline") == "no_such_pipeline"
