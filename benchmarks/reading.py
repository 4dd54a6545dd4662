"""Counts what is read rightly of resumes whose bullets are known: found, missed, garbled, spurious, by format.

    python -m benchmarks.reading FOLDER … [--errors] [--certain] [--by KEY] [--only SUFFIXES] [--markdown FILE]
        [--at-least SHARE]

A folder holds inputs and an `expected.json`, a list of objects: `file`; `bullets`, their exact texts in order; where it
matters `section` and `ended`, from a bullet to its heading and to whether the job has ended; `not_bullets` and
`text_absent`, texts that are no bullet, and that stand in no text read; `kind`, what the input tries; `doubtful`, that
people disagree. A bullet that was read is *found* where its text is the expected one, *garbled* where most of an
expected one is in it that was not found, else *spurious*. A file is right where all that is asked of it holds.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from bulletlint.core.document import Bullet, Document
from bulletlint.core.errors import ReadError
from bulletlint.read import read_file

#: Share of an expected bullet's words that one must hold to be called a garbled reading of it.
_GARBLED = 0.6


@dataclass(slots=True)
class Count:
    """What was counted over files; `errors` are lines that say what is wrong in which file."""

    files: int = 0
    right: int = 0
    expected: int = 0
    found: int = 0
    missed: int = 0
    garbled: int = 0
    spurious: int = 0
    sections: int = 0
    section_right: int = 0
    ends: int = 0
    end_right: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, other: Count) -> None:
        """Add the counts and errors of other files."""
        for one in fields(self):
            setattr(self, one.name, getattr(self, one.name) + getattr(other, one.name))


def count_folder(folder: Path, *, by: str = "format", doubtful: bool = True) -> dict[str, Count]:
    """Count over the inputs that a folder's `expected.json` names, by their format or by another key of theirs."""
    rows = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    counts: dict[str, Count] = {}
    for row in rows:
        if not doubtful and row.get("doubtful"):
            continue
        path = folder / row["file"]
        group = path.suffix.lstrip(".") if by == "format" else str(row.get(by))
        counts.setdefault(group, Count()).add(count_file(path, row))
    return counts


def count_file(path: Path, row: Mapping[str, Any]) -> Count:
    """Compare what is read from one file, and those it includes, with what is expected."""
    try:
        documents = read_file(path)
        error = None
    except ReadError as refused:
        documents, error = (), refused
    bullets = [bullet for document in documents for bullet in document.bullets]
    count = Count(files=1, expected=len(row["bullets"]))
    if error is not None and row.get("message", "") not in error.message:
        count.errors.append(f"refused: {error.message}")
    matched = _match_bullets(bullets, row["bullets"], count)
    _count_property(matched, row.get("section", {}), "section", count)
    _count_property(matched, row.get("ended", {}), "ended", count)
    texts = {fold(bullet.text) for bullet in bullets}
    count.errors += [f"is no bullet: {text}" for text in row.get("not_bullets", ()) if fold(text) in texts]
    read = "\n".join(_list_texts(documents))
    count.errors += [f"still there: {text!r}" for text in row.get("text_absent", ()) if text in read]
    count.errors += [f"not there: {text!r}" for text in row.get("text_present", ()) if text not in read]
    count.right = int(not count.errors)
    count.errors = [f"{row['file']}: {line}" for line in dict.fromkeys(count.errors)]
    return count


def fold(text: str) -> str:
    """Return a text with its white space folded, to be compared."""
    return " ".join(text.split())


def _list_texts(documents: Iterable[Document]) -> Iterable[str]:
    for document in documents:
        yield from document.headings
        yield from (fold(block.text) for block in document.blocks)


