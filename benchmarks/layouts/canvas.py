"""Pages of a PDF file with text in the faces that every reader has, and small shapes."""
# ruff: noqa: E501  templates read better as they are written

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

HEIGHT, WIDTH = 842, 595
#: Widths of the characters from the space to the tilde, in thousandths of the font size (Adobe's metrics).
_WIDTHS = {
    "Helvetica": (
        "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 "
        "584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 "
        "611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 "
        "722 500 500 500 334 260 334 584"
    ),
    "Helvetica-Bold": (
        "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 584 "
        "584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 "
        "611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 333 611 556 "
        "778 556 556 500 389 280 389 584"
    ),
    "Times-Roman": (
        "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 564 "
        "564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 722 722 "
        "611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 278 500 500 "
        "722 500 500 444 480 200 480 541"
    ),
    "Times-Bold": (
        "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 570 "
        "570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 722 722 "
        "667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 333 556 500 "
        "722 500 500 444 394 220 394 520"
    ),
    "Courier": " ".join(["600"] * 95),
    "Courier-Bold": " ".join(["600"] * 95),
}  # fmt: skip
_TABLES = {face: [int(width) for width in widths.split()] for face, widths in _WIDTHS.items()}
#: Letters that Windows' western code has no place for, at codes that it does not use, by Adobe's names.
_NAMED = {"ł": (129, "lslash"), "ń": (141, "nacute")}
_CODES = {
    **{
        ord(bytes([code]).decode("cp1252")): chr(code)
        for code in range(128, 160)
        if code not in {129, 141, 143, 144, 157}
    },
    **{ord(letter): chr(code) for letter, (code, _) in _NAMED.items()},
}
_DIFFERENCES = " ".join(f"{code} /{name}" for code, name in _NAMED.values()).encode()
_OTHERS = {"–": 0.5, "—": 1.0, "•": 0.35, "€": 0.5, "’": 0.25, "‘": 0.25, "“": 0.4, "”": 0.4}


def measure(text: str, face: str, size: float) -> float:
    """Return the width of a text in points."""
    table = _TABLES[face]
    width = 0.0
    for character in text:
        base = unicodedata.normalize("NFD", character)[0]
        if " " <= base <= "~":
            width += table[ord(base) - 32] / 1000
        else:
            width += 0.6 if face.startswith("Courier") else _OTHERS.get(character, 0.55)
    return width * size


@dataclass(slots=True)
class Canvas:
    """A file that is being written; offsets are points from the top left of the page, of a text's baseline."""

    pages: list[list[bytes]] = field(default_factory=list)

    def turn(self) -> None:
        """Begin a page."""
        self.pages.append([])

    def put(self, x: float, y: float, text: str, face: str, size: float) -> None:
        """Write a text."""
        shown = (
            text.translate(_CODES)
            .encode("latin-1", "replace")
            .replace(b"\\", b"\\\\")
            .replace(b"(", b"\\(")
            .replace(b")", b"\\)")
        )
        name = b"F%d" % (1 + list(_TABLES).index(face))
        self.pages[-1].append(b"BT /%b %.2f Tf %.2f %.2f Td (%b) Tj ET" % (name, size, x, HEIGHT - y, shown))

    def dot(self, x: float, y: float, side: float) -> None:
        """Draw a filled square; `x` and `y` are its top left."""
        self.pages[-1].append(b"%.2f %.2f %.2f %.2f re f" % (x, HEIGHT - y - side, side, side))

    def colour(self, red: float, green: float, blue: float) -> None:
        """Set the colour of what follows."""
        self.pages[-1].append(b"%.2f %.2f %.2f rg" % (red, green, blue))

    def save(self) -> bytes:
        """Return the file."""
        count = len(self.pages)
        first = 3 + len(_TABLES)
        kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(count))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count),
        ]
        objects += [
            b"<< /Type /Font /Subtype /Type1 /BaseFont /%b /Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding"
            b" /Differences [%b] >> >>" % (face.encode(), _DIFFERENCES)
            for face in _TABLES
        ]
        fonts = b" ".join(b"/F%d %d 0 R" % (number, number + 2) for number in range(1, len(_TABLES) + 1))
        for number, page in enumerate(self.pages):
            objects.append(
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Resources << /Font << %b >> >> /Contents %d 0 R >>"
                % (WIDTH, HEIGHT, fonts, first + 2 * number + 1)
            )
            content = b"\n".join(page)
            objects.append(b"<< /Length %d >> stream\n%b\nendstream" % (len(content), content))
        written, offsets = b"%PDF-1.4\n", []
        for number, content in enumerate(objects, 1):
            offsets.append(len(written))
            written += b"%d 0 obj\n%b\nendobj\n" % (number, content)
        table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
        size = len(objects) + 1
        head = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
        tail = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(written))
        return written + head + tail
