"""Voices: in believable shares, and named where they must be."""

from collections import Counter

from explorer.generate.chance import stream
from explorer.generate.saying import ARTICLE
from explorer.generate.voice import Chorus
from tests.generate.scene import people


def test_some_are_quoted_by_others_and_some_is_said_by_the_article() -> None:
    chorus = Chorus(people(), stream(1, "voices"))
    voices = [chorus.outside("says") for _ in range(1_000)]
    own = sum(voice.speaker == ARTICLE for voice in voices)
    quoted = sum(bool(voice.via) for voice in voices)
    assert 150 < own < 300
    assert 170 < quoted < 320
    media = {actor.id for actor in people().media}
    assert all(set(voice.via) <= media for voice in voices)
    graded = Counter(voice.reliability for voice in voices)
    assert graded["F"] > 200 < graded["B"]


def test_a_doubt_is_somebodys() -> None:
    chorus = Chorus(people(), stream(1, "doubts"))
    assert all(chorus.outside("hedges").named for _ in range(200))
    assert all(chorus.outside("says", named=True).named for _ in range(200))


def test_a_party_speaks_for_itself() -> None:
    voice = Chorus(people(), stream(1, "party")).party("velkor", "denies")
    assert (voice.speaker, voice.via, voice.named) == ("velkor", (), "[velkor]")
