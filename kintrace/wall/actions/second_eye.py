"""The second eye: another member looks. For who may be a child without a guardian two sign."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import Actor, record
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, Role, has
from kintrace.network.lookups import holding
from kintrace.protection import lookups as protection
from kintrace.protection.purposes import Purpose, Scope
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.wall import lookups
from kintrace.wall.actions.papers import recall
from kintrace.wall.actions.publication import (
    NotReady,
    SecondEyeNeeded,
    advance,
    last_day,
    locked_for_writing,
    move,
    take_down,
)
from kintrace.wall.models import Notice
from kintrace.wall.terms import Declined, Terms

if TYPE_CHECKING:
    from kintrace.network.models import Member


class ReasonNeeded(Refusal):
    """Whoever signs for a child says why."""


class ChildProtectionNeeded(Refusal):
    """One of the two who sign is of child protection, where the society has somebody."""


@transaction.atomic
def approve(notice: Notice, *, by: "Member", because: str = "") -> Notice:
    """The second eye. On best-interest terms the first call signs and the second approves.

    `because` is the reason, sealed to the protection box; only those terms ask for it. Raises
    SecondEyeNeeded, ReasonNeeded, ChildProtectionNeeded, and what protection refuses; and
    StoreAway, for what cannot be shown at the moment nobody has looked at.
    """
    notice = locked_for_writing(notice)
    _require_another(notice, by)
    lookups.picture_of(notice)
    advance(notice, by=by)
    if notice.state != Notice.State.CLEARED:
        protection.require(notice.subject, Purpose.PUBLISH, scope=Scope.WALL)
        raise NotReady(_("This face does not wait for approval."))
    if notice.terms == Terms.UNSAID:
        raise NotReady(_("No birth was told. Say whether the person is clearly 18 or older."))
    if notice.terms == Terms.BEST_INTEREST:
        return _sign(notice, by=by, because=because.strip())
    return _approved(notice, by=by)


@transaction.atomic
def judge_age(notice: Notice, *, terms: Terms, by: "Member") -> Notice:
    """What the second eye says of somebody whose birth nobody told. Who is not clearly 18 counts
    as a child: three months, and a guardian or two signatures. StoreAway as above."""
    notice = locked_for_writing(notice)
    _require_another(notice, by)
    lookups.picture_of(notice)
    if notice.terms != Terms.UNSAID:
        raise NotReady(_("The age of this person was judged already."))
    notice.terms, notice.live_until = terms, last_day(notice.live_until, terms=terms)
    notice.save(update_fields=["terms", "live_until"])
    record(Deed.JUDGED_AGE, about=notice.pk, by=by)
    return notice


@transaction.atomic
def send_back(notice: Notice, *, because: Declined, by: Actor) -> Notice:
    """Not shown, and why; it may be proposed anew. Who proposed it may take it back as well."""
    notice = locked_for_writing(notice)
    if notice.is_ended:
        return notice
    notice.declined = Declined(because)
    notice.save(update_fields=["declined"])
    notice = take_down(notice, why=Notice.State.TAKEN_DOWN, by=by)
    record(Deed.DECLINED_FACE, about=notice.pk, by=by)
    return notice


def _require_another(notice: Notice, by: "Member") -> None:
    if by.pk == notice.proposed_by_id:
        raise SecondEyeNeeded(_("Another member must look at this face and approve it."))
    if not has(by, Right.APPROVE_FACES):
        raise NoRight(_("Only who may approve photos can be the second eye."))


def _sign(notice: Notice, *, by: "Member", because: str) -> Notice:
    """One of two signatures; neither is of who took the photo, and none is without a reason."""
    if notice.photo_by_id is None or by.pk in {notice.photo_by_id, notice.signed_by_id}:
        raise SecondEyeNeeded(
            _("Two members must sign for this person. Neither took the photo or proposed it.")
        )
    if not because:
        raise ReasonNeeded(
            _("Write why it is in the interest of this person that the photo is shown.")
        )
    if notice.signed_by_id is None:
        notice.signed_by, notice.signed_because = by, because
        notice.save(update_fields=["signed_by", "signed_because"])
        record(Deed.SIGNED_FOR_CHILD, about=notice.pk, by=by)
        return notice
    _require_child_protection(notice, by)
    notice.approved_because = because
    return _approved(notice, "approved_because", by=by)


def _require_child_protection(notice: Notice, by: "Member") -> None:
    officers = {one.pk for one in holding(notice.society_id, roles=[Role.CHILD_PROTECTION])}
    if officers and not officers & {notice.signed_by_id, by.pk}:
        raise ChildProtectionNeeded(
            _(
                "One of the two who sign must be a child-protection officer. It cannot be who took "
                "the photo or proposed it."
            )
        )


def _approved(notice: Notice, *also: str, by: "Member") -> Notice:
    recall(notice)
    notice.approved_by = by
    move(notice, Notice.State.APPROVED, "approved_by", *also)
    record(Deed.APPROVED_FACE, about=notice.pk, by=by)
    return notice
