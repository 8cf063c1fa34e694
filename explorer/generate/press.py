"""Sets sayings as articles of believable length, and takes from them the passages and the claims that they carry.

In go sayings in any order and what names and words belong to the ids in them, out come sources, quotes and claims whose
offsets are those of the finished text. Must not know what the sayings are about.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from hashlib import sha256
from random import Random

from explorer.case.evidence import Claim, NoClaim, Part, Quote, Source, When
from explorer.generate.calendar import published
from explorer.generate.saying import ARTICLE, Remark, Saying
from explorer.text.english import capital

#: Sentences of an article, and of a paragraph.
_ARTICLE, _PARAGRAPH = (32, 48), (3, 6)
#: Characters before and after a passage that help to find it again.
_AROUND = 24
_NAMED = re.compile(r"\[([a-z0-9-]+)\]")


@dataclass
class Edition:
    """All that was printed."""

    sources: list[Source] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


class Press:
    """Prints articles one after the other; knows who was introduced to the reader so far."""

    def __init__(self, names: Mapping[str, str], called: Mapping[str, str], chance: Random) -> None:
        self.edition = Edition()
        self.introduced: set[str] = set()
        self._names, self._called, self._chance = names, called, chance

    def print(self, sayings: Iterable[Saying], authors: Sequence[str], publishers: Sequence[str]) -> Iterator[int]:
        """Print everything, topic by topic; gives the number of sentences so far, now and then."""
        topics: dict[str, list[Saying]] = {}
        for saying in sayings:
            topics.setdefault(saying.topic, []).append(saying)
        waiting: list[Saying] = []
        length, done = self._chance.randint(*_ARTICLE), 0
        for saying in (one for rows in topics.values() for one in rows):
            waiting.append(saying)
            if len(waiting) == length:
                done += length
                self._article(waiting, authors, publishers)
                waiting, length = [], self._chance.randint(*_ARTICLE)
                if len(self.edition.sources) % 100 == 0:
                    yield done
        if waiting:
            self._article(waiting, authors, publishers)
            yield done + len(waiting)

    def _article(self, sayings: Sequence[Saying], authors: Sequence[str], publishers: Sequence[str]) -> None:
        number = len(self.edition.sources)
        author, publisher = authors[number % len(authors)], self._chance.choice(publishers)
        article = _Article(f"article-{number + 1:05}", self, self._chance)
        article.open(capital(self.plain(sayings[0].topic)), author)
        for saying in sayings:
            article.add(saying)
        article.close(author, publisher)

    def plain(self, words: str) -> str:
        """Words with names in place of ids."""
        return _NAMED.sub(lambda found: self.name(found[1], found.start()), words)

    def name(self, key: str, at: int) -> str:
        """A name in a sentence: a good that does not begin it is written small."""
        name = self._names[key]
        return name[:1].lower() + name[1:] if at and key.startswith("good-") else name

    def introduction(self, key: str) -> str:
        """What to say of somebody who is named for the first time; nothing of others."""
        if key in self.introduced or key not in self._called:
            return ""
        self.introduced.add(key)
        return self._called[key]


class _Article:
    """One text while it is set, with the passages found on the way."""

    def __init__(self, key: str, press: Press, chance: Random) -> None:
        self._key, self._press, self._chance = key, press, chance
        self._pieces: list[str] = []
        self._length = 0
        self._left = 0
        self._claims: list[tuple[int, int, Remark]] = []
        self._silent: list[tuple[int, int, str]] = []
        self._parts: list[Part] = []

    def open(self, title: str, author: str) -> None:
        """Set headline and byline."""
        self._title = title
        start, end = self._set(title)
        self._parts.append(Part(role="headline", start=start, end=end))
        self._silent.append((start, end, "The headline only names the topic."))
        self._set("\n\n")
        start, end = self._set(f"by {self._press.plain(f'[{author}]')}")
        self._parts.append(Part(role="byline", start=start, end=end))
        if self._press.introduction(author):
            self._claims.append(
                (start, end, Remark(author, f"[{author}] wrote an article.", reliability="B", credibility=1))
            )
        else:
            self._silent.append((start, end, "Says only who wrote the text."))

    def add(self, saying: Saying) -> None:
        """Set a sentence; whoever is named in it for the first time is introduced."""
        if self._left == 0:
            self._set("\n\n")
            self._left = self._chance.randint(*_PARAGRAPH)
        else:
            self._set(" ")
        self._left -= 1
        start, said, at = self._length, len(self._claims), 0
        for found in _NAMED.finditer(saying.words):
            self._set(saying.words[at : found.start()])
            self._name(found[1], found.start(), saying.words[found.end() : found.end() + 1])
            at = found.end()
        self._set(saying.words[at:])
        self._claims.extend((start, self._length, remark) for remark in saying.remarks)
        if len(self._claims) == said:
            self._silent.append((start, self._length, "Says nothing of who supplies what."))

    def close(self, author: str, publisher: str) -> None:
        """Make source, quotes and claims of the finished text."""
        text = "".join(self._pieces)
        digest = sha256(text.encode("utf-8")).hexdigest()
        day = published(self._chance)
        edition = self._press.edition
        number = len(edition.sources) + 1
        edition.sources.append(
            Source(
                id=self._key, title=self._title, short=f"article {number}", author=author, publisher=publisher,
                published=When(earliest=day, latest=day), retrieved=day + timedelta(days=self._chance.randint(1, 90)),
                text=text, text_sha256=digest, raw_sha256=digest, parts=tuple(self._parts),
                no_claim=tuple(NoClaim(start=a, end=b, exact=text[a:b], reason=told) for a, b, told in self._silent),
            )
        )  # fmt: skip
        self._cut(text)

    def _cut(self, text: str) -> None:
        edition = self._press.edition
        cut: dict[tuple[int, int], str] = {}
        for start, end, remark in self._claims:
            if (start, end) not in cut:
                cut[start, end] = key = f"quote-{len(edition.quotes) + 1:06}"
                edition.quotes.append(
                    Quote(
                        id=key, source=self._key, exact=text[start:end], prefix=text[max(0, start - _AROUND) : start],
                        suffix=text[end : end + _AROUND], start=start, end=end,
                    )
                )  # fmt: skip
            edition.claims.append(
                Claim(
                    id=f"claim-{len(edition.claims) + 1:06}", about=remark.about,
                    statement=self._press.plain(remark.statement), stance=remark.stance,
                    speaker=self._key if remark.speaker == ARTICLE else remark.speaker, via=remark.via,
                    basis=remark.basis, reliability=remark.reliability, credibility=remark.credibility,
                    quotes=(cut[start, end],),
                )
            )  # fmt: skip

    def _set(self, words: str) -> tuple[int, int]:
        start = self._length
        self._pieces.append(words)
        self._length += len(words)
        return start, self._length

    def _name(self, key: str, at: int, after: str) -> None:
        start, end = self._set(self._press.name(key, at))
        if told := self._press.introduction(key):
            _, end = self._set(f", {told}")
            self._claims.append((start, end, Remark(key, f"[{key}] is {told}.", reliability="B", credibility=2)))
            if after not in {".", ","}:
                self._set(",")
