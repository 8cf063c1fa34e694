"""The words about a claim: how it is said, on what ground, how far it can be trusted, whether its words were found.

In go a case and a claim, out come lines of plain text. Must not know widgets.
"""

from collections.abc import Mapping

from explorer.case.case import Case
from explorer.case.evidence import Claim
from explorer.case.kinds import kind
from explorer.graph.words import when_words
from explorer.text.anchor import Anchor, Status

#: The Admiralty scale: who says it, and what is said, kept apart.
RELIABILITY = {
    "A": "reliable source",
    "B": "usually reliable source",
    "C": "fairly reliable source",
    "D": "not usually reliable source",
    "E": "unreliable source",
    "F": "source cannot be judged",
}
CREDIBILITY = {
    1: "confirmed by others",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
_FOUND: Mapping[Status, str] = {
    "exact": "",
    "normalized": "Found in the text with other marks or spaces",
    "ellipsis": "Found in the text in parts",
    "fuzzy": "Found in the text in other words",
    "conflict": "Not found in the text: what stands there says something else",
    "orphan": "Not found in the text",
}
UNSUPPORTED = "No passage: unsupported"


def grade_words(claim: Claim) -> str:
    """'F6 · cannot be judged', 'B2 · usually reliable source, probably true: on record'."""
    words = f"{RELIABILITY[claim.reliability]}, {CREDIBILITY[claim.credibility]}"
    if (claim.reliability, claim.credibility) == ("F", 6):
        words = "cannot be judged"
    reason = f": {claim.grade_reason}" if claim.grade_reason else ""
    return f"{claim.reliability}{claim.credibility} · {words}{reason}"


def manner_words(claim: Claim) -> str:
    """How it was said, when, and on what ground: 'Denies · stated by a source · said in June 2024'."""
    basis = kind("basis", claim.basis).label
    parts = [kind("stance", claim.stance).label, basis[:1].lower() + basis[1:]]
    if claim.when is not None:
        parts.append(f"said {when_words(claim.when)}")
    return " · ".join(parts)


def found_words(anchor: Anchor) -> str:
    """What is amiss with a passage in its text; nothing if it stands there word for word."""
    words = _FOUND[anchor.status]
    return f"{words}: {'; '.join(anchor.differences)}" if words and anchor.differences else words


def about_words(case: Case) -> str:
    """What the case holds, in numbers."""
    claims, quotes = len(case.claims), len(case.quotes)
    return f"{len(case.elements):,} elements, {claims:,} claims, {quotes:,} passages"
