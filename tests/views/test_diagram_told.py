"""What pointing tells: the words of the inspector, cut to a card."""

from explorer.case.case import Case
from explorer.graph.lens import Lens
from explorer.graph.model import Edge, Graph, Node
from explorer.graph.project import project
from explorer.graph.words import status_words
from explorer.views.diagram.pick import Hit
from explorer.views.diagram.told import tell
from tests.article import article


def _graph() -> Graph:
    return project(article(), Lens())


def test_a_box_tells_name_kind_badge_claims_and_one_passage() -> None:
    told = tell(article(), _graph(), Hit("node", "russia", ("russia",)))
    assert told is not None
    assert (told.title, told.kind, told.claims, told.source) == ("Russia", "State", "1 claim", "article")
    assert told.badge == _graph().node_by_id["russia"].badge
    assert told.quote.strip("“”") in {quote.exact for quote in article().quotes.values()}
    assert told.elements == ("russia",)


def test_a_box_without_claims_of_its_own_tells_those_of_its_flows() -> None:
    case = article()
    left = {key: claim for key, claim in case.claims.items() if claim.about != "north-korea"}
    case = case.replaced(claims=left)
    told = tell(case, project(case, Lens()), Hit("node", "north-korea", ("north-korea",)))
    assert told is not None
    assert told.claims.endswith("about its flows")
    assert told.quote


def test_a_line_of_several_flows_names_six_of_them() -> None:
    flows = [{"id": f"f{i}", "kind": "supply", "supplier": "a", "good": "g", "recipient": f"r{i}"} for i in range(9)]
    actors = [{"id": key, "kind": "state", "name": key.upper()} for key in ("a", *(f"r{i}" for i in range(9)))]
    goods = [{"id": "g", "kind": "weapons", "name": "Guns"}]
    case = Case.model_validate({"title": "t", "actors": actors, "goods": goods, "flows": flows})
    (edge,) = [edge for edge in project(case, Lens()).edges if edge.source == "a"]
    told = tell(case, project(case, Lens()), Hit("edge", edge.id, edge.elements))
    assert told is not None
    assert (told.title, told.kind, told.claims) == ("A → Guns", "9 flows", "No passage yet")
    assert len(told.rows) == 7
    assert (told.rows[0], told.rows[-1]) == ("A → Guns → R0", "and 3 more")
    one = tell(case, project(case, Lens()), Hit("edge", edge.id, ("f3",)))
    assert one is not None
    assert (one.title, one.rows) == ("A → Guns → R3", ())


def test_a_gate_tells_its_measure() -> None:
    told = tell(article(), _graph(), Hit("gate", "measure-m1@china", ("measure-m1",)))
    assert told is not None
    assert told.title == article().measures["measure-m1"].name
    assert told.badge is not None
    assert told.badge.text == status_words(article(), article().measures["measure-m1"])
    assert told.quote


def test_a_fold_tells_what_the_graph_knows_of_it() -> None:
    node = Node("fold:supplier/country:CN", "fold", "China: 12 companies", "company", count=12)
    told = tell(article(), Graph(nodes=(node,)), Hit("node", node.id, (node.id,)))
    assert told is not None
    assert (told.title, told.claims) == ("China: 12 companies", "")


def test_of_a_frame_and_of_what_is_gone_there_is_nothing_to_tell() -> None:
    graph = Graph(edges=(Edge("e", "a", "b", ("x",), "flow"),))
    for found in (
        Hit("frame", "f", ()),
        Hit("node", "gone", ("gone",)),
        Hit("edge", "gone", ("x",)),
        Hit("gate", "g", ()),
    ):
        assert tell(article(), graph, found) is None
