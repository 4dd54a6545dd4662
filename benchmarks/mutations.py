"""Change one operator, condition or constant of a module at a time and count the changes that no test notices.

    python -m benchmarks.mutations                       # the modules where an unnoticed change is worst
    python -m benchmarks.mutations --only exit_code --all
    python -m benchmarks.mutations --module src/bulletlint/check/cover.py --tests tests/check/test_cover.py

Each change is made in a process of its own, forked from one that has collected the tests: the code of the module's
functions is exchanged, the tests run until one fails. Tests that start bulletlint anew as a command do not see it.
Prints each change that passed, and a count by module. POSIX only.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import re
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: Seconds of processor time after which the tests of a change are taken for hanging, which is noticed.
MOST_SECONDS = 90
#: The modules where an unnoticed change is worst, each with the tests of its room.
WORST: dict[str, tuple[str, ...]] = {
    "check/cover": ("check/test_cover.py",),
    "report/redaction": ("report/test_redaction.py", "report/test_csv.py", "report/html/test_page.py"),
    "lint/directives": ("lint/test_directives.py", "lint/test_directive_words.py"),
    "lint/directive_words": ("lint/test_directive_words.py", "lint/test_directives.py"),
    "cli/exit_code": ("cli/test_exit_code.py",),
    "cli/overwriting": ("cli/test_overwriting.py",),
    "edit/files": ("edit/test_files.py",),
    "lint/baseline": ("lint/test_baseline.py", "cli/test_delivery.py"),
    "evidence/numbers/numerals": ("evidence/numbers",),
    "evidence/numbers/amount": ("evidence/numbers",),
    "evidence/numbers/amounts": ("evidence/numbers",),
    "rewrite/proof": ("rewrite/test_proof.py",),
    "rewrite/filled": ("rewrite/test_filled.py",),
    "lint/proving": ("lint/test_proving.py",),
}
#: Types of constants that are exchanged.
_PLAIN = (int, float, str, tuple, frozenset, re.Pattern)
_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.Div: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
_NAMED = {
    "any": "all", "all": "any", "min": "max", "max": "min", "startswith": "endswith", "endswith": "startswith",
    "issuperset": "isdisjoint", "isdisjoint": "issuperset", "isalnum": "isdigit", "isdigit": "isalpha",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Change:
    """One change to a module: its tree with it, and where and what it is."""

    tree: ast.Module
    line: int
    what: str


def list_changes(source: str) -> list[Change]:
    """Return every single change that can be made to a module, in the order of its text."""
    tree = ast.parse(source)
    changes = []
    unread = {id(node) for each in ast.walk(tree) for part in list_unread(each) for node in ast.walk(part)}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) in unread:
            continue
        if isinstance(node, ast.expr | ast.stmt | ast.comprehension) and not is_for_types(node):
            for variant in range(len(list_variants(node))):
                changed = copy.deepcopy(tree)
                target = next(each for index, each in enumerate(ast.walk(changed)) if index == number)
                before = show(target)
                list_variants(target)[variant]()
                line = node.target.lineno if isinstance(node, ast.comprehension) else node.lineno
                changes.append(
                    Change(ast.fix_missing_locations(changed), line, f"{before}  →  {show(target)}")
                )
    return sorted(changes, key=lambda change: change.line)


def list_unread(node: ast.AST) -> list[ast.expr]:
    """Return what a node has that decides nothing when the code runs: its decorators and its types."""
    if isinstance(node, ast.FunctionDef):
        return [*node.decorator_list, *([node.returns] if node.returns else [])]
    if isinstance(node, ast.ClassDef):
        return node.decorator_list
    annotation = node.annotation if isinstance(node, ast.arg | ast.AnnAssign) else None
    return [annotation] if annotation else []


def is_for_types(node: ast.AST) -> bool:
    """Tell whether a node is an `if TYPE_CHECKING`, of which nothing runs."""
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def show(node: ast.AST) -> str:
    """Return the first line of a node's code, as far as one line of a list goes."""
    if isinstance(node, ast.comprehension):
        return " if ".join(ast.unparse(each) for each in (node.iter, *node.ifs))
    return ast.unparse(node).splitlines()[0][:90]


