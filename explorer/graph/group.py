"""Groups of boxes: by country, by kind, by the owner at the top; each with a key and a title.

In go a case and boxes with their lanes, out come the keys of their groups. A key says all that its title needs:
"supplier/country:CN", "-/kind:actors.company". A group never reaches over two lanes. Must not know what is folded.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from explorer.case.case import Case
from explorer.case.country import country
from explorer.case.evidence import denied
from explorer.case.kinds import VOCABULARY_OF_TABLE, Kind, kind
from explorer.case.parts import FOLD
from explorer.graph.model import Grouping
from explorer.text.english import small

#: Who has no country said.
_UNSAID = ""


def fold_id(key: str) -> str:
    """The id of the box that a folded group is."""
    return f"{FOLD}:{key}"


def key_of(fold: str) -> str | None:
    """The key of the group that a box stands for; None if the id is not one of a fold."""
    return fold.removeprefix(f"{FOLD}:") if fold.startswith(f"{FOLD}:") else None


def group_keys(case: Case, grouped: Grouping, boxes: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """The key of the group of every box that has one, by id; boxes come with their lanes."""
    tops = _tops(case) if grouped == "group" else {}
    found: dict[str, str] = {}
    for box, lane in boxes:
        value = _value(case, grouped, tops, box)
        if value:
            found[box] = f"{lane or '-'}/{value}"
    return found


def title(case: Case, key: str) -> str:
    """What a group is called: 'China', 'Companies', the name of an owner."""
    sort, _, value = key.partition("/")[2].partition(":")
    if sort == "country":
        return country(value) if value != _UNSAID else "Country not said"
    if sort == "group":
        return case.actors[value].name if value in case.actors else value
    table, _, which = value.partition(".")
    return kind(VOCABULARY_OF_TABLE.get(table, table), which).plural


def count_words(case: Case, key: str, members: Sequence[str], *, more: bool = False) -> str:
    """What stands on a fold: 'China: 1,204 companies', '38 goods: Electronics', '12 more companies'."""
    name, sort = title(case, key), key.partition("/")[2].partition(":")[0]
    table = case.table_of[members[0]]
    number = f"{len(members):,}{' more' if more else ''}"
    if sort == "kind":
        return f"{number} {small(name)}" if table == "actors" else f"{number} {table}: {name}"
    return f"{name}: {number} {_called(case, members)}"


def commonest(case: Case, members: Iterable[str]) -> Kind:
    """The kind that most of the members have; of several the first."""
    return _kind(case, Counter((case.table_of[key], case.elements[key].kind) for key in members).most_common(1)[0][0])


def _called(case: Case, members: Iterable[str]) -> str:
    """The one kind that all members have, else their table, in the plural."""
    kinds = {(case.table_of[key], case.elements[key].kind) for key in members}
    first = next(iter(kinds))
    return small(_kind(case, first).plural) if len(kinds) == 1 else first[0]


def _kind(case: Case, which: tuple[str, str]) -> Kind:
    return kind(VOCABULARY_OF_TABLE[which[0]], which[1])


def _value(case: Case, grouped: Grouping, tops: Mapping[str, str], box: str) -> str:
    actor = case.actors.get(box)
    if actor is not None and grouped == "country":
        return f"country:{actor.country or _UNSAID}"
    if actor is not None and grouped == "group":
        return f"group:{tops[box]}" if box in tops else ""
    # Goods and events have neither country nor owner.
    return f"kind:{case.table_of[box]}.{case.elements[box].kind}" if grouped else ""


def _tops(case: Case) -> dict[str, str]:
    """Who stands at the top of the owners of every actor that owns or is owned; a denied tie does not count."""
    owner: dict[str, str] = {}
    for relation in case.relations.values():
        subject, above = relation.subject, relation.object
        if not kind("relation", relation.kind).belongs or subject == above:
            continue
        if subject in case.actors and above in case.actors and not denied(case.claims_about(relation.id)):
            owner.setdefault(subject, above)
    tops: dict[str, str] = {}
    for key in owner:
        _climb(owner, tops, key)
    return tops


def _climb(owner: Mapping[str, str], tops: dict[str, str], key: str) -> None:
    """Give everybody on the way from somebody up the one that stands at its end."""
    way: dict[str, None] = {}
    while key not in way and key not in tops and key in owner:
        way[key] = None
        key = owner[key]
    if key in way:
        # Who own each other in a ring have no top: the first by id speaks for all of them.
        ring = list(way)
        key = min(ring[ring.index(key) :])
    top = tops.get(key, key)
    tops |= dict.fromkeys((*way, top), top)
