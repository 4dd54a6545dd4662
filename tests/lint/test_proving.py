"""Whether a rewrite is true to its bullet."""

from __future__ import annotations

import pytest

import bulletlint

BULLET = "Implemented Redis caching for the search API, cutting p95 latency by 40 %."


def test_a_true_rewrite_holds() -> None:
    """Nothing new, nothing lost, and the rules that it answers are named."""
    rewrite = "Cut p95 latency by 40 % with Redis caching for the search API, at ⟨cost⟩, with ⟨fallback⟩."
    proof = bulletlint.prove(BULLET, rewrite, profile="ai-pm")
    assert (proof.new, proof.lost, proof.broken) == ((), (), ())
    assert proof.holds
    assert {"missing-cost", "missing-fallback", "weak-verb"} <= set(proof.answered)


def test_the_profile_is_the_one_of_the_page_unless_it_is_named() -> None:
    """As in `lint_text`; bullet and rewrite are judged by the same."""
    proof = bulletlint.prove(BULLET, "Cut p95 latency by 40 % with Redis caching for the search API.")
    assert (proof.answered, proof.left, proof.broken) == (
        ("technique-first", "weak-verb"),
        ("missing-baseline",),
        (),
    )


@pytest.mark.parametrize(
    ("rewrite", "new", "lost"),
    [
        ("Cut p95 latency by 45 % with Redis caching for the search API.", ("45%",), ("40%",)),
        ("Cut p95 latency by 40 % with caching for the search API.", (), ("redis",)),
        ("Reliably cut p95 latency by 40 % with Redis caching for the search API.", ("reliably",), ()),
        ("Did not cut p95 latency by 40 % with Redis caching for the search API.", ("not",), ()),
    ],
)
def test_what_is_new_and_what_is_lost_is_named(
    rewrite: str, new: tuple[str, ...], lost: tuple[str, ...]
) -> None:
    """Figures with their units, names, and every word that says something."""
    proof = bulletlint.prove(BULLET, rewrite)
    assert not proof.holds
    assert set(new) <= set(proof.new)
    assert set(lost) <= set(proof.lost)


@pytest.mark.parametrize("rewrite", ["", "# Skills"])
def test_a_rewrite_that_is_no_bullet_breaks_no_rule(rewrite: str) -> None:
    """The bullet beside it is judged all the same, alone."""
    proof = bulletlint.prove(BULLET, rewrite, profile="ai-pm")
    assert (proof.left, proof.broken, proof.is_faithful) == ((), (), False)
    assert {"missing-cost", "missing-fallback", "weak-verb"} <= set(proof.answered)


def test_neither_of_two_that_are_no_bullets_breaks_a_rule() -> None:
    proof = bulletlint.prove("", "")
    assert (proof.answered, proof.left, proof.broken, proof.holds) == ((), (), (), True)
