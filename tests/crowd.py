"""A case of many companies, more than a picture can show at once, for the tests of folding."""

from random import Random

from explorer.case.case import Case


def crowd(companies: int = 400, countries: int = 4, *, unsaid: int = 0) -> Case:
    """Many companies in few countries that trade six goods; the first ones trade most."""
    chance = Random(1)
    codes = ("CN", "TR", "RU", "AE", "KZ", "RS", "IN", "VN", "TH", "MY")[:countries]
    actors = [
        {
            "id": f"a{i}",
            "kind": "company",
            "name": f"Company {i}",
            "country": None if i < unsaid else codes[i % countries],
        }
        for i in range(companies)
    ]
    goods = [{"id": f"g{i}", "kind": ("electronics", "parts")[i % 2], "name": f"Good {i}"} for i in range(6)]
    half = companies // 2
    # Everybody of the first half supplies something, and a few of them much more.
    suppliers = [*range(half), *(min(half - 1, int(chance.paretovariate(1))) for _ in range(companies - half))]
    flows = [
        {"id": f"f{i}", "kind": "supply", "supplier": f"a{supplier}", "good": f"g{chance.randrange(6)}",
         "recipient": f"a{half + i % (companies - half)}"} for i, supplier in enumerate(suppliers)
    ]  # fmt: skip
    return Case.model_validate({"title": "t", "actors": actors, "goods": goods, "flows": flows})
