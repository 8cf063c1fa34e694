"""Names: none given twice, ids made of them."""

import re

from explorer.generate.chance import stream
from explorer.generate.naming import Naming, slug


def test_no_name_and_no_id_is_given_twice() -> None:
    naming = Naming(stream(1, "names"))
    # More goods of one noun than there are adjectives, more people than a street has.
    made = [naming.good("bearings") for _ in range(90)] + [naming.person() for _ in range(500)]
    made += [naming.company("media") for _ in range(500)] + [naming.use("Artillery") for _ in range(3)]
    assert len({key for key, _ in made}) == len({name for _, name in made}) == len(made)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*", key) for key, _ in made)
    assert naming.use("Artillery")[1] == "Artillery, area 4"


def test_an_id_is_plain() -> None:
    assert slug("Østvar Łomek, type 2") == "stvar-omek-type-2"
    assert slug("Kőresz Works") == "koresz-works"
