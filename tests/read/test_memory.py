"""No file takes more than 500 MB to read: the worst of each format up to its limits, in a process that has no more.

What they are was found by filling files with each mark of `test_linear.py`, with and without words between.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from bulletlint.read.deadline import OVERDUE

SAMPLES = Path(__file__).parents[2] / "samples"
MOST_MEMORY = 500_000_000
#: Reads files, named with a tab and what they are told by, in a process that has so much more memory than it began with.
CHILD = f"""
import json, resource, sys
from pathlib import Path
from bulletlint.core.errors import ReadError
from bulletlint.read import read_bytes, read_file
for sample in Path(sys.argv[1]).glob("resume.*"):
    if sample.suffix != ".pdf":
        read_file(sample)
pages = int(Path("/proc/self/statm").read_text().split()[0])
limit = pages * resource.getpagesize() + {MOST_MEMORY}
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
outcomes = {{}}
for path in sorted(Path(sys.argv[2]).iterdir()):
    try:
        read_file(path)
        outcome = "read"
    except ReadError as error:
        outcome = error.message
    except BaseException as error:
        outcome = type(error).__name__
    outcomes[path.name] = outcome
print(json.dumps(outcomes))
"""
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
YAML = "cv:\n  sections:\n    experience:\n      - company: A\n        highlights: "


def pack(body: str, **parts: str) -> bytes:
    """Return a Word file with such a body."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>")
        for name, part in parts.items():
            archive.writestr(name, part)
    return packed.getvalue()


def fill(piece: str, size: int) -> str:
    """Return as many pieces as fit into so many characters."""
    return piece * (size // len(piece))


#: Files by name, made when they are wanted.
WORST: dict[str, Callable[[], str | bytes]] = {
    "words.md": lambda: "- " + fill("word ", 980_000),
    "underscores.md": lambda: "- " + "_" * 980_000,
    "stars.md": lambda: "- " + ("*" + "word " * 4) * 29_000,
    "links.md": lambda: "- " + "[a](" * 4_900,
    "table.md": lambda: f"{'|a' * 7_000}|\n{'|-' * 7_000}|\n" + "|\n" * 9_000,
    "lines.txt": lambda: "Experience\n\n" + "Built one thing with words for that\n" * 9_900,
    "nested.tex": lambda: "\\item " + ("\\a{word word}" + "{word word}") * 4_900,
    "dollars.tex": lambda: "\\item " + ("$" + "word " * 4) * 29_000,
    "macros.tex": lambda: "\\newcommand{\\a}{" + "word " * 100_000 + "}\\item " + "\\a " * 14_000,
    "doubling.tex": lambda: "\\newcommand{\\a}[1]{" + "#1" * 8 + "}\\item " + "\\a{" * 12 + "Led" + "}" * 12,
    "calls.typ": lambda: "- " + ("#a" + "word " * 3) * 29_000,
    "doubling.typ": lambda: "#let f(x) = [#x #x]\n- " + "#f[" * 3_000 + "Led" + "]" * 3_000,
    "text.html": lambda: "<p>" + fill("word ", 3_950_000),
    "entities.html": lambda: "<p>" + ("&" + "word " * 19) * 29_900,
    "spans.html": lambda: "<table>" + "<tr><td rowspan=9999 colspan=9999>a</td></tr>" * 9_900,
    "values.json": lambda: '{"work": [' + "1, " * 29_000 + "1]}",
    "deep.json": lambda: '{"work": ' + "[" * 4_900 + "]" * 4_900 + "}",
    "aliases.yaml": lambda: (
        "a0: &a0 [x, x, x]\n"
        + "".join(f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}, *a{n - 1}]\n" for n in range(1, 40))
        + f"{YAML}*a39\n"
    ),
    "texts.yaml": lambda: f't: &t "{fill("word ", 500_000)}"\n{YAML}[{"*t, " * 3_000}]\n',
    "merged.yaml": lambda: (
        "e: &e {" + ", ".join(f"k{n}: v" for n in range(5_000)) + "}\ncv:\n  sections:\n    experience:\n"
        + "      - <<: *e\n        company: B\n" * 2_000
    ),
    "replaced.rst": lambda: f".. |a| replace:: {fill('word ', 250_000)}\n\n- " + "|a| " * 14_000,
    "macros.org": lambda: f"#+MACRO: a {fill('word ', 250_000)}\n- " + "{{{a}}} " * 4_900,
    "paragraphs.docx": lambda: pack(fill("<w:p><w:r><w:t>a</w:t></w:r></w:p>", 9_900_000)),
    "words.docx": lambda: pack(f"<w:p><w:r><w:t>{fill('word ', 9_900_000)}</w:t></w:r></w:p>"),
    "empty.docx": lambda: pack(fill("<w:p/>", 9_900_000)),
    "attributes.docx": lambda: pack("<w:p " + " ".join(f'a{n}="b"' for n in range(600_000)) + "/>"),
    "header.docx": lambda: pack(
        "<w:p/>", **{"word/header1.xml": f"<w:hdr {WORD}><w:p><w:r><w:t>{'word ' * 1_900_000}</w:t></w:r></w:p></w:hdr>"}
    ),
}  # fmt: skip


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="the system does not say what a process takes"
)
def test_the_worst_files_are_read_or_refused_within_the_memory(tmp_path: Path) -> None:
    """None is stopped for want of memory, nor by the last limit of time."""
    for name, write in WORST.items():
        content = write()
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    command = [sys.executable, "-c", CHILD, str(SAMPLES), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    outcomes = json.loads(done.stdout)
    assert outcomes.keys() == WORST.keys()
    assert {name: said for name, said in outcomes.items() if said in ("MemoryError", OVERDUE)} == {}
    assert {name: said for name, said in outcomes.items() if said.endswith("Error")} == {}
