"""Files that somebody might send: the article's case with one thing wrong, or with the same words in every field.

In goes a folder, out come paths of case files. Knows what a case file looks like, and nothing of the program.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from explorer import assets

Rows = dict[str, Any]


def article_rows() -> Rows:
    """The article's case as it stands in its file."""
    value: Rows = json.loads(assets.resource("cases/stoltenberg-china.json").read_text(encoding="utf-8"))
    return value


def written(path: Path, value: object) -> Path:
    """A file that holds a value as JSON."""
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def source(text: str, key: str = "article", **more: object) -> Rows:
    """A source with a text and its hash."""
    digest = sha256(text.encode("utf-8")).hexdigest()
    row = {"id": key, "title": f"The {key}", "short": key, "text": text, "text_sha256": digest, "raw_sha256": digest}
    return {**row, **more}


def case(text: str = "China sells chips to Russia. Nobody else does.", /, **tables: object) -> Rows:
    """The smallest case that is worth looking at, with tables exchanged."""
    row = {
        "format": "sanctions-explorer-case",
        "version": 1,
        "title": "A strange case",
        "sources": [source(text)],
        "actors": [
            {"id": "china", "kind": "state", "name": "China"},
            {"id": "russia", "kind": "state", "name": "Russia"},
        ],
        "goods": [{"id": "chips", "kind": "electronics", "name": "Chips"}],
        "flows": [{"id": "f", "kind": "supply", "supplier": "china", "good": "chips", "recipient": "russia"}],
    }
    return {**row, **tables}


class Bad(NamedTuple):
    """A file that must not be opened: what it is called, how it is made, and which place a message must name."""

    name: str
    make: Callable[[Path], object]
    place: str


def _changed(change: Callable[[Rows], object]) -> Callable[[Path], object]:
    def make(path: Path) -> object:
        value = article_rows()
        change(value)
        return written(path, value)

    return make


def _circle(rows: Rows) -> None:
    first, second = rows["goods"][0]["id"], rows["goods"][1]["id"]
    for key, (one, other) in {"t-there": (first, second), "t-back": (second, first)}.items():
        rows["transformations"].append({"id": key, "kind": "made-into", "input": one, "output": other})


