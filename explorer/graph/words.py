"""The words of a case: names, chains, dates, badges, as sentences about a source and never as verdicts.

In go a case and an id, out comes one line of plain text. Must not know where the words are shown.
"""

from calendar import monthrange
from datetime import date

from explorer.case.case import Case
from explorer.case.evidence import Claim, Period, When, denied
from explorer.case.kinds import VOCABULARY_OF_TABLE, Kind, kind
from explorer.case.parts import Figure, Flow, Measure, Relation, Transformation
from explorer.graph.group import key_of, title
from explorer.graph.model import Badge
from explorer.text.english import MONTHS, capital, counted, listed, number


def kind_of(case: Case, key: str) -> Kind:
    """The kind of an element."""
    return kind(VOCABULARY_OF_TABLE[case.table_of[key]], case.elements[key].kind)


def name(case: Case, key: str) -> str:
    """How an element, a source or anything else with an id is called in a line of text."""
    if key in case.sources:
        return case.sources[key].short
    element = case.elements.get(key)
    match element:
        case None:
            group = key_of(key)
            return f"{title(case, group)} (folded)" if group else key
        case Flow():
            to = f" → {name(case, element.recipient)}" if element.recipient else ""
            return f"{name(case, element.supplier)} → {name(case, element.good)}{to}"
        case Transformation():
            return f"{name(case, element.input)} → {name(case, element.output)}"
        case Relation():
            return f"{name(case, element.subject)} {element.role} {name(case, element.object)}"
        case _:
            return element.name


def short_name(case: Case, key: str) -> str:
    """A name for a chain: the family name of a person, the shortest alias of an organisation, the word for a source."""
    actor = case.actors.get(key)
    if actor is None:
        return name(case, key)
    if key in case.authors:
        return "the author"
    known = [actor.name, *actor.aliases]
    if kind("actor", actor.kind).called_by == "family-name":
        return actor.name.split()[-1]
    return min((word for word in known if word.isupper()), key=len, default=actor.name)


def chain_words(case: Case, claim: Claim) -> str:
    """Who says it, through whom, down to where it was read: 'Stoltenberg > BBC > article'."""
    return " > ".join(short_name(case, key) for key in case.speaker_chain(claim))


def said_by(case: Case, claim: Claim) -> str:
    """Who says it, with the first one it went through: 'Stoltenberg (BBC)', 'the article'."""
    if claim.speaker in case.sources:
        return f"the {short_name(case, claim.speaker)}"
    through = f" ({short_name(case, claim.via[0])})" if claim.via else ""
    return f"{short_name(case, claim.speaker)}{through}"


def day_words(day: date) -> str:
    """A day: '17 June 2024'."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def when_words(when: When | None) -> str:
    """A vague date in as many words as it deserves: '2022', 'March 2023', '15 to 16 June 2024 (worked out)'."""
    if when is None or (when.earliest is None and when.latest is None):
        return when.wording if when and when.wording else "date not said"
    worked_out = " (worked out)" if when.worked_out else ""
    if when.earliest is None and when.latest is not None:
        return f"not later than {day_words(when.latest)}{worked_out}"
    if when.latest is None and when.earliest is not None:
        return f"not before {day_words(when.earliest)}{worked_out}"
    return span_words(when.earliest, when.latest) + worked_out


def span_words(first: date | None, last: date | None) -> str:
    """A stretch of days in the shortest exact words."""
    if first is None or last is None:
        return f"since {day_words(first)}" if first else f"until {day_words(last)}" if last else "date not said"
    if first == last:
        return day_words(first)
    starts, ends = first.day == 1, _is_month_end(last)
    if starts and ends and first.month == 1 and last.month == 12:
        return f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    if starts and ends:
        return _months_words(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day} to {day_words(last)}"
    return f"{day_words(first)} to {day_words(last)}"


def period_words(period: Period | None) -> str:
    """A period: 'since March 2023', 'March 2023 to July 2023', 'date not said'."""
    if period is None or (period.start is None and period.end is None):
        return "date not said"
    if period.end is None:
        return f"since {when_words(period.start)}"
    if period.start is None:
        return f"until {when_words(period.end)}"
    start, end = when_words(period.start), when_words(period.end)
    return start if start == end else f"{start} to {end}"


def status_words(case: Case, measure: Measure) -> str:
    """'Under discussion, says Stoltenberg (BBC)', with the date where one is known."""
    step = measure.history[-1]
    words = f"{kind('status', step.status).label}, {_first_says(case, measure)}"
    return words + (f", {when_words(step.when)}" if step.when else "")


def figure_words(figure: Figure) -> str:
    """A figure as the source gives it: '200,000 to 300,000 times per month', 'around 20 firms'."""
    per = f" per {figure.per}" if figure.per else ""
    if figure.low is None and figure.high is None:
        return f"{figure.wording or figure.name}{per}"
    about = "around " if figure.approximate else ""
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        return f"{about}{number(figure.low)} to {number(figure.high)} {figure.unit}{per}"
    bound = figure.low if figure.low is not None else figure.high
    words = "" if figure.low == figure.high else "at least " if figure.low is not None else "at most "
    return f"{about}{words}{number(bound or 0)} {figure.unit}{per}"


def badge(case: Case, key: str, *, gated: bool = False) -> Badge | None:
    """The status of an element in words: who measures it, who denies it, who names it.

    `gated`: the measures stand at the box as gates with words of their own, so the badge need not repeat them.
    """
    measures = case.measures_at.get(key, ())
    if measures and not gated:
        hardest = max(measures, key=lambda measure: kind("status", measure.history[-1].status).rank)
        row = kind("status", hardest.history[-1].status)
        more = f" · {counted(len(measures), 'measure')}" if len(measures) > 1 else ""
        what = kind("measure", hardest.kind).phrase or hardest.kind
        return Badge(f"{capital(what)} {row.phrase}, {_first_says(case, hardest)}{more}", row.colour, row.icon)
    return _evidence_badge(case, key)


def _evidence_badge(case: Case, key: str) -> Badge | None:
    claims = [*case.claims_about(key), *(c for flow in case.flows_at.get(key, ()) for c in case.claims_about(flow.id))]
    if not claims:
        return Badge("No passage yet", "stance-denies", "unsupported")
    flow_claims = [claim for claim in claims if claim.about in case.flows]
    relevant = flow_claims or claims
    if denied(relevant):
        row = kind("stance", "denies")
        return Badge(f"Denied by {listed(short_name(case, c.speaker) for c in relevant)}", row.colour, row.icon)
    speakers = dict.fromkeys(claim.speaker for claim in relevant if claim.stance != "denies")
    if all(key in case.sources for key in speakers):
        return Badge(f"in the {listed(name(case, key) for key in speakers)} only")
    first = [short_name(case, key) for key in sorted(speakers, key=lambda key: key in case.sources)[:2]]
    more = f" +{len(speakers) - 2}" if len(speakers) > 2 else ""
    return Badge(f"{'says' if len(first) == 1 else 'say'} {', '.join(first)}{more}")


def _first_says(case: Case, measure: Measure) -> str:
    claims = case.claims_about(measure.id)
    return f"says {said_by(case, claims[0])}" if claims else "nobody cited"


def _is_month_end(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _months_words(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    year = f" {first.year}" if first.year != last.year else ""
    return f"{MONTHS[first.month - 1]}{year} to {MONTHS[last.month - 1]} {last.year}"
