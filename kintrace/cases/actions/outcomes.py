"""What came of a search for one person, and telling it to the family."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import fates, moves
from kintrace.cases.actions.found import NotAsExpected, require_free, require_lately
from kintrace.cases.actions.in_touch import forget_at_home
from kintrace.cases.actions.opening import require_going_on
from kintrace.cases.models import Located, Outcome, Passage, Sought
from kintrace.cases.outcomes import (
    FACE_TO_FACE,
    FOUND,
    OF_A_WISH,
    SAID,
    SPOKEN,
    TELLS,
    WAYS_TO_TELL,
    HowTold,
    Result,
)
from kintrace.cases.states import ARROWS, State
from kintrace.protection.actions import require_notice
from kintrace.protection.lookups import looked_at, notice_given, require
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.vault.reader import KeyNotAtHand

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.cases.lookups import Finding
    from kintrace.cases.models import Case, Sentence
    from kintrace.network.models import Member


class NotToBeToldSo(Refusal):
    """The family is not told this, or not in this way."""


@transaction.atomic
def settle(sought: Sought, *, result: str, by: Member) -> Outcome:
    """Write down what came of the search for one person; it can be settled anew.

    Of somebody found only what they want may be said, of a death only what is sure enough. Raises
    NotAsExpected, NotEstablished, CaseIsClosed.
    """
    for subject in (sought.case.subject, sought.subject):
        write_about(subject)
    require_notice(sought.case.subject)
    require_going_on(sought.case)
    fates.take_turn(sought)
    finding = lookups.finding_of(sought)
    _require_fitting(finding, Result(result))
    row = Outcome(file=sought.file, sought=sought, society_id=sought.society_id, by=by)
    row.outcome = Result(result).value
    row.save(force_insert=True)
    _mark(finding, told=False)
    record(Deed.SETTLED_OUTCOME, about=sought.case_id, by=by)
    return row


def _require_fitting(finding: Finding, result: Result) -> None:
    """Of who was found here, and of who was found by a society that searches for us."""
    afar = None if finding.located else lookups.wish_afar(_own(finding))
    wish = finding.wish or afar
    wanted = OF_A_WISH.get(wish) if wish else None
    if (finding.located or afar) is not None and result == Result.NOT_FOUND:
        raise NotAsExpected(_("This person was found. Ask what may be said of them."))
    if result in FOUND and result != wanted:
        raise NotAsExpected(_("Of a found person only that is said which they chose on the card."))
    if result in FACE_TO_FACE:
        fates.require_established(_own(finding), result)


@transaction.atomic
def tell(sought: Sought, *, day: date, how: str, by: Member) -> Outcome:
    """Write down that the family heard the approved sentence; of a death in person, as planned.

    Everything is asked anew. Raises NotAsExpected, NotEstablished, NotPlanned, NotToBeToldSo, and
    what protection refuses.
    """
    for subject in (sought.case.subject, sought.subject):
        write_about(subject)
    require_notice(sought.case.subject)
    require_lately(day)
    fates.take_turn(sought)
    finding = lookups.finding_of(sought)
    row, sentence = _to_be_told(finding, HowTold(how), by)
    require(sought.case.subject, Purpose.CONTACT)
    row.told_on, row.told_how, row.told_by = day, HowTold(how).value, by
    row.told_words = sentence.text
    row.save(update_fields=["told_on", "told_how", "told_by", "told_words"])
    _mark(finding, told=True)
    if finding.result in FACE_TO_FACE:
        fates.note_told(sought, day=day)
    record(Deed.TOLD_OUTCOME, about=sought.case_id, by=by)
    _answer(sought.case, by=by)
    return row


def _answer(case: Case, *, by: Member) -> None:
    """With the last person sought the family is answered, whatever the answer was. Before that the
    case stands where it stood: a step when somebody is found would say so (decision 032). So it
    does where no search goes on, for no arrow leads on from there but the end (decision 030)."""
    if not lookups.outcomes_all_told(case):
        return
    now = moves.locked(case)
    if (State(now.state), State.ANSWERED) in ARROWS:
        moves.step(now, to=State.ANSWERED, by=by)


def _mark(finding: Finding, *, told: bool) -> None:
    """Whether a finding waits for anything."""
    if finding.located is not None:
        Located.objects.filter(pk=finding.located.pk).update(is_told=told)


def _to_be_told(finding: Finding, how: HowTold, by: Member) -> tuple[Outcome, Sentence]:
    row, result = finding.outcome, finding.result
    if row is None or result is None or row.told_on is not None:
        raise NotAsExpected(_("Write down first what came of the search."))
    _require_fitting(finding, result)  # the person may have changed their mind since
    _require_way(finding, result, how)
    if result in TELLS | FACE_TO_FACE:
        require_free(finding.sought)
        if lookups.is_looked_at_afar(_own(finding)):
            raise NotAllowed(looked_at(), "held")
    sentence = words_for(finding, by=by)
    if sentence is None:
        raise NotToBeToldSo(
            _("No sentence for this is approved. Ask an officer to approve one under “Sentences”.")
        )
    return row, sentence


def _require_way(finding: Finding, result: Result, how: HowTold) -> None:
    """A death in person and as planned, a way to reach somebody once it was passed on."""
    if how not in WAYS_TO_TELL[result]:
        raise NotToBeToldSo(
            _("Nobody learns of a death by letter, SMS or phone. Tell it in person.")
        )
    if result in FACE_TO_FACE:
        fates.require_planned(_own(finding))
    if result == Result.CONTACT and finding.release is None:
        _require_passed_over(finding, how)


def _require_passed_over(finding: Finding, how: HowTold) -> None:
    """The way to reach the person came from another society; the family hears it by a voice."""
    if finding.located is not None or not lookups.was_passed_over(_own(finding)):
        raise NotToBeToldSo(_("Pass on the way to reach the person first."))
    if how not in SPOKEN:
        raise NotToBeToldSo(_("Tell it in person or by phone first, never by letter or SMS."))


def _own(finding: Finding) -> Sought:
    """Outcomes are told to our own families alone."""
    if not isinstance(finding.sought, Sought):
        raise NotAsExpected(_("The society that asked speaks with the family."))
    return finding.sought


def words_for(finding: Finding, *, by: Member) -> Sentence | None:
    """The approved sentence for the outcome as it stands, in the language of the family."""
    given, result = notice_given(finding.case.subject), finding.result
    if result is None or result not in SAID or given is None:
        return None
    return lookups.sentence_about(by, SAID[result], language=given.text.language)


def forget_outcomes(subject: UUID) -> None:
    """What came of the search for a person sought who is erased alone goes with them."""
    Outcome.objects.filter(sought__in=lookups.sought_of_subject(subject)).delete()


def forget_untold(located: Located) -> None:
    """A found person is erased: what nobody heard yet is not said any more, and what was passed to
    another society goes there. Needs the case's key, or that of what was shared; where that is
    gone nothing can be said of anybody."""
    with suppress(KeyNotAtHand):
        sought = lookups.whom_behind(located)
        if isinstance(sought, lookups.Afar):
            mark = lookups.mark_in(sought.transfer, lookups.PASSAGE)
            gone, _each = Passage.objects.filter(mark=mark).delete()
            if gone:  # else the search there is over, and our family is asked on
                forget_at_home(sought)
        else:
            Outcome.objects.filter(sought=sought, told_on=None).delete()