def _content(text: str | bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def _named(name: str) -> Callable[[Path], object]:
    return _changed(lambda rows: rows["actors"][0].update(name=name))


def _raw(old: str, new: str) -> Callable[[Path], object]:
    """The article's file with a piece of its text exchanged, for what no JSON writer would write."""
    text = assets.resource("cases/stoltenberg-china.json").read_text(encoding="utf-8")
    assert old in text
    return _content(text.replace(old, new, 1))


MARKUP = '<img src="file:///etc/hostname"><table><tr><td><b>x</b>'

BAD = (
    Bad("not JSON", _content("this is not JSON"), "line 1"),
    Bad("empty", _content(""), "line 1"),
    Bad("zeros", _content(b"\0" * 4096), "line 1"),
    Bad("markup", _content(MARKUP), "line 1"),
    Bad("not UTF-8", _content(b'{\n"title": "\xff\xfe"}'), "line 2"),
    Bad("torn in the middle", _raw('"actors"', '"actors": [{"id": "x'), "line "),
    Bad("a list", _content("[]"), "whole file"),
    Bad("no case", _content('{"format": "<img src=x>", "version": 1}'), "format"),
    Bad("unknown field", _changed(lambda rows: rows["actors"][0].update(colour="red")), "actors > china > colour"),
    Bad("unknown markup", _changed(lambda rows: rows["actors"][0].update({MARKUP: 1})), "actors > china > <img"),
    Bad("unknown table", _changed(lambda rows: rows.update(plugins=["x.py"])), "plugins"),
    Bad("newer version", _changed(lambda rows: rows.update(version=2)), "version"),
    Bad("version of a million digits", _changed(lambda rows: rows.update(version=10**4000)), "version"),
    Bad("missing source text", _changed(lambda rows: rows["sources"][0].pop("text")), "sources > article > text"),
    Bad("no source", _changed(lambda rows: rows.pop("sources")), "quotes > quote-headline > source"),
    Bad("no quotes", _changed(lambda rows: rows.pop("quotes")), "claims > claim-china-since-spring > quotes"),
    Bad("an id twice", _changed(lambda rows: rows["actors"].append(rows["actors"][0])), "actors > china"),
    Bad("an id in two tables", _changed(lambda rows: rows["goods"][0].update(id="china")), "goods > china"),
    Bad("an id like a path", _changed(lambda rows: rows["actors"][0].update(id="../x")), "actors > ../x"),
    Bad("a circle", _changed(_circle), "transformations"),
    Bad("a good made into itself", _changed(lambda rows: rows["transformations"].append(
        {"id": "t-self", "kind": "made-into", "input": rows["goods"][0]["id"], "output": rows["goods"][0]["id"]}
    )), "transformations"),
    Bad("nobody supplies", _changed(lambda rows: rows["flows"][0].update(supplier="nobody")), "supplier"),
    Bad("10 MB of one name", _named("A" * 10_000_000), "actors > china > name"),
    Bad("10 MB of markup", _named("<table><tr><td>" * 666_666), "actors > china > name"),
    Bad("control characters", _named("Chi\0na\x1b[31m\x07"), "actors > china > name"),
    Bad("a line break in a name", _named("China\nRussia"), "actors > china > name"),
    Bad("reordering characters", _named("China \u202eaissuR\u202c"), "actors > china > name"),
    Bad("half a character", _raw('"name": "China"', '"name": "Chin\\ud800"'), "actors > china > name"),
    Bad("a key twice", _raw('"name": "China"', '"name": "China", "name": "Taiwan"'), "actors"),
    Bad("not a number", _raw("200000.0", "NaN"), "line "),
    Bad("beyond all numbers", _raw("200000.0", "1e999"), "figures > figure-n1 > low"),
    Bad("a number of a million digits", _raw("200000.0", "9" * 1_000_000), "thousands of digits"),
    Bad("deep", _content('{"title": ' + "[" * 5_000 + "]" * 5_000 + "}"), "64 levels"),
    Bad("very deep", _content("[" * 200_000), "64 levels"),
    Bad("a million rows", _changed(lambda rows: rows.update(actors=[{}] * 200_000)), "actors > row 1"),
    Bad("a text instead of rows", _changed(lambda rows: rows.update(actors="x" * 100_000)), "actors"),
    Bad("a folder", lambda path: path.mkdir(), "folder"),
    Bad("a device", lambda path: path.symlink_to("/dev/zero"), "not an ordinary file"),
    Bad("nothing", lambda path: None, "no such file"),
)  # fmt: skip


def bad_files(folder: Path, each: int = 1) -> Iterator[tuple[Bad, Path]]:
    """Every bad file, or every third, made one after the other, the file before removed."""
    for number, bad in enumerate(BAD[::each]):
        path = folder / f"bad-{number}.json"
        bad.make(path)
        yield bad, path
        if path.is_dir() and not path.is_symlink():
            path.rmdir()
        else:
            path.unlink(missing_ok=True)


class Canaries:
    """Markup that would open a file or a connection if anybody took it for markup, one after the other in a round."""

    #: Nested tables take Qt's text engine a time that doubles with each level: minutes at this depth.
    DEPTH = 18

    def __init__(self, picture: Path, port: int) -> None:
        self.given = 0
        tables = "<table><tr><td>" * self.DEPTH
        self.words = (
            f'<img src="{picture}">',
            f'<img src="file://{picture}"><b>bold</b>',
            # What looks like a share of another machine is, here, one slash too many before the path.
            f"<img src='/{picture}'>",
            f"{tables}bomb",
            f'<style>@import url("{picture}");</style><p style="background:url({picture})">x',
            f'<link rel="stylesheet" href="{picture}"><body background="{picture}">',
            f'<a href="http://127.0.0.1:{port}/x"><img src="http://127.0.0.1:{port}/x.png">',
            f"![x]({picture}) <object data='{picture}'></object><iframe src='{picture}'>",
        )

    def next(self) -> str:
        """The next one, with a number to tell them apart."""
        self.given += 1
        return f"{self.words[self.given % len(self.words)]} n{self.given}"


def canary_rows(canaries: Canaries, schema: Mapping[str, Any]) -> tuple[Rows, set[tuple[str, str]]]:
    """The article's case with markup in every text of every row, and the fields of the schema that got some."""
    rows = article_rows()
    rows["actors"][0].setdefault("description", "")
    rows["goods"][0]["codes"] = [{"code": "8542"}]
    rows["positions"] = []
    _set_texts(rows, canaries)
    filled = _Filled(canaries, schema)
    filled.fill(rows, schema, "Case")
    return rows, filled.seen


def _set_texts(rows: Rows, canaries: Canaries) -> None:
    """Two sources in which every passage is markup, and the quotes on them."""
    pieces: dict[str, list[str]] = {"article": ["The headline"], "second": ["Another headline"]}
    for number, quote in enumerate(rows["quotes"]):
        key = ("article", "second")[number // len(canaries.words) % 2]
        before = sum(len(piece) + 2 for piece in pieces[key])
        words = f"{canaries.next()} passage {number}"
        pieces[key].append(words)
        quote.update(source=key, exact=words, start=before, end=before + len(words), prefix="", suffix="")
    old = rows["sources"][0]
    ours = ("text", "text_sha256", "parts", "no_claim", "id")
    more = {field: value for field, value in old.items() if field not in ours}
    rows["sources"] = [{**source("\n\n".join(texts), key), **more} for key, texts in pieces.items()]
    for row, texts in zip(rows["sources"], pieces.values(), strict=True):
        row["parts"] = [{"role": "headline", "start": 0, "end": len(texts[0])}]
        row["no_claim"] = [{"start": 0, "end": len(texts[0]), "exact": texts[0], "reason": "headline"}]


class _Filled:
    """Walks rows along their JSON Schema; what may be any text becomes markup."""

    #: What must stand in the text, and is markup there already.
    PLACED = frozenset(
        {("Quote", "exact"), ("Quote", "prefix"), ("Quote", "suffix"), ("Source", "text"), ("NoClaim", "exact")}
    )

    def __init__(self, canaries: Canaries, schema: Mapping[str, Any]) -> None:
        self._canaries, self._defs = canaries, schema["$defs"]
        self.seen: set[tuple[str, str]] = set()

    def fill(self, row: Rows, schema: Mapping[str, Any], owner: str) -> None:
        for field, kind in schema["properties"].items():
            options = kind.get("anyOf", [kind])
            for option in options:
                if is_text(option) and (owner, field) not in self.PLACED:
                    row[field] = self._canaries.next()
                    self.seen.add((owner, field))
                elif option.get("type") == "array" and is_text(option["items"]):
                    row[field] = [self._canaries.next(), self._canaries.next()]
                    self.seen.add((owner, field))
                elif field in row:
                    self._below(row[field], option)

    def _below(self, value: object, kind: Mapping[str, Any]) -> None:
        if isinstance(value, list):
            for one in value:
                self._below(one, kind.get("items", {}))
        elif isinstance(value, dict) and "$ref" in kind:
            name = kind["$ref"].rsplit("/", 1)[-1]
            self.fill(value, self._defs[name], name)


def is_text(kind: Mapping[str, Any]) -> bool:
    """Whether a part of the schema allows any words."""
    return kind.get("type") == "string" and not {"pattern", "enum", "const", "format"} & set(kind)


def text_fields(schema: Mapping[str, Any]) -> set[tuple[str, str]]:
    """Every field of a case file that may hold any words."""
    owners = {"Case": schema, **schema["$defs"]}
    return {
        (owner, field)
        for owner, part in owners.items()
        for field, kind in part["properties"].items()
        for option in kind.get("anyOf", [kind])
        if is_text(option) or (option.get("type") == "array" and is_text(option["items"]))
    }
