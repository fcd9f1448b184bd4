"""Refusals that are shown to the person as a sentence to act on."""

from django.utils.functional import Promise


class Refusal(Exception):
    """The base of every domain exception that a page may show.

    The sentence says what to do and holds no personal value: it reaches error pages and tests.
    """

    status = 409

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(sentence)
        self._sentence = sentence

    @property
    def sentence(self) -> str:
        """The sentence in the language in force when it is read."""
        return str(self._sentence)


class NoRight(Refusal):
    """The member is known here, and this is not theirs to do."""

    status = 403
