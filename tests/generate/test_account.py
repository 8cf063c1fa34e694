"""Accounts: two sayings a flow, in shares, with words that name who and what."""

from collections import Counter

from explorer.generate.account import accounts
from tests.generate.scene import SIZE, deals, people


def test_every_flow_is_told_twice() -> None:
    sayings = list(accounts(SIZE, people(), list(deals())))
    counts = Counter(remark.about for saying in sayings for remark in saying.remarks)
    assert set(counts) == {deal.flow.id for deal in deals()}
    assert set(counts.values()) == {2}
    assert any(not saying.remarks for saying in sayings)


def test_stances_and_bases_are_in_believable_shares() -> None:
    remarks = [one for saying in accounts(SIZE, people(), list(deals())) for one in saying.remarks]
    stances, bases = Counter(one.stance for one in remarks), Counter(one.basis for one in remarks)
    assert 0.65 < stances["says"] / len(remarks) < 0.82
    assert 0.04 < stances["denies"] / len(remarks) < 0.1
    assert all(stances[stance] for stance in ("hedges", "demands", "predicts"))
    assert bases["stated"] > bases["inferred"] > bases["assumed"] > 0


def test_who_denies_is_the_supplier_and_says_so() -> None:
    flows = {deal.flow.id: deal.flow for deal in deals()}
    for saying in accounts(SIZE, people(), list(deals())):
        for remark in saying.remarks:
            flow = flows[remark.about]
            assert f"[{flow.good}]" in saying.words
            assert f"[{flow.supplier}]" in saying.words
            assert ",," not in saying.words
            if remark.stance == "denies":
                assert remark.speaker == flow.supplier
