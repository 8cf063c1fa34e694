"""What is said about the flows: two sentences each, in articles on the good and on the supplier.

In go deals and voices, out come sayings. Must not know how articles are set.
"""

from collections.abc import Iterator
from random import Random

from explorer.case.evidence import Basis, Stance
from explorer.generate.cast import Cast
from explorer.generate.chance import stream, weighed
from explorer.generate.saying import Remark, Saying
from explorer.generate.size import Size
from explorer.generate.trade import Deal
from explorer.generate.voice import AGAIN, BASES, FIRST, Chorus, Voice

#: What a sentence says, by stance and basis: {s} supplier, {g} good, {r} to whom, {p} period, {w} who says it, and
#: the verbs of _VERBS.
_TOLD: dict[str, tuple[str, ...]] = {
    "says": (
        "{s} {ships} {g} to {r}{p}, says {w}.",
        "According to {w}, {s} {sends} {g} to {r}{p}.",
        "{w} names {s} as a supplier of {g} to {r}{p}.",
        "Customs papers seen by {w} show {g} from {s} on the way to {r}{p}.",
        "{s} {supplies} {r} with {g}{p}, says {w}.",
    ),
    "article": (
        "{s} {ships} {g} to {r}{p}.",
        "Loads of {g} from {s} {go} to {r}{p}.",
        "{s} {supplies} {r} with {g}{p}.",
    ),
    "inferred": (
        "Shipping lists name {s} as sender of {g} and {r} as receiver{p}, from which {w} concludes that "
        "one supplies the other.",
        "{w} concludes from the marks on {g} found at {r} that they come from {s}{p}.",
    ),
    "assumed": (
        "{g} of the sort that {s} sells {turn} up at {r}{p}, reports {w}.",
        "{w} {finds} {g} at {r}{p} and knows of no seller but {s}.",
    ),
    "denies": (
        "{s} denies that it supplies {g} to {r}.",
        "{s} has never sold {g} to {r}, a statement of the company says.",
    ),
    "hedges": (
        "{s} may have shipped {g} to {r}{p}, says {w}.",
        "It is not certain whether {s} supplies {g} to {r}, says {w}.",
    ),
    "demands": ("{w} demands that {s} stop supplying {g} to {r}.",),
    "predicts": ("{s} will go on supplying {g} to {r}, expects {w}.",),
}  # fmt: skip
#: Each verb for what has no date, for what goes on since some day, and for what is over.
_VERBS = {
    "ships": ("ships", "has shipped", "shipped"), "sends": ("sends", "has sent", "sent"),
    "supplies": ("supplies", "has supplied", "supplied"), "go": ("go", "have gone", "went"),
    "turn": ("turn", "have turned", "turned"), "finds": ("finds", "has found", "found"),
}  # fmt: skip
_STATEMENTS: dict[Stance, str] = {
    "says": "{s} supplies {g} to {r}.",
    "denies": "{s} does not supply {g} to {r}.",
    "hedges": "{s} may supply {g} to {r}.",
    "demands": "{s} must stop supplying {g} to {r}.",
    "predicts": "{s} will supply {g} to {r}.",
}
_NOBODY = "buyers who are not named"
_ASIDES = (
    "The companies named here were asked for an answer and gave none.",
    "The figures could not be checked on the spot.",
    "More on this follows in the next issue.",
)


def accounts(size: Size, cast: Cast, deals: list[Deal]) -> Iterator[Saying]:
    """Two sayings for each flow, and now and then a sentence that says nothing."""
    chance = stream(size.seed, "accounts")
    telling = _Telling(Chorus(cast, chance), chance)
    for deal in deals:
        yield telling.first(deal)
        yield telling.again(deal)
        if chance.randrange(100) < 4:
            yield Saying(_on_good(deal), chance.choice(_ASIDES))


class _Telling:
    def __init__(self, chorus: Chorus, chance: Random) -> None:
        self._chorus, self._chance = chorus, chance

    def first(self, deal: Deal) -> Saying:
        """What is said first, in an article on the good."""
        stance, basis = weighed(self._chance, FIRST), weighed(self._chance, BASES)
        return self._saying(_on_good(deal), deal, stance, basis if stance == "says" else "stated")

    def again(self, deal: Deal) -> Saying:
        """What is said about it elsewhere, perhaps against it, in an article on the supplier."""
        topic = f"The customers of [{deal.flow.supplier}]"
        return self._saying(topic, deal, weighed(self._chance, AGAIN), "stated")

    def _saying(self, topic: str, deal: Deal, stance: Stance, basis: Basis) -> Saying:
        voice = self._voice(deal, stance, basis)
        form = basis if basis != "stated" else "article" if not voice.named else stance
        words = _filled(self._chance.choice(_TOLD[form]), deal, voice.named)
        remark = Remark(
            deal.flow.id, _filled(_STATEMENTS[stance], deal, ""), stance, voice.speaker, voice.via, basis,
            voice.reliability, voice.credibility,
        )  # fmt: skip
        return Saying(topic, words, (remark,))

    def _voice(self, deal: Deal, stance: Stance, basis: Basis) -> Voice:
        if stance == "denies":
            return self._chorus.party(deal.flow.supplier, stance)
        return self._chorus.outside(stance, named=basis != "stated")


def _on_good(deal: Deal) -> str:
    return f"Who buys and sells [{deal.flow.good}]"


def _filled(pattern: str, deal: Deal, who: str) -> str:
    flow = deal.flow
    to = f"[{flow.recipient}]" if flow.recipient else _NOBODY
    if flow.via:
        to += f" by way of {' and '.join(f'[{key}]' for key in flow.via)}"
    tense = 0 if flow.period is None else 1 if flow.period.end is None else 2
    verbs = {verb: forms[tense] for verb, forms in _VERBS.items()}
    words = pattern.format(s=f"[{flow.supplier}]", g=f"[{flow.good}]", r=to, p=deal.period, w=who, **verbs)
    # An aside between commas may end where the sentence has a mark of its own.
    return words.replace(",,", ",").replace(",.", ".")
