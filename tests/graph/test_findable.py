"""What can be found: names, aliases and passages, without case and accents."""

from explorer.graph.findable import findable
from tests.small_case import small_case


def test_names_aliases_and_passages_are_folded() -> None:
    case = small_case()
    held = findable(case)
    assert held.names.keys() == case.elements.keys()
    assert held.names["f-chips"] == "china → microelectronics → russia"
    assert held.aliases["china"] == ("beijing",)
    assert held.quotes.keys() == case.quotes.keys()


def test_passages_come_in_the_order_of_the_file() -> None:
    held = findable(small_case())
    found = list(held.quotes_with("china"))
    assert found
    assert found == [key for key, text in held.quotes.items() if "china" in text]
    assert findable(small_case()).quotes == held.quotes
