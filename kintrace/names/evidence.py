"""What an agreement of two dates or of two places is worth, and how to say it.

Weights are bits: log2 of how often a level is seen between two descriptions of one person, over
how often between two people. Eight bits for and two against leave six. They may be added where the
facts are two: two spellings of one birthplace are one. A caseworker decides.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import log2
from typing import Generic, TypeVar

# Caps: no single field proves a person or rules one out.
MOST, LEAST = 12.0, -5.0
COUNTED = "counted on invented births, kintrace/names/tests/invented_births.py"
ASSUMED = "assumed"
AS_THE_YEAR = "as the same year: an office that writes 1 January writes it for everybody"


class DateLevel(StrEnum):
    """How two tellings of a day agree, the strongest first as a caseworker would put them."""

    SAME_DAY = "same_day"
    SWAPPED = "swapped"
    ANNIVERSARY = "anniversary"
    SAME_DAY_UNCONVERTED = "same_day_unconverted"
    SAME_MONTH = "same_month"
    SAME_DEFAULT_DAY = "same_default_day"
    SAME_YEAR = "same_year"
    SOLAR_HIJRI_YEAR = "solar_hijri_year"
    HIJRI_YEAR = "hijri_year"
    OVERLAP = "overlap"
    ONE_YEAR = "one_year"
    TWO_YEARS = "two_years"
    UNKNOWN = "unknown"
    ETHIOPIAN_YEAR = "ethiopian_year"
    MISTYPED = "mistyped"
    APART = "apart"


class PlaceLevel(StrEnum):
    """How two tellings of a place agree, the strongest first."""

    SAME_PLACE = "same_place"
    SAME_WORDS = "same_words"
    NEAR = "near"
    ALIKE_WORDS = "alike_words"
    WITHIN_COUNTRY = "within_country"
    SAME_REGION = "same_region"
    UNKNOWN = "unknown"
    SAME_COUNTRY = "same_country"
    FAR_APART = "far_apart"


LevelT = TypeVar("LevelT", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Agreement(Generic[LevelT]):
    """How two facts agree, why in words a caseworker reads, and what it is worth in bits."""

    level: LevelT
    reason: str
    bits: float


@dataclass(frozen=True, slots=True)
class Worth:
    """One level: shares of pairs that show it, between 0 and 1, where it is `one` person told
    twice and where it is `two` people; why in words; where the shares come from."""

    one: float
    two: float
    reason: str
    source: str = ASSUMED

    @property
    def bits(self) -> float:
        """`Worth(0.4, 0.1, "…").bits` is 2.0; never beyond the caps."""
        return bits(self.one, self.two)


def bits(one: float, two: float) -> float:
    """The weight of what is seen in `one` share of true pairs and in `two` of the others, capped
    and to a tenth of a bit: `bits(0.5, 0.0625)` is 3.0."""
    return round(min(MOST, max(LEAST, log2(one / two))), 1)


DATES: dict[DateLevel, Worth] = {
    DateLevel.SAME_DAY: Worth(0.2, 0.000019, "born on the same day", COUNTED),
    DateLevel.SAME_DAY_UNCONVERTED: Worth(
        0.008, 0.000033, "born on the same day, if one date was left in another calendar", COUNTED
    ),
    DateLevel.SWAPPED: Worth(
        0.0036, 0.00001, "born on the same day, with day and month swapped", COUNTED
    ),
    DateLevel.ANNIVERSARY: Worth(
        0.076,
        0.00022,
        "the same day and month, in years that are easily mistaken for each other",
        COUNTED,
    ),
    DateLevel.SAME_MONTH: Worth(0.036, 0.00058, "born in the same month", COUNTED),
    DateLevel.SAME_DEFAULT_DAY: Worth(
        0.255, 0.0138, "the same year, on a day that stands for an unknown one", AS_THE_YEAR
    ),
    DateLevel.SAME_YEAR: Worth(0.255, 0.0138, "born in the same year", COUNTED),
    DateLevel.SOLAR_HIJRI_YEAR: Worth(
        0.0125, 0.00068, "the same year, if one was left in the Solar Hijri calendar", COUNTED
    ),
    DateLevel.HIJRI_YEAR: Worth(
        0.0031, 0.00026, "the same year, if one was left in the Hijri calendar", COUNTED
    ),
    DateLevel.OVERLAP: Worth(0.134, 0.0145, "ages or years that may be the same", COUNTED),
    DateLevel.ONE_YEAR: Worth(0.092, 0.04, "born one year apart", COUNTED),
    DateLevel.TWO_YEARS: Worth(0.06, 0.0388, "born two years apart", COUNTED),
    DateLevel.ETHIOPIAN_YEAR: Worth(
        0.0135, 0.037, "the same year, if one was left in the Ethiopian calendar", COUNTED
    ),
    DateLevel.MISTYPED: Worth(0.03, 0.108, "years that differ by one slip of the hand", COUNTED),
    DateLevel.APART: Worth(0.0435, 0.745, "born years apart", COUNTED),
    DateLevel.UNKNOWN: Worth(1, 1, "no birth to compare"),
}
"""Of pairs in which both tell a birth, and that come from anywhere."""
AT_HOME: dict[DateLevel, Worth] = {
    DateLevel.ETHIOPIAN_YEAR: Worth(0.062, 0.039, DATES[DateLevel.ETHIOPIAN_YEAR].reason, COUNTED),
}
"""The same where both are known to come from where people count by that calendar."""
PLACES: dict[PlaceLevel, Worth] = {
    PlaceLevel.SAME_PLACE: Worth(0.6, 0.005, "the same place"),
    PlaceLevel.SAME_WORDS: Worth(0.6, 0.02, "the same words for a place that no list has"),
    PlaceLevel.NEAR: Worth(0.12, 0.01, "places at most 25 km apart"),
    PlaceLevel.ALIKE_WORDS: Worth(0.08, 0.01, "places that are written alike or sound alike"),
    PlaceLevel.WITHIN_COUNTRY: Worth(0.93, 0.2, "the same country, where one or both tell no more"),
    PlaceLevel.SAME_REGION: Worth(0.1, 0.03, "places in one region, or at most 100 km apart"),
    PlaceLevel.UNKNOWN: Worth(1, 1, "no two places to compare"),
    PlaceLevel.SAME_COUNTRY: Worth(0.1, 0.15, "places far from each other in one country"),
    PlaceLevel.FAR_APART: Worth(0.08, 0.75, "places in two countries"),
}
"""Of pairs in which both tell a place. A town of 750,000 is the same by chance in 5 of 1,000 pairs:
the weight of a place falls with the people who could tell it (`places.CATCHMENT`)."""
