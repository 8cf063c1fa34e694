"""A small case for the tests of the panes: two flows, a denial, a measure, an emoji before everything."""

from hashlib import sha256
from typing import Any

from explorer.case.case import Case

TEXT = (
    "Trade 🚢 and denial\n\nby A. Writer\n\n"
    "China ships microelectronics to Russia, said Stoltenberg. “Talks are ongoing” about sanctions on China.\n\n"
    "China says it does not sell lethal weapons. CNC machines from China are used to make ammunition.\n\n"
    + "\n\n".join(f"Paragraph {n} is here only to be long enough that a reader has to scroll." * 3 for n in range(12))
    + "\n\nAt the very end, North Korea sent 200 artillery shells to Russia in May.\n"
)


def quote(key: str, exact: str, source: str = "article", text: str = TEXT) -> dict[str, Any]:
    start = text.index(exact)
    return {"id": key, "source": source, "exact": exact, "start": start, "end": start + len(exact)}


def claim(key: str, about: str, *quotes: str, speaker: str = "stoltenberg", **more: object) -> dict[str, Any]:
    return {"id": key, "about": about, "statement": f"Statement {key}.", "speaker": speaker, "quotes": quotes, **more}


def source(key: str = "article", text: str = TEXT, **more: object) -> dict[str, Any]:
    digest = sha256(text.encode()).hexdigest()
    row = {"id": key, "title": f"The {key}", "short": key, "text": text, "text_sha256": digest, "raw_sha256": digest}
    return {**row, **more}


def rows() -> dict[str, Any]:
    worked_out = {"earliest": "2024-05-01", "latest": "2024-05-31", "worked_out": "the text says: in May"}
    end = TEXT.index("\n")
    return {
        "title": "A small case",
        "about": "Made for tests.",
        "sources": [
            source(
                parts=[
                    {"role": "headline", "start": 0, "end": end},
                    {"role": "byline", "start": end + 2, "end": end + 14},
                ]
            )
        ],
        "quotes": [
            quote("q-flow", "China ships microelectronics to Russia"),
            quote("q-name", "China"),
            quote("q-good", "microelectronics"),
            quote("q-talks", "Talks are ongoing"),
            quote("q-denial", "it does not sell lethal weapons"),
            quote("q-cnc", "CNC machines from China are used to make ammunition"),
            quote("q-shells", "North Korea sent 200 artillery shells to Russia in May"),
        ],
        "actors": [
            {"id": "china", "kind": "state", "name": "China", "aliases": ["Beijing"], "place": "East Asia"},
            {"id": "russia", "kind": "state", "name": "Russia"},
            {"id": "north-korea", "kind": "state", "name": "North Korea"},
            {"id": "nato", "kind": "state-group", "name": "NATO members"},
            {"id": "stoltenberg", "kind": "person", "name": "Jens Stoltenberg"},
            {"id": "bbc", "kind": "media", "name": "BBC"},
        ],
        "goods": [
            {"id": "chips", "kind": "electronics", "name": "microelectronics",
             "codes": [{"code": "8542", "reason": "integrated circuits"}]},
            {"id": "weapons", "kind": "weapons", "name": "lethal weapons"},
            {"id": "shells", "kind": "ammunition", "name": "artillery shells"},
            {"id": "cnc", "kind": "machinery", "name": "CNC machines"},
        ],
        "flows": [
            {"id": "f-chips", "kind": "supply", "supplier": "china", "good": "chips", "recipient": "russia",
             "period": {"start": {"earliest": "2023-03-01", "latest": "2023-03-31"}}},
            {"id": "f-weapons", "kind": "supply", "supplier": "china", "good": "weapons", "recipient": "russia"},
            {"id": "f-shells", "kind": "supply", "supplier": "north-korea", "good": "shells", "recipient": "russia",
             "period": {"start": worked_out, "end": worked_out}},
            {"id": "f-lost", "kind": "supply", "supplier": "china", "good": "cnc", "recipient": "russia"},
        ],
        "transformations": [{"id": "t-cnc", "kind": "made-into", "input": "cnc", "output": "shells"}],
        "measures": [
            {"id": "m-talks", "kind": "sanctions", "name": "Possible sanctions on China", "issuers": ["nato"],
             "targets": ["china"], "condition": "if it does not change",
             "history": [{"status": "demanded"}, {"status": "under-discussion", "when": worked_out}]},
        ],
        "figures": [
            {"id": "n-shells", "kind": "count", "name": "Artillery shells", "about": "f-shells",
             "low": 200, "high": 200, "unit": "shells"},
        ],
        "claims": [
            claim("c-flow", "f-chips", "q-flow", via=["bbc"], reliability="B", credibility=2, grade_reason="on record"),
            claim("c-china", "china", "q-name", speaker="article"),
            claim("c-good", "chips", "q-good", speaker="article"),
            claim("c-talks", "m-talks", "q-talks", via=["bbc"]),
            claim("c-denial", "f-weapons", "q-denial", speaker="china", stance="denies", against=["f-chips"]),
            claim("c-cnc", "t-cnc", "q-cnc", speaker="article", basis="inferred"),
            claim("c-shells", "f-shells", "q-shells", via=["bbc"]),
            claim("c-number", "n-shells", "q-shells", via=["bbc"]),
            claim("c-bare", "f-lost", speaker="article"),
        ],
        "notes": [{"id": "note-1", "about": ["china"], "text": "Beijing stands for the government."}],
    }  # fmt: skip


def small_case(**tables: object) -> Case:
    return Case.model_validate({**rows(), **tables})
