"""What a check finds, and that it finds nothing where nothing is wrong."""

from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer import assets
from explorer.case.case import Case
from explorer.case.check import Report, check
from explorer.case.file import read

TEXT = "Acme sold 5 pumps to Bolt. Bolt denies it.\nby A. Writer\nAcme makes pumps from steel and \u202esells."
KINDS = {"actors": "state", "goods": "machine", "flows": "supply", "transformations": "made-into"}


def _quote(key: str, exact: str, **more: object) -> dict[str, object]:
    start = TEXT.index(exact)
    return {"id": key, "source": "note", "exact": exact, "start": start, "end": start + len(exact), **more}


def _claim(key: str, about: str, *quotes: str, **more: object) -> dict[str, object]:
    return {"id": key, "about": about, "statement": "It is so.", "speaker": "note", "quotes": quotes, **more}


def _tables() -> dict[str, list[dict[str, Any]]]:
    digest = sha256(TEXT.encode()).hexdigest()
    byline = {
        "start": TEXT.index("by A."),
        "end": TEXT.index("\nAcme makes"),
        "exact": "by A. Writer",
        "reason": "byline",
    }
    source = {
        "id": "note",
        "title": "A note",
        "short": "note",
        "text": TEXT,
        "text_sha256": digest,
        "raw_sha256": digest,
    }
    flow = {"id": "sale", "kind": "supply", "supplier": "acme", "good": "pumps", "recipient": "bolt"}
    return {
        "sources": [{**source, "no_claim": [byline]}],
        "quotes": [_quote("q1", "Acme sold 5 pumps"), _quote("q2", "Bolt denies"), _quote("q3", "from steel")],
        "actors": [{"id": key, "kind": "state", "name": key.title()} for key in ("acme", "bolt")],
        "goods": [{"id": key, "kind": "electronics", "name": key.title()} for key in ("pumps", "steel")],
        "flows": [flow],
        "claims": [
            _claim("c1", "sale", "q1"), _claim("c2", "acme", "q1"), _claim("c3", "bolt", "q2"),
            _claim("c4", "pumps", "q3"), _claim("c5", "steel", "q3"),
        ],
    }  # fmt: skip


def _checked(tables: dict[str, list[dict[str, Any]]]) -> Report:
    return check(Case.model_validate({"title": "x", **tables}))


def _codes(report: Report) -> list[str]:
    return [finding.code for finding in report.findings]


def test_nothing_is_wrong() -> None:
    report = _checked(_tables())
    assert report.findings == ()
    assert report.broken == ()
    assert report.statuses == {"exact": 3, "normalized": 0, "ellipsis": 0, "fuzzy": 0, "conflict": 0, "orphan": 0}
    assert report.quotes == {"q1": "exact", "q2": "exact", "q3": "exact"}
    assert [sentence.reading for sentence in report.coverage.sentences] == [
        "with_claim", "with_claim", "no_claim", "with_claim",
    ]  # fmt: skip
    assert (report.elements["actors"], report.elements["measures"], report.claims) == (2, 0, 5)


def test_an_empty_case() -> None:
    report = check(Case(title="x"))
    assert report.findings == ()
    assert report.coverage.sentences == ()


_NEW = {"id": "new", "kind": "x"}


