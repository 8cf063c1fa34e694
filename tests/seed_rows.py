"""What the article of the first case says, row by row.

Typed from the article by hand, not made from the case, so that a mistake in one shows in the other.
"""

from datetime import date
from typing import NamedTuple

from explorer.case.evidence import Basis, Stance

# Chains, from the one who says it to what we read it in.
BBC = "stoltenberg bbc article"
CSIS = "csis article"
DW = "csis deutsche-welle article"
TEXT = "article"
AUTHOR = "sededin-dedovic article"
CHINA = "china article"
RUSSIA = "russia article"
STOLTENBERG = "stoltenberg article"
MOELLING = "moelling deutsche-welle article"
RESEARCHERS = "american-researchers deutsche-welle article"


class Held(NamedTuple):
    """What must be found: of each of some elements a claim of this chain, on a passage that holds these words."""

    row: str
    elements: str
    chain: str
    words: str
    stance: Stance = "says"
    basis: Basis = "stated"


HELD = (
    Held("F1", "flow-f1-technology flow-f1-microelectronics", BBC, "shares a lot of technology"),
    Held("F1", "transformation-f1-technology transformation-f1-microelectronics", BBC, "shares a lot of technology"),
    Held("F1", "transformation-f1-war", BBC, "used against Ukraine"),
    Held("F2", "flow-f2 transformation-f2", AUTHOR, "China has certainly become", basis="inferred"),
    Held("F3", "flow-f3-microelectronics flow-f3-machine-tools", CSIS, "According to a new American study"),
    Held("F3", "transformation-f3-microelectronics transformation-f3-machine-tools", CSIS, "According to a new"),
    Held("F4", "flow-f4", DW, "In several charts"),
    Held("F5", "flow-f5", CSIS, "Almost all leading"),
    Held("F6", "flow-f6", CSIS, "one company is based in Turkey"),
    Held("F7", "flow-f7", CSIS, "Chinese exports of microelectronics"),
    Held("F8", "flow-f8", CSIS, "Russian imports of CNC machines"),
    Held("F9", "transformation-f9-parts transformation-f9-weapon-systems", CSIS, "used to manufacture precision parts"),
    Held("F10", "flow-f10", BBC, "the North has sent artillery shells"),
    Held("F11", "flow-f11 transformation-f11", BBC, "Russia has provided advanced technology"),
    Held("F12", "flow-f12", CHINA, "it does not sell lethal weapons", "denies"),
    Held("F13", "flow-f13", CHINA, "handles dual-use item exports"),
    Held("F14", "flow-f14", TEXT, "has investigated the supply"),
    Held("M1", "measure-m1", BBC, "talks are ongoing"),
    Held("M1", "measure-m1", STOLTENBERG, '"Discussions on possible sanctions are underway"'),
    Held("M2", "measure-m2", BBC, "at some stage, we should consider", "demands"),
    Held("M3", "measure-m3", BBC, "China should face consequences", "demands"),
    Held("M3", "measure-m3", STOLTENBERG, "China must face the consequences", "demands"),
    Held("M4", "measure-m4", TEXT, "Beijing is already under some sanctions"),
    Held("M5", "measure-m5", TEXT, "the US announced restrictions"),
    Held("M6", "measure-m6", TEXT, "the evasion of Western sanctions"),
    Held("R1", "relation-r1-stoltenberg", TEXT, "Jens Stoltenberg, NATO Secretary General"),
    Held("R1", "relation-r1-biden", TEXT, "President Joe Biden"),
    Held("R1", "relation-r1-putin", TEXT, "Russian President Vladimir Putin"),
    Held("R1", "relation-r1-xi", TEXT, "Chinese President Xi Jinping"),
    Held("R1", "relation-r1-moelling relation-r1-study relation-r1-center", TEXT, "head of DGAP's Center for Security"),
    Held("R2", "relation-r2-support relation-r2-europe", BBC, "trying to have it both ways"),
    Held("R3", "relation-r3 russia", TEXT, "Russia has become increasingly isolated"),
    Held("R4", "relation-r4-iran relation-r4-china relation-r4-north-korea", BBC, "Russia is increasingly aligning"),
    Held("R5", "relation-r5", BBC, "North Korea is helping Russia"),
    Held("R6", "relation-r6", AUTHOR, "By helping Russia, China is", basis="inferred"),
    Held("R7", "relation-r7", TEXT, "dozens of countries pledged"),
    Held("R8", "relation-r8-summit", RUSSIA, "Russia called it a waste of time"),
    Held("R8", "relation-r8-talks", RUSSIA, "only if Ukraine essentially surrenders", "demands"),
    Held("R9", "relation-r9-appointment relation-r9-office", TEXT, "After appointing economist"),
    Held("R10", "relation-r10-balance", "putin article", "Putin has repeatedly said"),
    # The second half of the sentence is what the article says of him, not what he says.
    Held("R10", "relation-r10-ties", TEXT, "strengthen ties with like-minded countries"),
    Held("R11", "relation-r11-seat", TEXT, "a Washington-based institute"),
    Held("R11", "relation-r11-industry", TEXT, "a Washington-based institute", "hedges"),
    Held("R12", "relation-r12", TEXT, "Putin demonstrates that", basis="inferred"),
    Held("E1", "event-e1", TEXT, "since launching its full-scale war"),
    Held("E2", "event-e2", CSIS, "surged in March 2023"),
    Held("E3", "event-e3", TEXT, "Chinese President Xi Jinping visited"),
    Held("E4", "event-e4", DW, "between March and July 2023"),
    Held("E5", "event-e5", TEXT, "in Bejing October 2023"),
    Held("E6", "event-e6", TEXT, "At the end of 2023"),
    Held("E7", "event-e7", TEXT, "in a study published in April"),
    Held("E8", "event-e8", TEXT, "President Vladimir Putin visited Chinese"),
    Held("E9", "event-e9", TEXT, "last month, the US announced"),
    Held("E10", "event-e10", TEXT, "At a peace summit held"),
    Held("E11", "event-e11", TEXT, "on June 17"),
    Held("E12", "event-e12", TEXT, "told the BBC during his visit"),
    Held("E13", "event-e13", RUSSIA, "the Kremlin confirmed that"),
    Held("E14", "event-e14", TEXT, "has now renewed his analysis"),
    Held("N1", "figure-n1", DW, "between 200,000 and 300,000 times"),
    Held("N2", "figure-n2", TEXT, "around 20 firms"),
    Held("N3", "figure-n3", "dgap article", "only five years left", "predicts"),
    Held("N4", "figure-n4", CSIS, "Russia might be preparing", "hedges"),
    Held("N5", "figure-n5", TEXT, "dozens of countries"),
    Held("N6", "figure-n6", TEXT, "for the second time"),
    Held("S1", "relation-r2-support relation-r2-europe", BBC, "This cannot work"),
    Held("S2", "event-e12", TEXT, "In a comprehensive interview"),
    Held("S2", "relation-r3", TEXT, "Russia shows no signs of easing its war"),
    Held("S3", "relation-s3", RESEARCHERS, "American researchers see this", basis="inferred"),
    Held("S4", "relation-s4", MOELLING, "Putin lives only"),
    Held("S4", "relation-s4", MOELLING, "He needs the war"),
    Held("S5", "event-e11 event-e13", TEXT, "Stoltenberg's visit to Washington came"),
    Held("S5", "event-e8 event-e13", TEXT, "This followed his visit to China last month"),
)  # fmt: skip

