"""A small case for the tests of panes: five actors, two sources of claims, a denial, a measure, dates, a question."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from explorer.case.base import table_of
from explorer.case.case import Case
from explorer.case.evidence import Claim, Period, Quote, Source, When
from explorer.case.parts import Actor, Event, Figure, Flow, Good, Measure, Note, Question, Relation, Status
from explorer.case.parts import Transformation as Made

TEXT = (
    "Stoltenberg says that China shares microelectronics with Russia. "
    "CSIS names China as well. China does not sell lethal weapons, it says. "
    "Talks on sanctions are ongoing. Xi visited Moscow in March 2023. Café Zürich trades chips."
)
MARCH = When(earliest=date(2023, 3, 1), latest=date(2023, 3, 31), wording="in March 2023")


@dataclass(frozen=True)
class Edit:
    """Any change of a case, as a command."""

    change: Callable[[Case], Case]
    label: str = "Change"

    def __call__(self, case: Case) -> Case:
        return self.change(case)


def quote(key: str, exact: str) -> Quote:
    start = TEXT.index(exact)
    return Quote(id=key, source="article", exact=exact, start=start, end=start + len(exact))


def small_case() -> Case:
    """The case itself."""
    digest = sha256(TEXT.encode()).hexdigest()
    article = Source(
        id="article", title="An article", short="article", author="dedovic", text=TEXT, text_sha256=digest,
        raw_sha256=digest, publisher="A paper",
    )  # fmt: skip
    actors = [
        Actor(id="china", kind="state", name="China", aliases=("Beijing",)),
        Actor(id="russia", kind="state", name="Russia"),
        Actor(id="stoltenberg", kind="person", name="Jens Stoltenberg"),
        Actor(id="csis", kind="organisation", name="Center for Strategic Studies", aliases=("CSIS",)),
        Actor(id="dedovic", kind="person", name="Sededin Dedovic"),
    ]
    goods = [
        Good(id="chips", kind="electronics", name="Microelectronics"),
        Good(id="arms", kind="weapons", name="Lethal weapons"),
        Good(id="missiles", kind="weapons", name="Missiles"),
    ]
    flows = [
        Flow(id="f-chips", kind="supply", supplier="china", good="chips", recipient="russia",
             period=Period(start=MARCH, end=MARCH)),
        Flow(id="f-arms", kind="supply", supplier="china", good="arms", recipient="russia"),
    ]  # fmt: skip
    claims = [
        Claim(id="c1", about="f-chips", statement="China shares microelectronics.", speaker="stoltenberg",
              quotes=("q1",)),
        Claim(id="c2", about="f-chips", statement="China is named.", speaker="csis", quotes=("q2",)),
        Claim(id="c3", about="f-arms", statement="China does not sell lethal weapons.", stance="denies",
              speaker="china", quotes=("q3",)),
        Claim(id="c4", about="m1", statement="Talks are ongoing.", speaker="stoltenberg", quotes=("q4",)),
        Claim(id="c5", about="e1", statement="Xi visited Moscow.", speaker="article", quotes=("q5",)),
        Claim(id="c6", about="chips", statement="Chips are traded.", speaker="article", basis="inferred",
              quotes=("q6",)),
    ]  # fmt: skip
    return Case(
        title="Small",
        sources=table_of([article]),
        quotes=table_of(
            [
                quote("q1", "China shares microelectronics with Russia"),
                quote("q2", "CSIS names China as well"),
                quote("q3", "does not sell lethal weapons"),
                quote("q4", "Talks on sanctions are ongoing"),
                quote("q5", "Xi visited Moscow in March 2023"),
                quote("q6", "Café Zürich trades chips"),
            ]
        ),
        actors=table_of(actors),
        goods=table_of(goods),
        flows=table_of(flows),
        transformations=table_of([Made(id="t1", kind="made-into", input="chips", output="missiles")]),
        relations=table_of([Relation(id="r1", kind="support", subject="china", role="supports", object="russia")]),
        measures=table_of(
            [
                Measure(
                    id="m1",
                    kind="sanctions",
                    name="Possible sanctions",
                    targets=("china",),
                    history=(Status(status="under-discussion"),),
                )
            ]
        ),
        events=table_of(
            [
                Event(id="e1", kind="visit", name="Xi in Moscow", when=MARCH),
                Event(
                    id="e2", kind="war", name="The war", when=When(earliest=date(2022, 1, 1), latest=date(2022, 12, 31))
                ),
            ]
        ),
        figures=table_of(
            [Figure(id="g1", kind="count", name="Firms", low=20, high=20, unit="firms", approximate=True)]
        ),
        claims=table_of(claims),
        notes=table_of([Note(id="n1", about=("chips",), text="Which chips is not said.")]),
        questions=table_of(
            [
                Question(id="k1", text="Who supplies chips?", caption="China, say two.", select=("f-chips",)),
                Question(id="k2", text="What is denied?", caption="Lethal weapons.", select=("f-arms",)),
                Question(
                    id="k3",
                    text="Who supports whom?",
                    caption="China supports Russia.",
                    select=("r1",),
                    view="relations",
                ),
            ]
        ),
    )
