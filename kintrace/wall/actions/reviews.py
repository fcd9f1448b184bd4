"""A partner society's second eye: its officer sees a picture and a sentence, and says yes or no."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, has
from kintrace.network.lookups import agreed_to_look
from kintrace.protection import lookups as protection
from kintrace.protection.purposes import Purpose, Scope
from kintrace.protection.retention import Kind, default
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault import safe_files
from kintrace.vault.actions import open_file, share_file
from kintrace.vault.reader import reading_as
from kintrace.wall import lookups
from kintrace.wall.actions.papers import recall, tear_up
from kintrace.wall.actions.publication import NotReady, locked_for_writing, move
from kintrace.wall.actions.second_eye import send_back
from kintrace.wall.models import Notice, Review
from kintrace.wall.terms import CHILDS, Declined, Terms

if TYPE_CHECKING:
    from kintrace.network.models import Member

PICTURE = "320.jpg"
A_PARTNER_HAS = default(Kind.PARTNER)


class NoAgreement(Refusal):
    """No agreement in force names this society as a second eye."""


@transaction.atomic
def ask_partner(notice: Notice, *, partner: UUID, by: "Member") -> Review:
    """Lay the proposed face before a partner: picture and codes are copied to a file of their own.

    Raises NoAgreement, NotReady, and what protection refuses, `not_with` above all.
    """
    notice = locked_for_writing(notice)
    if notice.state != Notice.State.CLEARED:
        raise NotReady(_("This face does not wait for approval."))
    if notice.terms in CHILDS or notice.terms == Terms.UNSAID:
        raise NotReady(_("For who may be younger than 18, members of your own society sign."))
    if not agreed_to_look(notice.society_id, partner):
        raise NoAgreement(_("There is no agreement in force with this society."))
    protection.require(notice.subject, Purpose.PUBLISH, scope=Scope.WALL, with_=partner)
    recall(notice)
    paper = _laid_out(notice, partner, by)
    record(Deed.ASKED_PARTNER, about=notice.pk, by=by, also=[partner])
    return paper


def _laid_out(notice: Notice, partner: UUID, by: "Member") -> Review:
    paper = Review(
        file=open_file(notice.society_id),
        society_id=notice.society_id,
        partner_id=partner,
        notice=notice.pk,
        asked_by=by,
        until=timezone.localdate() + A_PARTNER_HAS,
    )
    paper.told = notice.told
    paper.save(force_insert=True)
    picture = safe_files.fetch(file=notice.file, name=PICTURE)
    safe_files.keep(picture, file=paper.file, name=PICTURE)
    share_file(paper.file, with_=partner)
    return paper


@transaction.atomic
def recall_review(notice: Notice, *, by: "Member") -> None:
    """Take the question back; safe to repeat."""
    notice = locked_for_writing(notice)
    if recall(notice):
        record(Deed.RECALLED_PAPER, about=notice.pk, by=by)


@transaction.atomic
def answer_review(paper: Review, *, declined: Declined | None, by: "Member") -> None:
    """The partner's officer decides for the society that asked; both chains hold it.

    `declined`: why it is sent back; None is a yes.

    Everything is asked again at this moment. Raises NotReady, NoAgreement, and what protection
    refuses; StoreAway as `second_eye.approve`. Runs inside `reading_as` of the partner.
    """
    if not has(by, Right.APPROVE_FACES):
        raise NoRight(_("Only who may approve photos can be the second eye."))
    deed = Deed.DECLINED_FACE if declined else Deed.APPROVED_FACE
    # Both chains first, in the order of their societies: nothing below locks one before another.
    record(deed, about=paper.notice, by=by, also=[paper.society_id])
    with reading_as(paper.society_id):
        notice = _still_asked(paper)
        if declined:
            send_back(notice, because=declined, by=Machine(paper.society_id))
        else:
            _approve(notice, paper, by)


def _still_asked(paper: Review) -> Notice:
    """The notice, locked; before and after the lock the paper may have been taken back."""
    notice = Notice.objects.filter(pk=paper.notice).first()
    notice = locked_for_writing(notice) if notice else None
    if notice is None or not Review.objects.filter(pk=paper.pk).exists():
        raise NotReady(_("This question was taken back."))
    return notice


def _approve(notice: Notice, paper: Review, by: "Member") -> None:
    if notice.state != Notice.State.CLEARED:
        raise NotReady(_("This face does not wait for approval."))
    if not agreed_to_look(paper.society_id, by.society_id):
        raise NoAgreement(_("There is no agreement in force with this society."))
    protection.require(notice.subject, Purpose.PUBLISH, scope=Scope.WALL, with_=by.society_id)
    lookups.picture_of(notice)
    notice.approved_by = by
    move(notice, Notice.State.APPROVED, "approved_by")
    tear_up(paper)
