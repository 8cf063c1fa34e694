"""Cases that are proper and yet unlike any other: empty, huge, in circles, at the ends of time, in every script.

In goes nothing, out come rows of case files by name. Knows what a case file looks like, and nothing of the program.
"""

from collections.abc import Mapping

from tests.journeys.attack import Rows, case, source

#: An emoji takes two units of Qt's text and one code point of ours; the family is seven code points and one letter.
EMOJI = "🚢 👨‍👩‍👧‍👦 🇨🇳"
NAMES = (
    EMOJI, "شركة الصين للإلكترونيات", "中国电子科技集团公司", "Z̷̢͝a̸̕l̶g̷o̴" + "\u0301" * 60, "חברה 3 בע״מ (B)", "ฃริษัท",
    "ﬁnance", "A&B && C &amp; D", "100 % <b>sure</b>", "A" * 400, "word " * 79 + "last", "\u00a0", ".", "－", "𝕬𝖈𝖒𝖊",
)  # fmt: skip


def claim(key: str, about: str, *quotes: str, **more: object) -> Rows:
    return {
        "id": key,
        "about": about,
        "statement": f"It is said of {about}.",
        "speaker": "article",
        "quotes": list(quotes),
    } | more


def quote(key: str, exact: str, text: str, of: str = "article") -> Rows:
    start = text.index(exact)
    return {"id": key, "source": of, "exact": exact, "start": start, "end": start + len(exact)}


def actors(*names: str) -> list[Rows]:
    return [{"id": f"a{number}", "kind": "company", "name": name} for number, name in enumerate(names)]


def flow(key: str, supplier: str = "china", recipient: str | None = "russia", **more: object) -> Rows:
    return {"id": key, "kind": "supply", "supplier": supplier, "good": "chips", "recipient": recipient, **more}


def small() -> Mapping[str, Rows]:
    """Of some kinds of things nothing, or one."""
    nothing: dict[str, object] = {"actors": [], "goods": [], "flows": []}
    relation = {"id": "r", "kind": "office", "subject": "china", "role": "friend of", "object": "russia"}
    event = {"id": "e", "kind": "war", "name": "It begins", "when": {"wording": "one day"}}
    return {
        "nothing but a title": {"format": "sanctions-explorer-case", "version": 1, "title": "Nothing"},
        "nothing but a text": case(**nothing),
        "one actor": case(**nothing | {"actors": actors("Alone")}),
        "no flows": case(flows=[]),
        "only relations": case(flows=[], goods=[], relations=[relation]),
        "only events": case(**nothing | {"events": [event]}),
        "only a figure": case(
            **nothing | {"figures": [{"id": "n", "kind": "count", "name": "Many", "unit": "things"}]}
        ),
        "a measure against nobody": case(
            flows=[],
            measures=[{"id": "m", "kind": "sanctions", "name": "A threat", "history": [{"status": "demanded"}]}],
        ),
        "a question about nothing": case(questions=[{"id": "k", "text": "Why?", "caption": "", "select": []}]),
        "a flow from and to itself": case(flows=[flow("f", recipient="china"), flow("g", recipient=None)]),
        "a relation with itself": case(
            relations=[relation | {"object": "china"}, relation | {"id": "s", "object": "r"}]
        ),
        "via itself": case(flows=[flow("f", via=["china", "russia", "china"]), flow("g", exchange_for="g")]),
        "two sources, one without a quote": case(
            sources=[source("China sells chips."), source("Nobody reads this.", "second")],
            quotes=[quote("q", "China", "China sells chips.")],
            claims=[claim("c", "china", "q")],
        ),
    }


def kinds() -> Mapping[str, Rows]:
    """Kinds that no vocabulary knows, names in every script, and much of one thing."""
    text = "China sells chips to Russia."
    goods = [{"id": f"g{n}", "kind": "electronics", "name": name} for n, name in enumerate(NAMES)]
    flows = [
        {"id": f"f{n}", "kind": "supply", "supplier": f"a{n}", "good": f"g{n}", "recipient": f"a{(n + 1) % len(NAMES)}"}
        for n in range(len(NAMES))
    ]
    measures = [
        {"id": f"m{n}", "kind": "sanctions", "name": f"Measure {n}", "targets": ["china"], "goods": ["chips"],
         "history": [{"status": "demanded"}]} for n in range(12)
    ]  # fmt: skip
    voices = [f"a{n}" for n in range(20)]
    return {
        "names": case(actors=actors(*NAMES), goods=goods, flows=flows),
        "unknown kinds": case(
            actors=[{"id": "china", "kind": "galaxy", "name": "China"},
                    {"id": "russia", "kind": "x.y_z-", "name": "R"}],
            goods=[{"id": "chips", "kind": "dream", "name": "Chips"}],
            flows=[flow("f", kind="teleport")],
            relations=[{"id": "r", "kind": "feud", "subject": "china", "role": "hates", "object": "russia"}],
            events=[{"id": "e", "kind": "comet", "name": "It falls", "when": {"earliest": "2024-01-01"}}],
            figures=[{"id": "n", "kind": "aura", "name": "Glow", "unit": "lx", "low": 1, "high": 2}],
            measures=[{"id": "m", "kind": "curse", "name": "A curse", "targets": ["china"],
                       "history": [{"status": "muttered"}, {"status": "in-force"}, {"status": "whispered"}]}],
        ),
        "fifty parallel flows": case(flows=[flow(f"f{n}") for n in range(50)]),
        "twelve gates at one box": case(measures=measures),
        "a chain of twenty voices": case(
            text,
            actors=[*case()["actors"], *actors(*(f"Voice {n}" for n in range(20)))],
            quotes=[quote("q", "China sells chips", text)],
            claims=[claim("c", "f", "q", speaker="a0", via=voices)],
        ),
        "twenty goods made of each other": case(
            goods=[*case()["goods"], *({"id": f"g{n}", "kind": "part", "name": f"Part {n}"} for n in range(20))],
            transformations=[
                {"id": f"t{n}", "kind": "made-into", "input": f"g{n}", "output": f"g{n + 1}"} for n in range(19)
            ],
        ),
    }  # fmt: skip


