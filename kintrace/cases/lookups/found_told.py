"""What may be said of somebody found, here and by another society; and what lies in the box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kintrace.cases.card import Wish
from kintrace.cases.finding import Verdict
from kintrace.cases.lookups.afar import PASSAGE, found_afar, mark_in, passage_of, shared_for
from kintrace.cases.lookups.cases import still_sought
from kintrace.cases.lookups.found import Finding, finding_of, located_of, sought_of_subject
from kintrace.cases.models import Outcome, Passage
from kintrace.cases.transfers import AT_WORK
from kintrace.protection.lookups import is_looked_at, may
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import BoxIsShut, reading_as

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case, Release, Sought, Transfer, Whereabouts

SAYS = frozenset({Wish.CONTACT, Wish.MESSAGE, Wish.ALIVE})


def read_where(whereabouts: Whereabouts) -> dict[str, str] | None:
    """Where the person is and how they are reached; None while the box is shut."""
    try:
        return dict(whereabouts.reached)
    except BoxIsShut:
        return None


def read_passed(release: Release) -> dict[str, str] | None:
    """What was passed on; None while the box is shut."""
    try:
        return dict(release.passed)
    except BoxIsShut:
        return None


def may_be_written_to(sought: Sought) -> bool:
    """Whether a Red Cross Message may go to the found person: they wished it, or wished more."""
    finding = finding_of(sought)
    if finding.located is None or finding.wish not in {Wish.CONTACT, Wish.MESSAGE}:
        return False
    looked_at = any(is_looked_at(one) for one in finding.people)
    return not looked_at and bool(may(finding.located.subject, Purpose.CONTACT))


def refuses_messages(subject: UUID) -> bool:
    """Whether a person sought was found and did not choose messages, or was not asked yet."""
    sought = sought_of_subject(subject)
    found = [one for one in sought if located_of(one) is not None]
    return any(not may_be_written_to(one) for one in found) or any(map(_refused_afar, sought))


def _refused_afar(sought: Sought) -> bool:
    """The same of somebody found by a society that searches for us."""
    for transfer in shared_for(sought):
        located = found_afar(transfer)
        if located is not None:
            with reading_as(transfer.chosen_id):
                wish = Finding(sought, located).wish
                if wish not in {Wish.CONTACT, Wish.MESSAGE} or is_looked_at(located.subject):
                    return True
    return False


def outcomes_told(case: Case) -> list[Outcome]:
    """What the family heard, of all persons sought in a case, the oldest first."""
    rows = Outcome.objects.filter(sought__case=case, told_on__isnull=False)
    return list(rows.order_by("told_on", "at"))


def outcomes_all_told(case: Case) -> bool:
    """Whether the family heard of everybody whom it still seeks. Alike whatever it heard."""
    newest = [Finding(one, None).outcome for one in still_sought(case)]
    return all(one is not None and one.told_on for one in newest)


# --- found by another society ---


def wish_afar(sought: Sought) -> Wish | None:
    """What a person found by another society wants said, once that society gave its result or
    passed contact on: asked there, at this moment. Whoever wants nothing said was not found."""
    for transfer in shared_for(sought):
        located = found_afar(transfer)
        if located is None:
            continue
        with reading_as(transfer.chosen_id):
            finding = Finding(sought, located)
            wish, passed = finding.wish, finding.release is not None
        if wish in SAYS and (transfer.returned or passed):
            return wish
    return None


def is_looked_at_afar(sought: Sought) -> bool:
    """Whether somebody looks first at who was found there, by the words of a hold."""
    for transfer in shared_for(sought):
        located = found_afar(transfer)
        if located is not None:
            with reading_as(transfer.chosen_id):
                if is_looked_at(located.subject):
                    return True
    return False


def was_passed_over(sought: Sought) -> bool:
    """Whether another society passed on how the person is reached."""
    marks = [mark_in(one, PASSAGE) for one in shared_for(sought)]
    return Passage.objects.filter(mark__in=marks, passed__isnull=False).exists()


def read_passed_over(passage: Passage) -> dict[str, str] | None:
    """How the person is reached, as it was passed on to us; None while the box is shut."""
    try:
        return dict(passage.passed or {})
    except BoxIsShut:
        return None


def asked_of_family(transfer: Transfer) -> dict[str, str]:
    """Questions of the society that found somebody, by the number of their proof, as long as they
    wait for an answer. Raises BoxIsShut."""
    passage = passage_of(transfer) if transfer.state in AT_WORK else None
    located = found_afar(transfer) if passage else None
    if passage is None or located is None:
        return {}
    asked = dict(passage.asked or {})
    with reading_as(transfer.chosen_id):
        done = {str(one.pk) for one in located.proofs.filter(seeker_by__isnull=False)}
    return {pk: words for pk, words in asked.items() if pk not in done}


@dataclass(frozen=True, repr=False)
class Passed:
    """What the society that asked sees of somebody found for it, on the page of its request."""

    is_asked: bool
    vouched: str
    ways: dict[str, str] | None
    has_ways: bool


def passed_to_us(transfer: Transfer) -> Passed | None:
    """None while nothing came over, and after it ended."""
    passage = passage_of(transfer) if transfer.state in AT_WORK else None
    located = found_afar(transfer) if passage else None
    if passage is None or located is None:
        return None
    with reading_as(transfer.chosen_id):
        judged = [one.judged for one in located.judgements.all()]
    family = [one["says"] for one in judged if one["about"] == "family"]
    has_ways = Passage.objects.filter(pk=passage.pk, passed__isnull=False).exists()
    says = str(Verdict(family[-1]).label) if family else ""
    ways = read_passed_over(passage) if has_ways else None
    return Passed(not has_ways, says, ways, has_ways)
