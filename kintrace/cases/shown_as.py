"""How the wall describes who searches: by sex and age band, of what was told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.people.told import Sex as ToldSex
from kintrace.wall.relations import AgeBand, Sex

if TYPE_CHECKING:
    from kintrace.people.told import Told

WALL_SEX = {ToldSex.FEMALE: Sex.WOMAN, ToldSex.MALE: Sex.MAN}


def shown_as(told: Told) -> dict[str, str]:
    """As a proposal begins; a member may choose otherwise."""
    sex = WALL_SEX.get(ToldSex(told.sex), Sex.UNSAID)
    return {"sex": sex.value, "age_band": band_of(told)}


def band_of(told: Told) -> str:
    """The age band by the least age that what was told allows; empty when nothing was told."""
    if told.birth is None:
        return ""
    age = told.birth.youngest(timezone.localdate())
    bands = [band.value for band in AgeBand if int(band.value) <= age]
    return bands[-1] if bands else ""
