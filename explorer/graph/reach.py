"""What a measure would touch: the flows at its targets, limited to its goods if it names any.

In go a case and a measure, out come flows, each with the reason. Worked out from the measure's own words about targets
and goods, never more: companies in a target country are not the target country. Must not know how it is drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from explorer.case.case import Case
from explorer.case.parts import Flow, Measure
from explorer.graph.words import name


@dataclass(frozen=True, slots=True)
class Hit:
    """A flow that a measure would hit, the target at which it does, and why."""

    flow: str
    target: str
    reason: str


def hits(case: Case, measure: Measure) -> tuple[Hit, ...]:
    """The flows that a measure would hit, in the order of the case."""
    near = case.flows_touching(measure.targets or measure.goods)
    return tuple(hit for flow in near for hit in _hits_on(case, flow, measure))


def hits_on(case: Case, flow: Flow) -> Iterator[tuple[Measure, Hit]]:
    """Every measure that would hit a flow, and how, in the order of the case."""
    return ((measure, hit) for measure in case.measures.values() for hit in _hits_on(case, flow, measure))


def _hits_on(case: Case, flow: Flow, measure: Measure) -> Iterator[Hit]:
    if not measure.goods or flow.good in measure.goods:
        for target, part in _touched(flow, measure):
            yield Hit(flow.id, target, f"{name(case, target)} is a target and {part} this flow")


def _touched(flow: Flow, measure: Measure) -> list[tuple[str, str]]:
    parts = [(flow.supplier, "supplies"), (flow.recipient, "receives"), *((key, "passes on") for key in flow.via)]
    touched = [(key, part) for key, part in parts if key is not None and key in measure.targets]
    if not measure.targets and measure.goods:
        return [(flow.good, "is the good of")]
    return touched