class TestReferences:
    @pytest.mark.parametrize(
        ("table", "row", "place"),
        [
            ("flows", {"supplier": "ghost", "good": "pumps"}, "supplier"),
            ("flows", {"supplier": "acme", "good": "ghost"}, "good"),
            ("flows", {"supplier": "acme", "good": "bolt"}, "good"),
            ("flows", {"supplier": "acme", "good": "pumps", "recipient": "steel"}, "recipient"),
            ("flows", {"supplier": "acme", "good": "pumps", "via": ["bolt", "ghost"]}, "via"),
            ("flows", {"supplier": "acme", "good": "pumps", "exchange_for": "ghost"}, "exchange_for"),
            ("transformations", {"input": "ghost", "output": "pumps"}, "input"),
            ("transformations", {"input": "steel", "output": "acme"}, "output"),
            ("transformations", {"input": "steel", "output": "pumps", "maker": "ghost"}, "maker"),
            ("relations", {"subject": "pumps", "role": "x", "object": "acme"}, "subject"),
            ("relations", {"subject": "acme", "role": "x", "object": "note"}, "object"),
            ("measures", {"name": "x", "issuers": ["ghost"], "history": [{"status": "in-force"}]}, "issuers"),
            ("measures", {"name": "x", "targets": ["pumps"], "history": [{"status": "in-force"}]}, "targets"),
            ("measures", {"name": "x", "goods": ["acme"], "history": [{"status": "in-force"}]}, "goods"),
            ("events", {"name": "x", "place": "ghost"}, "place"),
            ("events", {"name": "x", "participants": ["ghost"]}, "participants"),
            ("figures", {"name": "x", "unit": "x", "about": "ghost"}, "about"),
        ],
    )
    def test_elements(self, table: str, row: dict[str, object], place: str) -> None:
        tables = _tables()
        tables.setdefault(table, []).append({**_NEW, **row})
        report = _checked(tables)
        assert [finding.where for finding in report.broken] == [f"{table} > new > {place}"]
        assert report.broken[0].code == "dangling-id"

    @pytest.mark.parametrize(
        ("table", "row", "place"),
        [
            ("claims", _claim("new", "ghost", "q1"), "about"),
            ("claims", _claim("new", "q1", "q1"), "about"),
            ("claims", _claim("new", "acme", "ghost"), "quotes"),
            ("claims", _claim("new", "acme", "q1", speaker="pumps"), "speaker"),
            ("claims", _claim("new", "acme", "q1", via=["bolt", "ghost"]), "via"),
            ("claims", _claim("new", "acme", "q1", against=["ghost"]), "against"),
            ("quotes", {**_quote("new", "Bolt denies"), "source": "acme"}, "source"),
            ("notes", {"id": "new", "about": ["ghost"], "text": "x"}, "about"),
            ("questions", {"id": "new", "text": "x", "caption": "", "select": ["ghost"]}, "select"),
        ],
    )
    def test_evidence(self, table: str, row: dict[str, Any], place: str) -> None:
        tables = _tables()
        tables.setdefault(table, []).append(row)
        broken = _checked(tables).broken
        assert [(finding.code, finding.where) for finding in broken] == [("dangling-id", f"{table} > new > {place}")]

    def test_speakers_may_be_actors_or_sources(self) -> None:
        tables = _tables()
        tables["claims"].append(_claim("new", "acme", "q1", speaker="bolt", via=["note", "acme"]))
        assert _checked(tables).findings == ()

    def test_a_place_of_a_lost_box_is_no_reason_not_to_open(self) -> None:
        report = _checked({**_tables(), "positions": [{"id": "p", "box": "ghost", "x": 0, "y": 0}]})
        assert _codes(report) == ["dangling-id"]
        assert report.broken == ()

    def test_the_author_of_a_source(self) -> None:
        tables = _tables()
        tables["sources"][0]["author"] = "ghost"
        assert [finding.where for finding in _checked(tables).broken] == ["sources > note > author"]


