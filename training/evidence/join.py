"""Joins labels that are stored without their texts with the texts, which are other people's words and not in here.

    python -m training.evidence.join LABELS.tsv OUT.tsv TEXTS …

A row of LABELS names its text by the first 12 hex digits of the SHA-1 of its UTF-8 bytes, and spans by character
offsets. TEXTS hold a text a line, or a column `text`. Rows whose text is not there are counted and left out.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator
from hashlib import sha1
from pathlib import Path


def name_text(text: str) -> str:
    """Return the id of a text."""
    return sha1(text.encode("utf-8")).hexdigest()[:12]


def read_lines(paths: Iterable[Path]) -> Iterator[str]:
    """Yield the texts of files: the column `text` of a .tsv file, the lines of any other."""
    for path in paths:
        with path.open(encoding="utf-8", newline="") as stream:
            if path.suffix == ".tsv":
                for row in csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE):
                    yield row["text"]
            else:
                yield from (line.strip() for line in stream)


def cut_spans(spans: str, text: str) -> str:
    """Return `label=start-end | …` as `label=words | …`; raises ValueError for a span outside of the text."""
    parts = []
    for part in filter(None, spans.split(" | ")):
        label, _, place = part.partition("=")
        start, end = (int(number) for number in place.split("-"))
        if not 0 <= start < end <= len(text):
            raise ValueError(f"{part} is no span of a text of {len(text)} characters")
        parts.append(f"{label}={text[start:end]}")
    return " | ".join(parts)


def join_labels(labels: Path, texts: Iterable[str]) -> tuple[list[dict[str, str]], int]:
    """Return the labelled rows, and how many rows have no text."""
    known = {name_text(text): text for text in texts}
    with labels.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    joined = [
        {**row, "spans": cut_spans(row["spans"], known[row["id"]]), "text": known[row["id"]]}
        for row in rows
        if row["id"] in known
    ]
    return joined, len(rows) - len(joined)


def main() -> None:
    """Read the arguments, join and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("labels", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("texts", nargs="+", type=Path)
    options = parser.parse_args()
    rows, lost = join_labels(options.labels, read_lines(options.texts))
    if not rows:
        parser.error("none of the texts has a label; check the files of texts")
    with options.output.open("w", encoding="utf-8", newline="") as stream:
        stream.write("\t".join(rows[0]) + "\n")
        stream.writelines("\t".join(row.values()) + "\n" for row in rows)
    print(f"{len(rows)} rows written, {lost} without a text")


if __name__ == "__main__":
    main()
