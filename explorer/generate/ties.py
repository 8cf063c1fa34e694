"""Who belongs to whom, and who speaks for whom.

In goes a cast, out come relations, each with the sentence that says it. Must not know flows.
"""

from collections.abc import Iterator

from explorer.case.kinds import vocabulary
from explorer.case.parts import Relation
from explorer.generate.cast import Cast
from explorer.generate.chance import stream
from explorer.generate.saying import Remark, Saying
from explorer.generate.size import Size

Told = tuple[Relation, Saying]

#: How many companies belong to one group.
_LEAST, _MOST = 3, 12


def ties(size: Size, cast: Cast) -> Iterator[Told]:
    """Relations of companies to their groups and of spokespeople to their bodies."""
    chance = stream(size.seed, "ties")
    known = vocabulary("relation")
    belonging = next((key for key, row in known.items() if row.belongs), "tie")
    free = [actor.id for actor in cast.companies]
    chance.shuffle(free)
    pairs = [
        (belonging, "belongs to", free.pop(), group.id)
        for group in cast.groups
        for _ in range(min(len(free), chance.randint(_LEAST, _MOST)))
    ]
    pairs += [("office", "speaks for", person.id, chance.choice(cast.bodies).id) for person in cast.officials]
    for number, (kind, role, subject, object_) in enumerate(pairs, 1):
        relation = Relation(id=f"tie-{number:05}", kind=kind, subject=subject, role=role, object=object_)
        topic = f"Who belongs to [{object_}]" if kind == belonging else "Who speaks for whom"
        words = f"[{subject}] {role} [{object_}]"
        remark = Remark(relation.id, f"{words}.", reliability="B", credibility=2)
        yield (
            relation,
            Saying(topic, f"{words}{', the register of companies shows' if kind == belonging else ''}.", (remark,)),
        )
