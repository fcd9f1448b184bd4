"""Which language has a list of words, and where it lies."""

from dataclasses import dataclass

from django.conf import settings

# In these a safe's words can be made and understood; a page in another language uses the first.
WITH_A_LIST = ("en", "fr", "es", "ar", "fa", "ti")


@dataclass(frozen=True)
class WordList:
    language: str
    file: str


def word_lists() -> list[WordList]:
    """Of each language that visitors read, its own or the first."""
    codes = [code for code, _name in settings.LANGUAGES]
    return [WordList(code, f"safe/words/{_listed(code)}.txt") for code in codes]


def _listed(code: str) -> str:
    return code if code in WITH_A_LIST else WITH_A_LIST[0]
