"""A change to a module is in force wherever the module is used."""

from __future__ import annotations

import ast
import sys
from types import ModuleType

import pytest
from benchmarks.mutations import exchange, list_changes

SOURCE = """
TABLE = {"one": 1}
LIMIT = 2

def count():
    return TABLE["one"] + LIMIT
"""


def test_every_change_of_a_module_is_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    """That of a table too: it was left as it was, and counted as one that no test notices."""
    values = []
    for change in list_changes(SOURCE):
        module = ModuleType("bulletlint.counting")
        module.__file__ = "counting.py"
        monkeypatch.setitem(sys.modules, module.__name__, module)
        exec(compile(ast.parse(SOURCE), "counting.py", "exec"), vars(module))
        exchange(module, change.tree)
        values.append((change.line, vars(module)["count"]()))
    assert values == [(2, 4), (3, 4), (6, -1)]
