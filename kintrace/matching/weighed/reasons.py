"""Why a pair is worth what it is worth: a code that is translated, bits, an English sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from kintrace.matching.weighed import births, facts
from kintrace.names.evidence import DATES, PLACES

if TYPE_CHECKING:
    from kintrace.matching.weighed.facts import Fact
    from kintrace.matching.weighed.together import Evidence


class Code(StrEnum):
    """What was found; the values are kept in records and never change.

    Codes of births and places are made of those of `names.evidence`.
    """

    GIVEN_SAME = "given_same"
    GIVEN_MOVED = "given_moved"
    GIVEN_DIFFERS = "given_differs"
    GIVEN_MISSING = "given_missing"
    NAMES_SAME = "names_same"
    NAMES_DIFFER = "names_differ"
    NAMES_MISSING = "names_missing"
    MOTHER_SAME = "mother_same"
    MOTHER_DIFFERS = "mother_differs"
    SEX_SAME = "sex_same"
    SEX_DIFFERS = "sex_differs"
    EVENT_SAME = "event_same"
    EVENT_NEAR = "event_near"
    EVENT_DIFFERS = "event_differs"
    PHONE_SAME = "phone_same"
    PHONE_DIFFERS = "phone_differs"
    RELATIVE = "relative"
    LIMIT = "limit"
    BORN_SAME_DAY = "born_same_day"
    BORN_SWAPPED = "born_swapped"
    BORN_ANNIVERSARY = "born_anniversary"
    BORN_SAME_DAY_UNCONVERTED = "born_same_day_unconverted"
    BORN_SAME_MONTH = "born_same_month"
    BORN_SAME_DEFAULT_DAY = "born_same_default_day"
    BORN_SAME_YEAR = "born_same_year"
    BORN_SOLAR_HIJRI_YEAR = "born_solar_hijri_year"
    BORN_HIJRI_YEAR = "born_hijri_year"
    BORN_OVERLAP = "born_overlap"
    BORN_ONE_YEAR = "born_one_year"
    BORN_TWO_YEARS = "born_two_years"
    BORN_ETHIOPIAN_YEAR = "born_ethiopian_year"
    BORN_MISTYPED = "born_mistyped"
    BORN_APART = "born_apart"
    BORN_IN_SAME_PLACE = "born_in_same_place"
    BORN_IN_SAME_WORDS = "born_in_same_words"
    BORN_IN_NEAR = "born_in_near"
    BORN_IN_ALIKE_WORDS = "born_in_alike_words"
    BORN_IN_WITHIN_COUNTRY = "born_in_within_country"
    BORN_IN_SAME_REGION = "born_in_same_region"
    BORN_IN_SAME_COUNTRY = "born_in_same_country"
    BORN_IN_FAR_APART = "born_in_far_apart"
    SEEN_SAME_PLACE = "seen_same_place"
    SEEN_SAME_WORDS = "seen_same_words"
    SEEN_NEAR = "seen_near"
    SEEN_ALIKE_WORDS = "seen_alike_words"
    SEEN_WITHIN_COUNTRY = "seen_within_country"
    SEEN_SAME_REGION = "seen_same_region"
    SEEN_SAME_COUNTRY = "seen_same_country"
    SEEN_FAR_APART = "seen_far_apart"


SENTENCES: dict[Code, str] = {
    Code.GIVEN_SAME: "the given name agrees",
    Code.GIVEN_MOVED: "the given name agrees with a name at another place",
    Code.GIVEN_DIFFERS: "the given names differ",
    Code.GIVEN_MISSING: "one side has no such given name",
    Code.NAMES_SAME: "other names agree",
    Code.NAMES_DIFFER: "other names differ",
    Code.NAMES_MISSING: "one side has no such other name",
    Code.MOTHER_SAME: "the mother's name agrees",
    Code.MOTHER_DIFFERS: "the mothers' names differ",
    Code.SEX_SAME: "the same sex",
    Code.SEX_DIFFERS: "another sex",
    Code.EVENT_SAME: "parted by the same event",
    Code.EVENT_NEAR: "parted in years that follow each other",
    Code.EVENT_DIFFERS: "parted at another time",
    Code.PHONE_SAME: "the same phone number",
    Code.PHONE_DIFFERS: "another phone number",
    Code.RELATIVE: "a brother or sister would agree in as much",
    Code.LIMIT: "what goes together counts less than twice",
}
SENTENCES |= {Code(f"born_{level}"): DATES[level].reason for level in DATES if level != "unknown"}
SENTENCES |= {
    Code(f"{what}_{level}"): f"{words}: {PLACES[level].reason}"
    for what, words in (("born_in", "birthplace"), ("seen", "last seen"))
    for level in PLACES
    if level != "unknown"
}
_THREE = (facts.SAME, facts.NEAR, facts.DIFFERENT)
_SEX = dict(zip(_THREE, (Code.SEX_SAME, Code.SEX_SAME, Code.SEX_DIFFERS), strict=True))
_EVENT = dict(zip(_THREE, (Code.EVENT_SAME, Code.EVENT_NEAR, Code.EVENT_DIFFERS), strict=True))
_PHONE = dict(zip(_THREE, (Code.PHONE_SAME, Code.PHONE_SAME, Code.PHONE_DIFFERS), strict=True))
_MOTHER = dict(zip(_THREE, (Code.MOTHER_SAME, Code.MOTHER_SAME, Code.MOTHER_DIFFERS), strict=True))
_BORN = {
    number: Code(f"born_{level}")
    for number, level in enumerate(births.LEVELS)
    if level != "unknown"
}
_BORN_IN, _SEEN = (
    {
        number: Code(f"{what}_{level}")
        for number, level in enumerate(facts.PLACE_LEVELS)
        if level != "unknown"
    }
    for what in ("born_in", "seen")
)


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that was found, and what it is worth in bits; below 0 it speaks against."""

    code: Code
    bits: float

    @property
    def sentence(self) -> str:
        """In English, without a name or a number of anybody: "the given name agrees"."""
        return SENTENCES[self.code]


