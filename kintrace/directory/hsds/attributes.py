"""What HSDS has no column for: terms of two small taxonomies of our own, and values beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from django.conf import settings

from kintrace.directory.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# The first of all our numbers here: whatever has none of its own gets one made of it.
ROOT = UUID("6d1f7a52-0f0c-4c52-9d1a-3c4b8f2e9a10")
KINDS, FACTS = "Kintrace kinds of help", "Kintrace facts"
YES = "yes"
# In English, as other systems read them; the pages say them in each language.
KIND_WORDS: dict[str, str] = {
    Kind.HEALTH: "Health care",
    Kind.SHELTER: "A place to sleep",
    Kind.FOOD: "Food",
    Kind.SAFE_SPACE: "Safe space",
    Kind.LEGAL: "Legal advice",
    Kind.DOCUMENTS: "Papers and documents",
    Kind.REUNIFICATION: "Family reunification",
    Kind.CASH: "Cash and vouchers",
    Kind.EDUCATION: "Education",
}
FACT_WORDS = {
    "names": "Name in a language",
    "about": "Description in a language",
    "fees": "Fees in a language",
    "access": "How one gets in, in a language",
    "place": "Name of the town in a language",
    "state": "Whether it is open at this place",
    "known": "Whether the people of a safe space said that everybody may know its address",
    "confirmed": "The day on which it was last confirmed at this place",
}


def number(*parts: object) -> str:
    """A number that is the same each time it is made of the same parts."""
    return str(uuid5(ROOT, "|".join(map(str, parts))))


def kind(service: UUID, code: str) -> dict[str, Any]:
    """The attribute that says with what a service helps."""
    term = _term(KINDS, code, KIND_WORDS[code])
    return _attribute("service", service, term, "")


def fact(entity: str, link: UUID, code: str, value: str) -> dict[str, Any]:
    return _attribute(entity, link, _term(FACTS, code, FACT_WORDS[code]), value)


def texts(entity: str, link: UUID, code: str, said: Mapping[str, str]) -> list[dict[str, Any]]:
    """One attribute for each language in which something is said."""
    return [
        _attribute(entity, link, _term(FACTS, code, FACT_WORDS[code], language), words)
        for language, words in said.items()
    ]


def _term(taxonomy: str, code: str, words: str, language: str = "") -> dict[str, Any]:
    term = {
        "id": number(taxonomy, code, language),
        "code": code,
        "name": words,
        "description": words,
        "taxonomy": taxonomy,
    }
    return term | ({"language": language} if language else {})


def _attribute(entity: str, link: UUID, term: dict[str, Any], value: str) -> dict[str, Any]:
    return {
        "id": number(entity, link, term["id"]),
        "link_id": str(link),
        "link_entity": entity,
        "taxonomy_term_id": term["id"],
        "value": value,
        "taxonomy_term": term,
    }


# --- and back ---


def read_kind(attributes: Iterable[Mapping[str, Any]]) -> str | None:
    """The first term that is a kind of ours, by its code or by the words we write for it."""
    known = {words.casefold(): code for code, words in KIND_WORDS.items()}
    known |= {code: code for code in KIND_WORDS}
    for term in _terms(attributes):
        for word in (term.get("code"), term.get("name")):
            if isinstance(word, str) and word.casefold() in known:
                return known[word.casefold()]
    return None


def read_texts(attributes: Iterable[Mapping[str, Any]], code: str) -> dict[str, str]:
    """What is said under one of our codes, by language."""
    spoken = {language for language, _name in settings.LANGUAGES}
    return {
        term["language"]: value
        for term, value in _facts(attributes)
        if term.get("code") == code and term.get("language") in spoken
    }


def read_fact(attributes: Iterable[Mapping[str, Any]], code: str) -> str:
    return next((value for term, value in _facts(attributes) if term.get("code") == code), "")


def _facts(attributes: Iterable[Mapping[str, Any]]) -> Iterator[tuple[Mapping[str, Any], str]]:
    for one in attributes:
        term = one.get("taxonomy_term")
        value = one.get("value")
        if isinstance(term, dict) and term.get("taxonomy") == FACTS and isinstance(value, str):
            yield term, value


def _terms(attributes: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    return (term for one in attributes if isinstance(term := one.get("taxonomy_term"), dict))