def numbers() -> Mapping[str, Rows]:
    """The ends of time and of numbers."""
    any_day = {"earliest": "0001-01-01", "latest": "9999-12-31"}
    first, last = {"earliest": "0001-01-01", "latest": "0001-01-01"}, {"earliest": "9999-12-31", "latest": "9999-12-31"}
    whens: tuple[Mapping[str, object], ...] = (
        {"start": first, "end": first}, {"start": last, "end": last}, {"start": first, "end": last}, {"end": last},
        {"start": first}, {}, {"end": {"latest": "2024-06-01"}}, {"start": {"latest": "2024-06-01"}},
        {"start": any_day}, {"start": {"wording": "once"}},
    )  # fmt: skip
    ends = ((1e300, 1e300), (-1e300, 1e300), (0, 0), (-5, -5), (-5, 0), (5e-324, 1e-300), (0, 1e15), (None, 7),
            (7, None), (1.7976931348623157e308, 1.7976931348623157e308),
            (-1.7976931348623157e308, 1.7976931348623157e308),
            (None, None), (1e16, 1e16 + 2), (0.1, 0.1), (-0.0, 0.0))  # fmt: skip
    return {
        "the ends of time": case(
            flows=[flow(f"f{n}", period=when) for n, when in enumerate(whens)],
            events=[{"id": "e1", "kind": "war", "name": "First", "when": first},
                    {"id": "e2", "kind": "war", "name": "Last", "when": last},
                    {"id": "e3", "kind": "war", "name": "Any", "when": any_day}],
            measures=[{"id": "m", "kind": "sanctions", "name": "For ever", "targets": ["china"],
                       "history": [{"status": "demanded", "when": first}, {"status": "in-force", "when": last}]}],
        ),
        "only an end": case(flows=[flow("f", period={"end": {"earliest": "2024-06-01", "latest": "2024-06-30"}})]),
        "only the first day": case(events=[{"id": "e", "kind": "war", "name": "First", "when": first}]),
        "only the last day": case(events=[{"id": "e", "kind": "war", "name": "Last", "when": last}]),
        "the ends of numbers": case(
            figures=[
                {"id": f"n{n}", "kind": "range", "name": f"Number {n}", "unit": "things", "low": low, "high": high,
                 "approximate": bool(n % 2), "about": "f"} for n, (low, high) in enumerate(ends)
            ],
        ),
    }  # fmt: skip


def texts() -> Mapping[str, Rows]:
    """Texts and places in them."""
    plain = "China sells chips to Russia, says everybody who was asked."
    emoji = f"{EMOJI * 5} China sells chips {EMOJI}\n\n{EMOJI} to Russia. 𝕬𝖈𝖒𝖊 too."
    lines = "China sells chips.\r\n\r\nRussia buys them.\r\nNobody else does.\r\n"
    odd = "a\u2028b\u2029c\x0bd\x0ce\x00f\ufffcg\ufdd0h\ufeffi\u202ejkl\u202cm\u00adn\tChina sells chips."
    huge = "".join(f"Paragraph {n} says that China sells chips to Russia, again and again.\n\n" for n in range(29_000))
    words = "word" * 12_000

    def on(text: str, *exact: str) -> Rows:
        quotes = [quote(f"q{n}", words, text) for n, words in enumerate(exact)]
        return case(text, quotes=quotes, claims=[claim(f"c{n}", "f", f"q{n}") for n in range(len(exact))])

    return {
        "a quote of all": on(plain, plain, plain),
        "twenty overlapping quotes": on(plain, *(plain[n : 30 + n] for n in range(20))),
        "emoji before the quotes": on(emoji, "China sells chips", EMOJI * 5, "to Russia. 𝕬𝖈𝖒𝖊"),
        "line ends of another system": on(lines, "China sells chips.", "chips.\r\n\r\nRussia buys", "Nobody else"),
        "characters that break lines": on(odd, "China sells chips", "e\x00f\ufffcg"),
        "two megabytes": on(huge, "Paragraph 28999 says that China", "Paragraph 0 says"),
        "one long word": on(words, "wordword", words),
        "one letter": on("x", "x"),
        "only spaces": on(" \n \n ", " \n"),
    }


def large() -> Rows:
    """Three hundred actors and four hundred flows."""
    goods = [{"id": f"g{n}", "kind": "electronics", "name": f"Good {n}"} for n in range(40)]
    flows = [flow(f"f{n}", f"a{n * 7 % 300}", f"a{(n * 13 + 5) % 300}") | {"good": f"g{n % 40}"} for n in range(400)]
    return case(actors=actors(*(f"Company {n} of somewhere" for n in range(300))), goods=goods, flows=flows)
