"""The trade: hubs, circles, dealers between, and everybody takes part."""

from collections import Counter

from tests.generate.scene import SIZE, deals, people, wares


def test_few_supply_most() -> None:
    counts = Counter(deal.flow.supplier for deal in deals())
    top = sum(count for _, count in counts.most_common(len(counts) // 10))
    assert top > 0.25 * SIZE.flows
    assert counts.most_common(1)[0][1] > 10 * min(counts.values())


def test_everyone_and_everything_takes_part() -> None:
    taking = {key for deal in deals() for key in (deal.flow.supplier, deal.flow.recipient, *deal.flow.via)}
    assert {actor.id for actor in people().companies} <= taking
    assert {good.id for good in wares().traded} == {deal.flow.good for deal in deals()}


def test_nobody_supplies_themselves_and_some_supply_on() -> None:
    flows = [deal.flow for deal in deals()]
    assert all(flow.supplier != flow.recipient and flow.supplier not in flow.via for flow in flows)
    pairs = {(flow.supplier, flow.recipient) for flow in flows}
    assert any((there, here) in pairs for here, there in pairs if there)
    assert any(flow.recipient is None for flow in flows)


def test_some_go_through_dealers() -> None:
    share = sum(bool(deal.flow.via) for deal in deals()) / SIZE.flows
    assert 0.1 < share < 0.25