def list_variants(node: ast.AST) -> list[Callable[[], None]]:
    """Return what changes a node, each time in one way; none where there is nothing to change."""
    variants: list[Callable[[], None]] = []
    if isinstance(node, ast.Compare):
        for number, operator in enumerate(node.ops):
            if type(operator) in _COMPARED:
                variants.append(partial(set_item, node.ops, number, _COMPARED[type(operator)]()))
    elif isinstance(node, ast.BoolOp):
        variants.append(lambda: setattr(node, "op", ast.Or() if isinstance(node.op, ast.And) else ast.And()))
        for number in range(len(node.values)):
            variants.append(partial(drop_item, node.values, number))
    elif isinstance(node, ast.BinOp) and type(node.op) in _COUNTED:
        variants.append(lambda: setattr(node, "op", _COUNTED[type(node.op)]()))
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        variants.append(lambda: setattr(node, "value", not node.value))
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float):
        variants.append(partial(setattr, node, "value", node.value + 1))
    elif isinstance(node, ast.If | ast.While | ast.IfExp):
        if not isinstance(node.test, ast.Compare):
            variants.append(lambda: setattr(node, "test", ast.UnaryOp(ast.Not(), node.test)))
    elif isinstance(node, ast.comprehension):
        for number in range(len(node.ifs)):
            variants.append(partial(drop_item, node.ifs, number))
    elif isinstance(node, ast.Name) and node.id in _NAMED:
        variants.append(lambda: setattr(node, "id", _NAMED[node.id]))
    elif isinstance(node, ast.Attribute) and node.attr in _NAMED:
        variants.append(lambda: setattr(node, "attr", _NAMED[node.attr]))
    return variants


def set_item(items: list[Any], number: int, value: Any) -> None:
    """Put a value in the place of another."""
    items[number] = value


def drop_item(items: list[Any], number: int) -> None:
    """Take an item out."""
    del items[number]


def exchange(module: ModuleType, tree: ast.Module) -> None:
    """Give the functions of a loaded module the code of a changed tree, and its constants their values.

    Whoever holds a function or constant of the module has the changed one from now on.
    """
    changed: dict[str, Any] = {name: value for name, value in vars(module).items() if name.startswith("__")}
    exec(compile(tree, str(module.__file__), "exec"), changed)
    for name, old in list(vars(module).items()):
        new = changed.get(name)
        if isinstance(old, type) and old.__module__ == module.__name__:
            for attribute, member in list(vars(old).items()):
                for one, other in zip(unwrap(member), unwrap(vars(new).get(attribute)), strict=False):
                    _exchange_code(one, other)
        elif getattr(old, "__module__", None) == module.__name__:
            for one, other in zip(unwrap(old), unwrap(new), strict=False):
                _exchange_code(one, other)
        elif isinstance(old, dict) and isinstance(new, dict):
            # In place, since others hold it; what a module fills while it runs, and functions, stay as they are.
            old.update(
                {key: new[key] for key in new if isinstance(new[key], _PLAIN) and old.get(key) != new[key]}
            )
        elif isinstance(old, _PLAIN) and old != new:
            for loaded in list(sys.modules.values()):
                if getattr(loaded, "__name__", "").startswith("bulletlint") and vars(loaded).get(name) is old:
                    setattr(loaded, name, new)


def unwrap(member: Any) -> Iterator[FunctionType]:
    """Yield the functions in a member of a module or class; what one has kept of earlier calls is forgotten."""
    if isinstance(member, property):
        yield from (each for each in (member.fget, member.fset) if isinstance(each, FunctionType))
        return
    if isinstance(member, cached_property):
        member = member.func
    while not isinstance(member, FunctionType) and hasattr(
        member, "__wrapped__" if callable(member) else "__func__"
    ):
        if hasattr(member, "cache_clear"):
            member.cache_clear()
        member = getattr(member, "__wrapped__", None) or member.__func__
    if isinstance(member, FunctionType):
        yield getattr(member, "__wrapped__", member)


def _exchange_code(old: FunctionType, new: FunctionType) -> None:
    if len(old.__code__.co_freevars) == len(new.__code__.co_freevars):
        old.__code__, old.__defaults__, old.__kwdefaults__ = (
            new.__code__,
            new.__defaults__,
            new.__kwdefaults__,
        )


