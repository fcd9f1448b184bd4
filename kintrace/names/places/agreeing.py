"""Two tellings of a place, weighed as places and not as words: Alep is حلب is Халеб.

What is told is looked up and forgotten: no text of a person stays in the memory of the program.
"""

from collections.abc import Iterator
from itertools import product
from math import asin, cos, log2, prod, radians, sin, sqrt

from kintrace.names.evidence import PLACES, Agreement, PlaceLevel, bits
from kintrace.names.places.gazetteer import Place
from kintrace.names.places.sounded import sound
from kintrace.names.places.told import Meant, meanings, words_of

NEAR, FAR = 25, 100  # km
EARTH = 6371.0  # km, mean radius
# Assumed: people among whom the searches of a network are spread, and the smallest share of them
# that a place is taken to have, however small it is: villages of one war meet in one register.
CATCHMENT = 150_000_000
RAREST = 0.002
SLACK = 0.01  # of a sum of shares
SHORTEST = 3  # letters: in fewer, two words are alike by chance


def agreement(a: str, b: str, *, share: float | None = None) -> Agreement[PlaceLevel]:
    """How far two texts tell of one place, whichever comes first, in whatever script.

    `agreement("Aleppo", "حلب")` is SAME_PLACE, "the same place"; "Keren" beside "Asmara" is
    SAME_REGION or SAME_COUNTRY by their distance, beside "" neutral. `share`: of the records of a
    base that tell a place, how many tell this one (0 to 1); without it the town's population says
    how rare it is. Never raises for a text.
    """
    found = weigh(meanings(a), meanings(b), share=share)
    if found.level is not PlaceLevel.UNKNOWN:
        return found
    return by_words(words_of(a), words_of(b))


def weigh(
    one: tuple[Meant, ...], other: tuple[Meant, ...], *, share: float | None = None
) -> Agreement[PlaceLevel]:
    """The same for places that were looked up before, each as `meanings` gives them.

    Where a name has several bearers the larger one is more likely meant, and all that two names may
    mean counts by how likely it is: two San José are worth less than one. What was found by its
    sound speaks for a person and never against.
    """
    if not one or not other:
        return _weighed(PlaceLevel.UNKNOWN)
    ratios: dict[PlaceLevel, float] = {}
    first, second = sorted((one, other), key=_ids)
    for likely, level, weight in _readings(first, second, share):
        ratios[level] = ratios.get(level, 0.0) + likely * 2**weight
    level = max(ratios, key=lambda each: (ratios[each], each))
    unsure = 1 - prod(sum(each.likely for each in meant) for meant in (first, second))
    weight = round(log2(sum(ratios.values()) + max(0.0, unsure)), 1)
    if weight < 0 and unsure > SLACK:  # that a name sounds like a far town says nothing
        return _weighed(PlaceLevel.UNKNOWN)
    return Agreement(level, PLACES[level].reason, weight)


def keys(text: str) -> list[str]:
    """Under what a record that tells this place is kept and found: the GeoNames ids of the three
    most likely towns, and the consonants where no list surely has it; a whole country is no key.

    `keys("Asmara")` begins with "343300", and so does `keys("አስመራ")`; "Senafe" and "ሰንዓፈ", which
    no list has, are both "snf".
    """
    found = meanings(text)
    towns = [str(each.place.geoname_id) for each in found if not each.place.is_country]
    if found and found[0].sure == 1:
        return towns[:3]
    heard = sound(words_of(text))
    return [*towns[:3], *([heard] if len(heard) >= SHORTEST else [])]


def distance_km(a: Place, b: Place) -> float | None:
    """Kilometres between two towns on a round Earth, right to half a percent; None where one is a
    whole country. Asmara and Keren are 71 km apart."""
    if a.latitude is None or a.longitude is None or b.latitude is None or b.longitude is None:
        return None
    south, north = radians(a.latitude), radians(b.latitude)
    height = sin((north - south) / 2) ** 2
    width = cos(south) * cos(north) * sin(radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * EARTH * asin(min(1.0, sqrt(height + width)))


def _readings(
    one: tuple[Meant, ...], other: tuple[Meant, ...], share: float | None
) -> Iterator[tuple[float, PlaceLevel, float]]:
    """What the two names may mean together: how likely, how it agrees, and its weight."""
    if _ids(one) == _ids(other):
        yield (
            min(sum(each.likely for each in meant) for meant in (one, other)),
            *_of_one([each.place for each in one], share),
        )
        return
    for first, second in product(one, other):
        likely = first.likely * second.likely
        if first.place.geoname_id == second.place.geoname_id:
            yield likely, *_of_one([first.place], share)
        else:
            level = _apart(first.place, second.place)
            yield likely, level, PLACES[level].bits


def _ids(meant: tuple[Meant, ...]) -> tuple[int, ...]:
    return tuple(each.place.geoname_id for each in meant)


def _of_one(places: list[Place], share: float | None) -> tuple[PlaceLevel, float]:
    """What it is worth that both name one place, or name it in words that several bear."""
    if places[0].is_country:
        return PlaceLevel.WITHIN_COUNTRY, PLACES[PlaceLevel.WITHIN_COUNTRY].bits
    by_chance = share or sum(each.population for each in places) / CATCHMENT
    same = PLACES[PlaceLevel.SAME_PLACE]
    return PlaceLevel.SAME_PLACE, bits(same.one, min(same.one, max(RAREST, by_chance)))


def _apart(a: Place, b: Place) -> PlaceLevel:
    distance = distance_km(a, b)
    if distance is None:
        is_within = a.country == b.country
        return PlaceLevel.WITHIN_COUNTRY if is_within else PlaceLevel.FAR_APART
    if distance <= NEAR:
        return PlaceLevel.NEAR
    if distance <= FAR or (a.region and a.region == b.region):
        return PlaceLevel.SAME_REGION
    return PlaceLevel.SAME_COUNTRY if a.country == b.country else PlaceLevel.FAR_APART


def _weighed(level: PlaceLevel) -> Agreement[PlaceLevel]:
    return Agreement(level, PLACES[level].reason, PLACES[level].bits)


def by_words(one: str, other: str) -> Agreement[PlaceLevel]:
    """How far two places agree that no list has, by their words as `words_of` gives them."""
    return _weighed(_by_words(one, other))


def _by_words(one: str, other: str) -> PlaceLevel:
    if min(len(one), len(other)) < SHORTEST:
        return PlaceLevel.UNKNOWN
    if one == other:
        return PlaceLevel.SAME_WORDS
    is_alike = len(sound(one)) >= SHORTEST and sound(one) == sound(other)
    return PlaceLevel.ALIKE_WORDS if is_alike or _is_one_slip(one, other) else PlaceLevel.UNKNOWN


def _is_one_slip(one: str, other: str) -> bool:
    """One letter more, less or another, or two that changed places, in words of five or more."""
    short, long = sorted((one, other), key=len)
    if len(short) < 5 or len(long) - len(short) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    is_swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or is_swapped
