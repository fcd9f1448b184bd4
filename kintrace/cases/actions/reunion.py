"""A family comes together: a dossier is opened when both want it, and goes along its arrows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.found import NotAsExpected, require_free, require_lately
from kintrace.cases.actions.in_touch import ask_each, in_touch, is_in_turn, place, require_in_touch
from kintrace.cases.actions.moves import NoReason, NoSuchWay
from kintrace.cases.actions.opening import require_open
from kintrace.cases.actions.plan_days import count_anew
from kintrace.cases.actions.verifying import require_decider
from kintrace.cases.models import AfterContact, Reunion, ReunionSheet, ReunionStep, Sought
from kintrace.cases.reunion import ARROWS, TOLD_THERE, Agreed, Arrow, Why
from kintrace.cases.reunion_words import Step
from kintrace.network.access import Right, has
from kintrace.network.seen import changed_elsewhere
from kintrace.protection.purposes import How
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.lookups import Dossier, Finding
    from kintrace.cases.reunion import AfterContact as Settled
    from kintrace.cases.reunion import Sheet
    from kintrace.network.models import Member


class NotBothAgreed(Refusal):
    """Both sides say that they want it, each on a day and in a way that is written down."""


class NotConfidential(Refusal):
    """A family is spoken with where nobody else listens, and never at a service point."""


class NoReunion(Refusal):
    """There is no dossier, or it ended."""

    def __init__(self) -> None:
        super().__init__(_("No dossier goes on here. Open one when both want to come together."))


@dataclass(frozen=True, repr=False)
class Beginning:
    """What a dossier begins with: both yeses, the place for talks, what was looked at."""

    seeker: Agreed
    found: Agreed
    place: UUID
    looked: str


@dataclass(frozen=True, repr=False)
class Going:
    """A step: when it was, why, and words to it.

    heard: of somebody whom another society found, the day on which they last said that they want
    it still.
    """

    day: date
    why: str = ""
    note: str = ""
    heard: date | None = None


@transaction.atomic
def open_reunion(sought: Sought, *, beginning: Beginning, by: Member) -> Reunion:
    """Begin a dossier: after contact, when both agreed, and somebody looked at whether it is safe.

    Raises NotInTouchYet, NotBothAgreed, NotConfidential, NotAsExpected, NoRight, CaseIsClosed, and
    what protection refuses.
    """
    require_decider(by)
    finding = in_touch(sought)
    require_open(sought.case)
    require_free(sought)
    _require_beginning(finding, beginning)
    ask_each(finding)
    if lookups.is_coming_together(finding):
        raise NotAsExpected(_("There is a dossier already. Go on with it."))
    reunion = Reunion(file=open_file(sought.society_id), society_id=sought.society_id, by=by)
    place(reunion, finding, mark=lookups.reunion_mark)
    reunion.said_yes = _agreed(reunion, finding, beginning)
    reunion.looked = beginning.looked.strip()
    reunion.save(force_insert=True)
    _keep(reunion, before="", after=Step.ADVICE, going=Going(timezone.localdate()), by=by)
    record(Deed.OPENED_REUNION, about=lookups.Dossier(finding, reunion).about, by=by)
    return reunion


def _agreed(row: Reunion, finding: Finding, beginning: Beginning) -> dict[str, object]:
    """Both yeses and the place; of who was found elsewhere, the yes that we were told."""
    said: dict[str, object] = {"seeker": beginning.seeker.to_json(), "place": str(beginning.place)}
    if row.mark is None:
        return said | {"found": beginning.found.to_json()}
    found = Agreed(beginning.found.day, TOLD_THERE)
    return said | {"found": found.to_json(), "sought": str(finding.sought.pk)}


def _require_beginning(finding: Finding, beginning: Beginning) -> None:
    after, today = require_in_touch(lookups.in_touch_since(finding)), timezone.localdate()
    for said in (beginning.seeker, beginning.found):
        if said.how == How.WEIGHED or not after <= said.day <= today:
            raise NotBothAgreed(
                _("Each of them says it themselves, after they were in touch, and not after today.")
            )
    if not lookups.after_contact(finding.case.society_id).is_confidential(beginning.place):
        raise NotConfidential(
            _("Choose a place where nobody else listens. A Humanitarian Service Point is none.")
        )
    if not beginning.looked.strip():
        raise NotAsExpected(_("Write down what you looked at for the safety of everybody."))


def going_on(sought: Sought) -> Dossier:
    """The dossier, for whoever writes about it. Raises NoReunion, InformationNotGiven."""
    dossier = lookups.dossier_of(in_touch(sought))
    if dossier is None or dossier.reunion.ended is not None:
        raise NoReunion
    Reunion.objects.select_for_update().get(pk=dossier.reunion.pk)
    return dossier


@transaction.atomic
def go(sought: Sought, *, to: Step, going: Going, by: Member) -> ReunionStep:
    """Take an arrow. What somebody else decided, and an end, are written down whatever holds.

    Raises NoReunion, NoSuchWay, NoReason, NoRight, NotAsExpected, and what protection refuses.
    """
    dossier = going_on(sought)
    arrow = _way(dossier, to)
    _require_fitting(arrow, going, by=by)
    if arrow.asks:
        require_open(sought.case)
        require_free(sought)
        _require_heard(dossier, going)
        ask_each(dossier.finding)
    row = _keep(dossier.reunion, before=dossier.step, after=Step(to), going=going, by=by)
    if Step(to) is Step.TRAVELLED:
        count_anew(dossier.finding, by=by)
    record(arrow.deed, about=dossier.about, by=by)
    return row


def _require_heard(dossier: Dossier, going: Going) -> None:
    """Who was found elsewhere cannot be asked about once their search is over there. So their own
    word is asked for, each time that anything is done for them."""
    if not dossier.is_afar:
        return
    if going.heard is None:
        raise NotAsExpected(_("Ask first whether the person who was found still wants it."))
    require_lately(going.heard)


def _way(dossier: Dossier, to: Step) -> Arrow:
    arrow = ARROWS.get((dossier.step, Step(to)))
    if arrow is None:
        words = _("From “%(before)s” a dossier cannot go to “%(after)s”. Look at it again.")
        raise NoSuchWay(words % {"before": dossier.step.label, "after": Step(to).label})
    return arrow


def _require_fitting(arrow: Arrow, going: Going, *, by: Member) -> None:
    if not has(by, arrow.right):
        raise NoRight(_("Your role does not do this step. Ask who does."))
    if bool(arrow.whys) != bool(going.why) or (going.why and going.why not in arrow.whys):
        raise NoReason(_("Choose the reason for this step."))
    if going.day > timezone.localdate():
        raise NotAsExpected(_("Write down what happened already, not what will come."))


def _keep(
    reunion: Reunion, *, before: str, after: Step, going: Going, by: Member | None
) -> ReunionStep:
    row = ReunionStep(file=reunion.file, reunion=reunion, society_id=reunion.society_id, by=by)
    row.step = {
        "before": before,
        "after": after.value,
        "why": Why(going.why).value if going.why else "",
        "day": going.day.isoformat(),
        "heard": going.heard.isoformat() if going.heard else "",
    }
    row.note = going.note.strip() or None
    row.save(force_insert=True)
    if after is Step.ENDED:
        Reunion.objects.filter(pk=reunion.pk).update(ended=timezone.now())
    return row


@transaction.atomic
def end_without_them(finding: Finding, *, why: Why, by: Actor) -> bool:
    """One of them agrees no more that we are in touch: nothing more is done. Whether anything
    was."""
    if not is_in_turn(finding):
        return False
    dossier = lookups.dossier_of(finding)
    if dossier is None or dossier.reunion.ended is not None:
        return False
    going = Going(timezone.localdate(), why)
    _keep(dossier.reunion, before=dossier.step, after=Step.ENDED, going=going, by=None)
    record(Deed.ENDED_REUNION, about=dossier.about, by=by)
    return True


# --- what an office asks for ---


@transaction.atomic
def keep_sheet(
    sought: Sought,
    *,
    sheet: Sheet,
    instead_of: UUID | None = None,
    seen: str | None = None,
    by: Member,
) -> ReunionSheet:
    """Write a line of the list, or write one anew. `seen` is the version of it that the page
    showed, where a page did. Raises NoReunion, NotAsExpected, ChangedElsewhere."""
    dossier = going_on(sought)
    known = {row.pk: row for row, _sheet in dossier.sheets}
    new = ReunionSheet(
        file=dossier.reunion.file,
        reunion=dossier.reunion,
        society_id=dossier.reunion.society_id,
    )
    if instead_of is not None and instead_of not in known:
        raise NotAsExpected(_("This line is not in the list any more."))
    row = known[instead_of] if instead_of else new
    is_new = seen is not None and seen != lookups.version_of(row)
    if instead_of and is_new and row.told != sheet.to_json():
        raise changed_elsewhere()
    row.told, row.by, row.at = sheet.to_json(), by, timezone.now()
    row.save()
    record(Deed.KEPT_SHEET, about=dossier.about, by=by)
    return row


@transaction.atomic
def drop_sheet(sought: Sought, *, sheet: UUID, by: Member) -> None:
    """It is not asked for. Raises NoReunion."""
    dossier = going_on(sought)
    dossier.reunion.sheets.filter(pk=sheet).delete()
    record(Deed.KEPT_SHEET, about=dossier.about, by=by)


# --- what a society settles ---


@transaction.atomic
def settle(settled: Settled, *, seen: str | None = None, by: Member) -> AfterContact:
    """Where the member's society speaks with families, and when it asks how they are. `seen` is
    the version the page showed, where a page did. Raises NoRight, ChangedElsewhere."""
    if not has(by, Right.SET_CRITERIA):
        raise NoRight(_("Your role does not do this step. Ask who does."))
    now = AfterContact.objects.select_for_update().filter(society_id=by.society_id).first()
    is_new = seen is not None and seen != lookups.version_of_after_contact(by.society_id)
    if now and is_new and now.settled != settled.to_json():
        raise changed_elsewhere()
    row, _new = AfterContact.objects.update_or_create(
        society_id=by.society_id,
        defaults={"settled": settled.to_json(), "by": by, "at": timezone.now()},
    )
    record(Deed.SET_AFTER_CONTACT, about=row.pk, by=by)
    return row
