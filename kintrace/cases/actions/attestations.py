"""Certificates that a search is registered, or that news to the family was delivered: asked for by
one member, given by another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import moves
from kintrace.cases.actions.opening import require_accepted
from kintrace.cases.models import Attestation, Case
from kintrace.network.access import Right, has
from kintrace.protection.actions import require_notice
from kintrace.protection.lookups import require
from kintrace.protection.purposes import Purpose
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight, Refusal
from kintrace.wall import actions as wall

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Member

Because, Kind, State = Attestation.Because, Attestation.Kind, Attestation.State


class CertificateNotAsExpected(Refusal):
    """It was given, withdrawn or asked for in the meantime, or by the same member."""


@transaction.atomic
def ask_for_attestation(
    case: Case, *, language: str, by: Member, kind: str = Kind.TRACING
) -> Attestation:
    """The person wants a certificate in this language. Another member gives it.

    Raises CertificateNotAsExpected while one of the kind is under way or nothing was delivered,
    CaseIsClosed, NotAcceptedYet, and what protection refuses.
    """
    require_notice(case.subject)
    case = moves.locked(case)
    _require_sound(case)
    if kind not in lookups.kinds_certified(case):
        raise CertificateNotAsExpected(
            _("No news of this person was delivered yet. Such a certificate can be asked for then.")
        )
    if kind not in lookups.kinds_to_ask_for(case):
        raise CertificateNotAsExpected(
            _("There is a certificate already. If it is lost or wrong, withdraw it first.")
        )
    attestation = Attestation.objects.create(
        society_id=case.society_id, case=case, kind=kind, language=language, asked_by=by
    )
    record(Deed.ASKED_CERTIFICATE, about=attestation.pk, by=by)
    return attestation


@transaction.atomic
def issue_attestation(attestation: Attestation, *, code: str, by: Member) -> Attestation:
    """Let the code on the paper, which was printed a moment ago, be found valid.

    It is asked at this moment whether the search goes on. Raises CertificateNotAsExpected, NoRight,
    CaseIsClosed, and what protection refuses.
    """
    require_notice(attestation.case.subject)
    attestation = _locked(attestation.pk)
    _require_sound(attestation.case)
    if attestation.state != State.REQUESTED:
        raise CertificateNotAsExpected(_("This certificate was given or withdrawn before."))
    _require_second_eye(attestation, by)
    attestation.public = wall.attest(code, by=by).pk
    attestation.state, attestation.issued = State.ISSUED, timezone.now()
    attestation.issued_by = by
    attestation.save(update_fields=["public", "state", "issued", "issued_by"])
    record(Deed.ISSUED_CERTIFICATE, about=attestation.pk, by=by)
    return attestation


@transaction.atomic
def withdraw_attestation(attestation: Attestation, *, because: str, by: Actor) -> Attestation:
    """The code is found valid no more. Never needs a second member, nor an open case.

    Raises CertificateNotAsExpected, AlreadyErased.
    """
    write_about(attestation.case.subject)
    attestation = _locked(attestation.pk)
    if attestation.state == State.WITHDRAWN:
        raise CertificateNotAsExpected(_("This certificate was withdrawn before."))
    wall.attest_no_more([attestation.public] if attestation.public else [])
    attestation.public, attestation.withdrawn = None, timezone.now()
    attestation.state, attestation.because = State.WITHDRAWN, Because(because)
    attestation.save(update_fields=["public", "withdrawn", "state", "because"])
    record(Deed.WITHDREW_CERTIFICATE, about=attestation.pk, by=by)
    return attestation


@transaction.atomic
def withdraw_attestations(subject: UUID, *, by: Actor) -> int:
    """All that are under way, for the person took the search back; how many."""
    every = lookups.attestations_about(subject)
    under_way = [one for one in every if one.state != State.WITHDRAWN]
    for one in under_way:
        withdraw_attestation(one, because=Because.ENDED, by=by)
    return len(under_way)


@transaction.atomic
def erase_attestations(subject: UUID) -> int:
    """Delete them, and all by which their codes would be found; how many. Part of erasing, whose
    caller records it. Needs no key."""
    every = lookups.attestations_about(subject)
    wall.attest_no_more([one.public for one in every if one.public])
    for one in every:
        one.delete()
    return len(every)


def _require_sound(case: Case) -> None:
    require_accepted(case)
    require(case.subject, Purpose.TRACE)


def _require_second_eye(attestation: Attestation, by: Member) -> None:
    if not has(by, Right.ISSUE_CERTIFICATES):
        raise NoRight(_("An officer gives certificates. Ask one."))
    if attestation.asked_by_id == by.pk:
        raise CertificateNotAsExpected(
            _("You asked for this certificate yourself. Another officer must give it.")
        )


def _locked(attestation_id: UUID) -> Attestation:
    locked = Attestation.objects.select_for_update(of=("self",)).select_related("case")
    return locked.get(pk=attestation_id)