class TestRules:
    def test_unknown_kinds(self) -> None:
        tables = _tables()
        tables["actors"][0]["kind"] = "wizard"
        tables["measures"] = [{"id": "m", "kind": "sanctions", "name": "x", "history": [{"status": "dreamt"}]}]
        tables["claims"].append(_claim("c9", "m", "q1"))
        report = _checked(tables)
        assert _codes(report) == ["unknown-kind", "unknown-kind"]
        assert [finding.where for finding in report.findings] == [
            "actors > acme > kind",
            "measures > m > history > row 1",
        ]
        assert report.findings[0].message.startswith("'wizard' is no known kind of actor; there are state")

    def test_a_period_that_ends_before_it_begins(self) -> None:
        tables = _tables()
        tables["flows"][0]["period"] = {"start": {"earliest": "2024-03-02"}, "end": {"latest": "2024-03-01"}}
        assert [finding.where for finding in _checked(tables).broken] == ["flows > sale > period"]
        tables["flows"][0]["period"]["end"]["latest"] = "2024-03-02"
        assert _checked(tables).broken == ()

    def test_a_history_out_of_order(self) -> None:
        tables = _tables()
        steps: list[dict[str, Any]] = [
            {"status": "announced", "when": {"earliest": "2024-05-01", "latest": "2024-05-31"}},
            {"status": "in-force"},
            {"status": "in-force", "when": {"latest": "2024-05-20"}},
        ]
        tables["measures"] = [{"id": "m", "kind": "sanctions", "name": "x", "history": steps}]
        tables["claims"].append(_claim("c9", "m", "q1"))
        assert _checked(tables).findings == ()
        steps[1]["when"] = {"latest": "2024-04-30"}
        assert [finding.where for finding in _checked(tables).broken] == ["measures > m > history > row 2"]

    def test_said_after_it_was_published(self) -> None:
        tables = _tables()
        tables["sources"][0]["published"] = {"earliest": "2030-01-01", "latest": "2030-01-02"}
        tables["claims"][0]["when"] = {"earliest": "2030-01-02"}
        assert _checked(tables).findings == ()
        tables["claims"][0]["when"] = {"earliest": "2030-01-03"}
        assert [finding.where for finding in _checked(tables).broken] == ["claims > c1 > when"]

    def test_read_before_it_was_published(self) -> None:
        tables = _tables()
        tables["sources"][0] |= {"published": {"earliest": "2024-06-18"}, "retrieved": "2024-06-17"}
        assert [finding.code for finding in _checked(tables).broken] == ["impossible-date"]

    def test_goods_in_a_circle_are_named(self) -> None:
        tables = _tables()
        pairs = [("steel", "pumps"), ("pumps", "steel")]
        tables["transformations"] = [
            {"id": f"t{n}", "kind": "x", "input": one, "output": two} for n, (one, two) in enumerate(pairs)
        ]
        told = [finding.message for finding in _checked(tables).broken]
        assert told == ["goods become one another in a circle: Steel > Pumps > Steel"]

    def test_a_good_made_of_itself(self) -> None:
        tables = _tables()
        tables["transformations"] = [{"id": "t", "kind": "x", "input": "steel", "output": "steel"}]
        assert _checked(tables).broken[0].message.endswith("Steel > Steel")

    def test_two_ways_to_the_same_good_are_no_circle(self) -> None:
        tables = _tables()
        tables["goods"] += [{"id": key, "kind": "electronics", "name": key} for key in ("wire", "coil")]
        pairs = [("steel", "wire"), ("steel", "coil"), ("wire", "pumps"), ("coil", "pumps")]
        tables["transformations"] = [
            {"id": f"t{n}", "kind": "x", "input": one, "output": two} for n, (one, two) in enumerate(pairs)
        ]
        assert _checked(tables).broken == ()

    def test_a_circle_of_thousands(self) -> None:
        count = 5_000
        goods = [{"id": f"g{n}", "kind": "x", "name": f"G{n}"} for n in range(count)]
        steps = [{"id": f"t{n}", "kind": "x", "input": f"g{n}", "output": f"g{(n + 1) % count}"} for n in range(count)]
        broken = _checked({"goods": goods, "transformations": steps}).broken
        assert len(broken) == 1
        assert "G0 > G1 > G2" in broken[0].message
        assert "…" in broken[0].message

    def test_an_exchange_is_mutual(self) -> None:
        tables = _tables()
        back = {"id": "back", "kind": "supply", "supplier": "bolt", "good": "steel", "exchange_for": "sale"}
        tables["flows"] += [back, {**back, "id": "third", "exchange_for": "back"}]
        tables["claims"] += [_claim("c8", "back", "q1"), _claim("c9", "third", "q1")]
        assert [finding.where for finding in _checked(tables).findings] == ["flows > third > exchange_for"]

    def test_what_nobody_says(self) -> None:
        tables = _tables()
        del tables["claims"][4]
        tables["claims"].append(_claim("c9", "acme"))
        report = _checked(tables)
        assert [(finding.code, finding.where) for finding in report.findings] == [
            ("element-without-claim", "goods > steel"),
            ("claim-without-quote", "claims > c9"),
        ]
        assert report.broken == ()


