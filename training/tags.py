"""Part-of-speech rules: a coarse class for every Penn tag."""

from __future__ import annotations

from typing import Any

BE = ("be", "am", "is", "are", "was", "were", "been", "being", "'m", "'re", "’m", "’re")
POS_BY_TAG = {
    "$": "SYM", "''": "PUNCT", ",": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT", ".": "PUNCT", ":": "PUNCT",
    "ADD": "X", "AFX": "ADJ", "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X", "GW": "X",
    "HYPH": "PUNCT", "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "LS": "X", "MD": "AUX",
    "NFP": "PUNCT", "NN": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "NNS": "NOUN", "PDT": "DET", "POS": "PART",
    "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "RP": "ADP", "SYM": "SYM",
    "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB", "VBP": "VERB",
    "VBZ": "VERB", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "SCONJ", "XX": "X", "``": "PUNCT",
}  # fmt: skip


def list_rules() -> list[dict[str, Any]]:
    """Return the attribute ruler's rules; later ones win."""
    rules: list[dict[str, Any]] = [
        {"patterns": [[{"TAG": tag}]], "attrs": {"POS": pos}} for tag, pos in POS_BY_TAG.items()
    ]
    rules.append({"patterns": [[{"DEP": "aux"}], [{"DEP": "auxpass"}]], "attrs": {"POS": "AUX"}})
    rules.append({"patterns": [[{"LOWER": form}] for form in BE], "attrs": {"POS": "AUX"}})
    rules.append({"patterns": [[{"TAG": "TO"}], [{"DEP": "neg"}]], "attrs": {"POS": "PART"}})
    rules.append({"patterns": [[{"TAG": "IN", "DEP": "mark"}]], "attrs": {"POS": "SCONJ"}})
    rules.append({"patterns": [[{"IS_SPACE": True}]], "attrs": {"TAG": "_SP", "POS": "SPACE"}})
    return rules
