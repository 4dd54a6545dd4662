"""Write the binary samples from resume.md: the same resume as DOCX and as PDF, with the variants in templates/.

Needs python-docx and fpdf2. Run it after a change of resume.md; the files come out the same whenever it is run.
"""

from __future__ import annotations

from pathlib import Path

from build_docx import build_list_paragraphs, build_styled, build_table
from build_pdf import build_dashes, build_symbols, build_two_columns
from resume_lines import read_lines

FOLDER = Path(__file__).parent
BUILDERS = {
    "resume.docx": build_styled,
    "templates/list_paragraphs.docx": build_list_paragraphs,
    "templates/typed_marks_in_table.docx": build_table,
    "resume.pdf": build_symbols,
    "templates/one_column.pdf": build_dashes,
    "templates/two_columns.pdf": build_two_columns,
}


def build_samples() -> dict[str, bytes]:
    """Return the samples by path below this folder."""
    lines = tuple(read_lines((FOLDER / "resume.md").read_text("utf-8")))
    return {name: build(lines) for name, build in BUILDERS.items()}


if __name__ == "__main__":
    for name, content in build_samples().items():
        (FOLDER / name).write_bytes(content)
