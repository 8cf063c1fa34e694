"""The lighting: what is picked, what stands for it, folds followed through; worked out once."""

from dataclasses import replace

from explorer.graph.group import fold_id
from explorer.graph.lens import Lens
from explorer.graph.model import Edge, Graph, Node
from explorer.graph.project import project
from explorer.session.selection import Selection
from explorer.views.diagram.lighting import STRANDS, Lighting, Lit, lit
from tests.article import article, scene
from tests.graph.test_fold import trade

CASE, GRAPH = article(), scene("flow").graph


def test_nothing_picked_or_nothing_to_show_lights_nothing() -> None:
    assert lit(CASE, GRAPH, Selection()) == Lit()
    assert lit(CASE, Graph(), Selection(("china",))) == Lit()


def test_a_figure_lights_its_flow() -> None:
    found = lit(CASE, GRAPH, Selection(("figure-n1",))).around
    assert found is not None
    assert found == lit(CASE, GRAPH, Selection((CASE.figures["figure-n1"].about or "",))).around


def test_an_event_lights_who_took_part() -> None:
    found = lit(CASE, scene("relations").graph, Selection(("event-e3",))).around
    assert found is not None
    assert found.nodes == {"xi", "putin"}


def test_who_is_folded_lights_the_fold_and_the_way_of_its_own_flows() -> None:
    key = "supplier/country:CN"
    graph = project(trade(), Lens(grouped="country", folded=frozenset({key})))
    found = lit(trade(), graph, Selection(("c1",))).around
    assert found is not None
    assert found.nodes == {fold_id(key), "g1", "r1", "r2"}


def test_a_small_bundle_is_opened_and_a_wall_is_not() -> None:
    nodes = tuple(Node(key, "actors", key, "dot") for key in "ab")
    for count in (1, 2, STRANDS, STRANDS + 1):
        edge = Edge("a>b", "a", "b", tuple(f"f{i}" for i in range(count)), "flow")
        found = lit(CASE, Graph("flow", nodes, (edge,)), Selection(("f0",)))
        assert found.opened == (frozenset({"a>b"}) if 1 < count <= STRANDS else frozenset())


def test_it_is_worked_out_again_only_for_something_else() -> None:
    lighting, picked = Lighting(), Selection(("china",))
    first = lighting.of(CASE, GRAPH, picked)
    assert lighting.of(CASE, GRAPH, Selection(("china",))) is first
    assert lighting.of(CASE, GRAPH, replace(picked, depth=1)) != first
    assert lighting.of(CASE, replace(GRAPH, edges=()), picked) != first
