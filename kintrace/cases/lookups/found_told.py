"""What may be said of somebody found, here and by another society; and what lies in the box."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from kintrace.cases.card import Wish
from kintrace.cases.finding import Verdict
from kintrace.cases.lookups.afar import (
    PASSAGE,
    found_afar,
    is_kept_from,
    mark_in,
    passage_of,
    shared_for,
)
from kintrace.cases.lookups.cases import still_sought
from kintrace.cases.lookups.found import (
    Finding,
    finding_of,
    located_of,
    sought_of_subject,
    whom_behind,
)
from kintrace.cases.lookups.sealed import unless_shut
from kintrace.cases.lookups.transfers import (
    files_of_transfers,
    must_not_learn,
    transfers_about,
    transfers_among,
)
from kintrace.cases.models import Outcome, Passage
from kintrace.cases.transfers import AT_WORK
from kintrace.protection.lookups import is_looked_at, may
from kintrace.protection.purposes import Purpose
from kintrace.vault.lookups import slots
from kintrace.vault.reader import reader_in_force, reading_as
from kintrace.vault.tags import mark_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kintrace.cases.models import Case, Located, Release, Sought, Transfer, Whereabouts
    from kintrace.network.models import Society

SAYS = frozenset({Wish.CONTACT, Wish.MESSAGE, Wish.ALIVE})


def read_where(whereabouts: Whereabouts) -> dict[str, str] | None:
    """Where the person is and how they are reached; None while the box is shut."""
    return unless_shut(lambda: dict(whereabouts.reached))


def read_passed(release: Release) -> dict[str, str] | None:
    """What was passed on; None while the box is shut."""
    return unless_shut(lambda: dict(release.passed))


def may_be_written_to(sought: Sought) -> bool:
    """Whether a Red Cross Message may go to the found person: they wished it, or wished more."""
    return _may_be_written_to(finding_of(sought))


def _may_be_written_to(finding: Finding) -> bool:
    looked_at = any(is_looked_at(one) for one in finding.people)
    return not looked_at and _wants_messages(finding)


def _wants_messages(finding: Finding, *, with_: UUID | None = None) -> bool:
    """They wished it, or more, and it stands at this moment."""
    located = finding.located
    if located is None or finding.wish not in {Wish.CONTACT, Wish.MESSAGE}:
        return False
    return bool(may(located.subject, Purpose.CONTACT, with_=with_))


def refuses_messages(subject: UUID) -> bool:
    """Whether a person sought was found and did not choose messages, or was not asked yet."""
    sought = sought_of_subject(subject)
    found = [one for one in sought if located_of(one) is not None]
    refused = any(not may_be_written_to(one) for one in found)
    there = all(all(_asked_there(one, _may_be_written_to_there)) for one in sought)
    return refused or not there or _refuses_a_child(subject)


def _refuses_a_child(subject: UUID) -> bool:
    """The same of one of a child's family, whom another society found."""
    out = [one for one in transfers_about(subject) if one.child_id and one.state in AT_WORK]
    found = {one: located for one in out if (located := found_afar(one)) is not None}
    return any(not _wants_a_child(one, located) for one, located in found.items())


def _wants_a_child(transfer: Transfer, located: Located) -> bool:
    with reading_as(transfer.chosen_id):
        whom = whom_behind(located)
        finding = Finding(whom, located) if whom else None
        return finding is not None and _may_be_written_to_there(transfer, finding)


def _may_be_written_to_there(transfer: Transfer, finding: Finding) -> bool:
    return not is_kept_from(transfer.pk) and _wants_messages(finding, with_=transfer.society_id)


def found_by(subject: UUID) -> UUID | None:
    """The society through which somebody found is written to while nobody else knows where they
    are: ours, or the one that found them for us and said so. None as long as they want no message,
    and once it was passed on how they are reached."""
    own = [finding_of(one) for one in sought_of_subject(subject) if one.subject == subject]
    if any(one.release is None and _may_be_written_to(one) for one in own):
        return reader_in_force().society
    there = (one for one in transfers_about(subject) if one.state in AT_WORK)
    said = (one.chosen_id for one in there if one.subject == subject and _is_reached_there(one))
    return next(said, None)


def _is_reached_there(transfer: Transfer) -> bool:
    located = found_afar(transfer)
    if located is None:
        return False
    with reading_as(transfer.chosen_id):
        whom = whom_behind(located)
        finding = Finding(whom, located) if whom else None
        if finding is None or finding.release is not None or not _says_there(transfer, finding):
            return False
        return _may_be_written_to_there(transfer, finding)


def outcomes_told(case: Case) -> list[Outcome]:
    """What the family heard, of all persons sought in a case, the oldest first."""
    rows = Outcome.objects.filter(sought__case=case, told_on__isnull=False)
    return list(rows.order_by("told_on", "at"))


