"""The vocabulary: what kinds there are of actor, good, flow, measure and the rest, and how each is shown.

In go the files of `resources/kinds`, out come kinds by id. The program knows no kind by name: what it needs to know of
one stands in its row. Must not know the case.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, Literal

from pydantic import Field

from explorer import assets
from explorer.case.base import Frozen, Name

Line = Literal["solid", "dashed", "dotted"]
CalledBy = Literal["name", "family-name"]
Lane = Literal["supplier", "good", "recipient", "made", "used"]


class Kind(Frozen):
    """One kind of thing: its words, its icon, its colour token, its line."""

    id: str
    label: Name
    plural: Name
    icon: str = "dot"
    colour: str = Field(default="ink", description="a token of resources/styles/tokens.toml")
    line: Line = "solid"
    lane: Lane | None = Field(default=None, description="where the outcome of a transformation stands")
    phrase: Name = Field(default="", description="how the kind reads inside a sentence")
    called_by: CalledBy = Field(default="name", description="what a chain calls it: a family name is the last word")
    belongs: bool = Field(default=False, description="for a relation: the subject belongs to the object, its owner")
    rank: int = Field(
        default=0, description="for a status, how far a measure has come: 1 and more binds somebody, -1 to -3 is talk"
    )


#: One vocabulary a file of resources/kinds.
VOCABULARIES = (
    "actor", "good", "flow", "transformation", "relation", "measure", "status", "event", "figure", "stance", "basis",
)  # fmt: skip

#: The vocabulary that names the kinds of each table of a case.
VOCABULARY_OF_TABLE = {
    "actors": "actor",
    "goods": "good",
    "flows": "flow",
    "transformations": "transformation",
    "relations": "relation",
    "measures": "measure",
    "events": "event",
    "figures": "figure",
}


@cache
def vocabulary(name: str) -> Mapping[str, Kind]:
    """The kinds of one vocabulary by id, in the order of the file."""
    if name not in VOCABULARIES:
        raise KeyError(f"no vocabulary '{name}'; there are {', '.join(VOCABULARIES)}")
    rows: Mapping[str, Any] = assets.table(f"kinds/{name}.toml")
    return {key: Kind(id=key, **row) for key, row in rows.items()}


@cache
def kind(name: str, key: str) -> Kind:
    """A kind by id; one that the vocabulary does not know is shown by its id, so that no element is lost from view."""
    return vocabulary(name).get(key) or Kind(id=key, label=key, plural=key)
