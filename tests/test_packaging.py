"""The wheel and the sdist: everything is in them, and a clean installation lints a resume without a network."""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BLOCK = """\
import socket
def refuse(*arguments, **options):
    raise OSError("the network is cut")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
"""
#: The folders and files of each extra: nothing outside of them needs what the extra brings.
EXTRAS = {
    "cohort": ("src/bulletlint/cohort/tables/parquet.py", "src/bulletlint/cohort/engines/batch.py"),
    "dask": ("src/bulletlint/cohort/engines/dask.py",),
    "lsp": ("src/bulletlint/cli/lsp",),
    "mcp": ("src/bulletlint/cli/mcp",),
    "ray": ("src/bulletlint/cohort/engines/ray.py",),
    "spark": ("src/bulletlint/cohort/engines/spark.py",),
    "watch": ("src/bulletlint/cli/watch",),
}
#: What a library of an extra needs and our own code does not name, and extras that are too large for every test run.
UNNAMED = {"spark": {"pandas"}}
LARGE = {"ray", "spark"}
#: Distributions that are called otherwise than their module.
DISTRIBUTIONS = {"markdown_it": "markdown-it-py", "tomllib": "tomli", "yaml": "pyyaml"}
WEAK = "# Sam Field\n\n## Experience\n\n- Implemented a caching layer for search.\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the wheel and the sdist, the wheel built from the sdist as an installer would."""
    target = tmp_path_factory.mktemp("dist")
    # From a copy: building writes into the folder, and pip would then take that for an installation.
    source = tmp_path_factory.mktemp("source") / "bulletlint"
    ignore = shutil.ignore_patterns(".git", "*.egg-info", "__pycache__", ".*_cache", ".venv", "build", "dist")
    shutil.copytree(ROOT, source, ignore=ignore)
    command = [sys.executable, "-m", "build", "--outdir", str(target), str(source)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return next(target.glob("*.whl")), next(target.glob("*.tar.gz"))


def list_package_files() -> set[str]:
    """Return what must be in the wheel: every file of the package and of rules/ but its README, as paths in the wheel."""
    files = set()
    for folder, prefix in ((ROOT / "src" / "bulletlint", "bulletlint"), (ROOT / "rules", "bulletlint/rules")):
        for path in folder.rglob("*"):
            inside = path.relative_to(folder).parts
            hidden = any(part.startswith(".") or part == "__pycache__" for part in inside)
            if path.is_file() and not hidden and path.name != "README.md":
                files.add(f"{prefix}/{path.relative_to(folder).as_posix()}")
    return files


def test_the_list_of_packages_names_every_folder() -> None:
    """setup.cfg lists packages by hand, and a sub-package that it forgets is dropped without a word."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = set(config["options"]["packages"].split())
    package = ROOT / "src" / "bulletlint"
    on_disk = {
        ".".join(("bulletlint", *path.parent.relative_to(package).parts))
        for path in package.rglob("__init__.py")
    }
    assert listed == on_disk | {"bulletlint.rules", "bulletlint.schema"}


def read_declared(section: str, key: str) -> set[str]:
    """Return the distributions that a list of setup.cfg names."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return {re.split(r"[<>=;! \[]", line)[0].lower() for line in config[section][key].splitlines() if line}


def find_libraries(paths: Iterable[Path]) -> set[str]:
    """Return the distributions of the foreign libraries that modules import, also inside of functions."""
    imported: set[str] = set()
    for path in paths:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                names = [node.module]
            imported |= {name.split(".")[0] for name in names}
    foreign = imported - set(sys.stdlib_module_names) - {"bulletlint"}
    return {DISTRIBUTIONS.get(name, name) for name in foreign}


def test_every_library_that_is_imported_is_declared() -> None:
    """What is installed by chance on a developer's machine is missing on a user's."""
    extras = [ROOT / folder for folders in EXTRAS.values() for folder in folders]
    paths = [
        path
        for path in (ROOT / "src").rglob("*.py")
        if not any(folder in (path, *path.parents) for folder in extras)
    ]
    assert find_libraries(paths) == read_declared("options", "install_requires")


@pytest.mark.parametrize("extra", sorted(EXTRAS))
def test_an_extra_brings_what_its_folder_imports(extra: str) -> None:
    """And nothing else does, so that the package works without it."""
    usual = read_declared("options", "install_requires")
    places = [ROOT / folder for folder in EXTRAS[extra]]
    libraries = find_libraries(
        path for place in places for path in ([place] if place.is_file() else place.rglob("*.py"))
    )
    declared = read_declared("options.extras_require", extra)
    assert (libraries - usual) | UNNAMED.get(extra, set()) == declared
    assert extra in LARGE or declared <= read_declared("options.extras_require", "test")


@pytest.mark.slow
def test_the_wheel_holds_every_file_of_the_package(built: tuple[Path, Path]) -> None:
    """Code, rules, lexicons, profiles, schemas, pipeline and the mark of typed code."""
    with zipfile.ZipFile(built[0]) as wheel:
        names = set(wheel.namelist())
    assert list_package_files() - names == set()
    assert {"bulletlint/py.typed", "bulletlint/rules/weak-verb.yaml"} <= names
    assert [name for name in names if name.startswith(("tests/", "training/"))] == []
    manual = {name.rpartition("/")[2] for name in names if "/data/share/man/man1/" in name}
    assert manual == {path.name for path in (ROOT / "docs" / "man").iterdir()}


@pytest.mark.slow
def test_the_sdist_holds_what_the_tests_need(built: tuple[Path, Path]) -> None:
    """Rules, samples, tests and the licence."""
    with tarfile.open(built[1]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {
        "LICENSE", "README.md", "rules/weak-verb.yaml", "samples/engineer.md", "tests/test_packaging.py",
    } <= names  # fmt: skip


@pytest.mark.slow
def test_a_clean_installation_lints_with_the_network_cut(built: tuple[Path, Path], tmp_path: Path) -> None:
    """From another folder, with nothing but the wheel and its dependencies."""
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(built[0])]
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(install, env=clean, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    (folder / "resume.md").write_text(WEAK, encoding="utf-8")
    blocker = tmp_path / "blocker"
    blocker.mkdir()
    (blocker / "sitecustomize.py").write_text(BLOCK, encoding="utf-8")
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(blocker), "HOME": str(tmp_path)}
    check = [str(python.parent / "bulletlint"), "check", "resume.md", "--format", "json"]
    if subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0:
        check = ["unshare", "-rn", *check]
    ran = subprocess.run(check, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (1, "")
    codes = [finding["code"] for finding in json.loads(ran.stdout)["files"][0]["bullets"][0]["findings"]]
    assert "BL101" in codes
