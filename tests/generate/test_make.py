"""A made-up case: sound, the same every time, and as large as it was asked for."""

import os
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from statistics import median

from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.analysis.conflict import contradictions
from explorer.case.check import check
from explorer.case.file import dump, parse
from explorer.generate.make import generated
from explorer.generate.size import Size
from explorer.text.sentence import sentences

SMALL = Size(actors=60, goods=12, flows=120, seed=3)


@settings(max_examples=25)
@given(st.integers(10, 60), st.integers(2, 30), st.integers(1, 90), st.integers(0, 2**40))
def test_nothing_is_found_wrong_with_any_case(actors: int, goods: int, flows: int, seed: int) -> None:
    case = generated(Size(actors, goods, flows, seed))
    report = check(case)
    assert report.findings == ()
    assert (len(case.actors), len(case.goods), len(case.flows)) == (actors, goods, flows)
    assert report.statuses["exact"] == len(case.quotes)
    content = dump(case)
    assert dump(parse(content, "made")) == content


def test_the_same_size_gives_the_same_case_in_another_process() -> None:
    code = """
from hashlib import sha256
from explorer.case.file import dump
from explorer.generate.make import generated
from explorer.generate.size import Size
print(sha256(dump(generated(Size(60, 12, 120, 3))).encode()).hexdigest())
"""
    hashed = os.environ | {"PYTHONHASHSEED": "99"}
    run = subprocess.run([sys.executable, "-c", code], env=hashed, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == sha256(dump(generated(SMALL)).encode()).hexdigest()


def test_another_seed_gives_another_case() -> None:
    other = generated(Size(60, 12, 120, 4))
    assert list(other.actors) != list(generated(SMALL).actors)


def test_flows_are_told_of_twice_in_articles_of_believable_length() -> None:
    case = generated(Size(actors=300, goods=40, flows=900, seed=1))
    claims = Counter(claim.about for claim in case.claims.values() if claim.about in case.flows)
    assert set(claims.values()) == {2}
    lengths = [len(sentences(source.text)) for source in case.sources.values()]
    assert 34 <= median(lengths) <= 50
    assert max(lengths) <= 51


def test_there_is_something_to_disagree_on() -> None:
    case = generated(Size(actors=300, goods=40, flows=900, seed=1))
    assert len(contradictions(case)) > 20


def test_it_says_what_comes_next() -> None:
    said: list[str] = []
    generated(SMALL, said.append)
    assert said[:2] == ["60 actors, 12 goods", "120 flows"]
    assert any(words.endswith("sentences") for words in said)