def run_tests(session: pytest.Session) -> bool:
    """Run all tests until one fails, and tell whether none did."""
    for item, following in zip(session.items, [*session.items[1:], None], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        if session.testsfailed:
            return False
    return True


class Trial:
    """A pytest plugin that, in the place of one run of the tests, runs them once for every change."""

    def __init__(self, path: Path, count: int, seed: int) -> None:
        self._name = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
        self._path = path
        changes = list_changes(path.read_text(encoding="utf-8"))
        chosen = sorted(random.Random(seed).sample(range(len(changes)), min(count, len(changes))))
        self._changes = [changes[number] for number in chosen]
        self.passed: list[Change] = []
        self.tried = 0

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests unchanged, then under each change in a process of its own."""
        module = import_module(self._name)
        # Here, so that rules and pipeline are loaded once for all changes.
        if not run_tests(session):
            raise pytest.UsageError(f"the tests of {self._name} fail as they are")
        if self._changes and not self._run(
            session, Change(ast.parse(self._path.read_text("utf-8")), 0, ""), module
        ):
            raise pytest.UsageError(f"the tests of {self._name} fail in a process of their own")
        for change in self._changes:
            self.tried += 1
            if self._run(session, change, module):
                self.passed.append(change)
                line = f"{self._path.relative_to(ROOT)}:{change.line}: {change.what}"
                os.write(sys.__stderr__.fileno() if sys.__stderr__ else 2, f"  {line}\n".encode())
        return True

    def _run(self, session: pytest.Session, change: Change, module: ModuleType) -> bool:
        """Tell whether all tests pass under a change."""
        pid = os.fork()
        if pid == 0:
            try:
                import resource

                resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))
                exchange(module, change.tree)
                os._exit(0 if run_tests(session) else 1)
            finally:  # whatever went wrong was noticed, and no child may go on as the parent
                os._exit(1)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 0


def try_module(path: Path, tests: Sequence[str], count: int, seed: int) -> tuple[int, int]:
    """Return how many changes of a module were tried, and how many no test noticed."""
    trial = Trial(path, count, seed)
    options = [
        "-q",
        "-q",
        "--no-header",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:xdist",
        "-m",
        "not slow",
        "-s",
        "--tb=no",
    ]
    devnull, kept = os.open(os.devnull, os.O_WRONLY), os.dup(1)
    os.dup2(devnull, 1)
    try:
        code = pytest.main([*options, *tests], plugins=[trial])
    finally:
        os.dup2(kept, 1)
        os.close(devnull)
        os.close(kept)
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) or not trial.tried:
        sys.exit(f"the tests of {path} do not pass or there is nothing to change")
    return trial.tried, len(trial.passed)


def main() -> None:
    """Read the options, try the changes, print what passed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--module", type=Path, help="a module to change, with --tests")
    parser.add_argument("--tests", nargs="*", default=[], help="test files or folders that are to notice")
    parser.add_argument(
        "--only", nargs="*", help="of the worst modules those whose name has one of these in it"
    )
    parser.add_argument("--count", type=int, default=10, help="changes of a module, chosen by chance (10)")
    parser.add_argument("--all", action="store_true", help="every change that can be made")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chosen = [
        (ROOT / "src/bulletlint" / f"{name}.py", [str(ROOT / "tests" / test) for test in tests])
        for name, tests in WORST.items()
        if not options.only or any(part in name for part in options.only)
    ]
    count = 10**6 if options.all else options.count
    if options.module:
        tried, missed = try_module(options.module.resolve(), options.tests, count, options.seed)
        print(f"{missed} of {tried} changes passed in {options.module}", flush=True)
        return
    for (
        path,
        tests,
    ) in chosen:  # each in a process of its own, since pytest and the modules keep what they have loaded
        command = [sys.executable, "-m", "benchmarks.mutations", "--module", str(path), "--tests", *tests]
        subprocess.run([*command, "--count", str(count), "--seed", str(options.seed)], cwd=ROOT, check=False)


if __name__ == "__main__":
    main()
