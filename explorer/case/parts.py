"""What a case is about: actors, goods, flows, transformations, relations, measures, events, figures, notes.

In goes what a file says, out come frozen values that name each other by id. Must not know how they are drawn, and knows
no kind by name: kinds are the vocabulary of `resources/kinds`.
"""

import re
from typing import Annotated, Self

from pydantic import Field, model_validator

from explorer.case.base import Frozen, Id, Name, Prose
from explorer.case.evidence import Period, When

#: What the id of a box begins with that stands for a group of elements.
FOLD = "fold"
FoldId = Annotated[str, Field(pattern=rf"^{FOLD}:[a-z-]+/[a-z]+:[A-Za-z0-9._-]*$", max_length=200)]


class Actor(Frozen):
    """Who acts: a state, an organisation, a company or group of them, a person."""

    id: Id
    kind: Id
    name: Name
    aliases: tuple[Name, ...] = ()
    country: str | None = Field(default=None, pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2")
    place: Name | None = Field(default=None, description="where it is, in words, as shown under the name")
    description: Prose = ""


class Commodity(Frozen):
    """A customs code of a good with the edition of the Harmonized System that it belongs to."""

    code: str = Field(pattern=r"^[0-9]{2,6}$")
    edition: Name = "HS 2022"
    reason: Prose = ""


class Good(Frozen):
    """What is supplied, what it is made into, or what it is used for."""

    id: Id
    kind: Id
    name: Name
    aliases: tuple[Name, ...] = ()
    codes: tuple[Commodity, ...] = ()
    tier: str | None = Field(default=None, pattern=r"^(1|2|3\.A|3\.B|4\.A|4\.B)$", description="high-priority tier")
    description: Prose = ""


class Flow(Frozen):
    """A good going from a supplier to a recipient, perhaps through others. Who is not named is None."""

    id: Id
    kind: Id
    supplier: Id
    good: Id
    recipient: Id | None = None
    via: tuple[Id, ...] = Field(default=(), description="intermediaries, in order")
    period: Period | None = None
    purpose: Prose = ""
    exchange_for: Id | None = Field(default=None, description="the flow that this one is given in return for")


class Transformation(Frozen):
    """A good becoming another, or being used for something."""

    id: Id
    kind: Id
    input: Id
    output: Id
    maker: Id | None = None


class Relation(Frozen):
    """How an actor stands to somebody or something. `role` reads between the two: subject role object."""

    id: Id
    kind: Id
    subject: Id
    role: Name
    object: Id
    period: Period | None = None


class Status(Frozen):
    """A step in the life of a measure: demanded, proposed, under discussion, announced, in force, lifted ..."""

    status: Id
    when: When | None = None
    note: Prose = ""


class Measure(Frozen):
    """A sanction or another measure: by whom, against whom, on which goods, and how far it has come.

    No `issuers`: the source does not say who. No `goods`: the source does not limit it to goods.
    """

    id: Id
    kind: Id
    name: Name
    issuers: tuple[Id, ...] = ()
    targets: tuple[Id, ...] = ()
    goods: tuple[Id, ...] = ()
    condition: Prose = ""
    history: tuple[Status, ...] = Field(min_length=1, description="oldest first; the last one is the status now")


class Event(Frozen):
    """Something that happened, or that was announced to happen (`planned`)."""

    id: Id
    kind: Id
    name: Name
    when: When | None = None
    place: Id | None = None
    participants: tuple[Id, ...] = ()
    planned: bool = False


class Figure(Frozen):
    """A number as the source gives it: one value, or a range that is never shown as one number.

    `low` and `high` are equal for a single value; both None for a count in words only. `unit` is what is counted, `per`
    the span of time of one count. For a forecast, `period` runs from the day it looks from to its horizon.
    """

    id: Id
    kind: Id
    name: Name
    about: Id | None = Field(default=None, description="the element that it measures")
    low: float | None = None
    high: float | None = None
    unit: Name
    per: Name | None = None
    period: Period | None = None
    approximate: bool = False
    wording: Prose = ""

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"the low end ({self.low:g}) is above the high end ({self.high:g})")
        return self


class Note(Frozen):
    """What the analyst adds: an ambiguity, a choice, a doubt. Never evidence."""

    id: Id
    about: tuple[Id, ...] = ()
    text: Prose = Field(min_length=1)


class Question(Frozen):
    """A question that the case answers: a saved view with a caption."""

    id: Id
    text: Name
    caption: Prose = Field(description="the answer in a sentence or two, in the words of a source")
    select: tuple[Id, ...] = Field(description="the elements that carry the answer")
    view: str = Field(default="flow", pattern=r"^(flow|relations|both)$")


class Position(Frozen):
    """Where a person has put a box, in layout units (pixels at 100 %). A box may be a fold of a group."""

    id: Id
    view: str = Field(default="flow", pattern=r"^(flow|relations|both)$")
    box: Id | FoldId
    x: float
    y: float


def position_id(view: str, box: str) -> str:
    """The id of the place of a box in a view; no two boxes of a case need be told apart by it."""
    return re.sub(r"[^a-z0-9._-]", "-", f"position-{view}-{box}".lower())


Element = Actor | Good | Flow | Transformation | Relation | Measure | Event | Figure
