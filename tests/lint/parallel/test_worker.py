"""What a worker makes of a chunk, in the test's own process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bulletlint.core.errors import BulletlintError, ConfigError, PipelineError
from bulletlint.core.settings import Settings
from bulletlint.lint.parallel import worker
from bulletlint.lint.parallel.worker import Orders, lint_chunk, make_linter


@pytest.fixture
def order() -> Iterator[Callable[[Settings], None]]:
    """Give orders to this process as if it were a worker, and forget them at the end."""

    def order(settings: Settings) -> None:
        worker._orders[:] = [Orders(settings)]
        make_linter.cache_clear()

    yield order
    worker._orders.clear()
    make_linter.cache_clear()


@pytest.fixture
def resume(tmp_path: Path) -> Path:
    """A resume with one bullet."""
    path = tmp_path / "resume.md"
    path.write_text("# Experience\n\n- Built a cache for search.\n", encoding="utf-8")
    return path


def test_a_chunk_is_answered_with_a_report_for_each_source(
    order: Callable[[Settings], None], resume: Path
) -> None:
    """Also for one that is not there."""
    order(Settings(select=("BL101",)))
    (first,), (second,) = lint_chunk((resume, resume.with_name("none.md")))
    assert [finding.code for finding in first.bullets[0].findings] == ["BL101"]
    assert second.error == f"{resume.with_name('none.md')}: no such file; check the path"


@pytest.mark.parametrize(
    ("settings", "kind"),
    [(Settings(profile="none"), ConfigError), (Settings(model="nowhere"), PipelineError)],
)
def test_wrong_settings_are_their_own_error(
    settings: Settings, kind: type[BulletlintError], order: Callable[[Settings], None], resume: Path
) -> None:
    """Which the run then raises as its own."""
    order(settings)
    with pytest.raises(kind):
        lint_chunk((resume,))


def test_a_failure_that_nobody_foresaw_is_one_line(
    order: Callable[[Settings], None], resume: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before the pipeline is loaded it ends the run, since every file would fail."""

    def fail(*arguments: object) -> None:
        raise KeyError("oops")

    order(Settings())
    monkeypatch.setattr("bulletlint.lint.linter.Linter.lint_chunk", fail)
    with pytest.raises(BulletlintError, match=r"^bulletlint itself failed \(KeyError: 'oops'\)"):
        lint_chunk((resume,))
