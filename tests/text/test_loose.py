"""What is typed finds what is written, whatever its case, accents and spaces."""

import pytest

from explorer.text.loose import loose


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("", ""),
        ("Plain Words", "plain words"),
        ("  Café \n ZÜRICH ", "cafe zurich"),
        ("STRASSE ß", "strasse ss"),
        ("İstanbul", "istanbul"),
        ("5 ㎆", "5 mb"),
        ("Ökonomie\u00a0北京", "okonomie 北京"),
    ],
)
def test_case_accents_and_spaces_do_not_count(text: str, left: str) -> None:
    assert loose(text) == left
    assert loose(loose(text)) == left
