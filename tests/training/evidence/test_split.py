"""Who is held out: persons and writers, never rows."""

from __future__ import annotations

from training.evidence.bullets import LabelledBullet
from training.evidence.split import BLOCK, cut_triples, find_twins, place_bullets

ANSWERS = {"kind": "delivery"}


def make(number: int, text: str, collection: str = "real", source: str = "tech") -> LabelledBullet:
    return LabelledBullet(f"b{number}", text, collection, source, "", ANSWERS, ())


def test_neighbours_are_held_out_together() -> None:
    """A block of bullets in their persons' order stands in one part and one fold."""
    bullets = [
        make(number, f"Wrote report {'abcdefgh'[number % 8]}{number} on x{number}")
        for number in range(10 * BLOCK)
    ]
    placed = place_bullets(bullets, [bullet.id for bullet in bullets])
    for start in range(0, len(bullets), BLOCK):
        block = [item for item in placed[start : start + BLOCK] if item.part != "dropped"]
        assert len({item.part for item in block}) <= 1
        assert len({item.fold for item in block}) <= 1


def test_a_writer_is_held_out_whole() -> None:
    """All that one wrote stands in one part."""
    bullets = [make(n, f"Own words {n} of mine {n}", "written", f"writer-{n % 5}") for n in range(50)]
    parts: dict[str, set[str]] = {}
    for item in place_bullets(bullets, []):
        parts.setdefault(item.source, set()).add(item.part)
    assert all(len(found - {"dropped"}) <= 1 for found in parts.values())


def test_twins_follow_each_other() -> None:
    """A text that differs by a number is the same text, and is never learnt from and asked at once."""
    bullets = [
        make(n, "Answered calls from patients and families within 24 hours", source="other") for n in range(1)
    ]
    bullets += [make(7, "Answered calls from patients and families within 48 hours", source="other")]
    assert list(find_twins(bullets)) == [(0, 1)]
    first, second = place_bullets(bullets, [])
    assert (first.part, first.fold) == (second.part, second.fold)


def test_a_place_hangs_on_the_bullet_alone() -> None:
    """More bullets move no other."""
    bullets = [make(n, f"Sold {n} lamps to shop w{n} q{n} z{n}", source="other") for n in range(40)]
    few, many = place_bullets(bullets[:20], []), place_bullets(bullets, [])
    assert [item.part for item in few] == [item.part for item in many[:20]]


def test_numbers_make_no_difference_between_texts() -> None:
    """Triples are compared with every number made equal."""
    assert cut_triples("Cut costs by 40%") == cut_triples("Cut costs by 9%")
