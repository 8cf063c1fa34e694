"""Events and figures: about what is traded, with the words that stand in the text."""

from explorer.generate.happening import events, figures
from tests.generate.scene import SIZE, deals, people


def test_events_happen_between_two_who_trade() -> None:
    rows = list(events(SIZE, people(), list(deals())))
    assert len(rows) == SIZE.events
    for event, saying in rows:
        assert len(event.participants) == 2
        assert event.when is not None
        assert event.when.wording in saying.words


def test_figures_are_of_flows_and_say_their_wording() -> None:
    flows = {deal.flow.id for deal in deals()}
    rows = list(figures(SIZE, people(), list(deals())))
    assert len(rows) == SIZE.figures
    assert {"count", "range"} == {figure.kind for figure, _ in rows}
    for figure, saying in rows:
        assert figure.about in flows
        assert figure.wording in saying.words
        assert figure.low is not None
        assert figure.high is not None
        assert (figure.kind == "count") == (figure.low == figure.high)
