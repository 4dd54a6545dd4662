"""Writes ten invented people's resumes in many layouts, with what is right to read of each.

    python -m benchmarks.layouts FOLDER

Writes FOLDER/seen and FOLDER/held-out, each with an `expected.json` for `python -m benchmarks.reading`. Layouts are
shared out by their names: look at the errors of those in `seen` only, and measure on those in `held-out`.
"""

from __future__ import annotations

import argparse
import json
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.layouts import data, latex, markdown, outlines, page, printed, text, typst, word
from benchmarks.layouts.people import BULLET_PARTS, Person, load_people
from benchmarks.layouts.writer import Layout

LAYOUTS: tuple[Layout, ...] = (
    *markdown.LAYOUTS, *text.LAYOUTS, *page.LAYOUTS, *word.LAYOUTS, *outlines.LAYOUTS, *data.LAYOUTS,
)  # fmt: skip
#: What is typeset before it is read.
TYPESET: tuple[Layout, ...] = (*latex.LAYOUTS, *typst.LAYOUTS, *printed.LAYOUTS)


def is_held_out(layout: Layout) -> bool:
    """Tell whether a layout is one to measure on, by its name."""
    return zlib.crc32(layout.name.encode()) % 2 == 1


def describe(person: Person, layout: Layout, file: str) -> dict[str, Any]:
    """Return what is right to read of a person's resume in a layout, as a row of `expected.json`."""
    entries = [
        (part, entry) for part in layout.order if part in BULLET_PARTS for entry in person.entries(part)
    ]
    bullets = [" ".join(bullet.split()) for _, entry in entries for bullet in entry.bullets]
    row: dict[str, Any] = {"file": file, "kind": layout.name, "bullets": bullets}
    if layout.sections:
        row["section"] = {
            bullet: person.headings[part] for part, entry in entries for bullet in entry.bullets
        }
    row["ended"] = {
        bullet: entry.ended for _, entry in entries for bullet in entry.bullets if entry.ended is not None
    }
    return row


def write_layouts(folder: Path, layouts: Sequence[Layout] = LAYOUTS) -> None:
    """Write every person's resume in every one of some layouts below a folder."""
    rows: dict[str, list[dict[str, Any]]] = {"seen": [], "held-out": []}
    for split in rows:
        (folder / split).mkdir(parents=True, exist_ok=True)
    for layout in layouts:
        split = "held-out" if is_held_out(layout) else "seen"
        for person in load_people():
            file = f"{layout.name}-{person.trade.replace(' ', '-')}{layout.suffix}"
            content = layout.write(person)
            (folder / split / file).write_bytes(content.encode() if isinstance(content, str) else content)
            rows[split].append(describe(person, layout, file))
    for split, described in rows.items():
        source = json.dumps(described, ensure_ascii=False, indent=1)
        (folder / split / "expected.json").write_text(source + "\n", encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    write_layouts(parser.parse_args().folder, (*LAYOUTS, *TYPESET))
