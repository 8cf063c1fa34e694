"""The case: one frozen table per kind of thing, by id. Nothing else is the truth.

In goes the content of a case file, out comes a value with lookups that are derived once and kept. Must not know files,
drawing or questions.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Any, Literal, Self, TypeVar

from pydantic import Field, model_validator

from explorer.case.base import Frozen, Name, Prose, Table
from explorer.case.evidence import Claim, Quote, Source
from explorer.case.parts import (
    Actor,
    Element,
    Event,
    Figure,
    Flow,
    Good,
    Measure,
    Note,
    Position,
    Question,
    Relation,
    Transformation,
)

T = TypeVar("T")

FORMAT = "sanctions-explorer-case"
VERSION = 1

#: The tables that hold elements: what a claim can be about.
ELEMENT_TABLES = ("actors", "goods", "flows", "transformations", "relations", "measures", "events", "figures")
#: All tables, in the order in which they are written.
TABLES = ("sources", "quotes", *ELEMENT_TABLES, "claims", "notes", "questions", "positions")


class Case(Frozen):
    """Everything that is known, who says so, and where it stands."""

    format: Literal["sanctions-explorer-case"] = "sanctions-explorer-case"
    version: Literal[1] = 1
    title: Name
    about: Prose = Field(default="", description="one line: what this case is and where its text comes from")
    sources: Table[Source] = Field(default_factory=dict)
    quotes: Table[Quote] = Field(default_factory=dict)
    actors: Table[Actor] = Field(default_factory=dict)
    goods: Table[Good] = Field(default_factory=dict)
    flows: Table[Flow] = Field(default_factory=dict)
    transformations: Table[Transformation] = Field(default_factory=dict)
    relations: Table[Relation] = Field(default_factory=dict)
    measures: Table[Measure] = Field(default_factory=dict)
    events: Table[Event] = Field(default_factory=dict)
    figures: Table[Figure] = Field(default_factory=dict)
    claims: Table[Claim] = Field(default_factory=dict)
    notes: Table[Note] = Field(default_factory=dict)
    questions: Table[Question] = Field(default_factory=dict)
    positions: Table[Position] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _ids_once(self) -> Self:
        seen: dict[str, str] = {}
        for name in TABLES:
            for key in getattr(self, name):
                if key in seen:
                    raise ValueError(f"the id '{key}' is used twice: in {seen[key]} and in {name}")
                seen[key] = name
        return self

    @cached_property
    def elements(self) -> Mapping[str, Element]:
        """Every element of every kind by id, in the order of the tables."""
        return dict(chain.from_iterable(getattr(self, name).items() for name in ELEMENT_TABLES))

    @cached_property
    def table_of(self) -> Mapping[str, str]:
        """The name of the table that holds an id, for all ids of the case."""
        return {key: name for name in TABLES for key in getattr(self, name)}

    @cached_property
    def _claims_by_element(self) -> Mapping[str, tuple[Claim, ...]]:
        return _grouped((claim.about, claim) for claim in self.claims.values())

    @cached_property
    def _claims_by_quote(self) -> Mapping[str, tuple[Claim, ...]]:
        return _grouped((quote, claim) for claim in self.claims.values() for quote in claim.quotes)

    @cached_property
    def _quotes_by_source(self) -> Mapping[str, tuple[Quote, ...]]:
        return _grouped((quote.source, quote) for quote in self.quotes.values())

    @cached_property
    def flows_at(self) -> Mapping[str, tuple[Flow, ...]]:
        """The flows of each supplier, good and recipient, each once, in the order of the file."""
        ends = ((flow, dict.fromkeys((flow.supplier, flow.good, flow.recipient))) for flow in self.flows.values())
        return _grouped((key, flow) for flow, keys in ends for key in keys if key is not None)

    @cached_property
    def _flows_touching(self) -> Mapping[str, tuple[tuple[int, Flow], ...]]:
        rows = ((row, (flow.supplier, flow.good, flow.recipient, *flow.via)) for row in enumerate(self.flows.values())
                for flow in (row[1],))  # fmt: skip
        return _grouped((key, row) for row, keys in rows for key in dict.fromkeys(keys) if key is not None)

    def flows_touching(self, ids: Iterable[str]) -> tuple[Flow, ...]:
        """The flows that any of some elements supply, receive, pass on or are the good of, in the order of the file."""
        found = {row[0]: row[1] for key in ids for row in self._flows_touching.get(key, ())}
        return tuple(found[place] for place in sorted(found))

    @cached_property
    def measures_at(self) -> Mapping[str, tuple[Measure, ...]]:
        """The measures that are aimed at each target, in the order of the file."""
        return _grouped((key, row) for row in self.measures.values() for key in dict.fromkeys(row.targets))

    @cached_property
    def authors(self) -> frozenset[str]:
        """Who wrote any of the sources."""
        return frozenset(source.author for source in self.sources.values() if source.author)

    def replaced(self, **tables: object) -> "Case":
        """The case with some of its tables exchanged; what was derived from the old tables is not taken along.

        Where boxes were put says nothing about anything: if only that is exchanged, all but `table_of` is taken along.
        """
        fields: dict[str, Any] = {name: tables.get(name, getattr(self, name)) for name in type(self).model_fields}
        made = self.model_construct(**fields)
        if tables.keys() == {"positions"}:
            # To go through a large case again for every box that is dragged would hold the window for seconds.
            derived = self.__dict__.keys() - fields.keys() - {"table_of"}
            made.__dict__.update({name: self.__dict__[name] for name in derived})
        return made

    def claims_about(self, element: str) -> tuple[Claim, ...]:
        """The claims about an element, in the order of the file."""
        return self._claims_by_element.get(element, ())

    def claims_on(self, quote: str) -> tuple[Claim, ...]:
        """The claims that a quote carries."""
        return self._claims_by_quote.get(quote, ())

    def quotes_in(self, source: str) -> tuple[Quote, ...]:
        """The passages of a source, in the order of the file."""
        return self._quotes_by_source.get(source, ())

    def quotes_of(self, element: str) -> tuple[Quote, ...]:
        """The passages that carry the claims about an element, each once, in the order of its claims."""
        ids = dict.fromkeys(key for claim in self.claims_about(element) for key in claim.quotes)
        return tuple(self.quotes[key] for key in ids if key in self.quotes)

    def elements_on(self, quote: str) -> tuple[str, ...]:
        """The ids of the elements that a passage says something about, each once."""
        return tuple(dict.fromkeys(claim.about for claim in self.claims_on(quote)))

    def speaker_chain(self, claim: Claim) -> tuple[str, ...]:
        """The ids from the one who says it to the source that it was read from."""
        sources = dict.fromkeys(self.quotes[key].source for key in claim.quotes if key in self.quotes)
        return tuple(dict.fromkeys((claim.speaker, *claim.via, *sources)))


def _grouped(pairs: Iterator[tuple[str, T]]) -> Mapping[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = {}
    for key, row in pairs:
        groups.setdefault(key, []).append(row)
    return {key: tuple(rows) for key, rows in groups.items()}
