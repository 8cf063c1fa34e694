import pytest

from explorer.analysis.summary import figures, headline, percent
from explorer.case.base import table_of
from explorer.case.case import Case
from explorer.case.check import check
from explorer.case.evidence import Claim
from explorer.case.parts import Actor, Flow, Good, Measure, Status
from tests.small_case import small_case


def test_the_small_case_in_one_sentence() -> None:
    assert headline(small_case()) == (
        "1 supplier, 1 good, 1 recipient: most sources name China as supplier of microelectronics to Russia "
        "(Stoltenberg and CSIS); the one measure is only talked about."
    )


def test_what_is_only_denied_is_no_supply() -> None:
    case = small_case()
    case = case.replaced(flows=table_of([case.flows["f-arms"]]), measures=table_of([]))
    assert headline(case) == "5 actors, 3 goods, 1 relation, 2 events, no flow of goods yet."


def test_an_empty_case() -> None:
    assert headline(Case(title="Nothing")) == "This case is empty."


def test_a_document_nobody_has_worked_on() -> None:
    case = Case(title="Read only", sources=small_case().sources)
    assert headline(case) == "Nothing of this case is worked out yet."


def test_one_speaker_is_named_and_not_called_most() -> None:
    case = small_case()
    case = case.replaced(claims=table_of([case.claims["c1"]]), measures=table_of([]))
    assert headline(case).endswith(": Stoltenberg names China as supplier of microelectronics to Russia.")


def test_a_minority_is_not_called_most() -> None:
    actors = [Actor(id=f"a{n}", kind="state", name=f"State {n}") for n in range(6)]
    flows = [Flow(id=f"f{n}", kind="supply", supplier=f"a{n}", good="g") for n in range(2)]
    said = [("f0", "a2"), ("f0", "a3"), ("f1", "a4"), ("f1", "a5"), ("f1", "a0")]
    claims = [Claim(id=f"c{n}", about=about, statement="x", speaker=who) for n, (about, who) in enumerate(said)]
    goods = [Good(id="g", kind="weapons", name="Shahed drones")]
    case = Case(
        title="Two suppliers",
        actors=table_of(actors),
        goods=table_of(goods),
        flows=table_of(flows),
        claims=table_of(claims),
    )
    assert headline(case) == "2 suppliers, 1 good: most sources name State 1 as supplier of Shahed drones " + (
        "(State 4, State 5 and State 0)."
    )
    fewer = case.replaced(claims=table_of(claims[:4]))
    assert headline(fewer) == "2 suppliers, 1 good: State 2 and State 3 name State 0 as supplier of Shahed drones."


def _with_statuses(*statuses: str) -> Case:
    rows = [
        Measure(id=f"m{n}", kind="sanctions", name="M", history=(Status(status=status),))
        for n, status in enumerate(statuses)
    ]
    return Case(title="Measures", measures=table_of(rows))


@pytest.mark.parametrize(
    ("statuses", "words"),
    [
        (["demanded", "proposed", "in-force"], "of 3 measures, 2 are only talked about, 1 in force."),
        (["in-force", "lifted"], "of 2 measures, 1 is in force, 1 lifted."),
        (["announced", "announced"], "all 2 measures are announced."),
        (["made-up"], "the one measure is made-up."),
    ],
)
def test_how_far_measures_have_come(statuses: list[str], words: str) -> None:
    assert headline(_with_statuses(*statuses)).endswith(f"; {words}")


def test_figures_are_counted() -> None:
    case = small_case()
    report = check(case)
    assert figures(case, report) == (
        "16 elements",
        "6 of 6 quotes found",
        "100 % of sentences read",
        "0 contradictions",
    )


def test_a_quote_that_is_not_in_the_text_is_not_found() -> None:
    case = small_case()
    lost = case.quotes["q1"].model_copy(update={"exact": "Nothing like this was ever written by anybody at all"})
    case = case.replaced(quotes=table_of([lost, *(q for q in case.quotes.values() if q.id != "q1")]))
    words = figures(case, check(case))
    assert words[1] == "5 of 6 quotes found"
    assert words[2] == "83 % of sentences read"


def test_nothing_to_read_is_said_so() -> None:
    case = Case(title="Nothing")
    assert figures(case, check(case))[1:3] == ("0 of 0 quotes found", "no sentence to read")


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [(1, 1, "100 %"), (999, 1000, "99 %"), (99_999, 100_000, "99 %"), (1, 1000, "less than 1 %"), (0, 7, "0 %"),
     (29, 100, "29 %"), (0, 0, "0 %")],
)  # fmt: skip
def test_per_cent_never_rounds_up_to_all(part: int, whole: int, words: str) -> None:
    assert percent(part, whole) == words
