"""Words of people keep their own direction within a sentence of ours."""

_AS_ITS_FIRST_LETTER, _END = "\u2068", "\u2069"


def isolated(text: str) -> str:
    """For plain text, and for paper, on which <bdi> does nothing."""
    return f"{_AS_ITS_FIRST_LETTER}{text}{_END}"
