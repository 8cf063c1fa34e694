"""The store: goods, and steps that never lead back."""

from explorer.generate.store import described
from tests.generate.scene import SIZE, wares


def test_there_are_as_many_goods_as_asked_for() -> None:
    assert len({good.id for good in wares().goods}) == SIZE.goods


def test_steps_lead_from_traded_to_made_to_used() -> None:
    order = {good.id: place for place, part in enumerate((wares().traded, wares().made, wares().uses)) for good in part}
    assert wares().steps
    assert all(order[step.output] == order[step.input] + 1 for step in wares().steps)


def test_every_good_and_step_is_told_of() -> None:
    about = [remark.about for saying in described(wares()) for remark in saying.remarks]
    assert sorted(about) == sorted([*(good.id for good in wares().goods), *(step.id for step in wares().steps)])
