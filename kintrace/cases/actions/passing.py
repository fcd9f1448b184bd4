"""Between the society that found somebody and the one that asked: questions, answers, and contact.

Contact goes one way, from who was found to the family, and once. There is no act by which a way to
reach the person who searches goes to the society that searches for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.found import NotAsExpected, NotFoundYet, PassedOn
from kintrace.cases.actions.incoming import say
from kintrace.cases.actions.releasing import NotChosen, chosen, decided, keep_release
from kintrace.cases.actions.verifying import (
    SEEKER,
    NotProved,
    judge,
    require_decider,
    said_of,
    say_to,
    writable,
)
from kintrace.cases.card import Wish
from kintrace.cases.finding import Rung, Verdict
from kintrace.cases.lookups import PASSAGE, Afar
from kintrace.cases.models import Passage, Transfer
from kintrace.cases.transfers import AT_WORK
from kintrace.network.access import Right, has
from kintrace.protection.actions import require_notice
from kintrace.protection.lookups import looked_at, may, require
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from uuid import UUID

    from kintrace.cases.lookups import Finding
    from kintrace.cases.models import Judgement, Located, Release
    from kintrace.network.models import Member


# --- the society that found somebody ---


@transaction.atomic
def ask_family(sought: Afar, *, by: Member) -> Passage:
    """Let the society that asked put our questions to the family: the questions alone, sealed to
    its box. Only for who wants contact. Needs the inbox box open.

    Raises NotChosen, NotAsExpected, PassedOn, and what protection refuses.
    """
    finding = writable(sought)
    _require_wanted(finding)
    asked = {
        str(one.pk): one.asked
        for one in finding.proofs
        if one.rung["rung"] == Rung.FACT and one.seeker_by_id is None
    }
    if not asked:
        raise NotAsExpected(_("Ask the found person first what only family knows."))
    passage = _opened(sought)
    passage.asked = asked
    passage.save(update_fields=["asked"])
    _point_to_it(sought.transfer, by=by)
    return passage


@transaction.atomic
def pass_over(sought: Afar, *, ways: Collection[str], by: Member) -> Release:
    """Pass the chosen ways on to the society that asked, once: sealed to its box, and nowhere else.

    It takes the choice, our verdict and theirs, and a second member where somebody on either side
    may be a child or in danger. Needs the inbox box open. Raises NotChosen, NotProved,
    SecondMemberNeeded, NotAsExpected, PassedOn, NoRight, and what protection refuses.
    """
    require_decider(by)
    finding = writable(sought)
    decisions = decided(finding)
    if not finding.is_vouched:
        raise NotProved(_("The society that asked has not verified yet that this is the family."))
    located = _require_wanted(finding)
    _require_may_be_told(sought)
    passed = chosen(finding, ways)
    row = keep_release(located, decisions=decisions, passed=passed, told="", by=by)
    passage = _opened(sought)
    passage.passed = passed
    passage.save(update_fields=["passed"])
    _point_to_it(sought.transfer, by=by)
    record(Deed.RELEASED_CONTACT, about=passage.pk, by=by, also=[sought.asker])
    return row


def _require_may_be_told(sought: Afar) -> None:
    """Who searches may be told at this moment. What comes goes to a child's team, which asks its
    family on the ground of the search."""
    purpose = Purpose.TRACE if sought.is_for_a_child else Purpose.CONTACT
    with reading_as(sought.asker):
        require(sought.search.subject, purpose)


def _require_wanted(finding: Finding) -> Located:
    """The person wants contact, and that society may learn of them: asked at this moment."""
    located, sought = finding.located, finding.sought
    if located is None or not isinstance(sought, Afar):
        raise NotFoundYet
    if finding.wish != Wish.CONTACT or not finding.may_be_reached:
        raise NotChosen(_("The person did not choose contact, or took it back. Pass nothing on."))
    for society in (located.society_id, sought.asker):
        require(located.subject, Purpose.CONTACT, with_=society)
    return located


def _opened(sought: Afar) -> Passage:
    """What goes over to the society that asked; begun with the first of it."""
    mark = lookups.mark_in(sought.transfer, PASSAGE)
    found = Passage.objects.select_for_update().filter(mark=mark).first()
    if found is not None:
        return found
    return Passage.objects.create(
        society_id=sought.asker, giver_id=sought.society_id, mark=mark, box=sought.home_box
    )


def _point_to_it(transfer: Transfer, *, by: Member) -> None:
    """The other society has the turn, by a message like any other: neither a row nor the audit of
    a transfer tells that there is more to it than the desks' talk."""
    say(transfer.pk, sender=transfer.society_id, words=_("Please look at this request."), by=by)


# --- the society that asked ---


@transaction.atomic
def answer(transfer: Transfer, *, answers: Mapping[UUID, str], by: Member) -> None:
    """Send what the family answered: sealed to the box of the society that found somebody.

    `answers` is the number of a question to its answer. Needs the inbox box open. Raises
    NotAsExpected, what protection refuses, and 404 when it is over.
    """
    passage, located = require_asked(transfer)
    told = {pk: said.strip() for pk, said in answers.items() if str(pk) in (passage.asked or {})}
    with reading_as(transfer.chosen_id):
        for row in located.proofs.filter(pk__in=told):
            say_to(row, SEEKER, told[row.pk], by)
    _point_to_it(transfer, by=by)
    record(Deed.KEPT_PROOF, about=passage.pk, by=by, also=[transfer.chosen_id])


@transaction.atomic
def vouch(transfer: Transfer, *, verdict: str, because: str = "", by: Member) -> Judgement:
    """Decide for our side whether it is the family. Without it no contact comes. Raises NotProved,
    NoRight, NotAsExpected, what protection refuses, and 404 when it is over."""
    require_decider(by)
    if transfer.child_id is not None and not has(by, Right.PROTECT_CHILDREN):
        raise NoRight(_("A child-protection officer of the team decides this."))
    passage, located = require_asked(transfer)
    judged = {"about": "family", **said_of(Verdict(verdict), because)}
    with reading_as(transfer.chosen_id):
        whom = lookups.whom_behind(located)
        if whom is None:
            raise NotFoundYet
        row = judge(lookups.Finding(whom, located), judged, by)
    _point_to_it(transfer, by=by)
    record(Deed.JUDGED_FOUND, about=passage.pk, by=by, also=[transfer.chosen_id])
    return row


def require_asked(transfer: Transfer) -> tuple[Passage, Located]:
    """What the other society asked us about somebody it found, while it may be shared and the
    person wants contact. Why they do not want it any more is for that society alone: every refusal
    that comes from them has the words of a hold. Raises PassedOn when contact came."""
    for subject in (transfer.searcher, transfer.subject):
        write_about(subject)
        require(subject, Purpose.SHARE, with_=transfer.chosen_id)
    out = transfer.state in AT_WORK
    passage = lookups.passage_of(transfer) if out else None
    located = lookups.found_afar(transfer) if out else None
    if passage is None or located is None:
        raise NotAsExpected(_("The other society has asked nothing of the family."))
    with reading_as(transfer.chosen_id):
        require_notice(located.subject)
        whom = lookups.whom_behind(located)
        wish = lookups.Finding(whom, located).wish if whom else None
        allowed = may(located.subject, Purpose.CONTACT, with_=transfer.society_id)
        kept = lookups.is_kept_from(transfer.pk)
    if wish != Wish.CONTACT or kept or not allowed:
        raise NotAllowed(looked_at(), "held")
    if lookups.was_passed(passage):
        raise PassedOn
    return passage, located
