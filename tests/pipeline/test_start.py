"""Importing spaCy without its command line, and all the ways to its command line afterwards."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bulletlint.pipeline.start import find_version, is_known


def run(code: str) -> str:
    """Return what a new Python prints that has imported spaCy the quick way, as `spacy`."""
    start = "import sys\nfrom bulletlint.pipeline.start import import_spacy\nspacy = import_spacy()\n"
    done = subprocess.run([sys.executable, "-c", start + code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_command_line_is_not_imported() -> None:
    """Neither it nor what only it needs."""
    code = (
        "print([name for name in ('spacy.cli', 'spacy.cli.info', 'typer', 'weasel') if name in sys.modules])"
    )
    assert run(code) == "[]"


@pytest.mark.parametrize(
    "code",
    [
        "print(spacy.cli.info.__module__)",
        "import spacy.cli; print(spacy.cli.info.__module__)",
        "from spacy.cli import info; print(info.__module__)",
        "from spacy.cli.info import info; print(info.__module__)",
        "import spacy.cli.info; print(sys.modules['spacy.cli.info'].info.__module__)",
    ],
)
def test_every_way_leads_to_the_real_command_line(code: str) -> None:
    """Nobody is left with a stand-in."""
    assert run(code) == "spacy.cli.info"


def test_info_answers_as_ever() -> None:
    """`spacy.info` calls the real function, before and after the command line is imported."""
    code = "a = spacy.info(silent=True); import spacy.cli; print(a == spacy.cli.info(silent=True), a['spacy_version'])"
    assert run(code) == f"True {find_version()}"


def test_the_command_line_runs_in_the_same_process() -> None:
    """As `python -m spacy info` would."""
    code = "import runpy; sys.argv = ['spacy', 'info']; runpy.run_module('spacy', run_name='__main__')"
    assert "Info about spaCy" in run(code)


def test_a_name_that_spacy_does_not_have_is_still_refused() -> None:
    """With the words of any module."""
    code = "print(hasattr(spacy, 'no_such'), hasattr(spacy, 'cli'))"
    assert run(code) == "False True"


def test_spacy_that_is_imported_already_is_left_alone() -> None:
    """The quick way changes nothing of a module that others use."""
    code = (
        "import spacy\nfrom bulletlint.pipeline.start import import_spacy\nassert import_spacy() is spacy\n"
    )
    code += "print('spacy.cli' in __import__('sys').modules, '__getattr__' in vars(spacy))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True False"


def test_an_unknown_version_is_imported_as_ever() -> None:
    """The stand-in steps aside where nobody has looked at what spaCy's import needs."""
    code = (
        "import sys\nfrom bulletlint.pipeline import start\nstart.find_version = lambda: '3.9.0'\n"
        "spacy = start.import_spacy()\nprint('spacy.cli' in sys.modules, '__getattr__' in vars(spacy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True False"


@pytest.mark.parametrize(
    ("version", "known"),
    [("3.8.0", True), ("3.8.18", True), ("3.80.1", False), ("4.0.0", False), (None, False)],
)
def test_only_versions_that_were_looked_at_are_known(version: str | None, known: bool) -> None:
    """By their beginning."""
    assert is_known(version) is known


def test_the_version_is_read_without_importing() -> None:
    """It is the one that spaCy says itself."""
    import spacy

    assert find_version() == spacy.__version__
