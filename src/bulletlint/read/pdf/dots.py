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


def find_dots(page: pypdfium2.PdfPage) -> Iterator[Box]:
    """Yield the boxes (left, bottom, right, top) of small shapes, in the page's own coordinates.

    Shapes within a form that is moved or scaled are passed over.
    """
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    sides = [ctypes.byref(side) for side in (left, bottom, right, top)]
    for shape in _list_objects(page.raw):
        if pdfium.FPDFPageObj_GetType(shape) in _DRAWN and pdfium.FPDFPageObj_GetBounds(shape, *sides):
            width, height = right.value - left.value, top.value - bottom.value
            short, long = min(width, height), max(width, height)
            if short >= _SMALLEST and long <= _LARGEST and long <= _LONGER * short:
                yield left.value, bottom.value, right.value, top.value


def is_pictured(page: pypdfium2.PdfPage, edges: Box) -> bool:
    """Tell whether a picture covers much of a page with those edges: words may stand in it."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    sides = [ctypes.byref(side) for side in (left, bottom, right, top)]
    whole = (edges[2] - edges[0]) * (edges[3] - edges[1])
    for shape in _list_objects(page.raw):
        if pdfium.FPDFPageObj_GetType(shape) == pdfium.FPDF_PAGEOBJ_IMAGE and pdfium.FPDFPageObj_GetBounds(
            shape, *sides
        ):
            area = (right.value - left.value) * (top.value - bottom.value)
            if _SMALLEST_PICTURE * whole < area < _LARGEST_PICTURE * whole:
                return True
    return False


def _list_objects(page: Any) -> Iterator[Any]:
    for index in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        yield pdfium.FPDFPage_GetObject(page, index)
