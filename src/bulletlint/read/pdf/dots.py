"""Small shapes and pictures of a PDF page, which may be marks of bullets that are drawn and not written."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from bulletlint.core.document import Box

#: Sides of a dot in points, and how much longer one may be than the other.
_SMALLEST, _LARGEST, _LONGER = 1.0, 9.0, 2.0
#: Part of a page that a picture with words in it covers: a portrait is smaller, a background or a scan is larger.
_SMALLEST_PICTURE, _LARGEST_PICTURE = 0.12, 0.85
#: Objects of a page that are looked at.
_MOST_OBJECTS = 4_000
_DRAWN = frozenset({pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING})


def find_shapes(page: pypdfium2.PdfPage, edges: Box) -> tuple[list[Box], bool]:
    """Return the boxes of small shapes, and whether a picture covers much of a page with those edges.

    The boxes are (left, bottom, right, top) in the page's own coordinates; shapes within a form that is moved or scaled
    are passed over. Words may stand in a large picture.
    """
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    sides = [ctypes.byref(side) for side in (left, bottom, right, top)]
    whole = (edges[2] - edges[0]) * (edges[3] - edges[1])
    dots: list[Box] = []
    pictured = False
    for shape, kind in _list_drawn(page.raw):
        if not pdfium.FPDFPageObj_GetBounds(shape, *sides):
            continue
        width, height = right.value - left.value, top.value - bottom.value
        short, long = min(width, height), max(width, height)
        if short >= _SMALLEST and long <= _LARGEST and long <= _LONGER * short:
            dots.append((left.value, bottom.value, right.value, top.value))
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictured = pictured or _SMALLEST_PICTURE * whole < width * height < _LARGEST_PICTURE * whole
    return dots, pictured


def _list_drawn(page: Any) -> Iterator[tuple[Any, int]]:
    """Yield what is drawn on a page and not written, each with its kind."""
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        shape = pdfium.FPDFPage_GetObject(page, index)
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind in _DRAWN:
            yield shape, kind
