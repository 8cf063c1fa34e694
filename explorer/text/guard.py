"""What two wordings of one passage differ in, and whether the difference could change what is said.

In go the words of a quote and of a passage, out come differences as plain phrases. Must not know where they stand.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence

from explorer.text.fold import skeleton

_SHOWN = 40
_LISTED = 4

_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff\ufffe]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FIGURE = re.compile(
    r"(?P<sign>(?<![\w.,%)])[-−–])?(?P<money>[$€£¥¢₽₴₹₩₺]\s?)?"
    r"(?P<digits>\d+(?:[.,]\d+|[ \u00a0\u2009\u202f]\d{3}(?!\d))*[¼-¾⅐-⅞²³¹⁰-⁹₀-₉]*)"
    r"(?P<unit>\s?(?:%|[$€£¥]|(?:per\s?cent|thousand|million|billion|trillion|bn|mn|m|k)\b))?",
    re.IGNORECASE,
)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_NEGATIONS = _words(
    "no not non none nor neither never nobody nothing nowhere without cannot cant dont doesnt didnt isnt arent wasnt "
    "werent hasnt havent hadnt wont wouldnt couldnt shouldnt mustnt hardly barely denies denied deny refuses refused"
)
_NUMBERS = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million millions billion billions trillion dozen dozens half third quarter twice double triple first second"
)
#: Words that begin a sentence with a capital without being a name.
_NO_NAMES = _words(
    "a an the this that these those he she it they we you his her its their our in on at by for from with as to of "
    "and but or so yet if when while after before since there here then now also however"
)


def harmful(quote: str, passage: str) -> tuple[str, ...]:
    """The differences in figures, negations and names: those after which a passage may say something else."""
    said, found = _plain_words(quote), _plain_words(passage)
    return (
        *figures_differ(quote, passage),
        *_told(_kept(said, _NUMBERS), _kept(found, _NUMBERS)),
        *_told(_kept(said, _NEGATIONS), _kept(found, _NEGATIONS)),
        *_told(*_names(said, found)),
    )


def figures_differ(quote: str, passage: str) -> tuple[str, ...]:
    """The differences in figures, with their signs, units and signs of money."""
    return _told(_figures(quote), _figures(passage))


def _figures(raw: str) -> list[str]:
    return [_figure(found) for found in _FIGURE.finditer(_INVISIBLE.sub("", raw))]


def _figure(found: re.Match[str]) -> str:
    digits = "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in found["digits"]
        if not character.isspace()
    )
    unit = re.sub(r"\s", "", found["unit"] or "").lower().replace("percent", "%")
    sign = "-" if found["sign"] else ""
    return f"{sign}{(found['money'] or '').strip()}{digits}{' ' if unit.isalpha() else ''}{unit}"


def _plain_words(raw: str) -> list[str]:
    cleaned = _INVISIBLE.sub("", unicodedata.normalize("NFC", raw))
    return [re.sub(r"['’]s$", "", word) for word in _WORD.findall(cleaned)]


def _kept(words: Sequence[str], wanted: frozenset[str]) -> list[str]:
    return [plain for word in words if (plain := skeleton(word)) in wanted]


def _names(said: Sequence[str], found: Sequence[str]) -> tuple[list[str], list[str]]:
    """Both wordings' words that are a name in either, in order: a name that moved matters as one that went."""
    either = {skeleton(word): word for word in (*found, *said) if word[:1].isupper()}
    names = {plain: word for plain, word in either.items() if plain not in _NO_NAMES}

    def of(words: Sequence[str]) -> list[str]:
        return [names[plain] for word in words if (plain := skeleton(word)) in names]

    return of(said), of(found)


def _told(said: Sequence[str], found: Sequence[str]) -> tuple[str, ...]:
    if list(said) == list(found):
        return ()
    gone, come = Counter(said) - Counter(found), Counter(found) - Counter(said)
    if gone and come:
        return (f"{_listed(gone)} reads {_listed(come)} here",)
    if gone:
        return (f"{_listed(gone)} is missing here",)
    if come:
        return (f"{_listed(come)} has been added here",)
    return (f"{_listed(Counter(said))} stand in another order here",)


def _listed(words: Counter[str]) -> str:
    shown = [f"“{word if len(word) <= _SHOWN else word[: _SHOWN - 1] + '…'}”" for word in list(words)[:_LISTED]]
    return ", ".join(shown) + (" and more" if len(words) > _LISTED else "")


_STRAIGHT = "\"'`´"


def _marks(categories: str) -> Callable[[str], bool]:
    wanted = frozenset(categories.split())
    return lambda character: unicodedata.category(character) in wanted


_CURLED, _POINTED = _marks("Pi Pf"), _marks("Po Ps Pe Pc Sk Sm So")
_COSMETICS: tuple[tuple[str, Callable[[str], bool]], ...] = (
    ("spaces or line breaks", _marks("Zs Zl Zp Cc")),
    ("hyphens or dashes", _marks("Pd Cf Cn")),
    ("quotation marks", lambda character: character in _STRAIGHT or _CURLED(character)),
    ("other marks", lambda character: character not in _STRAIGHT and _POINTED(character)),
)


def cosmetic(quote: str, passage: str) -> tuple[str, ...]:
    """The differences between two wordings whose skeletons are the same."""
    if quote == passage:
        return ()
    # Letters and digits are most of a passage and belong to none of the kinds.
    marks, marks_there = ([one for one in raw if not one.isalnum()] for raw in (quote, passage))
    told = [name for name, belongs in _COSMETICS if [*filter(belongs, marks)] != [*filter(belongs, marks_there)]]
    said, found = (_letters(raw) for raw in (quote, passage))
    if said.casefold() != found.casefold():
        told.append("accents or ligatures")
    elif said != found:
        told.append("upper or lower case")
    return tuple(told)


def _letters(raw: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", raw)))
