"""A case's photo on its way to the wall: consent, kept photo, proposal, second eye, put up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.actions.ages import require_old_enough, require_terms_for_age
from kintrace.cases.actions.opening import require_open
from kintrace.protection.actions import record_basis
from kintrace.protection.lookups import agreed_until
from kintrace.protection.purposes import BasisKind, How, Purpose, Scope
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.vault import safe_files
from kintrace.vault.photos import first_look
from kintrace.wall import actions as wall
from kintrace.wall.lookups import notice_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kintrace.cases.models import Case
    from kintrace.network.models import Member
    from kintrace.wall.models import Face, Notice

PHOTO = "photo.jpg"


class ConsentMissing(Refusal):
    """The person was not asked, or did not agree."""


class NoPhoto(Refusal):
    """There is no photo to propose yet."""


@transaction.atomic
def consent(case: Case, *, scope: Sequence[str], how: str, until: date, by: Member) -> None:
    """Write down what the person agreed to about the photo (gate G6). Raises TooYoung."""
    require_open(case)
    require_terms_for_age(case.subject, how=how, until=until)
    record_basis(
        case.subject,
        purpose=Purpose.PUBLISH,
        kind=BasisKind.CONSENT,
        scope=[Scope(place) for place in scope],
        how=How(how),
        until=until,
        file=case.file,
        by=by,
    )
    record(Deed.CHANGED_CASE, about=case.pk, by=by)


@transaction.atomic
def keep_photo(case: Case, *, photo: bytes, by: Member) -> None:
    """Redraw the photo to bare pixels and keep it sealed with its five previews.

    Raises PhotoRefused, and ConsentMissing: without consent no photo is kept at all.
    """
    write_about(case.subject)
    require_open(case)
    require_consent(case)
    look = first_look(photo)
    safe_files.keep(look.original, file=case.file, name=PHOTO)
    for frame, small in look.previews.items():
        safe_files.keep(small, file=case.file, name=f"preview-{frame}.jpg")
    case.has_photo = True
    case.save(update_fields=["has_photo"])
    record(Deed.TOOK_PHOTO, about=case.pk, by=by)


def require_consent(case: Case) -> date:
    """The last day on which the face may hang on the wall; ConsentMissing without consent to it."""
    until = agreed_until(case.subject, Scope.WALL)
    if until is None:
        raise ConsentMissing(_("Ask the person before you take or show the photo."))
    return until


@transaction.atomic
def propose(
    case: Case, *, frame: str, relations: Sequence[str], sex: str, age_band: str, by: Member
) -> Notice:
    """Propose the kept photo for the wall; another member has to agree. Raises TooYoung."""
    write_about(case.subject)
    require_open(case)
    require_old_enough(case.subject)
    until = require_consent(case)
    if not case.has_photo:
        raise NoPhoto(_("Take the photo first."))
    return wall.propose(
        case.subject,
        relations=relations,
        sex=sex,
        age_band=age_band,
        frame=frame,
        photo=safe_files.fetch(file=case.file, name=PHOTO),
        until=until,
        by=by,
    )


@transaction.atomic
def decide(notice: Notice, *, agreed: bool, by: Member) -> None:
    """The second eye: agree, or send it back; what is sent back may be proposed anew."""
    if agreed:
        wall.approve(notice, by=by)
        return
    wall.take_down(notice, why="taken_down", by=by)
    record(Deed.DECLINED_FACE, about=notice.pk, by=by)


@transaction.atomic
def put_on_wall(case: Case, *, by: Member) -> tuple[Face, str]:
    """Show the approved face; gives the removal code, which is for the person and kept nowhere."""
    require_open(case)
    notice = notice_of(case.subject)
    if notice is None:
        raise NoPhoto(_("Nothing was proposed yet."))
    return wall.publish(notice, by=by)
