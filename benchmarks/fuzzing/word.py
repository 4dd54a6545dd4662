"""Change a DOCX file by what it is made of: the XML of its parts, and the archive round them."""

from __future__ import annotations

import io
import random
import re
import zipfile
from zlib import error as ZlibError  # noqa: N812

from benchmarks.fuzzing.grammars import DEEPEST, Grammar, change_text
from benchmarks.fuzzing.marred import mar_bytes

_RUN = '<w:r><w:t xml:space="preserve">a</w:t></w:r>'
_COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_WORD = Grammar(
    re.compile(r"<[^<>]*>|[^<>]+|[<>]"),
    (
        "<w:p>@</w:p>",
        f"<w:p>{_RUN}@</w:p>",
        "<w:r>@</w:r>",
        "<w:r><w:t>@</w:t></w:r>",
        "<w:r><w:tab/>@<w:br/></w:r>",
        '<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr>@</w:p>',
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="8"/><w:numId w:val="2"/></w:numPr></w:pPr>@</w:p>',
        '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>@</w:p>',
        "<w:tbl><w:tr><w:tc>@</w:tc><w:tc>@</w:tc></w:tr></w:tbl>",
        f"<w:tbl><w:tr><w:tc><w:p>{_RUN}</w:p>@</w:tc></w:tr></w:tbl>",
        "<w:ins>@</w:ins>",
        "<w:del>@</w:del>",
        "<w:moveFrom>@</w:moveFrom>",
        "<w:hyperlink>@</w:hyperlink>",
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>@</w:sdtContent></w:sdt>",
        "<w:txbxContent>@</w:txbxContent>",
        f'<mc:AlternateContent xmlns:mc="{_COMPATIBLE}"><mc:Choice>@</mc:Choice></mc:AlternateContent>',
        f'<mc:AlternateContent xmlns:mc="{_COMPATIBLE}"><mc:Fallback>@</mc:Fallback></mc:AlternateContent>',
        '<w:fldSimple w:instr="DATE">@</w:fldSimple>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>@<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        "<w:rPr><w:b/><w:strike/><w:vanish/>@</w:rPr>",
        '<w:style w:type="paragraph" w:styleId="ListBullet"><w:basedOn w:val="ListBullet"/>@</w:style>',
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/>@</w:num>',
        "<w:sectPr><w:cols w:num=\"2\"/>@</w:sectPr>",
        "<!-- @ -->",
        "<![CDATA[@]]>",
        "&#8226;@",
        "<unknown>@</unknown>",
    ),
    re.compile(r"<[^!?/](?:[^<>]*[^/<>])?>"),
    re.compile(r"</"),
    broken=40,
)  # fmt: skip


def change_word(content: bytes, other: bytes, chance: random.Random, deepest: int = DEEPEST) -> bytes:
    """Return a DOCX file with its XML changed in one or two parts, now and then with its archive marred."""
    parts, others = unpack(content), unpack(other)
    names = [name for name in parts if name.endswith((".xml", ".rels"))]
    if not names or chance.randrange(16) == 0:
        return mar_bytes(content, other, chance)
    for _ in range(chance.choice((1, 1, 2))):
        # Most of what is read stands in one part.
        name = (
            "word/document.xml"
            if "word/document.xml" in names and chance.randrange(4)
            else chance.choice(names)
        )
        text = parts[name].decode("utf-8", "replace")
        borrowed = others.get(name, b"").decode("utf-8", "replace")
        parts[name] = change_text(text, borrowed, _WORD, chance, deepest).encode("utf-8", "replace")
    if chance.randrange(10) == 0:
        parts.pop(chance.choice(names), None)
    return pack(parts)


def pack(parts: dict[str, bytes]) -> bytes:
    """Return an archive of parts by their names."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED, 1)
    return packed.getvalue()


def unpack(content: bytes) -> dict[str, bytes]:
    """Return the parts of an archive by their names, none of one that is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    except (zipfile.BadZipFile, ZlibError, EOFError, OSError, ValueError, NotImplementedError, RuntimeError):
        return {}
