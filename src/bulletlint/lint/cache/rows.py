"""Which classes a cached report is made of: a new field of a class of its own has to be named here."""

from __future__ import annotations

from bulletlint.core.document import LeftOut, Place
from bulletlint.core.facts import Evidence, Lead
from bulletlint.core.finding import BulletReport, FileReport, Finding, Group, Piece, Rewrite, ScorePart, Slot
from bulletlint.core.rows import Layout

REPORT_LAYOUT: Layout = {
    Place: {},
    Evidence: {},
    Lead: {},
    ScorePart: {},
    Slot: {},
    Piece: {},
    Rewrite: {"slots": [Slot], "pieces": [Piece]},
    LeftOut: {"place": Place},
    Group: {},
    Finding: {"place": Place},
    BulletReport: {
        "place": Place,
        "lead": Lead,
        "evidence": [Evidence],
        "findings": [Finding],
        "rewrite": Rewrite,
        "parts": [ScorePart],
    },
    FileReport: {"bullets": [BulletReport], "findings": [Finding], "left_out": [LeftOut], "groups": [Group]},
}
