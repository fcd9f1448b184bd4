"""Why a pair is worth what it is worth: a code that is translated, bits, an English sentence."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from kintrace.matching.weighed import births, facts
from kintrace.names.evidence import DATES, PLACES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from kintrace.matching.weighed.births import Bools
    from kintrace.matching.weighed.facts import Fact
    from kintrace.matching.weighed.spellings import Ints
    from kintrace.matching.weighed.together import Evidence
    from kintrace.names.sounds import Floats, Wide


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
CODES = tuple(Code)
NOTHING = -1  # in place of a code: nothing is said
_NUMBERS = {code: number for number, code in enumerate(CODES)}


def _numbers(codes: Sequence[Code | None]) -> Ints:
    """What each level of a fact is called, as numbers of CODES."""
    return np.array([_NUMBERS[code] if code else NOTHING for code in codes])


_LEVELS = {
    "mother": _numbers((None, Code.MOTHER_SAME, Code.MOTHER_SAME, Code.MOTHER_DIFFERS)),
    "born": _numbers([Code(f"born_{one}") if one != "unknown" else None for one in births.LEVELS]),
    **{
        what: _numbers(
            [Code(f"{short}_{one}") if one != "unknown" else None for one in facts.PLACE_LEVELS]
        )
        for what, short in (("born_in", "born_in"), ("last_seen", "seen"))
    },
    "sex": _numbers((None, Code.SEX_SAME, Code.SEX_SAME, Code.SEX_DIFFERS)),
    "event": _numbers((None, Code.EVENT_SAME, Code.EVENT_NEAR, Code.EVENT_DIFFERS)),
    "phone": _numbers((None, Code.PHONE_SAME, Code.PHONE_SAME, Code.PHONE_DIFFERS)),
}


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
    codes, bits = _ordered(found)
    return [
        tuple(
            Reason(CODES[code], worth)
            for code, worth in zip(row, worths, strict=True)
            if code != NOTHING
        )
        for row, worths in zip(codes.tolist(), bits.tolist(), strict=True)
    ]


def lines(found: Evidence) -> list[str]:
    """For each pair its reasons in one line: "born on the same day, +12.0; the same sex, +1.0"."""
    codes, bits = _ordered(found)
    wide = 1 << 20  # more hundredths of a bit than a reason can have, on both sides of 0
    both = (codes + 1) * 2 * wide + np.round(bits * 100).astype(np.int64) + wide
    once, at = np.unique(both, return_inverse=True)
    said = [_said(code // (2 * wide) - 1, code % (2 * wide) - wide) for code in once.tolist()]
    rows: Any = at.reshape(codes.shape).tolist()
    return ["; ".join(words for one in row if (words := said[one])) for row in rows]


def _said(code: int, hundredths: int) -> str:
    return f"{SENTENCES[CODES[code]]}, {hundredths / 100:+.1f}" if code != NOTHING else ""


def _ordered(found: Evidence) -> tuple[Ints, Wide]:
    """Codes and bits of all that is said, (pairs, reasons), the weightiest first."""
    columns = [*_names(found), *(_by_level(getattr(found, name), name) for name in _LEVELS)]
    columns.append(_where(found.kin < 0, Code.RELATIVE, found.kin))
    codes, bits = _stacked(columns)
    rest = np.round(found.bits.astype(np.float64) - bits.sum(axis=1), 2)
    codes, bits = _stacked([*columns, _where(rest != 0, Code.LIMIT, rest)])
    order = np.argsort(-np.abs(bits), axis=1, kind="stable")
    return np.take_along_axis(codes, order, axis=1), np.take_along_axis(bits, order, axis=1)


def _stacked(columns: list[tuple[Ints, Wide]]) -> tuple[Ints, Wide]:
    codes = np.stack([codes for codes, _bits in columns], axis=1)
    return codes, np.stack([bits for _codes, bits in columns], axis=1)


def _where(is_said: Bools, code: Code | Ints, bits: NDArray[np.floating]) -> tuple[Ints, Wide]:
    """A reason where it is said, and no bits where it is not."""
    number = _NUMBERS[code] if isinstance(code, Code) else code
    worth = np.round(bits.astype(np.float64), 2)
    return np.where(is_said, number, NOTHING), np.where(is_said, worth, 0.0)


def _by_level(fact: Fact, what: str) -> tuple[Ints, Wide]:
    codes = _LEVELS[what][fact.level]
    return _where(codes != NOTHING, codes, fact.bits)


def _names(found: Evidence) -> list[tuple[Ints, Wide]]:
    names = found.names
    moved = np.where(names.moved > 0, _NUMBERS[Code.GIVEN_MOVED], _NUMBERS[Code.GIVEN_SAME])
    also = np.full(len(moved), _NUMBERS[Code.NAMES_SAME])
    given = names.given, names.same_given, names.differing_given
    others = names.others, names.same_others, names.differing_others
    return [
        _of_names(given, moved, (Code.GIVEN_DIFFERS, Code.GIVEN_MISSING)),
        _of_names(others, also, (Code.NAMES_DIFFER, Code.NAMES_MISSING)),
    ]


def _of_names(
    told: tuple[Floats, Ints, Ints], same: Ints, otherwise: tuple[Code, Code]
) -> tuple[Ints, Wide]:
    bits, agree, differ = told
    differs, missing = (_NUMBERS[code] for code in otherwise)
    codes = np.where(agree > 0, same, np.where(differ > 0, differs, missing))
    return _where((agree + differ > 0) | (bits != 0), codes, bits)
