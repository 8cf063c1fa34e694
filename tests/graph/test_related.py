"""Stand-ins on the article's case: what a view shows of what it does not draw."""

from explorer.graph.lens import Lens
from explorer.graph.project import project
from explorer.graph.related import stand_ins
from tests.article import article

CASE = article()
FLOW = project(CASE, Lens(view="flow"))
RELATIONS = project(CASE, Lens(view="relations"))


def test_what_is_drawn_stands_for_itself() -> None:
    assert stand_ins(CASE, FLOW, "china") == ("china",)
    assert stand_ins(CASE, FLOW, "measure-m1") == ("measure-m1",)


def test_a_figure_leads_to_its_flow() -> None:
    figure = CASE.figures["figure-n1"]
    assert figure.about is not None
    assert stand_ins(CASE, FLOW, figure.id) == (figure.about,)


def test_a_figure_leads_to_the_ends_of_its_flow_where_no_flow_is_drawn() -> None:
    assert stand_ins(CASE, RELATIONS, "figure-n1") == ("russia",)


def test_an_event_leads_to_who_took_part() -> None:
    assert set(stand_ins(CASE, RELATIONS, "event-e3")) == {"xi", "putin"}


def test_a_relation_leads_to_its_ends_among_the_flows() -> None:
    assert stand_ins(CASE, FLOW, "relation-r2-support") == ("china", "russia")


def test_what_nobody_knows_stands_for_nothing() -> None:
    assert stand_ins(CASE, FLOW, "nobody") == ()
    assert stand_ins(CASE, FLOW, "relation-r11-washington") == ()


def test_everything_that_stands_in_is_drawn() -> None:
    for graph in (FLOW, RELATIONS):
        for key in CASE.elements:
            assert all(graph.holds(one) for one in stand_ins(CASE, graph, key))
