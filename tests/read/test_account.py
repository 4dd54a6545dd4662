"""Every word of a resume is accounted for once: in a bullet, in a heading, or in a line that was left out."""

from __future__ import annotations

import html
import re
import zipfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from time import process_time

import pypdfium2
import pytest

from bulletlint.core.document import Document, LeftOut
from bulletlint.core.places import find_line_starts
from bulletlint.read import find_format, read_bytes, read_file
from bulletlint.read.account import find_unread
from bulletlint.read.options import ReadOptions

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if find_format(path.name) is not None)
TEXTS = sorted(
    path
    for path in SAMPLES.rglob("*")
    if path.suffix not in (".docx", ".pdf") and find_format(path.name) is not None
)
ACCOUNT = ReadOptions(account=True)

#: What is mark-up in a source: its words are no text.
MARKUP = {
    ".html": r"<style>.*?</style>|<[^>]*>",
    ".json": r'"\w+":',
    ".md": r"(?!)",
    ".org": r"(?m)^ *:\w+:|^#\+\w+:",
    ".rst": r"(?m)^\.\. [^\n]*|^ +:\w+:",
    ".tex": r"\\(?:begin|end)\{[^{}]*\}|\\[A-Za-z@]+\*?",
    ".txt": r"(?m)^ *o ",
    ".typ": r"#?[\w.-]+(?=[(\[])|#\w+|\w+:",
    ".yaml": r"(?m)^[ -]*\w+:|>-",
}


def list_offsets(document: Document, unread: Sequence[LeftOut]) -> list[tuple[int, int]]:
    """Return the offsets of all that a document tells of its source: blocks, comments, what was passed over."""
    starts = find_line_starts(document.source)
    told = [
        (starts[line.place.line - 1] + line.place.column - 1, starts[line.place.end_line - 1] + line.place.end_column - 1)
        for line in unread
    ]  # fmt: skip
    told += [(comment.start, comment.end) for comment in document.comments]
    told += [(each.start, each.end) for block in document.blocks for each in block.stretches]
    return told


def count_words(texts: list[str]) -> Counter[str]:
    """Return how often each word stands in some texts, capitals or not."""
    return Counter(word.lower() for text in texts for word in re.findall(r"\w+", text))


def list_account(document: Document) -> list[str]:
    """Return the texts of bullets, headings and lines that were left out."""
    return [*(bullet.text for bullet in document.bullets), *(line.text for line in document.left_out)]


def count_marks(text: str) -> Counter[str]:
    """Return how often a single "o" is the mark of a line, and no word."""
    return Counter({"o": len(re.findall(r"(?m)^\s*o\s", text))})


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_the_account_holds_all_text(path: Path) -> None:
    """Nothing that a reader hands over is lost or told twice by selection."""
    for document in read_file(path):
        assert count_words(list_account(document)) == count_words(
            [block.text for block in document.blocks if block.kind != "comment"]
        )


@pytest.mark.parametrize("suffix", ["docx", "pdf", "tex"])
def test_formats_of_one_resume_have_one_account(suffix: str) -> None:
    """The same resume has the same words whatever it is written in: no reader loses or repeats one."""
    documents = [read_file(SAMPLES / f"resume.{name}")[0] for name in ("md", suffix)]
    wanted, found = (count_words(list_account(document)) for document in documents)
    assert found == wanted


@pytest.mark.parametrize("path", TEXTS, ids=[path.name for path in TEXTS])
def test_every_word_of_a_source_is_told_once(path: Path) -> None:
    """Each word that is no mark-up is in one block, comment or text that was passed over, and in no other."""
    for plain, document in zip(read_file(path), read_file(path, options=ACCOUNT), strict=True):
        unread = document.left_out[len(plain.left_out) :]
        source = document.source
        told = Counter(at for start, end in list_offsets(document, unread) for at in range(start, end))
        markup = {
            at for found in re.finditer(MARKUP[path.suffix], source, re.DOTALL) for at in range(*found.span())
        }
        words = [found.span() for found in re.finditer(r"[^\W_]+", source)]
        untold = [source[start:end] for start, end in words if not any(told[at] for at in range(start, end))]
        assert [
            source[start:end] for start, end in words if max(told[at] for at in range(start, end)) > 1
        ] == []
        assert Counter(untold) <= Counter(source[start:end] for start, end in words if start in markup)


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.docx")), ids=lambda path: path.name)
def test_every_word_of_a_word_file_is_told_once(path: Path) -> None:
    """What stands in the text elements of a DOCX file, and nothing else, is in the account."""
    package = zipfile.ZipFile(path)
    parts = [
        name for name in package.namelist() if re.match(r"word/(?:document|header\d|footer\d)\.xml", name)
    ]
    xml = " ".join(package.read(name).decode() for name in parts)
    # What a program draws that knows no text boxes stands there twice.
    xml = re.sub(r"<mc:Fallback>.*?</mc:Fallback>", "", xml, flags=re.DOTALL)
    text = re.sub(r"<w:delText.*?</w:delText>|<w:instrText.*?</w:instrText>", "", xml)
    text = html.unescape(
        re.sub(r"<[^>]*>", "", re.sub(r"</w:p>|<w:(?:br|tab|noBreakHyphen)\b[^>]*>", "\n", text))
    )
    (document,) = read_file(path, options=ACCOUNT)
    assert count_words(list_account(document)) == count_words([text]) - count_marks(text)


