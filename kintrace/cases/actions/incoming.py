"""What another society asks of us: accepted or declined, searched, and answered with a result.

The copy is theirs: each step runs at the society that asked, under its reader, and asks there
whether it may still be shared. Both chains hold each deed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.how_sure import require_sure
from kintrace.cases.actions.transfer_ends import end
from kintrace.cases.actions.transfers import NotSo, require_way
from kintrace.cases.card import Wish as CardWish
from kintrace.cases.fates import Sure
from kintrace.cases.models import Incoming, Located, Transfer, TransferText
from kintrace.cases.transfers import AT_WORK, GOES_ON_FOR, INBOX, OUT, Result, Stand, Text, WhyNot
from kintrace.protection.lookups import is_looked_at, looked_at, nothing_to_pass_on, require
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.turns import write_about
from kintrace.vault.actions import share_file
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from kintrace.cases.lookups import Finding
    from kintrace.network.models import Member, Society


class NotWhatTheyChose(NotSo):
    """A result that says of a found person what they did not choose."""


@dataclass(frozen=True, repr=False)
class Outcome:
    """What came of a search: a code, and a sentence for the society that asked; of a death how
    sure it is."""

    result: str
    words: str
    sure: Sure = field(default_factory=Sure)


@transaction.atomic
def accept(incoming: Incoming, *, by: Member) -> None:
    """Take the search on: only now does our society get a slot for the copy, and the sealed words.

    Raises NotSo, what protection refuses, and 404 when it was taken back.
    """
    with reading_as(incoming.sender_id):
        transfer = _still_there(incoming, Stand.SENT)
        require_way(transfer, Stand.ACCEPTED, by=by)
        share_file(transfer.file, with_=incoming.society_id)
        theirs = TransferText.objects.filter(transfer=transfer.pk, society=incoming.society_id)
        theirs.update(holder=incoming.society_id)
        transfer.state, transfer.accepted, transfer.turn = Stand.ACCEPTED, timezone.now(), None
        transfer.save(update_fields=["state", "accepted", "turn"])
    _note(incoming, Stand.ACCEPTED, by)
    record(Deed.ACCEPTED_TRANSFER, about=incoming.transfer, by=by, also=[incoming.sender_id])


@transaction.atomic
def decline(incoming: Incoming, *, why: str, by: Member) -> None:
    """Do not take it on; the card is gone at once. Raises NotSo, and 404 when it was taken back."""
    with reading_as(incoming.sender_id):
        transfer = _still_there(incoming, *OUT, asks=False)
        if transfer.state == Stand.RETURNED:
            raise NotSo(_("The result was given. There is nothing left to decline."))
        passage = lookups.passage_of(transfer) if transfer.state == Stand.ACCEPTED else None
        if passage is not None and lookups.was_passed(passage):
            raise NotSo(_("Contact was passed on. Give the result."))
        require_way(transfer, Stand.DECLINED, by=by, why=why)
        end(transfer, stand=Stand.DECLINED, why=WhyNot(why))
    record(Deed.DECLINED_TRANSFER, about=incoming.transfer, by=by, also=[incoming.sender_id])


@transaction.atomic
def return_result(incoming: Incoming, *, outcome: Outcome, by: Member) -> None:
    """Tell the society that asked what came of it, once. Where the person is stays here, and the
    code lies in the two boxes: no plain column says that somebody was found (decision 030).

    Of somebody found it says what they chose, and nothing that they did not. Raises NotSo,
    NotWhatTheyChose, what protection refuses, and 404 when it was taken back. Of somebody of our
    register the other society reads what it reads of a search in vain, whatever we wrote.
    """
    with reading_as(incoming.sender_id):
        transfer = _still_there(incoming, Stand.ACCEPTED)
        require_way(transfer, Stand.RETURNED, by=by, why=outcome.result)
    said = _fitting(incoming, outcome, by=by)
    with reading_as(incoming.sender_id):
        transfer.state, transfer.returned = Stand.RETURNED, timezone.now()
        transfer.turn_id = transfer.society_id
        transfer.save(update_fields=["state", "returned", "turn"])
    theirs = _in_vain() if lookups.is_kept_from(transfer.pk) else said
    _seal_to_both(transfer, kind=Text.RESULT, said=said, theirs=theirs, by=by)
    _note(incoming, Stand.RETURNED, by)
    record(Deed.RETURNED_RESULT, about=incoming.transfer, by=by, also=[incoming.sender_id])


def _fitting(incoming: Incoming, outcome: Outcome, *, by: Member) -> dict[str, str]:
    """The result as it is sealed. What a found person wants is read from them, and never typed."""
    finding, result = _found_locked(incoming), Result(outcome.result)
    if result not in _open_to(finding, incoming.sender):
        raise NotWhatTheyChose(
            _("Of a found person only that is said which they chose on the card.")
        )
    said = {"text": outcome.words, "result": result.value}
    if result == Result.DEAD:
        require_sure(outcome.sure, by=by)
        return said | outcome.sure.to_json()
    if finding is None or finding.located is None:
        return said
    if result == Result.LOCATED:
        said["wish"] = _wish_to_say(finding).value
    Located.objects.filter(pk=finding.located.pk).update(is_told=True)
    return said


def _in_vain() -> dict[str, str]:
    """The result of a search that found nobody."""
    return {"text": str(Result.NOT_FOUND.label), "result": Result.NOT_FOUND.value}


def _found_locked(incoming: Incoming) -> Finding | None:
    """Who was found for it; nobody changes their answer while it is passed on."""
    whom = lookups.afar_of(incoming)
    if whom is None:
        return None
    row = Located.objects.select_for_update().filter(mark=lookups.mark_for(whom)).first()
    return lookups.Finding(whom, row)


def _open_to(finding: Finding | None, asker: Society) -> frozenset[Result]:
    """What may be said: as if nobody was found, unless the person wants this society to hear."""
    if finding is None or finding.located is None:
        return frozenset({Result.NOT_FOUND, Result.DEAD, Result.CANNOT})
    wants_nothing = finding.wish in {CardWish.NOTHING, CardWish.TAKEN_BACK}
    kept = isinstance(finding.sought, lookups.Afar) and lookups.is_kept_from(
        finding.sought.transfer.pk
    )
    if wants_nothing or kept or lookups.keeps_from(finding, asker):
        return frozenset({Result.NOT_FOUND, Result.CANNOT})
    if finding.wish in lookups.SAYS:
        return frozenset({Result.LOCATED})
    return frozenset({Result.CANNOT})  # they were not asked yet, or want to be asked later


def _wish_to_say(finding: Finding) -> CardWish:
    """What they chose, while nobody looks first."""
    located, wish = finding.located, finding.wish
    if located is None or wish is None or is_looked_at(located.subject):
        raise NotAllowed(looked_at(), "held")
    if wish == CardWish.CONTACT and not finding.release:
        raise NotWhatTheyChose(_("Pass on the way to reach the person first."))
    return wish


@transaction.atomic
def write_note(incoming: Incoming, *, words: str, by: Member) -> None:
    """What we tried, for ourselves: sealed to our box alone. Raises NotSo, what protection refuses,
    and 404 when it was taken back."""
    with reading_as(incoming.sender_id):
        transfer = _still_there(incoming, *AT_WORK)
    _seal(transfer.pk, Text.NOTE, {"text": words}, society=incoming.society_id, by=by)
    record(Deed.NOTED_SEARCH, about=incoming.transfer, by=by)


@transaction.atomic
def say(transfer_id: UUID, *, sender: UUID, words: str, by: Member) -> None:
    """A question or an answer between the two desks, sealed to both boxes; the other has the turn.
    With a word of the society that asked the search goes on for twelve months again.

    `sender` is the society that asked. Raises NotSo before it was accepted, what protection
    refuses, and 404.
    """
    require_not_kept_from(transfer_id)
    with reading_as(sender):
        transfer = _locked(transfer_id, AT_WORK, both=True)
        other = transfer.society_id if by.society_id != sender else transfer.chosen_id
        transfer.turn_id = other
        if by.society_id == sender:
            transfer.answer_by = timezone.localdate() + GOES_ON_FOR
        transfer.save(update_fields=["turn", "answer_by"])
    _seal_to_both(transfer, kind=Text.MESSAGE, said={"text": words}, by=by)
    record(Deed.WROTE_IN_TRANSFER, about=transfer.pk, by=by, also=[other])


def require_shared(incoming: Incoming) -> None:
    """We work on it, and may: asked at home, of both, at this moment. Raises NotSo, what protection
    refuses, and 404 when it was taken back."""
    with reading_as(incoming.sender_id):
        _still_there(incoming, *AT_WORK)


def require_searched(incoming: Incoming) -> None:
    """The same, and no result was given yet."""
    with reading_as(incoming.sender_id):
        _still_there(incoming, Stand.ACCEPTED)


def require_not_kept_from(transfer_id: UUID) -> None:
    """Nobody of our register is approached or spoken of for another society. Raises NotAllowed, in
    the words of a search in vain."""
    if lookups.is_kept_from(transfer_id):
        raise NotAllowed(nothing_to_pass_on(), "nothing-to-pass-on")


def _note(incoming: Incoming, stand: Stand, by: Member) -> None:
    incoming.state, incoming.handler = stand, incoming.handler or by
    incoming.save(update_fields=["state", "handler"])


def _seal_to_both(
    transfer: Transfer,
    *,
    kind: Text,
    said: dict[str, str],
    theirs: dict[str, str] | None = None,
    by: Member,
) -> None:
    """At home, of a child's search, to the box of its team. `theirs`: what home reads instead."""
    home = theirs or said
    _seal(transfer.pk, kind, home, society=transfer.society_id, by=by, box=transfer.home_box)
    _seal(transfer.pk, kind, said, society=transfer.chosen_id, by=by)


