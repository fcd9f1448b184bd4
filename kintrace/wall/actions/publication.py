"""A face on its way to the wall and off it again. Putting up needs two people, taking down none."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import Actor, record
from kintrace.audit.deeds import Deed
from kintrace.protection import keeping
from kintrace.protection import lookups as protection
from kintrace.protection.actions import require_notice
from kintrace.protection.purposes import Purpose, Scope
from kintrace.protection.retention import Kind
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.vault import answers, safe_files
from kintrace.vault.actions import open_file
from kintrace.vault.jobs import lose
from kintrace.vault.photos import CleanPhoto, clean
from kintrace.vault.reader import reader_in_force
from kintrace.wall import gone, kept, lookups, pictures, removal_codes
from kintrace.wall.actions.papers import recall
from kintrace.wall.models import Face, Notice, PosterIssueFace
from kintrace.wall.relations import AgeBand, Relation, Sex
from kintrace.wall.terms import AN_ADULT, CHILDS, Known, Terms

if TYPE_CHECKING:
    from kintrace.network.models import Member

ORIGINAL = "original"
# The photo of somebody who took the consent back, or found the family, is needed for nothing more.
PHOTO_GOES_WITH = frozenset({Notice.State.WITHDRAWN, Notice.State.MATCHED})


class AlreadyUnderWay(Refusal):
    """One person, one publication at a time."""


class SecondEyeNeeded(Refusal):
    """Who proposes does not approve."""


class NotReady(Refusal):
    """The arrow does not start in this state."""


class NotSomeone(Refusal):
    """Nothing that could be shown was said."""


@transaction.atomic
def propose(
    subject: UUID,
    *,
    relations: Sequence[str],
    sex: str,
    age_band: str,
    frame: str,
    photo: bytes,
    until: date,
    by: "Member",
    known: Known = AN_ADULT,
) -> Notice:
    """Propose to show this person's face, on the terms that the caller knows from the age.

    The photo (as it came from the camera) is cleaned and cut to one of the fixed frames here; only
    clean pictures are kept, sealed under the notice's own file.

    Raises PhotoRefused, NotSomeone, AlreadyUnderWay, InformationNotGiven, AlreadyErased. Runs
    inside `reading_as(by.society_id)`.
    """
    _require_shown_kind(relations, sex, age_band)
    _begin_with(subject)
    cleaned = clean(photo, frame=frame)
    notice = Notice(
        file=open_file(by.society_id),
        society_id=by.society_id,
        subject=subject,
        frame=frame,
        live_until=last_day(until, terms=known.terms),
        terms=known.terms,
        photo_by_id=known.photo_by,
        proposed_by=by,
    )
    notice.told = {"relations": list(relations), "sex": sex, "age_band": age_band}
    notice.save(force_insert=True)
    _keep_pictures(cleaned, file=notice.file)
    record(Deed.PROPOSED_FACE, about=notice.pk, by=by)
    return advance(notice, by=by)


def _begin_with(subject: UUID) -> None:
    """Raises InformationNotGiven, AlreadyErased, AlreadyUnderWay."""
    require_notice(subject)
    if Notice.objects.filter(subject=subject, state__in=Notice.UNDER_WAY).exists():
        raise AlreadyUnderWay(_("This person's face is already proposed or on the wall."))


def _keep_pictures(cleaned: CleanPhoto, *, file: UUID) -> None:
    for name, picture in {ORIGINAL: cleaned.original, **cleaned.pictures}.items():
        safe_files.keep(picture, file=file, name=name)


def _require_shown_kind(relations: Sequence[str], sex: str, age_band: str) -> None:
    if not relations or not set(relations) <= set(Relation.values):
        raise NotSomeone(_("Say whom the person is looking for."))
    if sex not in Sex.values:
        raise NotSomeone(_("Say whether the person searching is a woman or a man, or not said."))
    if age_band not in AgeBand.values:
        raise NotSomeone(_("Choose an age group. Nobody under 15 is shown on the wall."))


@transaction.atomic
def advance(notice: Notice, *, by: Actor) -> Notice:
    """Take the steps that what was recorded about the person allows: consented, then cleared."""
    write_about(notice.subject)
    consent = protection.bases_in_force(notice.subject, Purpose.PUBLISH)
    if notice.state == Notice.State.PROPOSED and consent.exists():
        move(notice, Notice.State.CONSENTED)
        record(Deed.CONSENTED_FACE, about=notice.pk, by=by)
    cleared = protection.may(notice.subject, Purpose.PUBLISH, scope=Scope.WALL)
    if notice.state == Notice.State.CONSENTED and cleared:
        move(notice, Notice.State.CLEARED)
        record(Deed.CLEARED_FACE, about=notice.pk, by=by)
    return notice


@transaction.atomic
def publish(notice: Notice, *, by: "Member") -> tuple[Face, str]:
    """Put an approved face on the wall; asks protection again at this moment.

    Returns the face and the removal code, which is shown to the person once and kept nowhere.
    Pictures are written first and the row last: a face never stands without its pictures.
    """
    notice = locked_for_writing(notice)
    if notice.state != Notice.State.APPROVED:
        raise NotReady(_("This face is not approved yet."))
    protection.require(notice.subject, Purpose.PUBLISH, scope=Scope.WALL)
    code = answers.new_code()
    cut = {key: safe_files.fetch(file=notice.file, name=key) for key in pictures.KEYS}
    name = pictures.write(cut)
    try:
        return _put_up(notice, name=name, code=code, by=by), code
    except BaseException:
        pictures.undo(name)
        raise


def _put_up(notice: Notice, *, name: str, code: str, by: "Member") -> Face:
    face = Face(
        society_id=notice.society_id,
        relations=notice.told["relations"],
        seeker_sex=notice.told["sex"],
        age_band=notice.told["age_band"],
        name=name,
        live_until=notice.live_until,
        posters_until=lookups.printed_by_others_until(notice.subject),
        removal_lookup=removal_codes.lookup_id(code),
    )
    face.save(force_insert=True)
    notice.face = face.pk
    notice.put_up = timezone.now()
    move(notice, Notice.State.LIVE, "face", "put_up")
    transaction.on_commit(kept.forget)  # where both sides are one process, it shows at once
    record(Deed.PUT_ON_WALL, about=notice.pk, by=by)
    return face


@transaction.atomic
def take_down(notice: Notice, *, why: str, by: Actor) -> Notice:
    """End a publication, or stop it on its way: the face is gone on the next request.

    `why` is one of Notice.ENDED. Doing it again changes nothing.
    """
    notice = _locked(notice)
    if notice.is_ended:
        return notice
    recall(notice)
    why = Notice.State(why)
    for face in Face.objects.filter(pk=notice.face) if notice.face else ():
        # The row is what shows the pictures; the files follow when that is certain.
        gone.lose_pictures(face.name)
        # What is gone from an issue has to be covered on paper: lookups.withdrawn tells it so.
        PosterIssueFace.objects.filter(face=face.pk).delete()
        face.delete()
    notice.ended = timezone.now()
    move(notice, why, "ended")
    if why in PHOTO_GOES_WITH:
        lose(notice.file)
    record(Deed.TOOK_DOWN, about=notice.pk, by=by)
    return notice


@transaction.atomic
def expire(today: date, *, by: Actor) -> Counter[Kind]:
    """Take down the reader's society's faces whose last day is over; how many."""
    over = _ours().filter(state=Notice.State.LIVE, live_until__lt=today)
    return Counter(kind_of(take_down(notice, why=Notice.State.EXPIRED, by=by)) for notice in over)


def kind_of(notice: Notice) -> Kind:
    """By which clock a face hangs."""
    return Kind.CHILDS_PHOTO if notice.terms in CHILDS else Kind.PHOTO


@transaction.atomic
def forget(subject: UUID, *, by: Actor) -> set[UUID]:
    """Delete every publication of a person with its face and photos; the files they were in.

    The caller erases the files' keys, which ends what lies sealed on disk for good.
    """
    own = list(_ours().filter(subject=subject))
    for notice in own:
        take_down(notice, why=Notice.State.WITHDRAWN, by=by)  # recalls a partner's paper, too
        lose(notice.file)
        notice.delete()
    return {notice.file for notice in own}


@transaction.atomic
def unsay_relations(subject: UUID, *, by: Actor) -> bool:
    """Somebody this person searched for was erased: no publication says any more who that was.

    Answers whether one hung or was on its way.
    """
    own = list(_ours().filter(subject=subject))
    for notice in own:
        ended = take_down(notice, why=Notice.State.TAKEN_DOWN, by=by)
        ended.told = ended.told | {"relations": []}
        ended.save(update_fields=["told"])
    return any(not notice.is_ended for notice in own)


def last_day(until: date, *, terms: Terms) -> date:
    """How long a face may hang that is agreed to today: a child's for three months at most."""
    if terms not in CHILDS:
        return until
    return min(until, timezone.localdate() + keeping.term(Kind.CHILDS_PHOTO))


def _ours() -> QuerySet[Notice]:
    return Notice.objects.filter(society_id=reader_in_force().society)


def locked_for_writing(notice: Notice) -> Notice:
    """Raises AlreadyErased. The person first, then the row: an erasure takes them so, too."""
    write_about(notice.subject)
    return _locked(notice)


def _locked(notice: Notice) -> Notice:
    return Notice.objects.select_for_update().get(pk=notice.pk)


def move(notice: Notice, state: Notice.State, *also: str) -> None:
    notice.state = state
    notice.save(update_fields=["state", *also])
