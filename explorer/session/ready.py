"""Makes a case ready to be shown: what every pane will ask of it is worked out while a worker has the time.

In goes a case, nothing comes out: the answers are kept with the case. Must not know panes.
"""

from collections.abc import Callable

from explorer.analysis.conflict import contradictions
from explorer.analysis.summary import headline
from explorer.case.case import Case
from explorer.case.check import Report
from explorer.case.reference import naming
from explorer.graph.findable import findable
from explorer.graph.trait import traits
from explorer.layout.lanes import Lanes, dated

#: What is worked out, with what is said meanwhile.
_STEPS: tuple[tuple[str, Callable[[Case], object]], ...] = (
    ("what names what", naming),
    ("what can be filtered", traits),
    ("what can be found", findable),
    ("what stands against what", contradictions),
    ("the case in one sentence", headline),
    ("what happened when", lambda case: _days(dated(case))),
)


def _days(lanes: Lanes) -> object:
    return lanes.crowds, lanes.clear, lanes.only_undated, lanes.thinned(())


def ready(case: Case, report: Report, say: Callable[[str], None]) -> None:
    """Work everything out; `say` is told what comes next, and may raise to stop."""
    say("what stands where")
    _look_up(case, report)
    for words, work in _STEPS:
        say(words)
        work(case)


def _look_up(case: Case, report: Report) -> object:
    """Ask for everything that is looked up by id."""
    tables = case.elements, case.flows_at, case.measures_at, case.authors, case.flows_touching(())
    by_id = case.claims_about(""), case.claims_on(""), case.quotes_in("")
    return tables, by_id, report.found, report.lost, report.coverage.count("unread")
