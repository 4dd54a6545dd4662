"""Which format a file is in, told by its content where its name says nothing or something plainly wrong."""

from __future__ import annotations

import re

from bulletlint.core.errors import ReadError

#: Characters at the head of a file that are looked at.
HEAD = 20_000

# Patterns are texts, compiled by `re` when they are first needed: a suffix that is believed needs two of them.
_LATEX = r"(?m)^[^%\n]*\\(?:documentclass|begin\{document\}|resumeItem|cventry|resumeSubheading)\b"
# A comment may not run on past its end, or a page of comments has a way to be read for each set of them.
_HTML = r"(?is)\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b"
_JSON = r"\s*\{\s*(?:\"|\}|\Z)|\s*\[\s*\{\s*\""
_YAML = r"(?m)^(?:cv|basics|work|experiences?|design|sections):[ \t]*(?:#.*)?$"
_RESUME_KEYS = (
    r"(?:^|[{,\s])[\"']?"
    r"(basics|work|experiences?|education|skills|projects|highlights|volunteer|achievements)"
    r"[\"']?\s*:"
)  # fmt: skip
_TYPST = r"(?m)^[ \t]*#(?:import\s+\"|set\s+\w+\(|show\s*:|let\s+\w+)"
_ORG = r"(?im)^#\+(?:title|author|options|startup|latex_class|email)\b|^[ \t]*:PROPERTIES:[ \t]*$"
_RST = r"(?m)^\S.{2,}\n([=\-~^\"'*+#`])\1{2,}[ \t]*\n\s*(?:[-*+] |\S)"
_RST_MARKUP = r"(?m)^\.\. |``[^`\n]+``|`[^`\n]+ <[^>\n]+>`_|^([=\-~]{4,})\n\S.*\n\1[ \t]*$"
_MARKDOWNHEADING = r"(?m)^ {0,3}#{1,6}[ \t]+\S"
_MARKDOWN_MARKUP = r"(?m)\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\([^)\s]+\)|`[^`\n]+`"

#: Unreadable formats that are told apart to say what to do about them.
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an old Word file or has a password; save it as plain .docx"),
    (b"{\\rtf", "is an RTF file; save it as .docx"),
    (b"\x89PNG", "is a picture; give the resume as text, DOCX or PDF with a text layer"),
    (b"\xff\xd8\xff", "is a picture; give the resume as text, DOCX or PDF with a text layer"),
    (b"\x1f\x8b", "is compressed; unpack it first"),
)  # fmt: skip


def recognize_binary(content: bytes) -> str | None:
    """Return "docx" or "pdf" where the bytes say so, None for what may be text.

    Raises ReadError for a format that is known and not read.
    """
    if content.startswith(b"PK\x03\x04"):
        if b"word/" in content or b"[Content_Types].xml" in content:
            return "docx"
        if b"application/vnd.oasis.opendocument" in content[:HEAD]:
            raise ReadError("is an OpenDocument file; save it as .docx")
        raise ReadError("is a zip archive; unpack it first")
    if b"%PDF-" in content[:1024]:
        return "pdf"
    for signature, message in _REFUSED:
        if content.startswith(signature):
            raise ReadError(message)
    return None


def recognize_text(text: str, named: str | None) -> str:
    """Return the format of a text; `named` is what the file's suffix says, None without one.

    A suffix is believed unless the text is unmistakably something else.
    """
    head = text[:HEAD]
    if named is None:
        return _recognize_markup(head) or _recognize_light_markup(head)
    if named == "plain":
        has_markdown = re.search(_MARKDOWNHEADING, head) and re.search(_MARKDOWN_MARKUP, head)
        return _recognize_markup(head) or ("markdown" if has_markdown else "plain")
    if named in ("markdown", "json", "yaml"):
        bare = head.lstrip()
        if bare.startswith("<") and re.match(_HTML, head):
            return "html"
        if bare.startswith(("\\documentclass", "%", "\\begin")) and re.search(_LATEX, head):
            return "latex"
    return named


def looks_like_resume_data(head: str) -> bool:
    """Tell whether the beginning of a JSON or YAML file has the keys of a resume."""
    return len(set(re.findall(_RESUME_KEYS, head))) >= 2 or re.search(r"^cv:", head, re.MULTILINE) is not None


def _recognize_markup(head: str) -> str | None:
    if re.match(_HTML, head):
        return "html"
    if re.search(_LATEX, head):
        return "latex"
    if re.match(_JSON, head):
        return "json"
    if re.search(_TYPST, head):
        return "typst"
    if re.search(_ORG, head):
        return "org"
    if re.search(_YAML, head):
        return "yaml"
    return None


def _recognize_light_markup(head: str) -> str:
    if re.search(_RST, head) and re.search(_RST_MARKUP, head):
        return "rst"
    if re.search(_MARKDOWNHEADING, head) or re.search(_MARKDOWN_MARKUP, head):
        return "markdown"
    return "plain"
