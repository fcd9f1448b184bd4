"""What the desk shows of a case's way to the wall."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import Http404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.cases import lookups
from kintrace.cases.actions.faces import Decided, NoPhoto
from kintrace.cases.circumstances import Outcome
from kintrace.cases.forms_desk import MONTHS, in_months
from kintrace.cases.shown_as import shown_as
from kintrace.protection import keeping
from kintrace.protection.retention import Kind
from kintrace.vault import safe_files
from kintrace.vault.photos import FRAMES
from kintrace.wall.lookups import notice_of, picture_of
from kintrace.wall.relations import SEEKS, AgeBand, Sex
from kintrace.wall.terms import CHILDS, Terms

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.network.models import Member
    from kintrace.wall.models import Notice

FRAME_WORDS = {
    "whole": _("The whole picture"),
    "middle": _("The middle"),
    "upper": _("The upper part"),
    "left": _("The left side"),
    "right": _("The right side"),
}
# What a member is told of a decision.
DECIDED = {
    Decided.APPROVED: _("You agreed: the photo may go on the wall."),
    Decided.JUDGED: _("Noted: the person may be a child. Two members sign before it is shown."),
    Decided.SIGNED_ONCE: _("You signed. Another member has to sign before it is shown."),
    Decided.SENT_BACK: _("You sent it back. It is not shown."),
    Decided.TOO_YOUNG: _(
        "It is not shown: no photo goes up of a person who is not clearly 15 or older."
    ),
}
# And of what came of a talk.
CAME_OF_IT = {
    Outcome.WANTS: _("Noted. The photo hangs on until the day that was agreed."),
    Outcome.NO: _("Noted. The photo is down already."),
    Outcome.AFRAID: _("Noted. The photo is down. Somebody looks at it before anything goes on."),
    Outcome.NOT_REACHED: _("Noted. Nothing is renewed: without an answer the photo comes down."),
}


@dataclass(frozen=True)
class Asked:
    """What the page that proposes a face begins with."""

    initial: dict[str, Any]
    frames: dict[str, tuple[str, str]]


def asked_of(case: Case) -> Asked:
    if not case.has_photo:
        raise NoPhoto(_("Take the photo first."))
    initial = {
        "frame": "whole",
        "relations": sorted({one.relation for one in lookups.still_sought(case) if one.relation}),
        **shown_as(lookups.told_of(case.subject)),
    }
    return Asked(initial, {name: (str(FRAME_WORDS[name]), _preview(case, name)) for name in FRAMES})


def _preview(case: Case, frame: str) -> str:
    return reverse("cases:preview", args=[case.pk, frame])


def preview(case: Case, frame: str) -> bytes:
    try:
        return safe_files.fetch(file=case.file, name=f"preview-{frame}.jpg")
    except FileNotFoundError:
        raise Http404 from None


def picture(notice: Notice) -> bytes:
    return picture_of(notice, "320.jpg")


def sentences(told: dict[str, Any]) -> list[str]:
    return [str(SEEKS[code]) for code in told["relations"]]


def described(told: dict[str, Any]) -> dict[str, str]:
    """Sex and age band in words."""
    return {"sex": str(Sex(told["sex"]).label), "age": str(AgeBand(told["age_band"]).label)}


def notice_in_force(case: Case) -> Notice:
    """The publication of a case that stands or is under way; 404 when there is none."""
    notice = notice_of(case.subject)
    if notice is None or notice.ended is not None:
        raise Http404
    return notice


def live_notice(case: Case) -> Notice:
    """The publication of a case that hangs on the wall; 404 when there is none."""
    notice = notice_in_force(case)
    if not notice.is_live:
        raise Http404
    return notice


def longest(terms: str) -> int:
    """For how many months a photo may hang at most, of those that the forms offer."""
    kept = keeping.term(Kind.CHILDS_PHOTO if terms in CHILDS else Kind.PHOTO)
    last = timezone.localdate() + kept
    return max(months for months, _words in MONTHS if in_months(months) <= last)


def may_decide(notice: Notice, *, by: Member) -> bool:
    """Whether this member may be the second eye: who proposed, took a child's photo or signed
    already is not. The action says so, too."""
    not_theirs: set[UUID | None] = {notice.proposed_by_id}
    if notice.terms == Terms.BEST_INTEREST:
        not_theirs |= {notice.photo_by_id, notice.signed_by_id}
    return by.pk not in not_theirs
