"""Which places a text may name: "Kərən", "ከረን, Eritrea", "مدينة حلب", "Aleppo Syria"."""

import re
from dataclasses import dataclass, replace

from kintrace.names.places.countries import country_named, country_of
from kintrace.names.places.gazetteer import Place, gazetteer
from kintrace.names.places.sounded import by_sound, sound
from kintrace.names.places.toponyms import folded

LONGEST = 120  # signs: what is longer is a story
MOST = 8  # bearers of one name that are thought of
BESIDE = 0.1  # assumed: how much less likely a place is meant by a name that is not its main one
SOUNDED = 0.6  # assumed: how often the town that sounds like a name is the one that is meant
_BETWEEN = re.compile("[,;/()|\u060c\u061b\u1363\u3001\n]| [-\u2013\u2014] ")
# Words that say what kind of place it is, and words that say that none is known.
_KINDS = frozenset(
    word
    for language in (
        "city town village district province region camp state governorate county near of",
        "ville région près de du la le",
        "stadt dorf provinz kreis bei",
        "ciudad provincia aldea",
        "magaalada degmada gobolka",
        "город область район село г с",
        "місто м",
        "مدينة محافظة قرية مخيم ناحية منطقة قضاء ولاية",
        "شهر شهرستان ولایت ولسوالی قریه استان روستای",
        "ښار کلی",
        "ከተማ ዞን ክልል ወረዳ",
        "জেলা উপজেলা গ্রাম শহর",
        "जिला गाँव शहर",
    )
    for word in language.split()
)
_NONE = frozenset(
    word
    for language in (
        "unknown notknown na none nil",
        "inconnu unbekannt desconocido",
        "неизвестно невідомо",
        "مجهول غيرمعروف نامعلوم",
        "ኣይፍለጥን አይታወቅም",
    )
    for word in folded(language.replace(" ", "\n")).split()
)


@dataclass(frozen=True, slots=True)
class Meant:
    """A place that a text may mean, and how likely: all that one text may mean make 1, or less
    where it was found by its sound and it is not `sure` that it is any of them."""

    place: Place
    likely: float
    sure: float = 1


def identities(text: str) -> tuple[Place, ...]:
    """The places that a text may name, the most likely first: by where the rest of the text puts
    it, then by people. Empty where no list has it; never raises.

    `identities("አስመራ")` is Asmara in Eritrea; `identities("San José")` has eight bearers and
    `identities("San José, Costa Rica")` two. Of "a village, Herat" it is Herat. The first call
    takes about a second. Source: GeoNames, places of 5,000 people and more, and CLDR's countries.
    """
    return tuple(each.place for each in meanings(text))


def meanings(text: str) -> tuple[Meant, ...]:
    """The same with how likely each is: by its people, and ten times less where a place only
    bears the name beside its own. Of `meanings("Jalalabad")` the Afghan city is the first."""
    if not words_of(text):
        return ()
    found: tuple[Meant, ...] = ()
    for piece in reversed(_pieces(text)):  # the last says where the first lies
        here = _named(piece) or _sounding(piece, found)
        found = _narrowed(here, found) or _narrowed(found, here) or found or here
    return _evened(found[:MOST])


def words_of(text: str) -> str:
    """A whole text as it is compared where no list has the place: "Kafr-Nubl" is "kafrnubl". Empty
    where it says that nothing is known, or is a story."""
    word = folded(" ".join(text.split())) if len(text) <= LONGEST else ""
    return "" if word in _NONE else word


def _evened(meant: tuple[Meant, ...]) -> tuple[Meant, ...]:
    whole = sum(each.likely for each in meant)
    return tuple(replace(each, likely=each.sure * each.likely / whole) for each in meant)


def _sounding(piece: str, wider: tuple[Meant, ...]) -> tuple[Meant, ...]:
    """Towns that sound like it, in the countries that the text names or that write its script."""
    if not words_of(piece):
        return ()
    countries = frozenset(each.place.country for each in wider if each.place.is_country)
    found = by_sound(_without_kind(piece), countries)
    sure = SOUNDED if len(sound(piece)) > 2 else SOUNDED / 2
    meant = (Meant(place, place.population + 1, sure) for place in found)
    return tuple(sorted(meant, key=lambda each: (-each.likely, each.place.geoname_id)))


def _pieces(text: str) -> list[str]:
    pieces = [piece.strip() for piece in _BETWEEN.split(text) if piece.strip()]
    if len(pieces) != 1 or _named(pieces[0]):
        return pieces
    words = pieces[0].split()
    for cut in range(1, len(words)):  # "Aleppo Syria"
        head, tail = " ".join(words[:cut]), " ".join(words[cut:])
        if country_named(folded(tail)):
            return [head, tail]
    return pieces


def _named(piece: str) -> tuple[Meant, ...]:
    return _bearing(piece) or _bearing(_without_kind(piece))


def _without_kind(piece: str) -> str:
    words = piece.split()
    return " ".join(word for word in words if word.casefold().strip(".") not in _KINDS)


def _bearing(words: str) -> tuple[Meant, ...]:
    """Country and towns of this name, the most likely first; how likely is not yet evened."""
    key = words_of(words)
    if not key:
        return ()
    found = {place.geoname_id: place for place in gazetteer().named(key)}
    meant = [Meant(place, _weight(place, key)) for place in found.values()]
    if country := country_named(key) or country_of(words):
        meant.append(Meant(country, country.population + 1))
    return tuple(sorted(meant, key=lambda each: (-each.likely, each.place.geoname_id)))


def _weight(place: Place, key: str) -> float:
    is_its_own = folded(place.name) == key or not key.isascii()
    return (place.population + 1) * (1 if is_its_own else BESIDE)


def _narrowed(meant: tuple[Meant, ...], wider: tuple[Meant, ...]) -> tuple[Meant, ...]:
    """Those that lie in one of the wider places; a town says its region and its country's part."""
    return tuple(
        each for each in meant if any(_lies_in(each.place, beside.place) for beside in wider)
    )


def _lies_in(place: Place, wider: Place) -> bool:
    if wider.is_country:
        return place.country == wider.country and not place.is_country
    return bool(place.region) and place.region == wider.region
