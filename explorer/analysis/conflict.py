"""Contradictions: what is said by some and denied or answered by others.

In goes a case, out come pairs of claims that stand against each other, both sides as they are. Must not know who is
right, and never decides.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from explorer.case.case import Case
from explorer.case.evidence import Claim
from explorer.case.once import once

#: The rules by which a pair is found, in words to be shown.
SAID_AND_DENIED = "Said and denied"
DISPUTED = "Disputed by another statement"
ANSWERED = "Answered by another statement"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Claims that state something, the claims that stand against them, the elements in dispute, and the rule."""

    elements: tuple[str, ...]
    left: tuple[str, ...]
    right: tuple[str, ...]
    rule: str

    @property
    def claims(self) -> tuple[str, ...]:
        """All claims of both sides."""
        return self.left + self.right


@once
def contradictions(case: Case) -> tuple[Contradiction, ...]:
    """One contradiction for each speaker who denies or answers something that is also said, in the order of the file.

    Two rules find them: the same element is both said and denied; or a claim names the elements that it is against.
    What one speaker holds against the same elements is one contradiction, however many sentences they take.
    """
    found: dict[int, Contradiction] = {}
    #: by speaker and disputed element: the one among those found
    held: dict[tuple[str, str], int] = {}
    disputed_in: dict[int, dict[tuple[str, str], None]] = {}
    for number, claim in enumerate(case.claims.values()):
        pair = _pair(case, claim)
        if pair is None:
            continue
        disputed = {(claim.speaker, key): None for key in _disputed(case, claim)}
        same = sorted({held[key] for key in disputed if key in held})
        for other in same:
            disputed |= disputed_in.pop(other)
        found[number] = _joined([*(found.pop(other) for other in same), pair])
        disputed_in[number] = disputed
        held.update(dict.fromkeys(disputed, number))
    return tuple(found.values())


def contradictions_of(found: Iterable[Contradiction], element: str) -> tuple[Contradiction, ...]:
    """Those of the contradictions that an element takes part in."""
    return tuple(pair for pair in found if element in pair.elements)


def _disputed(case: Case, claim: Claim) -> tuple[str, ...]:
    """The elements that a claim stands against: its own, if others say it, and those that it names."""
    own = (claim.about,) if claim.stance == "denies" else ()
    return tuple(key for key in dict.fromkeys((*own, *claim.against)) if _stated(case, key, claim))


def _stated(case: Case, element: str, against: Claim) -> list[str]:
    return [
        claim.id
        for claim in case.claims_about(element)
        if claim.stance != "denies" and claim.id != against.id and claim.speaker != against.speaker
    ]


def _pair(case: Case, claim: Claim) -> Contradiction | None:
    disputed = _disputed(case, claim)
    if not disputed:
        return None
    left = dict.fromkeys(key for element in disputed for key in _stated(case, element, claim))
    rule = SAID_AND_DENIED if claim.about in disputed else DISPUTED if claim.stance == "denies" else ANSWERED
    return Contradiction(tuple(dict.fromkeys((claim.about, *disputed))), tuple(left), (claim.id,), rule)


def _joined(pairs: list[Contradiction]) -> Contradiction:
    """Several contradictions of one speaker as one; its rule is the hardest of theirs."""
    rules = {pair.rule for pair in pairs}
    hardest = next(rule for rule in (SAID_AND_DENIED, DISPUTED, ANSWERED) if rule in rules)
    right = tuple(dict.fromkeys(key for pair in pairs for key in pair.right))
    return replace(
        pairs[0],
        elements=tuple(dict.fromkeys(key for pair in pairs for key in pair.elements)),
        left=tuple(dict.fromkeys(key for pair in pairs for key in pair.left if key not in right)),
        right=right,
        rule=hardest,
    )
