"""Files and bytes to documents: tells the format, decodes, reads, and selects the bullets.

A format is a row of FORMATS and a function in the module that the row names; the module is imported when the first
file of that format is read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePath
from typing import Literal, NamedTuple

from bulletlint.core.document import Block, Document, Draft
from bulletlint.core.errors import ReadError
from bulletlint.core.regular_file import NotRegularError, read_regular
from bulletlint.read.deadline import limit_seconds
from bulletlint.read.decode import Decoded, decode_text
from bulletlint.read.limits import describe_excess, measure_load, refuse_overlong
from bulletlint.read.options import DEFAULTS, ReadOptions
from bulletlint.read.recognise import recognize_binary, recognize_text


class Format(NamedTuple):
    """How a format is told by its suffix, what its reader takes, and which function of which module that is."""

    suffixes: tuple[str, ...]
    takes: Literal["text", "bytes"]
    module: str
    function: str


FORMATS: dict[str, Format] = {
    "markdown": Format(
        (".md", ".markdown", ".mkd", ".mdx", ".qmd", ".rmd"), "text", "front_matter", "read_markdown_file"
    ),
    "plain": Format((".txt", ".text"), "text", "plain", "read_plain"),
    "latex": Format((".tex", ".latex", ".ltx"), "text", "latex.front", "read_latex"),
    "docx": Format((".docx",), "bytes", "docx.reader", "read_docx"),
    "pdf": Format((".pdf",), "bytes", "pdf.guard", "read_pdf_guarded"),
    "html": Format((".html", ".htm", ".xhtml"), "text", "markup.html", "read_html"),
    "json": Format((".json",), "text", "data.json_resume", "read_json_resume"),
    "yaml": Format((".yaml", ".yml"), "text", "data.rendercv", "read_rendercv"),
    "rst": Format((".rst", ".rest"), "text", "rst", "read_rst"),
    "org": Format((".org",), "text", "org", "read_org"),
    "typst": Format((".typ",), "text", "typst.reader", "read_typst"),
}  # fmt: skip

#: Largest files that are read, in bytes; a resume is far below, but HTML, DOCX and PDF may hold pictures.
SIZE_LIMITS = {"text": 1_000_000, "html": 4_000_000, "bytes": 50_000_000}


class _File(NamedTuple):
    """A file that has been decoded and not read yet."""

    name: str
    format: str
    decoded: Decoded
    content: bytes


def read_file(path: Path, *, options: ReadOptions = DEFAULTS) -> tuple[Document, ...]:
    """Read a resume from a file; a LaTeX or Typst file is followed by those below its folder that it includes.

    An included file that cannot be read is named in the notes of the first document, and is judged within the
    section in which it is included. Raises ReadError, with the path, for a file that is missing, too large, or not in
    a supported format, and RuleError for wrong section words in a rule folder of the user's.
    """
    root = _open_path(path)
    folder = path.parent.resolve()
    packages = _read_packages(root, folder)
    from bulletlint.read.inclusions import find_inclusions

    included = find_inclusions(root.decoded.text, path, root.format)
    if not included:
        return (_read_open(root, options, packages=packages),)
    files, names, notes = {path.resolve(): root}, {path.resolve(): path}, []
    load = measure_load(root.decoded.text, root.format)
    for each in included:
        names[each.path] = path.parent / each.path.relative_to(folder)
        try:
            file = _open_path(names[each.path])
        except ReadError as error:
            notes.append(f"left out: {error}")
            continue
        together = load.add(measure_load(file.decoded.text, root.format))
        if describe_excess(together, root.format):
            notes.append(f"left out: {names[each.path]}: all files together have too many lines or marks")
            continue
        files[each.path], load = file, together
    # A macro may be defined in any of the files: one of macros only, the root, the section itself.
    definitions = "\n".join(file.decoded.text for file in files.values())
    documents: list[Document] = []
    above: list[Block] = []

    def read_within(file: Path) -> None:
        read = _read_open(files[file], options, definitions, tuple(above), packages)
        documents.append(read)
        headings = [block for block in read.blocks if block.kind in {"heading", "paragraph"}]
        for each in included:
            if each.by == file and each.path in files:
                while headings and (headings[0].stretches[0].start or 0) < each.offset:
                    above.append(headings.pop(0))
                read_within(each.path)
        above.extend(headings)

    read_within(path.resolve())
    return (replace(documents[0], notes=(*documents[0].notes, *notes)), *documents[1:])


def _read_packages(file: _File, folder: Path) -> str:
    """Return the text of the LaTeX classes and packages that lie beside a file and that it asks for."""
    if file.format != "latex":
        return ""
    from bulletlint.read.latex.packages import find_packages, read_package

    return "\n".join(read_package(path) for path in find_packages(file.decoded.text, folder))


def read_bytes(
    content: bytes, *, name: str, options: ReadOptions = DEFAULTS, definitions: str = ""
) -> tuple[Document, ...]:
    """Read a resume from bytes; `name` is the path shown to the user, and its suffix tells the format.

    Where the suffix is unknown or plainly wrong the content tells it. `definitions` is a source in which macros are
    defined, beside the resume. Raises ReadError, with the name.
    """
    return (_read_open(_open_content(content, name), options, definitions),)


def _open_path(path: Path) -> _File:
    """Decode a file; raises ReadError, with the path."""
    name = str(path)
    try:
        if path.is_dir():
            raise ReadError("is a folder, not a file", path=name)
        if not path.is_file():
            raise ReadError(
                "is not a regular file" if path.exists() else "no such file; check the path", path=name
            )
        size = path.stat().st_size
        if size > SIZE_LIMITS["bytes"]:
            raise ReadError(describe_size(size, SIZE_LIMITS["bytes"]), path=name)
        content = read_regular(path, SIZE_LIMITS["bytes"])
    except NotRegularError:
        raise ReadError("is not a regular file", path=name) from None
    except OSError as error:
        raise ReadError(
            f"cannot be read ({error.strerror or error}); check its permissions", path=name
        ) from error
    return _open_content(content, name)


def _open_content(content: bytes, name: str) -> _File:
    with _named(name), limit_seconds():
        return _decode_content(content, name)


def _read_open(
    file: _File,
    options: ReadOptions,
    definitions: str = "",
    above: Sequence[Block] | None = None,
    packages: str = "",
) -> Document:
    """Read a file; `above` holds the blocks before the place where another file includes it, None where none does."""
    with _named(file.name), limit_seconds():
        return _read_decoded(file, options, definitions, above, packages)


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Name the file in the errors that are raised while it is decoded or read."""
    try:
        yield
    except ReadError as error:
        raise ReadError(error.message, path=error.path or name, line=error.line) from error
    except RecursionError:
        raise ReadError("is nested too deeply for a resume", path=name) from None


