"""Who says what, and where it stands: sources, quotes, claims, vague dates.

In goes what a file says, out come frozen values. Must not know actors, goods or how a passage is found again.
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal, Self

from pydantic import Field, model_validator

from explorer.case.base import Document, Frozen, Id, Name, Prose

Stance = Literal["says", "denies", "hedges", "demands", "predicts"]
Basis = Literal["stated", "inferred", "assumed"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]


class When(Frozen):
    """A date as vague as the source leaves it: some day from `earliest` to `latest`, both inclusive.

    A bound that is None is not known. `worked_out` is the reason if the dates were derived by the analyst and are not
    stated in so many words; empty if the source states them.
    """

    earliest: date | None = None
    latest: date | None = None
    wording: Prose = Field(default="", description="the words of the source")
    worked_out: Prose = Field(default="", description="why these dates, if the source does not state them")

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"ends ({self.latest}) before it begins ({self.earliest})")
        return self


class Period(Frozen):
    """From when to when, each end vague. None: the source does not say; an open end is not an end."""

    start: When | None = None
    end: When | None = None


class Quote(Frozen):
    """A passage of one source version: W3C Web Annotation text quote and text position selectors in one.

    `start` and `end` count Unicode code points from 0, end exclusive.
    Source: https://www.w3.org/TR/annotation-model/#selectors
    """

    id: Id
    source: Id
    exact: Document = Field(min_length=1, description="the words, as they stand in the source")
    prefix: Document = ""
    suffix: Document = ""
    start: int = Field(ge=0)
    end: int = Field(ge=1)


class NoClaim(Frozen):
    """A passage that carries no claim, and why: a byline, a photo credit, closing tags."""

    start: int = Field(ge=0)
    end: int = Field(ge=1)
    exact: Document = Field(min_length=1)
    reason: Prose = Field(min_length=1)


class Part(Frozen):
    """A stretch of the text that plays a role: headline, standfirst, byline, caption, credit, tags."""

    role: Literal["headline", "standfirst", "byline", "caption", "credit", "tags"]
    start: int = Field(ge=0)
    end: int = Field(ge=1)


class Source(Frozen):
    """One version of a document: its text, never edited, and where it comes from."""

    id: Id
    title: Name
    short: Name = Field(description="how a chain names it, for example 'article'")
    kind: Name = "article"
    author: Id | None = Field(default=None, description="the actor who wrote it")
    publisher: Name | None = None
    published: When | None = None
    address: Name | None = Field(default=None, description="where it was found; shown, never opened")
    retrieved: date | None = None
    language: Name = "en"
    text: Document = Field(min_length=1, description="the normalised text; offsets count its code points")
    text_sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    raw_sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="of the bytes that the text was read from")
    extractor: Name = Field(default="plain text 1", description="what read the text, with its version")
    parts: tuple[Part, ...] = ()
    no_claim: tuple[NoClaim, ...] = ()

    def text_is_intact(self) -> bool:
        """Whether the text is still the one that the quotes were taken from."""
        from hashlib import sha256  # its library takes 4 ms of a start that never asks

        return sha256(self.text.encode("utf-8")).hexdigest() == self.text_sha256


class Claim(Frozen):
    """What somebody says about one element, through whom we read it, and what is known of its worth.

    The chain reads `speaker`, then each of `via`, then the source of the quotes. `reliability` (of who says it, A to
    F) and `credibility` (of what is said, 1 to 6) follow the Admiralty scale and are kept apart; F and 6 mean "cannot
    be judged". A claim without a quote is allowed and always shown as unsupported.
    """

    id: Id
    about: Id = Field(description="the element")
    statement: Prose = Field(min_length=1, description="what is said, in one plain sentence")
    stance: Stance = "says"
    speaker: Id = Field(description="an actor, or the source itself")
    via: tuple[Id, ...] = ()
    basis: Basis = "stated"
    reliability: Reliability = "F"
    credibility: Credibility = 6
    grade_reason: Prose = ""
    quotes: tuple[Id, ...] = ()
    when: When | None = Field(default=None, description="when it was said")
    against: tuple[Id, ...] = Field(default=(), description="elements that this claim disputes or answers")


def denied(claims: Sequence[Claim]) -> bool:
    """Whether somebody speaks and all deny it; where nobody speaks, nothing is denied."""
    return bool(claims) and all(claim.stance == "denies" for claim in claims)
