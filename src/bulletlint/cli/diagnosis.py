"""Is this installation sound? One line per part, with what to do if it is not."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from time import perf_counter

from bulletlint.config.merge import load_configuration
from bulletlint.core.errors import BulletlintError
from bulletlint.core.settings import Settings
from bulletlint.core.version import __version__
from bulletlint.core.wording import count
from bulletlint.rulebook.rulebook import load_rulebook

#: A bullet with a known verb, number and cost, to see that the parts work together.
PROBE = "# Experience\n\n- Built a cache for the search team.\n"


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the installation: whether it works, and what was seen or what to do."""

    name: str
    sound: bool
    remark: str


def examine_installation(*, config_file: str | None = None, isolated: bool = False) -> Iterator[Check]:
    """Yield one check per part: Python, libraries, configuration, rules, pipeline, readers, a whole run."""
    python = ".".join(str(part) for part in sys.version_info[:3])
    yield Check("python", (3, 10) <= sys.version_info[:2] < (3, 15), f"{python}; 3.10 to 3.14 are supported")
    yield Check("bulletlint", True, __version__)
    for name in ("spacy", "click", "pyyaml", "markdown-it-py"):
        yield _try(name, lambda name=name: version(name))  # type: ignore[misc]
    settings = Settings()

    def examine_config() -> str:
        nonlocal settings
        configuration = load_configuration(config_file=config_file, isolated=isolated, given={})
        settings = configuration.settings
        return str(configuration.path) if configuration.path else "none; the defaults are in force"

    yield _try("configuration", examine_config)
    yield _try("rules", lambda: count(len(load_rulebook(settings).rules), "rule"))
    yield _try("pipeline", lambda: _examine_pipeline(settings))
    yield _try("readers", _examine_readers)
    yield _try("check", lambda: _examine_run(settings))


def _try(name: str, examine: Callable[[], str]) -> Check:
    try:
        return Check(name, True, examine())
    except BulletlintError as error:
        return Check(name, False, str(error))
    except PackageNotFoundError:
        return Check(
            name, False, f"is not installed; run: pip install --force-reinstall bulletlint=={__version__}"
        )
    except Exception as error:
        return Check(name, False, " ".join(f"{type(error).__name__}: {error}".split()))


def _examine_pipeline(settings: Settings) -> str:
    from bulletlint.pipeline import describe_pipeline, load_pipeline

    start = perf_counter()
    nlp = load_pipeline(settings.model)
    return f"{describe_pipeline(nlp)}, loaded in {perf_counter() - start:.2f} s"


def _examine_readers() -> str:
    from bulletlint.read import FORMATS

    for row in FORMATS.values():
        importlib.import_module(f"bulletlint.read.{row.module}")
    return ", ".join(FORMATS)


def _examine_run(settings: Settings) -> str:
    from bulletlint.lint.linter import Linter

    report = Linter(Settings(model=settings.model, origins=settings.origins)).lint_text(
        PROBE, format="markdown"
    )
    codes = [finding.code for bullet in report.files[0].bullets for finding in bullet.findings]
    if "BL101" not in codes:
        raise BulletlintError("the finding on a weak bullet is missing; reinstall, or name another --model")
    return f"findings on a weak bullet ({', '.join(codes)})"


def render_checks(checks: list[Check]) -> str:
    """Return one line per check, and whether all is well."""
    width = max(len(check.name) for check in checks)
    lines = [
        f"{'ok  ' if check.sound else 'FAIL'}  {check.name:<{width}}  {check.remark}" for check in checks
    ]
    failed = sum(not check.sound for check in checks)
    lines.append("all is well" if not failed else f"{failed} of {len(checks)} failed")
    return "\n".join(lines) + "\n"