def find_format(name: str) -> str | None:
    """Return the format that a file name's suffix stands for, None if there is none."""
    suffix = PurePath(name).suffix.lower()
    return next((key for key, row in FORMATS.items() if suffix in row.suffixes), None)


def _decode_content(content: bytes, name: str) -> _File:
    named = find_format(name)
    binary = recognize_binary(content)
    if binary is None and named is not None and FORMATS[named].takes == "bytes":
        raise ReadError(f"is empty or damaged: its content is not {named.upper()}; export it again")
    limit = SIZE_LIMITS["bytes" if binary is not None else "html" if named == "html" else "text"]
    if len(content) > limit:
        raise ReadError(describe_size(len(content), limit))
    if binary is not None:
        return _File(name, binary, Decoded("", "binary"), content)
    decoded = decode_text(content)
    format_name = recognize_text(decoded.text, named)
    refuse_overlong(decoded.text, format_name)
    return _File(name, format_name, decoded, b"")


def _read_decoded(
    file: _File, options: ReadOptions, definitions: str, above: Sequence[Block] | None, packages: str
) -> Document:
    read, text = _find_reader(file.format), file.decoded.text
    if FORMATS[file.format].takes == "bytes":
        draft = read(file.content)
    elif file.format == "latex":
        draft = read(text, definitions=definitions, packages=packages, item_macros=options.item_macros)
    elif file.format == "typst":
        draft = read(text, definitions=definitions)
    else:
        draft = read(text)
    return _make_document(draft, file, options, above)


def _find_reader(format_name: str) -> Callable[..., Draft]:
    row = FORMATS[format_name]
    reader: Callable[..., Draft] = getattr(import_module(f"bulletlint.read.{row.module}"), row.function)
    return reader


def _make_document(
    draft: Draft, file: _File, options: ReadOptions, above: Sequence[Block] | None = None
) -> Document:
    # Here, since a file that is known is not read.
    from bulletlint.read.bullets.section_words import load_section_words
    from bulletlint.read.bullets.selection import select_bullets
    from bulletlint.read.parse_traits import find_traits

    decoded, known = file.decoded, load_section_words(options.rule_folders)
    bullets, left_out = select_bullets(draft, decoded.text, known, above=above)
    if options.account:
        from bulletlint.read.account import find_unread

        unread = find_unread(decoded.text, file.format, draft.blocks, draft.comments) if decoded.text else ()
        left_out = (*left_out, *draft.unread, *unread)
    return Document(
        path=file.name,
        format=file.format,
        source=decoded.text,
        bullets=bullets,
        left_out=left_out,
        comments=draft.comments,
        headings=tuple(" ".join(block.text.split()) for block in draft.blocks if block.kind == "heading"),
        encoding=decoded.encoding,
        blocks=draft.blocks,
        traits=find_traits(draft, file.format, bullets, known),
        notes=(*((decoded.note,) if decoded.note else ()), *draft.notes),
    )


def describe_size(size: int, limit: int) -> str:
    """Return why a file of so many bytes is refused."""
    limited = f"has {size / 1e6:.0f} MB, more than the limit of {limit / 1e6:.0f} MB for a resume"
    return f"{limited}; shorten it or take out pictures"
