"""Which format a file is in, told by its content where its name says nothing or something plainly wrong."""

from __future__ import annotations

import re

from bulletlint.errors import ReadError

#: Characters at the head of a file that are looked at.
_HEAD = 20_000

_LATEX = re.compile(
    r"^[^%\n]*\\(?:documentclass|begin\{document\}|resumeItem|cventry|resumeSubheading)\b", re.MULTILINE
)
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_JSON = re.compile(r"\s*\{\s*(?:\"|\}|\Z)|\s*\[\s*\{\s*\"")
_YAML = re.compile(r"^(?:cv|basics|work|experiences?|design|sections):[ \t]*(?:#.*)?$", re.MULTILINE)
_RESUME_KEYS = re.compile(
    r"(?:^|[{,\s])[\"']?(basics|work|experiences?|education|skills|projects|highlights|volunteer|achievements)[\"']?\s*:"
)
_TYPST = re.compile(r"^\s*#(?:import\s+\"|set\s+\w+\(|show\s*:|let\s+\w+)", re.MULTILINE)
_ORG = re.compile(
    r"^#\+(?:title|author|options|startup|latex_class|email)\b|^\*+ \S.*\n(?:.*\n)*?:PROPERTIES:", re.I | re.M
)
_RST = re.compile(r"^\S.{2,}\n([=\-~^\"'*+#`])\1{2,}[ \t]*\n\s*(?:[-*+] |\S)", re.MULTILINE)
_RST_MARKUP = re.compile(
    r"^\.\. |``[^`\n]+``|`[^`\n]+ <[^>\n]+>`_|^([=\-~]{4,})\n\S.*\n\1[ \t]*$", re.MULTILINE
)
_MARKDOWN_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE)
_MARKDOWN_MARKUP = re.compile(
    r"\*\*\S[^*\n]*\*\*|\[[^\]\n]+\]\([^)\s]+\)|^ {0,3}(?:---|\*\*\*)[ \t]*$|`[^`\n]+`", re.MULTILINE
)

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
        if b"application/vnd.oasis.opendocument" in content[:_HEAD]:
            raise ReadError("is an OpenDocument file; save it as .docx")
        raise ReadError("is a zip archive, not a resume")
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
    head = text[:_HEAD]
    found = _recognize_markup(head)
    if named is None:
        return found or _recognize_light_markup(head)
    if named == "plain":
        has_markdown = _MARKDOWN_HEADING.search(head) and _MARKDOWN_MARKUP.search(head)
        return found or ("markdown" if has_markdown else "plain")
    if found in ("html", "latex") and named not in ("html", "latex", "typst", "org", "rst"):
        return found if _starts_with(found, head) else named
    return named


def looks_like_resume_data(head: str) -> bool:
    """Tell whether the beginning of a JSON or YAML file has the keys of a resume."""
    return len(set(_RESUME_KEYS.findall(head))) >= 2 or re.search(r"^cv:", head, re.MULTILINE) is not None


def _recognize_markup(head: str) -> str | None:
    if _HTML.match(head):
        return "html"
    if _LATEX.search(head):
        return "latex"
    if _JSON.match(head):
        return "json"
    if _TYPST.search(head):
        return "typst"
    if _ORG.search(head):
        return "org"
    if _YAML.search(head):
        return "yaml"
    return None


def _recognize_light_markup(head: str) -> str:
    if _RST.search(head) and _RST_MARKUP.search(head):
        return "rst"
    if _MARKDOWN_HEADING.search(head) or _MARKDOWN_MARKUP.search(head):
        return "markdown"
    return "plain"


def _starts_with(found: str, head: str) -> bool:
    """Tell a file that is of the found format from one that only holds a piece of it."""
    bare = head.lstrip()
    return bare.startswith("<") if found == "html" else bare.startswith(("\\documentclass", "%", "\\begin"))