def told(found: Evidence) -> list[tuple[Reason, ...]]:
    """For each pair its reasons, the weightiest first; their bits add up to those of the pair."""
    fields = (
        _names(found),
        *(
            _by_level(fact, codes)
            for fact, codes in (
                (found.mother, _MOTHER),
                (found.born, _BORN),
                (found.born_in, _BORN_IN),
                (found.last_seen, _SEEN),
                (found.sex, _SEX),
                (found.event, _EVENT),
                (found.phone, _PHONE),
            )
        ),
    )
    totals = found.bits.tolist()
    return [
        _closed([reason for part in parts for reason in part], total, kin)
        for parts, total, kin in zip(
            zip(*fields, strict=True), totals, found.kin.tolist(), strict=True
        )
    ]


def lines(found: Evidence) -> list[str]:
    """For each pair its reasons in one line: "born on the same day, +12.0; the same sex, +1.0"."""
    return [
        "; ".join(f"{reason.sentence}, {reason.bits:+.1f}" for reason in each)
        for each in told(found)
    ]


def _by_level(fact: Fact, codes: dict[int, Code]) -> list[list[Reason]]:
    pairs = zip(fact.level.tolist(), fact.bits.tolist(), strict=True)
    return [
        [Reason(codes[level], round(bits, 2))] if level in codes else [] for level, bits in pairs
    ]


def _names(found: Evidence) -> list[list[Reason]]:
    names = found.names
    rows = zip(*(field.tolist() for field in names), strict=True)
    return [
        [
            *_of_names(given, _given(same, differing, moved), told=same + differing),
            *_of_names(others, _others(also, differs), told=also + differs),
        ]
        for given, others, _, same, also, differing, differs, moved in rows
    ]


def _of_names(bits: float, code: Code, *, told: int) -> list[Reason]:
    return [Reason(code, round(bits, 2))] if told or bits else []


def _given(same: int, differing: int, moved: int) -> Code:
    if same:
        return Code.GIVEN_MOVED if moved else Code.GIVEN_SAME
    return Code.GIVEN_DIFFERS if differing else Code.GIVEN_MISSING


def _others(same: int, differing: int) -> Code:
    if same:
        return Code.NAMES_SAME
    return Code.NAMES_DIFFER if differing else Code.NAMES_MISSING


def _closed(some: list[Reason], total: float, kin: float) -> tuple[Reason, ...]:
    """What limits took off, as a reason of its own."""
    if kin < 0:
        some.append(Reason(Code.RELATIVE, round(kin, 2)))
    rest = round(total - sum(reason.bits for reason in some), 2)
    if rest:
        some.append(Reason(Code.LIMIT, rest))
    return tuple(sorted(some, key=lambda reason: -abs(reason.bits)))