def _match_bullets(bullets: Sequence[Bullet], expected: Sequence[str], count: Count) -> dict[str, Bullet]:
    """Return the bullet that was read for each expected text; count the found, garbled, missed and spurious ones."""
    wanted = [fold(text) for text in expected]
    order = []
    matched: dict[str, Bullet] = {}
    left: list[Bullet] = []
    open_ = list(wanted)
    for bullet in bullets:
        text = fold(bullet.text)
        if text in open_:
            open_.remove(text)
            order.append(text)
            matched.setdefault(text, bullet)
        else:
            left.append(bullet)
    count.found = len(order)
    for bullet in left:
        text = fold(bullet.text)
        near = next((one for one in open_ if _is_near(text, one)), None)
        if near is None:
            count.spurious += 1
            count.errors.append(f"spurious: {text}")
        else:
            open_.remove(near)
            matched.setdefault(near, bullet)
            count.garbled += 1
            count.errors.append(f"garbled: {text}\n        expected: {near}")
    count.missed = len(open_)
    count.errors += [f"missed: {text}" for text in open_]
    if order != [text for text in wanted if text in order]:
        count.errors.append("order: bullets do not come in the order of the file")
    return matched


def _is_near(text: str, expected: str) -> bool:
    """Tell whether a text is a garbled reading of an expected one: cut, run on, or with letters wrong."""
    words, own = set(re.findall(r"\w+", expected.lower())), set(re.findall(r"\w+", text.lower()))
    if not words or not own:
        return False
    shared = len(words & own)
    if shared >= _GARBLED * len(words) or shared >= _GARBLED * len(own) and shared >= 3:
        return True
    return SequenceMatcher(None, text, expected, autojunk=False).ratio() >= _GARBLED


def _count_property(
    matched: Mapping[str, Bullet], wanted: Mapping[str, Any], name: str, count: Count
) -> None:
    """Count of how many bullets the section, or whether the job has ended, is as expected."""
    for text, value in wanted.items():
        bullet = matched.get(fold(text))
        if bullet is None:
            continue
        said = getattr(bullet, name)
        right = _fold_heading(said) == _fold_heading(value) if name == "section" else said == value
        if name == "section":
            count.sections += 1
            count.section_right += right
        else:
            count.ends += 1
            count.end_right += right
        if not right:
            count.errors.append(f"{name} is {said!r}, expected {value!r}: {text}")


def _fold_heading(heading: str | None) -> str | None:
    return heading if heading is None else " ".join(re.sub(r"[\W_]+", " ", heading.lower()).split())


def make_table(counts: Mapping[str, Count]) -> list[str]:
    """Return the lines of a Markdown table of counts, a row a group and one for all."""
    total = Count()
    for count in counts.values():
        total.add(count)
    header = (
        "| | files | right | expected | found | missed | garbled | spurious | section right | ended right |"
    )
    lines = [header, "|---|" + "---|" * (header.count("|") - 2)]
    for name, count in [*sorted(counts.items()), ("all", total)]:
        share = f" ({count.found / count.expected:.1%})" if count.expected else ""
        cells = (
            name, count.files, count.right, count.expected, f"{count.found}{share}", count.missed, count.garbled,
            count.spurious, f"{count.section_right} of {count.sections}", f"{count.end_right} of {count.ends}",
        )  # fmt: skip
        lines.append(f"| {' | '.join(map(str, cells))} |")
    return lines


def main() -> None:
    """Print the counts over the folders that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--errors", action="store_true", help="print what is wrong in which file")
    parser.add_argument("--by", default="format", help="key of expected.json to count by")
    parser.add_argument("--certain", action="store_true", help="leave out inputs that people disagree on")
    parser.add_argument("--only", default="", help="suffixes to count, separated by commas: md,txt")
    parser.add_argument("--markdown", type=Path, help="write the table to this file, too")
    parser.add_argument("--at-least", type=float, help="exit with 1 if a smaller share of the files is right")
    options = parser.parse_args()
    counts: dict[str, Count] = {}
    for folder in options.folders:
        for group, count in count_folder(folder, by=options.by, doubtful=not options.certain).items():
            counts.setdefault(group, Count()).add(count)
    wanted = set(options.only.split(",")) - {""}
    counts = {group: count for group, count in counts.items() if not wanted or group in wanted}
    table = make_table(counts)
    print("\n".join(table))
    if options.errors:
        for group in sorted(counts):
            print("\n".join(counts[group].errors))
    if options.markdown is not None:
        options.markdown.write_text("\n".join(table) + "\n", encoding="utf-8")
    files, right = (sum(getattr(count, name) for count in counts.values()) for name in ("files", "right"))
    if options.at_least is not None and right < options.at_least * files:
        sys.exit(1)


if __name__ == "__main__":
    main()
