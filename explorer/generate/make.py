"""Makes a case of a size: cast, goods, trade, measures, and the articles that tell of all of it.

In goes a size, out comes a case that a check finds nothing wrong with; the same size gives the same case on every
machine. Must not know files.
"""

from collections.abc import Callable, Iterable

from explorer.case.base import table_of
from explorer.case.case import Case
from explorer.case.parts import Note, Question
from explorer.generate.account import accounts
from explorer.generate.cast import Cast, cast
from explorer.generate.chance import stream
from explorer.generate.happening import events, figures
from explorer.generate.naming import Naming
from explorer.generate.press import Press
from explorer.generate.sanction import sanctions
from explorer.generate.saying import Saying
from explorer.generate.size import Size
from explorer.generate.store import Store, described, store
from explorer.generate.ties import ties
from explorer.generate.trade import Deal, trade
from explorer.text.english import counted

Say = Callable[[str], None]

_ABOUT = "Made up by a program from chance: no company, body, person, article or statement in it is real."


def generated(size: Size, say: Say = lambda _: None) -> Case:
    """The case of a size; `say` is told what comes next."""
    naming = Naming(stream(size.seed, "names"))
    people, wares = cast(size, naming), store(size, naming)
    say(f"{counted(size.actors, 'actor')}, {counted(size.goods, 'good')}")
    deals = trade(size, people, wares)
    say(counted(size.flows, "flow"))
    tied = list(ties(size, people))
    measured = list(sanctions(size, people, deals))
    happened, counts = list(events(size, people, deals)), list(figures(size, people, deals))
    sayings = [
        *described(wares),
        *(saying for _, saying in counts),
        *accounts(size, people, deals),
        *(saying for _, rows in measured for saying in rows),
        *(saying for _, saying in happened),
        *(saying for _, saying in tied),
    ]
    press = _printed(size, people, wares, sayings, say)
    edition = press.edition
    return Case(
        title=f"A made-up trade: {counted(size.actors, 'actor')}, {counted(size.flows, 'flow')} (seed {size.seed})",
        about=_ABOUT,
        sources=table_of(edition.sources),
        quotes=table_of(edition.quotes),
        actors=table_of(list(people.everyone())),
        goods=table_of(list(wares.goods)),
        flows=table_of([deal.flow for deal in deals]),
        transformations=table_of(list(wares.steps)),
        relations=table_of([relation for relation, _ in tied]),
        measures=table_of([measure for measure, _ in measured]),
        events=table_of([event for event, _ in happened]),
        figures=table_of([figure for figure, _ in counts]),
        claims=table_of(edition.claims),
        notes=table_of([Note(id="note-made-up", text=_ABOUT)]),
        questions=table_of([_question(wares, deals)]),
    )


def _printed(size: Size, people: Cast, wares: Store, sayings: Iterable[Saying], say: Say) -> Press:
    rows = list(sayings)
    names = {actor.id: actor.name for actor in people.everyone()} | {good.id: good.name for good in wares.goods}
    press = Press(names, people.called, stream(size.seed, "press"))
    authors, publishers = [actor.id for actor in people.authors], [actor.name for actor in people.media]
    for done in press.print(rows, authors, publishers):
        say(f"{done:,} of {counted(len(rows), 'sentence')}")
    # Whoever no article has named stands in a register, so that nobody is without a passage.
    left = [actor.id for actor in people.everyone() if actor.id not in press.introduced]
    register = [Saying("From the register", f"[{key}] is listed in the register of this year.") for key in left]
    for done in press.print(register, authors, publishers):
        say(f"{done:,} of {counted(len(register), 'entry', 'entries')} of the register")
    return press


def _question(wares: Store, deals: list[Deal]) -> Question:
    """Who supplies the good that is traded most?"""
    traded = {good.id: [deal.flow for deal in deals if deal.flow.good == good.id] for good in wares.traded[:20]}
    key = max(traded, key=lambda one: len(traded[one]))
    name = next(good.name for good in wares.traded if good.id == key)
    count = counted(len(traded[key]), "flow")
    return Question(
        id="question-most-traded",
        text=f"Who supplies {name[:1].lower()}{name[1:]}?",
        caption=f"{count} of {len(deals):,} are of this good, the articles say.",
        select=(key, *(flow.id for flow in traded[key][:12])),
    )
