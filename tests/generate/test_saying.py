"""A remark is by the article itself until somebody else is named."""

from explorer.generate.saying import ARTICLE, Remark, Saying


def test_the_article_speaks_if_nobody_else_does() -> None:
    saying = Saying("Who sells", "[a] sells [b].", (Remark("flow", "[a] sells [b]."),))
    assert saying.remarks[0].speaker == ARTICLE
    assert saying.remarks[0].basis == "stated"