ROWS = {"F": 14, "M": 6, "R": 12, "E": 14, "N": 6, "S": 5}

#: Supplier, good, recipient.
FLOWS = {
    "flow-f1-technology": ("China", "Technology", "Russia"),
    "flow-f1-microelectronics": ("China", "Microelectronics", "Russia"),
    "flow-f2": ("China", "Microelectronics", "Russia"),
    "flow-f3-microelectronics": ("China", "Microelectronics", "Russia"),
    "flow-f3-machine-tools": ("China", "Machine tools", "Russia"),
    "flow-f4": ("Companies in China, Hong Kong", "Electronics", "Russia"),
    "flow-f5": ("Leading exporters", "Microelectronics", "Russia"),
    "flow-f6": ("One company in Turkey", "Microelectronics", "Russia"),
    "flow-f7": ("China", "Microelectronics", "Russia"),
    "flow-f8": ("Chinese CNC companies", "CNC machines", "Russia"),
    "flow-f10": ("North Korea", "Artillery shells", "Russia"),
    "flow-f11": ("Russia", "Advanced technology", "North Korea"),
    "flow-f12": ("China", "Lethal weapons", "Russia"),
    "flow-f13": ("China", "Dual-use items", None),
    "flow-f14": ("Abroad, unnamed", "Russian weaponry", "Russia"),
}

#: By whom, against whom, how far.
MEASURES = {
    "measure-m1": (("nato-members",), "china", "under-discussion"),
    "measure-m2": (("nato-members",), "china", "proposed"),
    "measure-m3": ((), "china", "demanded"),
    "measure-m4": ((), "china", "in-force"),
    "measure-m5": (("united-states",), "restricted-firms", "announced"),
    "measure-m6": (("the-west",), "russia", "in-force"),
}

#: First day, last day, worked out or not.
EVENTS = {
    "event-e1": (date(2022, 1, 1), date(2022, 12, 31), False),
    "event-e2": (date(2023, 3, 1), date(2023, 3, 31), False),
    "event-e3": (date(2023, 3, 1), date(2023, 3, 31), True),
    "event-e4": (date(2023, 3, 1), date(2023, 7, 31), False),
    "event-e5": (date(2023, 10, 1), date(2023, 10, 31), False),
    "event-e6": (date(2023, 10, 1), date(2023, 12, 31), True),
    "event-e7": (date(2024, 4, 1), date(2024, 4, 30), True),
    "event-e8": (date(2024, 5, 1), date(2024, 5, 31), True),
    "event-e9": (date(2024, 5, 1), date(2024, 5, 31), True),
    "event-e10": (date(2024, 6, 15), date(2024, 6, 16), True),
    "event-e11": (date(2024, 6, 17), date(2024, 6, 17), True),
    "event-e12": (date(2024, 6, 15), date(2024, 6, 18), True),
    "event-e13": (date(2024, 6, 18), date(2024, 6, 18), True),
    "event-e14": (date(2023, 10, 1), date(2024, 6, 30), True),
}

#: Low, high, unit, per, approximate.
FIGURES = {
    "figure-n1": (200_000, 300_000, "times", "month", False),
    "figure-n2": (20, 20, "firms", None, True),
    "figure-n3": (5, 5, "years", None, False),
    "figure-n4": (20, 20, "years", None, False),
    "figure-n5": (None, None, "countries", None, False),
    "figure-n6": (2, 2, "investigations", None, False),
}
