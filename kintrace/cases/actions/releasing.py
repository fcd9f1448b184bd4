"""The one moment in which somebody's whereabouts leave this house: everything is asked anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases.actions.found import NotAsExpected, NotFoundYet
from kintrace.cases.actions.verifying import NotProved, require_decider, writable
from kintrace.cases.card import Wish
from kintrace.cases.finding import WAYS, FirstTold
from kintrace.cases.models import Release
from kintrace.protection.lookups import require
from kintrace.protection.purposes import Purpose
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from collections.abc import Collection

    from kintrace.cases.lookups import Finding
    from kintrace.cases.models import Choice, Judgement, Located, Sought
    from kintrace.network.models import Member

    Decisions = tuple[Choice, Judgement, Judgement | None]


class NotChosen(Refusal):
    """The found person does not want it."""


class SecondMemberNeeded(Refusal):
    """Somebody may be a child or in danger, and no second member agreed."""


@transaction.atomic
def release(sought: Sought, *, ways: Collection[str], told: str, by: Member) -> Release:
    """Pass on the ways that the found person chose, once, after somebody spoke with the family.

    `ways` are names of what is kept of them; `told` is how the family hears it first. Needs the
    inbox box open. Raises NotChosen, NotProved, SecondMemberNeeded, NotAsExpected, PassedOn,
    NoRight, and what protection refuses.
    """
    require_decider(by)
    finding = writable(sought)
    decisions = decided(finding)
    ask_both(finding)
    located, passed = finding.located, chosen(finding, ways)
    if located is None or told not in FirstTold.values:
        raise NotAsExpected(_("Tell it in person or by phone first, never by letter or SMS."))
    first = FirstTold(told).value
    row = keep_release(located, decisions=decisions, passed=passed, told=first, by=by)
    record(Deed.RELEASED_CONTACT, about=located.pk, by=by)
    return row


def keep_release(
    located: Located, *, decisions: Decisions, passed: dict[str, str], told: str, by: Member
) -> Release:
    """The document of what is passed on, and who decided it; the caller records the deed."""
    choice, verdict, signed = decisions
    row = Release(
        file=open_file(located.society_id),
        located=located,
        society_id=located.society_id,
        chosen_by_id=choice.by_id,
        verified_by_id=verdict.by_id,
        signed_by_id=signed.by_id if signed else None,
        by=by,
    )
    row.passed, row.first_told = passed, {"told": told}
    row.save(force_insert=True)
    return row


def decided(finding: Finding) -> Decisions:
    """The two decisions, and the third where somebody may be a child or in danger."""
    choice, verdict, signed = finding.choice, finding.verdict, finding.signature
    if choice is None or finding.wish != Wish.CONTACT or not finding.may_be_reached:
        raise NotChosen(_("The person did not choose contact, or took it back. Pass nothing on."))
    if verdict is None or not finding.is_verified:
        raise NotProved(_("Nobody has verified yet that this is the family."))
    if signed is None and finding.is_careful:
        raise SecondMemberNeeded(_("A second member must look at it and agree first."))
    return choice, verdict, signed


def ask_both(finding: Finding) -> None:
    """Of both sides, at this moment: erasure, hold, register, basis, safety, who must not learn."""
    if finding.located is None:
        raise NotFoundYet
    society = finding.located.society_id
    require(finding.case.subject, Purpose.CONTACT)
    require(finding.located.subject, Purpose.CONTACT, with_=society)


def chosen(finding: Finding, ways: Collection[str]) -> dict[str, str]:
    """What is passed on, and nothing that nobody chose. Raises BoxIsShut."""
    kept = finding.whereabouts
    where = dict(kept.reached) if kept else {}
    chosen = {name: words for name, words in where.items() if name in WAYS and name in ways}
    if not chosen:
        raise NotAsExpected(_("Choose at least one way that the person gave us for this."))
    return chosen
