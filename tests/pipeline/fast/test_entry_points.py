"""Registries ask the installed packages once."""

from __future__ import annotations

from typing import Any

import catalogue
import pytest

from bulletlint.pipeline.fast.entry_points import remember_entry_points


class Installed:
    """Entry points that count who asks."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def select(self, group: str) -> list[Any]:
        """Return nothing, and take a note."""
        self.asked.append(group)
        return []


def test_a_group_is_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside the block; afterwards everything is as it was."""
    installed = Installed()
    monkeypatch.setattr(catalogue, "AVAILABLE_ENTRY_POINTS", installed)
    registry = catalogue.Registry(("pets", "cats"), entry_points=True)
    with remember_entry_points():
        assert [registry.get_entry_point("tabby"), registry.get_entry_points()] == [None, {}]
        assert installed.asked == ["pets_cats"]
    registry.get_entry_points()
    assert installed.asked == ["pets_cats"] * 2
    assert catalogue.AVAILABLE_ENTRY_POINTS is installed


def test_an_error_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    """A damaged pipeline is one."""
    installed = Installed()
    monkeypatch.setattr(catalogue, "AVAILABLE_ENTRY_POINTS", installed)
    with pytest.raises(OSError, match="gone"), remember_entry_points():
        raise OSError("gone")
    assert catalogue.AVAILABLE_ENTRY_POINTS is installed


def test_the_real_entry_points_are_the_same() -> None:
    """Of a registry that other packages add to."""
    import spacy

    expected = spacy.registry.lookups.get_entry_points()
    with remember_entry_points():
        assert spacy.registry.lookups.get_entry_points() == expected


def test_other_ways_of_keeping_entry_points_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with an older Python."""
    kept: dict[str, list[Any]] = {"pets_cats": []}
    monkeypatch.setattr(catalogue, "AVAILABLE_ENTRY_POINTS", kept)
    with remember_entry_points():
        assert catalogue.AVAILABLE_ENTRY_POINTS is kept
