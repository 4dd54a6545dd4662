"""Importing spaCy without its command line, and all the ways to its command line afterwards."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bulletlint.pipeline.fast.start import find_version, is_known


def run(code: str) -> str:
    """Return what a new Python prints that has imported spaCy the quick way, as `spacy`."""
    start = "import sys\nfrom bulletlint.pipeline.fast.start import import_spacy\nspacy = import_spacy()\n"
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
    code = "import spacy\nfrom bulletlint.pipeline.fast.start import import_spacy\nassert import_spacy() is spacy\n"
    code += "print('spacy.cli' in __import__('sys').modules, '__getattr__' in vars(spacy))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True False"


def test_an_unknown_version_is_imported_as_ever() -> None:
    """The stand-in steps aside where nobody has looked at what spaCy's import needs."""
    code = (
        "import sys\nfrom bulletlint.pipeline.fast import start\nstart.find_version = lambda: '3.9.0'\n"
        "spacy = start.import_spacy()\nprint('spacy.cli' in sys.modules, '__getattr__' in vars(spacy))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True False"


#: Prints how many threads the process has after a large matrix product, and what the environment says.
THREADS = """
import numpy, os
numpy.ones((900, 900), dtype="f") @ numpy.ones((900, 900), dtype="f")
tasks = len(os.listdir("/proc/self/task"))
print(tasks, [name for name in os.environ if name.endswith("_NUM_THREADS")])
"""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="no list of threads")
@pytest.mark.parametrize(
    ("first", "said", "expected"),
    [
        ("", {}, "1 []"),
        ("", {"OMP_NUM_THREADS": "2"}, "2 ['OMP_NUM_THREADS']"),
        ("", {"OPENBLAS_NUM_THREADS": "2"}, "2 ['OPENBLAS_NUM_THREADS']"),
        ("import numpy\n", {}, "many []"),
    ],
    ids=["by itself", "two for all", "two for the library", "numpy first"],
)
def test_matrices_are_multiplied_on_one_core(first: str, said: dict[str, str], expected: str) -> None:
    """Unless somebody said otherwise, or NumPy is there already; the environment stays as it was."""
    import numpy

    if (os.cpu_count() or 1) < 2 or "openblas" not in str(numpy.show_config(mode="dicts")).lower():  # type: ignore[operator]
        pytest.skip("NumPy has one thread anyway")
    code = first + "from bulletlint.pipeline.fast.start import import_spacy\nimport_spacy()\n" + THREADS
    others = {name: value for name, value in os.environ.items() if not name.endswith("_NUM_THREADS")}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={**others, **said}
    )
    count, _, names = done.stdout.strip().partition(" ")
    assert f"{'many' if first and int(count) > 1 else count} {names}" == expected


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
