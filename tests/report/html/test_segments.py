"""A bullet's text cut where evidence begins and ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.facts import Evidence
from bulletlint.report.html.segments import SHOWN, Segment, cut_segments

TEXT = "Cut p95 by 40 % at $90 a month."


def test_overlapping_evidence_is_cut_at_every_edge() -> None:
    """The same words may be a result and a cost."""
    evidence = (Evidence("outcome", "Cut p95 by 40 %", 0, 15), Evidence("cost", "40 % at $90", 11, 22))
    assert cut_segments(TEXT, evidence) == (
        Segment("Cut p95 by ", ("result",)),
        Segment("40 %", ("result", "cost"), ("result",)),
        Segment(" at $90", ("cost",), ("cost",)),
        Segment(" a month."),
    )


def test_evidence_that_is_not_shown_leaves_no_mark() -> None:
    assert cut_segments(TEXT, (Evidence("spec", "p95", 4, 7),)) == (Segment(TEXT),)


@given(
    st.lists(st.tuples(st.sampled_from(sorted(SHOWN)), st.integers(0, 31), st.integers(0, 31)), max_size=6)
)
def test_segments_make_up_the_text(spans: list[tuple[str, int, int]]) -> None:
    """And each label covers just the characters of its evidence."""
    evidence = [Evidence(label, TEXT[start:end], start, end) for label, start, end in spans if start < end]
    segments = cut_segments(TEXT, evidence)
    assert "".join(segment.text for segment in segments) == TEXT
    assert all(segment.text for segment in segments)
    offset = 0
    for segment in segments:
        for at in range(offset, offset + len(segment.text)):
            assert set(segment.labels) == {
                SHOWN[item.label] for item in evidence if item.start <= at < item.end
            }
        offset += len(segment.text)
