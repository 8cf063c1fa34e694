"""Stand-ins: what a view shows of an element that it does not draw.

In go a case, a graph and an id, out come the ids that the graph holds and that the element is about: a figure leads to
its flow, an event to who took part, a flow to its ends where only relations are drawn.
"""

from explorer.case.case import Case
from explorer.case.parts import Event, Figure, Flow, Measure, Relation, Transformation
from explorer.graph.model import Graph


def stand_ins(case: Case, graph: Graph, key: str) -> tuple[str, ...]:
    """The element itself if the graph holds it, else the fold it is in, else what of it the graph holds; each once."""
    if held := _held(graph, key):
        return (held,)
    found = [one for other in _about(case, key) for one in ((other,) if _held(graph, other) else _ends(case, other))]
    return tuple(dict.fromkeys(held for one in found if (held := _held(graph, one))))


def _held(graph: Graph, key: str) -> str | None:
    return key if graph.holds(key) else graph.representative(key)


def _about(case: Case, key: str) -> tuple[str, ...]:
    element = case.elements.get(key)
    match element:
        case Figure(about=about):
            return (about,) if about else ()
        case Event(participants=participants, place=place):
            return participants or ((place,) if place else ())
        case Measure(targets=targets, goods=goods):
            return targets + goods
        case _:
            return _ends(case, key)


def _ends(case: Case, key: str) -> tuple[str, ...]:
    match case.elements.get(key):
        case Flow(supplier=supplier, recipient=recipient, via=via):
            return tuple(filter(None, (supplier, *via, recipient)))
        case Relation(subject=subject, object=object_):
            return subject, object_
        case Transformation(input=input_, output=output):
            return input_, output
        case Event(participants=participants):
            return participants
        case Measure(targets=targets):
            return targets
        case _:
            return ()