def outcomes_all_told(case: Case) -> bool:
    """Whether the family heard of everybody whom it still seeks. Alike whatever it heard."""
    newest = [Finding(one, None).outcome for one in still_sought(case)]
    return all(one is not None and one.told_on for one in newest)


# --- found by another society ---


Answer = TypeVar("Answer")


def _asked_there(sought: Sought, ask: Callable[[Transfer, Finding], Answer]) -> list[Answer]:
    """What the societies that search for us say of whom they found: each asked under its reader."""
    answers = []
    for transfer in shared_for(sought):
        located = found_afar(transfer)
        if located is not None:
            with reading_as(transfer.chosen_id):
                answers.append(ask(transfer, Finding(sought, located)))
    return answers


def wish_afar(sought: Sought) -> Wish | None:
    """What a person found by another society wants said, once that society gave its result or
    passed contact on: asked there, at this moment. Whoever wants nothing said was not found."""
    return next((wish for wish in _asked_there(sought, _says_there) if wish), None)


def _says_there(transfer: Transfer, finding: Finding) -> Wish | None:
    known = transfer.returned or finding.release is not None
    kept = is_kept_from(transfer.pk) or keeps_from(finding, transfer.society)
    says = known and finding.wish in SAYS and not kept
    return finding.wish if says else None


def keeps_from(finding: Finding, society: Society) -> bool:
    """Whether the found person said that this society must not learn."""
    return finding.located is not None and must_not_learn([finding.located.subject], society)


def is_looked_at_afar(sought: Sought) -> bool:
    """Whether somebody looks first at who was found there, by the words of a hold."""
    return any(_asked_there(sought, _is_looked_at_there))


def _is_looked_at_there(_transfer: Transfer, finding: Finding) -> bool:
    return finding.located is not None and is_looked_at(finding.located.subject)


def is_in_touch_afar(sought: Sought) -> bool:
    """Whether who was found there, and of whom contact was passed on, wants it still and nobody
    looks first: asked there, at this moment. Where that search is over nobody can be asked."""
    return all(_asked_there(sought, _is_in_touch_there))


def _is_in_touch_there(transfer: Transfer, finding: Finding) -> bool:
    located = finding.located
    if located is None or finding.release is None:
        return True  # found by yet another society, which has passed nothing on
    wants = finding.wish == Wish.CONTACT and not is_kept_from(transfer.pk)
    return wants and bool(may(located.subject, Purpose.CONTACT, with_=transfer.society_id))


def was_passed_over(sought: Sought) -> bool:
    """Whether another society passed on how the person is reached."""
    marks = [mark_in(one, PASSAGE) for one in shared_for(sought)]
    return Passage.objects.filter(mark__in=marks, passed__isnull=False).exists()


def was_passed(passage: Passage) -> bool:
    """Whether contact came with it; needs no open box."""
    return Passage.objects.filter(pk=passage.pk, passed__isnull=False).exists()


def read_passed_over(passage: Passage) -> dict[str, str] | None:
    """How the person is reached, as it was passed on to us; None while the box is shut."""
    return unless_shut(lambda: dict(passage.passed or {}))


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


def waits_for_our_verdict() -> list[Transfer]:
    """What others search for the reader's society, where the family answered and nobody of ours
    decided since whether it is theirs. Needs no open box."""
    society = reader_in_force().society
    passages = Passage.objects.filter(society_id=society, passed__isnull=True)
    out = files_of_transfers(*AT_WORK) if passages.exists() else {}
    held = set(slots(society, out.values()).values_list("file", flat=True))
    reader_in_force().take(held)
    marks = {
        mark_of(pk, file=file, purpose=PASSAGE): pk for pk, file in out.items() if file in held
    }
    asked = passages.filter(mark__in=marks).values_list("mark", flat=True)
    return [one for one in transfers_among([marks[mark] for mark in asked]) if _is_new(one)]


def _is_new(transfer: Transfer) -> bool:
    located = found_afar(transfer)
    if located is None:
        return False
    with reading_as(transfer.chosen_id):
        judged = [one.at for one in located.judgements.all() if one.judged["about"] == "family"]
        answered = located.proofs.filter(seeker_by__isnull=False)
        return (answered.filter(at__gt=max(judged)) if judged else answered).exists()


@dataclass(frozen=True, repr=False)
class Passed:
    """What the society that asked sees of somebody found for it, on the page of its request."""

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
    has_ways = was_passed(passage)
    says = str(Verdict(family[-1]).label) if family else ""
    ways = read_passed_over(passage) if has_ways else None
    return Passed(says, ways, has_ways)