def _seal(
    transfer: UUID,
    kind: Text,
    said: dict[str, str],
    *,
    society: UUID,
    by: Member,
    box: str = INBOX,
) -> None:
    row = TransferText(
        society_id=society,
        holder_id=society,
        owner_id=by.society_id,
        transfer=transfer,
        kind=kind,
        by=by,
        box=box,
    )
    row.said = said
    row.save(force_insert=True)


def _still_there(incoming: Incoming, *stands: str, asks: bool = True) -> Transfer:
    """The transfer, locked at the society that asked; 404 when it was taken back."""
    transfer = _locked(incoming.transfer, stands, both=asks)
    if transfer.receiver_id != incoming.society_id:
        raise Http404
    return transfer


def _locked(transfer_id: UUID, stands: Collection[str], *, both: bool) -> Transfer:
    """`both`: asked of who searches and of who is sought, whether it may be shared still."""
    rows = Transfer.objects.select_related("case", "child__team")
    found = rows.filter(pk=transfer_id).first()
    if found is None or not found.is_out or found.is_over:
        raise Http404
    subjects = (found.searcher, found.subject)
    for subject in subjects:
        write_about(subject)
    transfer = rows.select_for_update(of=("self",)).get(pk=transfer_id)
    if not transfer.is_out:
        raise Http404
    if transfer.state not in stands:
        raise NotSo(_("This request does not stand there any more. Open its page again."))
    for subject in subjects if both else ():
        require(subject, Purpose.SHARE, with_=transfer.chosen_id)
    return transfer
