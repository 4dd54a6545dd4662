"""The rooms of the package and who may use whom, read off the picture in docs/architecture.md."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import grimp
import pytest

import bulletlint

ROOT = Path(__file__).parent.parent
PACKAGE = Path(bulletlint.__file__).parent
#: A word of the picture that may be the name of a room.
_NAME = re.compile(r"[a-z]+")
MOST_ROOMS, MOST_LOOSE = 13, 3
#: Formats that know nothing of each other. Markdown and HTML stand inside others and are in `read/markup`.
FORMATS = ("plain", "rst", "org", "typst", "latex", "pdf", "docx", "data")
#: A worker ends its own process when the run is gone.
MAY_EXIT = ("bulletlint.__main__", "bulletlint.cli", "bulletlint.lint.parallel.worker")


def read_floors() -> list[tuple[str, ...]]:
    """Return the rooms of each floor of the picture, from the top down."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    picture = page.split("```")[1].strip("\n").splitlines()
    rooms = find_rooms()
    floors = []
    for line in picture:
        words = line.split()
        inside = 0
        while inside < len(words) and words[inside] in rooms and _NAME.fullmatch(words[inside]):
            inside += 1
        floors.append(tuple(words[:inside]))
    return floors


def find_rooms() -> set[str]:
    """Return the folders of the package that hold code."""
    return {path.parent.name for path in PACKAGE.glob("*/__init__.py")} - {"rules"}


@cache
def build_graph() -> grimp.ImportGraph:
    """Return who imports whom, inside functions and for types as well."""
    return grimp.build_graph("bulletlint", cache_dir=None, exclude_type_checking_imports=False)


def list_files() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "rules" not in path.relative_to(PACKAGE).parts)


def test_every_room_is_in_the_picture() -> None:
    """And none twice, and no more than a newcomer can hold in mind."""
    drawn = [room for floor in read_floors() for room in floor]
    assert sorted(drawn) == sorted(find_rooms())
    assert len(drawn) <= MOST_ROOMS
    assert len(list(PACKAGE.glob("*.py"))) <= MOST_LOOSE


def test_no_import_runs_up_or_sideways() -> None:
    """A room uses the floors below it only."""
    layers = [{f"bulletlint.{room}" for room in floor} for floor in read_floors()]
    found = build_graph().find_illegal_dependencies_for_layers(layers=layers)
    assert [(each.importer, each.imported) for each in found] == []


def test_no_module_stands_in_a_circle() -> None:
    """A module that is imported by what it imports can be understood only together with it."""
    graph = build_graph()
    circles = [
        (module, imported)
        for module in sorted(graph.modules)
        for imported in sorted(graph.find_modules_directly_imported_by(module))
        if graph.chain_exists(importer=imported, imported=module)
    ]
    assert circles == []


def test_formats_do_not_know_each_other() -> None:
    """What two formats share stands beside them, so that one can be changed without a look at the others."""
    assert set(FORMATS) <= {path.stem for path in (PACKAGE / "read").iterdir()}
    graph = build_graph()
    crossed = []
    for module in sorted(graph.modules):
        parts = module.split(".")
        if parts[1:2] != ["read"] or len(parts) < 3 or parts[2] not in FORMATS:
            continue
        for imported in sorted(graph.find_modules_directly_imported_by(module)):
            other = imported.split(".")
            if other[1:2] == ["read"] and other[2:] and other[2] in FORMATS and other[2] != parts[2]:
                crossed.append((module, imported))
    assert crossed == []


def test_readers_know_nothing_of_spacy() -> None:
    """A file is read before anything heavy is loaded."""
    found = [
        str(path.relative_to(PACKAGE))
        for path in sorted((PACKAGE / "read").rglob("*.py"))
        if re.search(
            r"^\s*(?:import|from) (?:spacy|thinc|numpy)", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    ]
    assert found == []


@pytest.mark.parametrize("path", list_files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_only_the_command_line_prints_or_exits(path: Path) -> None:
    """Every other part hands a value back."""
    module = ".".join(("bulletlint", *path.relative_to(PACKAGE).with_suffix("").parts))
    calls = {
        node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    assert module.startswith(MAY_EXIT) or not calls & {"print", "exit", "sys.exit", "os._exit"}


@pytest.mark.parametrize("path", list_files(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_stay_short_enough_to_read(path: Path) -> None:
    """Most have under 300 lines; one that grows past 420 is two."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 420
