"""A sentence of an article and what is made of it.

In goes nothing; these are frozen values. The words name actors and goods by id in square brackets, `[velkor-optics]`;
the press puts the names in, and says who somebody is where they are first named. Must not know articles.
"""

from dataclasses import dataclass

from explorer.case.evidence import Basis, Credibility, Reliability, Stance

#: The speaker of what the article itself says, put in when it is known which article that is.
ARTICLE = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """A claim to be: what somebody says about one element; its passage is the sentence that it belongs to."""

    about: str
    statement: str
    stance: Stance = "says"
    speaker: str = ARTICLE
    via: tuple[str, ...] = ()
    basis: Basis = "stated"
    reliability: Reliability = "F"
    credibility: Credibility = 6


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence, what it says, and the topic of the article that it belongs in, as a headline with ids in brackets."""

    topic: str
    words: str
    remarks: tuple[Remark, ...] = ()
