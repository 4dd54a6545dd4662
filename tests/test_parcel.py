"""Reports between processes."""

from __future__ import annotations

import pickle

from builders import make_report
from bulletlint.parcel import pack_results, unpack_results


def test_what_was_packed_comes_out_the_same() -> None:
    """Bullets, findings, rewrites and errors, and in fewer bytes than otherwise."""
    results = [(file,) for file in make_report().files]
    packed = pack_results(results)
    assert unpack_results(packed) == results
    assert len(packed) < len(pickle.dumps(results, pickle.HIGHEST_PROTOCOL))
