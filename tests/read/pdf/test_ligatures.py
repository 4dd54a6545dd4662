"""Ligatures by their names."""

from __future__ import annotations

import zlib

from bulletlint.read.pdf.ligatures import find_ligatures

FONT = b"<< /Encoding << /Differences [27 /f_f_i /fi 31 /T_h /a.alt] >> >>"


def test_names_tell_the_letters() -> None:
    """Codes are counted from the number before the name."""
    assert find_ligatures(FONT) == {27: "ffi", 31: "Th"}


def test_fonts_that_disagree_tell_nothing() -> None:
    """Of a code that means two things."""
    assert find_ligatures(FONT + b"<< /Differences [27 /f_l] >>") == {31: "Th"}


def test_objects_in_a_packed_stream() -> None:
    """They are unpacked; a damaged one is passed over."""
    packed = b"<< /Type /ObjStm /Filter /FlateDecode >> stream\n%b\nendstream"
    assert find_ligatures(packed % zlib.compress(FONT) + packed % b"damaged") == {27: "ffi", 31: "Th"}
