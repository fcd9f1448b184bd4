"""What the desk shows of a case's way to the wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases import lookups
from kintrace.cases.actions.faces import NoPhoto
from kintrace.people.told import Sex as ToldSex
from kintrace.vault import safe_files
from kintrace.vault.photos import FRAMES
from kintrace.wall.lookups import notice_of, picture_of
from kintrace.wall.relations import SEEKS, AgeBand, Sex

if TYPE_CHECKING:
    from kintrace.cases.models import Case
    from kintrace.people.told import Told
    from kintrace.wall.models import Notice

FRAME_WORDS = {
    "whole": _("The whole picture"),
    "middle": _("The middle"),
    "upper": _("The upper part"),
    "left": _("The left side"),
    "right": _("The right side"),
}
WALL_SEX = {ToldSex.FEMALE: Sex.WOMAN, ToldSex.MALE: Sex.MAN}


@dataclass(frozen=True)
class Asked:
    """What the page that proposes a face begins with."""

    initial: dict[str, Any]
    frames: dict[str, tuple[str, str]]


def asked_of(case: Case) -> Asked:
    if not case.has_photo:
        raise NoPhoto(_("Take the photo first."))
    told = lookups.told_of(case.subject)
    initial = {
        "frame": "whole",
        "relations": sorted({one.relation for one in lookups.sought_in(case)}),
        "sex": WALL_SEX.get(ToldSex(told.sex), Sex.UNSAID),
        "age_band": band_of(told),
    }
    return Asked(initial, {name: (str(FRAME_WORDS[name]), _preview(case, name)) for name in FRAMES})


def band_of(told: Told) -> str:
    """The age band by the least age that what was told allows; empty when nothing was told."""
    if told.birth is None:
        return ""
    age = told.birth.youngest(timezone.localdate())
    bands = [band.value for band in AgeBand if int(band.value) <= age]
    return bands[-1] if bands else ""


def _preview(case: Case, frame: str) -> str:
    return reverse("cases:preview", args=[case.pk, frame])


def preview(case: Case, frame: str) -> bytes:
    try:
        return safe_files.fetch(file=case.file, name=f"preview-{frame}.jpg")
    except FileNotFoundError:
        raise Http404 from None


def picture(notice: Notice) -> bytes:
    return picture_of(notice, "320.jpg")


def sentences(notice: Notice) -> list[str]:
    return [str(SEEKS[code]) for code in notice.told["relations"]]


def notice_in_force(case: Case) -> Notice:
    """The publication of a case that stands or is under way; 404 when there is none."""
    notice = notice_of(case.subject)
    if notice is None or notice.ended is not None:
        raise Http404
    return notice
