"""What is said in several languages, and which of them a reader is given."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import get_language_info

if TYPE_CHECKING:
    from collections.abc import Mapping

Texts = dict[str, str]  # language of the house → words


@dataclass(frozen=True)
class Said:
    """Words, and the language they are in: it may be another than the page's."""

    words: str
    language: str
    direction: str


def said(texts: Mapping[str, str], language: str) -> Said | None:
    """The words in this language, else in English, else in the first that there is."""
    for code in dict.fromkeys((language, settings.LANGUAGE_CODE, *languages())):
        if words := texts.get(code):
            return Said(words, code, direction(code))
    return None


def cleaned(texts: Mapping[str, str]) -> Texts:
    """Without what is empty, in the order of the house."""
    return {code: words for code in languages() if (words := texts.get(code, "").strip())}


def languages() -> list[str]:
    return [code for code, _name in settings.LANGUAGES]


def direction(language: str) -> str:
    return "rtl" if get_language_info(language)["bidi"] else "ltr"
