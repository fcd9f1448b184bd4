"""What became of a person sought: written down step by step; and telling the family of it.

Every act stands in the file of the fate and its audit row names the fate alone: no row leads from
the search to it (docs/decisions/038).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.found import NotAsExpected, require_lately
from kintrace.cases.actions.opening import require_going_on
from kintrace.cases.fates import AFTER, AGAIN_WITHIN, Standing
from kintrace.cases.models import Fate, FateWord, Telling
from kintrace.network.access import Right, has
from kintrace.protection.actions import require_notice
from kintrace.protection.lookups import require
from kintrace.protection.purposes import Purpose
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from datetime import date

    from kintrace.cases.fates import Plan, Word
    from kintrace.cases.lookups import KnownFate
    from kintrace.cases.models import Sought
    from kintrace.cases.outcomes import Result
    from kintrace.network.models import Member


class NotEstablished(Refusal):
    """It is not sure enough what became of the person."""


class NotPlanned(Refusal):
    """Nobody is told of a death before somebody thought of how."""


@transaction.atomic
def allege(sought: Sought, *, word: Word, by: Member) -> Fate:
    """Write down that somebody says the person died. It is a word and no answer to the family.

    Raises InformationNotGiven, CaseIsClosed, AlreadyErased, NotAsExpected, and what protection
    refuses: as a lead, it brings others' words to the search.
    """
    known = _locked(sought)
    require_going_on(sought.case)
    return _keep(known, Standing.ALLEGED, word, by=by)


@transaction.atomic
def establish(
    sought: Sought, *, standing: str, word: Word, apart: bool = False, by: Member
) -> Fate:
    """Write down that it was corroborated, that an authority confirms it, or that it is not so.

    By another member than who wrote down the first word; corroborated by somebody who does not
    have it from the first (`apart`), and not by the same kind of voice on the same day. Raises as
    `allege`, and NoRight.
    """
    if not has(by, Right.ESTABLISH_FATE):
        raise NoRight(_("An officer decides how sure it is."))
    known, standing = _locked(sought), Standing(standing)
    first = known.first_word
    if first is not None and first.by_id == by.pk:
        raise NotAsExpected(_("You wrote down the first word. Another member looks at it now."))
    if standing == Standing.CORROBORATED:
        _require_other_voice(first, word, apart=apart)
    if standing == Standing.CONFIRMED and not (word.authority and word.reference.strip()):
        raise NotAsExpected(_("Write which authority confirms it, and the number it gave."))
    return _keep(known, standing, word, by=by)


def _require_other_voice(first: FateWord | None, word: Word, *, apart: bool) -> None:
    if not apart:
        raise NotAsExpected(_("The same voice twice is one voice. Ask somebody else."))
    if first is not None and word.is_as_the(first.step):
        raise NotAsExpected(
            _(
                "Who says it and the day are those of the first word: that is one voice. Ask "
                "somebody else, and write the day on which you asked."
            )
        )


def _locked(sought: Sought) -> KnownFate:
    """What is known, for whoever writes about it. Raises InformationNotGiven, AlreadyErased."""
    for subject in (sought.case.subject, sought.subject):
        write_about(subject)
    require_notice(sought.case.subject)
    mark = lookups.fate_mark(sought)
    return lookups.KnownFate(sought, Fate.objects.select_for_update().filter(mark=mark).first())


def _keep(known: KnownFate, standing: Standing, word: Word, *, by: Member) -> Fate:
    if standing != Standing.NOT_SO:  # less may be said at any time
        for subject in (known.sought.case.subject, known.sought.subject):
            require(subject, Purpose.TRACE)
    if standing not in AFTER[known.standing]:
        raise NotAsExpected(_("This step does not follow from what was written down before."))
    if word.day > timezone.localdate():
        raise NotAsExpected(_("This day has not come yet."))
    fate = known.fate or _begun(known.sought)
    row = FateWord(file=fate.file, fate=fate, society_id=fate.society_id, by=by)
    row.step = word.step | {"standing": standing.value}
    row.words = word.words
    row.save(force_insert=True)
    _note_whether_over(known.sought, fate)
    record(Deed.KEPT_FATE, about=fate.pk, by=by)
    return fate


def _begun(sought: Sought) -> Fate:
    fate = Fate(
        file=open_file(sought.society_id),
        society_id=sought.society_id,
        mark=lookups.fate_mark(sought),
    )
    fate.whose = {"pk": str(sought.pk)}
    fate.save(force_insert=True)
    return fate


def _note_whether_over(sought: Sought, fate: Fate) -> None:
    known = lookups.KnownFate(sought, fate)  # read anew, with what was written down now
    Fate.objects.filter(pk=fate.pk).update(is_over=known.is_over)


@transaction.atomic
def plan_telling(sought: Sought, *, plan: Plan, by: Member) -> Telling:
    """How the family is told: who, with whom, where, in which language, with what support.

    It may be planned anew until they were told. Raises InformationNotGiven, AlreadyErased,
    NotEstablished, NotAsExpected.
    """
    known = _locked(sought)
    if known.fate is None or known.may_be_told is None:
        raise NotEstablished(_("It is not sure enough yet. Nobody is told of a death like this."))
    if known.day_of("told") is not None:
        raise NotAsExpected(_("The family was told already."))
    if not timezone.localdate() <= plan.day < plan.again <= plan.day + AGAIN_WITHIN:
        raise NotAsExpected(
            _("Plan a day that is to come, and a second talk within 60 days after it.")
        )
    row = Telling(file=known.fate.file, fate=known.fate, society_id=known.fate.society_id, by=by)
    row.plan = plan.planned
    row.words = plan.words
    row.save(force_insert=True)
    record(Deed.PLANNED_TELLING, about=known.fate.pk, by=by)
    return row


def take_turn(sought: Sought) -> None:
    """What is known does not change any more until the transaction ends."""
    list(Fate.objects.select_for_update().filter(mark=lookups.fate_mark(sought)))


def require_established(sought: Sought, result: Result) -> None:
    """Only what an authority confirmed is told as a death, and only what somebody else says, too,
    as one that is likely. Raises NotEstablished."""
    if lookups.fate_of(sought).may_be_told != result:
        raise NotEstablished(
            _(
                "A death is told only when an authority confirms it, and that somebody has most "
                "likely died only when a second word says so. Write that down first."
            )
        )


def require_planned(sought: Sought) -> None:
    """Raises NotPlanned."""
    known = lookups.fate_of(sought)
    if known.telling is None or known.day_of("told") is not None:
        raise NotPlanned(
            _("Plan first who tells the family, where, and who helps them afterwards.")
        )


def note_told(sought: Sought, *, day: date) -> None:
    """The family heard it; from now on the second talk waits.

    Without an audit row of its own: one beside that of the outcome, a moment apart, would say in
    which case somebody died.
    """
    telling = lookups.fate_of(sought).telling
    if telling is not None:
        telling.plan = telling.plan | {"told": day.isoformat()}
        telling.save(update_fields=["plan"])


@transaction.atomic
def follow_up(
    sought: Sought, *, day: date, after: str, again: date | None = None, by: Member
) -> Telling:
    """Write down the talk afterwards, and when there is another one; without one nothing waits.

    Kept in a closed case, too: whoever was told of a death is not left alone because a file was
    shut. Raises InformationNotGiven, AlreadyErased, NotAsExpected.
    """
    known = _locked(sought)
    telling = known.heard
    if known.fate is None or telling is None:
        raise NotAsExpected(_("Nobody wrote down yet that the family was told."))
    require_lately(day)
    if again is not None and again <= day:
        raise NotAsExpected(_("The next talk comes after this one."))
    days = _days_after(day, again)
    if known.is_misled:
        days["put_right"] = day.isoformat()
    before = telling.after  # sealed words are written whole; who adds to them has the box open
    telling.plan = telling.plan | days
    telling.after = f"{before}\n\n{after}" if before else after
    telling.save(update_fields=["plan", "after"])
    _note_whether_over(sought, known.fate)
    record(Deed.FOLLOWED_UP, about=known.fate.pk, by=by)
    return telling


def _days_after(day: date, again: date | None) -> dict[str, str]:
    if again is None:
        return {"followed": day.isoformat()}
    return {"again": again.isoformat(), "followed": ""}


def forget_fate(known: KnownFate) -> None:
    """With the person sought, or with who searches, goes all that was told of it."""
    if known.fate is not None:
        known.fate.delete()
