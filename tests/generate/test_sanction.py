"""Measures: at hubs, with histories in order, each step told."""

from collections import Counter

from explorer.case.kinds import vocabulary
from explorer.generate.sanction import sanctions
from tests.generate.scene import SIZE, deals, people


def test_measures_are_aimed_at_those_through_whom_much_goes() -> None:
    degree = Counter(key for deal in deals() for key in (deal.flow.supplier, deal.flow.recipient) if key)
    made = [measure for measure, _ in sanctions(SIZE, people(), list(deals()))]
    assert len(made) == SIZE.measures
    usual = sorted(degree.values())[len(degree) // 2]
    targets = [key for measure in made for key in measure.targets]
    assert sum(degree[key] > usual for key in targets) > len(targets) / 2


def test_every_step_is_dated_after_the_one_before_and_told() -> None:
    known = vocabulary("status")
    for measure, sayings in sanctions(SIZE, people(), list(deals())):
        assert len(sayings) == len(measure.history)
        days = [step.when.earliest for step in measure.history if step.when and step.when.earliest]
        assert days == sorted(days)
        assert len(days) == len(measure.history)
        assert {step.status for step in measure.history} <= set(known)
        assert all(remark.about == measure.id for saying in sayings for remark in saying.remarks)