@pytest.mark.parametrize("path", sorted(SAMPLES.rglob("*.pdf")), ids=lambda path: path.name)
def test_every_word_of_a_pdf_file_is_told_once(path: Path) -> None:
    """What PDFium finds in the text layer, and nothing else, is in the account."""
    pdf = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    (document,) = read_file(path, options=ACCOUNT)
    told = count_words(list_account(document))

    # PDFium has one mark for the hyphen of a word that a line breaks, and for one that the word has by itself.
    def part(word: re.Match[str]) -> str:
        return word[1] + word[2] if (word[1] + word[2]).lower() in told else f"{word[1]} {word[2]}"

    text = re.sub(r"(\w+)\ufffe\s*(\w+)", part, text)
    assert told == count_words([text]) - count_marks(text)


@pytest.mark.parametrize(
    ("name", "source", "unread"),
    [
        (
            "a.html",
            "<title>Ada</title><nav><a href='/'>Home</a></nav><script>let a</script><p hidden>Old</p>"
            "<noscript>Turn on</noscript><svg><text>Logo</text></svg><ul><li>Cut costs by 20 %</li></ul>",
            [
                ("title of the page", "Ada"),
                ("navigation", "Home"),
                ("hidden", "Old"),
                ("shown without scripts only", "Turn on"),
                ("drawing", "Logo"),
            ],
        ),
        (
            "a.tex",
            "\\documentclass{article}\n\\begin{document}\n\\begin{itemize}[nosep]\n"
            "\\item Cut costs by 20 %\n\\item Led it\\footnote{Until 2019.} \\vspace{2mm}\n"
            "\\iffalse Old line \\fi\\end{itemize}\n\\end{document}",
            [
                ("preamble", "\\documentclass{article} \\begin{document}"),
                ("optional argument", "nosep"),
                ("footnote", "Until 2019."),
                ("argument of \\vspace", "2mm"),
                ("switched off", "Old line"),
            ],
        ),
        (
            "a.json",
            '{"meta": {"theme": "even"}, "work": [{"name": "Acme", "highlights": ["Cut costs by 20 %"]}]}',
            [("setting", "theme: even")],
        ),
        (
            "a.yaml",
            "design:\n  theme: classic\n  fonts: [Inter, Lato]\nwork:\n  - name: Acme\n    highlights:\n      - Cut it\n",
            [("setting", "theme: classic"), ("setting", "fonts: Inter"), ("setting", "fonts: Lato")],
        ),
        (
            "a.md",
            "---\nlayout: resume\n---\n# Work\n- Led [it](https://example.com/a) {: .wide}\n",
            [("front matter", "--- layout: resume ---"), ("address of a link", "https://example.com/a")],
        ),
    ],
)  # fmt: skip
def test_what_is_passed_over_has_a_reason(name: str, source: str, unread: list[tuple[str, str]]) -> None:
    """Text that is no part of the page stands in the account with its reason, where the account is asked for."""
    (plain,) = read_bytes(source.encode(), name=name)
    (document,) = read_bytes(source.encode(), name=name, options=ACCOUNT)
    assert document.bullets == plain.bullets
    added = document.left_out[len(plain.left_out) :]
    assert [(line.reason, line.text) for line in added] == unread
    assert added == find_unread(document.source, document.format, document.blocks, document.comments)


@pytest.mark.parametrize(
    ("format_name", "piece"),
    [
        ("html", "<!--"),
        ("html", "<script>"),
        ("latex", "\\href{a}{"),
        ("latex", "\\footnote{x "),
        ("typst", "#a("),
    ],
)
def test_the_account_takes_as_long_as_the_source_is(format_name: str, piece: str) -> None:
    """Marks that never end are told in bounded time."""
    start = process_time()
    find_unread(piece * 20_000, format_name, (), ())
    assert process_time() - start < 4


def test_every_word_of_plain_text_is_told_once() -> None:
    """In plain text all that is no mark, rule or directive is a word of the account."""
    (document,) = read_file(SAMPLES / "resume.txt")
    source = document.source
    for comment in document.comments:
        source = source.replace(source[comment.start : comment.end], "")
    assert count_words([source]) - count_marks(source) == count_words(list_account(document))
