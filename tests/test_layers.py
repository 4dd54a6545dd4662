"""Who may import whom: the layers of the architecture, read off the source."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import bulletlint

PACKAGE = Path(bulletlint.__file__).parent
MODULES = {
    ".".join(("bulletlint", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__"): path
    for path in sorted(PACKAGE.rglob("*.py"))
    if "rules" not in path.relative_to(PACKAGE).parts
}
#: Modules that talk to a person or a program outside; nobody else imports them.
ENDS = {"bulletlint.cli", "bulletlint.cli.repl", "bulletlint.lsp", "bulletlint.mcp", "bulletlint.batch"}
#: What each of these may import of ours, whether at the top or inside a function.
ALLOWED = {
    "bulletlint.core.document": set(),
    "bulletlint.core.errors": set(),
    "bulletlint.core.facts": set(),
    "bulletlint.core.finding": {"bulletlint.core.document", "bulletlint.core.facts"},
    "bulletlint.core.rule": {"bulletlint.core.document", "bulletlint.core.facts", "bulletlint.core.finding"},
    "bulletlint.check.score": {"bulletlint.core.facts"},
    "bulletlint.check.bullet_rules": {
        "bulletlint.core.document", "bulletlint.core.facts", "bulletlint.evidence", "bulletlint.core.finding", "bulletlint.core.rule",
        "bulletlint.check.rule_patterns",
    },
}  # fmt: skip
#: What readers may lean on besides each other.
READERS_LEAN_ON = {
    "bulletlint.read.decode", "bulletlint.core.document", "bulletlint.core.errors", "bulletlint.read.bullets.marks", "bulletlint.read.bullets.selection",
    "bulletlint.core.rules_folder", "bulletlint.core.strict_yaml",
}  # fmt: skip


def find_imports(module: str) -> set[str]:
    """Return the modules that a module names in any import, those only for type checking left out."""
    found: set[str] = set()
    tree = ast.parse(MODULES[module].read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            node.body = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {
                f"{node.module}.{alias.name}"
                for alias in node.names
                if f"{node.module}.{alias.name}" in MODULES
            }
    return found


def is_end(module: str) -> bool:
    """Tell whether a module is one of the ends, or a part of one that is a package."""
    return ".".join(module.split(".")[:2]) in ENDS


def find_own(module: str) -> set[str]:
    return {name for name in find_imports(module) if name in MODULES and name != "bulletlint"}


@pytest.mark.parametrize("module", sorted(ALLOWED))
def test_a_layer_imports_only_what_lies_below(module: str) -> None:
    """The shared types know nothing of those who use them."""
    assert find_own(module) <= ALLOWED[module]


@pytest.mark.parametrize("module", sorted(name for name in MODULES if name.startswith("bulletlint.read")))
def test_readers_know_documents_and_errors_only(module: str) -> None:
    """A reader never sees a rule, a fact or spaCy."""
    others = {name for name in find_own(module) if not name.startswith("bulletlint.read")}
    assert others <= READERS_LEAN_ON
    assert not any(name.split(".")[0] == "spacy" for name in find_imports(module))


@pytest.mark.parametrize("module", sorted(set(MODULES) - {"bulletlint.__main__"}))
def test_nobody_imports_the_ends(module: str) -> None:
    """The command line and the servers import the rest, never the other way round."""
    assert is_end(module) or not any(is_end(name) for name in find_own(module))


@pytest.mark.parametrize(
    "module",
    sorted(
        # A worker ends its own process when the run is gone.
        name
        for name in MODULES
        if not is_end(name) and name not in ("bulletlint.report.outlet", "bulletlint.lint.parallel.worker")
    ),
)
def test_only_the_ends_print_or_exit(module: str) -> None:
    """Every other part hands a value back."""
    calls = {
        node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func)
        for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    assert not calls & {"print", "exit", "sys.exit", "os._exit"}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_files_stay_short_enough_to_read(module: str) -> None:
    """Most have under 300 lines; one that grows past 420 is two."""
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= 420
