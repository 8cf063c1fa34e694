"""A case in one sentence, and in a few figures for the status bar. All of it is counted, nothing written by hand.

In go a case and the report on it, out come words. Must not know where they are shown, and says who says something
instead of deciding what is true.
"""

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from explorer.analysis.conflict import contradictions
from explorer.case.case import Case
from explorer.case.evidence import Claim, denied
from explorer.case.kinds import kind
from explorer.case.once import once
from explorer.case.parts import Flow
from explorer.graph.words import name, short_name
from explorer.text.english import counted, listed

if TYPE_CHECKING:
    from explorer.case.check import Report

#: The ranks of `resources/kinds/status.toml` between "it has ended" and "it binds somebody": demands, proposals, talks.
_TALK = range(-3, 0)


@once
def headline(case: Case) -> str:
    """The case in one sentence: who takes part, what most sources name, how far the measures have come."""
    flows = [flow for flow in case.flows.values() if not denied(case.claims_about(flow.id))]
    parts = [_counts(case, flows)]
    if lead := _lead(case, flows):
        parts[0] = f"{parts[0]}: {lead}"
    if case.measures:
        parts.append(_measures(case))
    return f"{'; '.join(part for part in parts if part)}."


def figures(case: Case, report: "Report") -> tuple[str, ...]:
    """What the status bar counts: elements, quotes found, sentences read, contradictions."""
    same = report.anchors.keys() == case.quotes.keys()
    found = len(report.found if same else report.found & case.quotes.keys())
    sentences = len(report.coverage.sentences)
    read = sentences - report.coverage.count("unread")
    return (
        counted(len(case.elements), "element"),
        f"{found:,} of {counted(len(case.quotes), 'quote')} found",
        f"{percent(read, sentences)} of sentences read" if sentences else "no sentence to read",
        counted(len(contradictions(case)), "contradiction"),
    )


def percent(part: int, whole: int) -> str:
    """A share in whole per cent, cut and not rounded: 100 only if nothing is missing, 0 only if nothing is there."""
    if 0 < part * 100 < whole:
        return "less than 1 %"
    return f"{part * 100 // whole if whole else 0} %"


def _counts(case: Case, flows: list[Flow]) -> str:
    """'8 suppliers, 10 goods, 2 recipients'; without flows, what else the case holds."""
    if flows:
        return ", ".join(
            counted(len(set(ids)), word)
            for word, ids in (
                ("supplier", [flow.supplier for flow in flows]),
                ("good", [flow.good for flow in flows]),
                ("recipient", [flow.recipient for flow in flows if flow.recipient]),
            )
            if ids
        )
    rest = (("actor", case.actors), ("good", case.goods), ("relation", case.relations), ("event", case.events))
    held = [counted(len(table), word) for word, table in rest if table]
    if held:
        return f"{', '.join(held)}, no flow of goods yet"
    return "Nothing of this case is worked out yet" if case.sources or case.measures else "This case is empty"


def _lead(case: Case, flows: list[Flow]) -> str:
    """What the most speakers name: 'most sources name China as supplier of microelectronics to Russia (...)'."""
    speakers: dict[tuple[str, str, str | None], list[str]] = {}
    for flow in flows:
        for claim in _affirming(case, flow.id):
            speakers.setdefault((flow.supplier, flow.good, flow.recipient), []).append(claim.speaker)
    if not speakers:
        return ""
    most = max(speakers, key=lambda link: (len(set(speakers[link])), len(speakers[link])))
    supplier, good, recipient = most
    to = f" to {name(case, recipient)}" if recipient else ""
    what = f"{name(case, supplier)} as supplier of {_inside(case, name(case, good))}{to}"
    # Who speaks most often comes first.
    who = listed(_called(case, key) for key, _ in Counter(speakers[most]).most_common())
    several, everyone = set(speakers[most]), {key for names in speakers.values() for key in names}
    if len(several) > 1 and len(several) * 2 > len(everyone):
        return f"most sources name {what} ({who})"
    return f"{who} {'name' if len(several) > 1 else 'names'} {what}"


def _measures(case: Case) -> str:
    """'of 6 measures, 3 are only talked about, 2 in force, 1 announced'."""
    counts = Counter(_stage(measure.history[-1].status) for measure in case.measures.values())
    stages = [f"{number} {stage}" for stage, number in counts.most_common()]
    total = len(case.measures)
    if len(counts) == 1:
        stage = next(iter(counts))
        return f"the one measure is {stage}" if total == 1 else f"all {total} measures are {stage}"
    stage, number = counts.most_common(1)[0]
    stages[0] = f"{number} {'is' if number == 1 else 'are'} {stage}"
    return f"of {total} measures, {', '.join(stages)}"


def _stage(status: str) -> str:
    row = kind("status", status)
    return "only talked about" if row.rank in _TALK else row.phrase or row.label


def _affirming(case: Case, element: str) -> Iterable[Claim]:
    return (claim for claim in case.claims_about(element) if claim.stance != "denies")


def _called(case: Case, speaker: str) -> str:
    """A speaker in a sentence."""
    return f"the {short_name(case, speaker)}" if speaker in case.sources else short_name(case, speaker)


def _inside(case: Case, good: str) -> str:
    """The name of a good inside a sentence: with a small letter only if a source writes it so; 'Shahed' stays."""
    small = good[:1].lower() + good[1:]
    return small if any(small in source.text for source in case.sources.values()) else good