class TestPassages:
    @pytest.mark.parametrize(
        ("exact", "status"),
        [
            ("acme  sold 5 pumps", "normalized"),
            ("Acme sold ... to Bolt", "ellipsis"),
            ("Acme resold 5 pumps to a Bolt", "fuzzy"),
            ("Acme sold 50 pumps to Bolt", "conflict"),
            ("Acme never existed", "orphan"),
        ],
    )
    def test_a_quote_that_does_not_stand_there(self, exact: str, status: str) -> None:
        tables = _tables()
        tables["quotes"][0]["exact"] = exact
        report = _checked(tables)
        assert report.quotes["q1"] == status
        assert report.findings[0].code == "quote-not-exact"
        assert report.findings[0].message.startswith(f"{status}: “{exact}”")
        unread = status in {"conflict", "orphan"}
        assert _codes(report)[1:] == ["sentence-unread"] * unread

    def test_a_quote_that_stands_elsewhere(self) -> None:
        tables = _tables()
        tables["quotes"][0] |= {"start": 3, "end": 20}
        report = _checked(tables)
        assert _codes(report) == ["quote-moved"]
        assert report.findings[0].message == "“Acme sold 5 pumps” stands at 0 to 17, not at 3 to 20"

    def test_a_text_that_was_changed(self) -> None:
        tables = _tables()
        tables["sources"][0]["text"] += " More."
        assert _codes(_checked(tables)) == ["text-changed", "sentence-unread"]

    def test_a_mark_that_does_not_stand_there_marks_nothing(self) -> None:
        tables = _tables()
        tables["sources"][0]["no_claim"][0]["start"] += 1
        report = _checked(tables)
        assert _codes(report) == ["quote-not-exact", "sentence-unread"]
        assert report.findings[0].where == "sources > note > no_claim > row 1"

    def test_a_part_outside_the_text(self) -> None:
        tables = _tables()
        tables["sources"][0]["parts"] = [{"role": "tags", "start": 0, "end": 10_000}]
        assert _codes(_checked(tables)) == ["part-outside"]

    def test_a_quote_without_a_claim_reads_nothing(self) -> None:
        tables = _tables()
        tables["claims"] = [claim for claim in tables["claims"] if claim["id"] != "c3"]
        tables["claims"].append(_claim("c3", "bolt", "q1"))
        report = _checked(tables)
        assert _codes(report) == ["sentence-unread"]
        assert report.findings[0].where == "sources > note > 27 to 42"

    def test_white_space_alone_reads_nothing(self) -> None:
        tables = _tables()
        tables["quotes"][1] = {"id": "q2", "source": "note", "exact": "to Bolt. ", "start": 18, "end": 27}
        assert _codes(_checked(tables)) == ["sentence-unread"]

    def test_hidden_characters_are_shown(self) -> None:
        tables = _tables()
        tables["claims"] = tables["claims"][:3]
        told = "".join(finding.message for finding in _checked(tables).findings)
        assert "U+202E" in told
        assert told.isprintable()

    @given(st.lists(st.tuples(st.integers(0, 100), st.integers(1, 40)), max_size=8))
    def test_readings_agree_with_looking_at_every_character(self, stretches: list[tuple[int, int]]) -> None:
        tables = _tables()
        spans = [(start, start + size) for start, size in stretches if start + size <= len(TEXT)]
        tables["quotes"] = [
            {"id": f"q{n}", "source": "note", "exact": TEXT[low:high], "start": low, "end": high}
            for n, (low, high) in enumerate(spans)
        ]
        tables["claims"] = [_claim(f"c{n}", "acme", f"q{n}") for n in range(len(spans))]
        tables["sources"][0]["no_claim"] = []
        lit = {place for low, high in spans for place in range(low, high) if not TEXT[place].isspace()}
        for sentence in _checked(tables).coverage.sentences:
            touched = any(place in lit for place in range(*sentence.span))
            assert (sentence.reading == "with_claim") == touched


def test_the_case_of_the_article_is_whole() -> None:
    report = check(read(assets.resource("cases/stoltenberg-china.json")))
    assert report.findings == ()
    assert report.coverage.count("unread") == 0
    assert set(report.quotes.values()) == {"exact"}
