"""Every function that writes of a person, called for somebody whom nobody informed.

The table of test_information_first.py: each call comes to the function, and must be refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.cases import lookups as case_lookups
from kintrace.cases.actions import (
    accounts,
    came_forward,
    children,
    children_family,
    children_moves,
    choices,
    contacts,
    corrections,
    drafts,
    enquiries,
    events,
    faces,
    fates,
    leads,
    on_card,
    opening,
    plans,
    referrals,
    reviews,
    safe,
    verifying,
)
from kintrace.cases.actions import red_cross_messages as red_cross
from kintrace.cases.actions.referrals import Referred
from kintrace.cases.contact_plan import Talked
from kintrace.cases.lookups import sought_in
from kintrace.cases.models import (
    Case,
    Child,
    ChildClaim,
    Draft,
    Enquiry,
    Event,
    Located,
    RedCrossMessage,
    Referral,
)
from kintrace.cases.referral import CameOfIt
from kintrace.cases.reunion_words import Step
from kintrace.cases.tests import bringing, papers, together
from kintrace.cases.tests.children_ways import IT_IS
from kintrace.cases.tests.coming_forward import CHECKED
from kintrace.cases.tests.handing import prepared
from kintrace.cases.tests.meeting import Found
from kintrace.network.tests.cast import found
from kintrace.people.actions import write_down
from kintrace.people.told import Part, Told
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import BasisKind, Purpose
from kintrace.protection.risk import QUESTIONS
from kintrace.vault.actions import open_file
from kintrace.wall.lookups import inbox
from kintrace.wall.tests.cast import photo, proposed
from tests.uninformed_points import AT_POINTS

if TYPE_CHECKING:
    from collections.abc import Callable
    from uuid import UUID

    from kintrace.network.models import Member

SOMEBODY = Told(names=((Part("given", "A"),),))
CALM = {question.code: "no" for question in QUESTIONS}
MISSED = opening.Missed(SOMEBODY, "brother", {})
OPENING = opening.Opening(SOMEBODY, (MISSED,), {}, NotWith())


@dataclass(frozen=True)
class Uninformed:
    """A case and a draft whose person nobody informed, and the caseworker before them."""

    by: Member
    omar: Member
    case: Case
    draft: Draft
    subject: UUID

    def search(self) -> Found:
        [sought] = case_lookups.sought_in(self.case)
        return Found(None, self.case, case_lookups.sought_for(self.by, sought.pk))

    def found(self, *, by: Member | None = None) -> Found:
        """Who is sought was found, as if nobody had informed them."""
        search = self.search()
        search.locate(by=by or self.by)
        located = Located.objects.filter(mark=case_lookups.mark_for(search.sought))
        located.update(subject=protection.new_subject())
        return search

    def child(self) -> Child:
        """A child of a team Alma is in, as if nobody had informed it."""
        Child.objects.filter(society_id=self.by.society_id).update(subject=self.subject)
        return Child.objects.get(subject=self.subject)

    def claim(self) -> ChildClaim:
        return ChildClaim.objects.get(child=self.child())

    def talk(self) -> contacts.Talk:
        return contacts.Talk(timezone.localdate(), "desk", "person", "no", note="A word.")


def _written_down(who: Uninformed) -> object:
    society = who.by.society_id
    file = open_file(society)
    return write_down(who.subject, told=SOMEBODY, file=file, society=society, by=who.by)


def _recorded(who: Uninformed) -> object:
    purpose, kind, file = Purpose.TRACE, BasisKind.VITAL_INTEREST, open_file(who.by.society_id)
    return protection.record_basis(who.subject, purpose=purpose, kind=kind, file=file, by=who.by)


def an_event(who: Uninformed) -> Event:
    return Event.objects.filter(society_id=who.by.society_id)[0]


def _prepared(who: Uninformed) -> object:
    return prepared(who.case, found("ELSE"), by=who.by)


def _kept_of_a_message(who: Uninformed, kind: str) -> None:
    message, said = RedCrossMessage(subject=who.subject), {"name": "A", "text": "A"}
    red_cross.keep(message, kind=kind, said=said, seen=0, by=who.by)


def _asked(who: Uninformed) -> Enquiry:
    return bringing.ask_at(who.search(), bringing.a_place(by=who.omar), by=who.by)


def _answered(who: Uninformed) -> object:
    sought, day = who.search().sought, timezone.localdate()
    said: dict[str, Any] = {"result": "nothing", "said": "A", "day": day}
    return enquiries.note_answer(Enquiry(sought=sought), **said, by=who.by)


# The function that writes, and a call that comes to it.
REFUSED: dict[str, Callable[[Uninformed], object]] = {
    "cases.actions.drafts.keep": lambda who: drafts.keep(
        who.draft, step="searcher", answers={"given": ["A"]}, seen=0, by=who.by
    ),
    "cases.actions.drafts.seal_words": lambda who: drafts.keep_words(
        who.draft, kind="story", answers={"story": ["A"]}, by=who.by
    ),
    "cases.actions.opening._write_case": lambda who: opening.submit(
        who.draft, opening=OPENING, by=who.by
    ),
    "cases.actions.opening.write_sought": lambda who: opening.submit(
        who.draft, opening=OPENING, by=who.by
    ),
    "cases.actions.corrections.correct_person": lambda who: corrections.correct_person(
        who.search().sought, told=SOMEBODY, relation="brother", why="more", seen=1, by=who.by
    ),
    "cases.actions.corrections.correct_news": lambda who: corrections.correct_news(
        who.search().sought, news={}, reason="sea", seen=0, by=who.by
    ),
    "cases.actions.red_cross_messages._open_paper": lambda who: red_cross.begin(
        who.case, to=sought_in(who.case)[0], how="spoken", by=who.by
    ),
    "cases.actions.red_cross_messages.put_name": lambda who: _kept_of_a_message(who, "sender"),
    "cases.actions.red_cross_moves.seal": lambda who: _kept_of_a_message(who, "text"),
    "cases.actions.safe._kept": lambda who: safe.write(
        who.case, known=safe.Known("A"), sentences=["well"], how="spoken", by=who.by
    ),
    "cases.actions.came_forward._keep": lambda who: came_forward.make(
        inbox(who.by)[0], described=CHECKED, by=who.by
    ),
    "cases.actions.leads.keep_lead": lambda who: leads.keep_lead(
        who.case, message=inbox(who.by)[0], told={"what": "A"}, by=who.by
    ),
    "cases.actions.reviews._keep": lambda who: reviews.note_review(
        who.case, review=reviews.Reviewed(timezone.localdate(), "phone", "A"), by=who.by
    ),
    "cases.actions.reviews.write_tried": lambda who: reviews.write_tried(
        who.case, attempt=reviews.Attempt(timezone.localdate(), "A", "A"), by=who.by
    ),
    "cases.actions.accounts.keep_account": lambda who: accounts.keep_account(
        an_event(who), words={"said": "A"}, told_by=who.case, by=who.by
    ),
    "cases.actions.on_card.type_onto_card": lambda who: on_card.type_onto_card(
        who.case, subject=who.case.subject, mother="Layla", by=who.by
    ),
    "cases.actions.events.join_case": lambda who: events.join_case(
        an_event(who), case=who.case, why="A", by=who.by
    ),
    "cases.actions.contacts._kept": lambda who: contacts.log_contact(
        who.case, talk=who.talk(), by=who.by
    ),
    "cases.actions.faces.keep_photo": lambda who: faces.keep_photo(
        who.case, photo=photo(), by=who.by
    ),
    "cases.actions.children.keep_page": lambda who: children.keep_page(
        who.child(), page="signs", answers={"marks": ["A"]}, seen=0, by=who.by
    ),
    "cases.actions.children.keep_photo": lambda who: children.keep_photo(
        who.child(), photo=photo(), note="A", by=who.by
    ),
    "cases.actions.children_moves._keep": lambda who: children_moves.agree_home(
        who.child(), asked=True, kept=[], seen=0, by=who.by
    ),
    "cases.actions.children_family.talk": lambda who: children_family.talk(
        who.child(), words="A", by=who.by
    ),
    "cases.actions.children_family.weigh": lambda who: children_family.weigh(
        who.child(), conclusion="trace", words="A", by=who.by
    ),
    "cases.actions.children_family.begin_claim": lambda who: children_family.begin_claim(
        who.child(), name="A", relation="mother", reached="A", by=who.by
    ),
    "cases.actions.children_family.ask": lambda who: children_family.ask(
        who.claim(), of_child=True, words="A", by=who.by
    ),
    "cases.actions.children_family.judge": lambda who: children_family.judge(
        who.claim(), judged=IT_IS, by=who.by
    ),
    "cases.actions.transfers.drafted": _prepared,
    "cases.actions.choices._keep": lambda who: choices.choose(
        who.found().sought, asked=choices.Asked("later", "spoken", "en", ""), by=who.by
    ),
    "cases.actions.found.keep_where": lambda who: who.found().keep_where(by=who.by),
    "cases.actions.verifying._begun": lambda who: who.found().ask_found(by=who.by),
    "cases.actions.verifying.say_to": lambda who: who.found().ask_found(by=who.by),
    "cases.actions.verifying.judge": lambda who: who.found(by=who.omar).verify(by=who.omar),
    "cases.actions.verifying.compare": lambda who: who.found(by=who.omar).compare(by=who.omar),
    "cases.actions.verifying.add_rung": lambda who: verifying.add_rung(
        who.found(by=who.omar).sought, rung="witness", note="A", compared="same", by=who.omar
    ),
    "cases.actions.fates._keep": lambda who: bringing.allege(who.search(), by=who.by),
    "cases.actions.fates._begun": lambda who: bringing.allege(who.search(), by=who.by),
    "cases.actions.fates.plan_telling": lambda who: bringing.is_planned(who.search(), by=who.by),
    "cases.actions.fates.follow_up": lambda who: fates.follow_up(
        who.search().sought, day=timezone.localdate(), after="A", by=who.by
    ),
    "cases.actions.enquiries.ask": _asked,
    "cases.actions.enquiries.note_answer": _answered,
    "cases.actions.releasing.keep_release": lambda who: who.found(by=who.omar).release(by=who.omar),
    "cases.actions.outcomes.settle": lambda who: who.search().settle("not_found", by=who.by),
    "cases.actions.outcomes.tell": lambda who: who.search().tell(by=who.by),
    "cases.actions.reunion.open_reunion": lambda who: together.opened(
        who.found(by=who.omar), by=who.omar
    ),
    "cases.actions.reunion.keep_sheet": lambda who: together.listed(
        who.found(by=who.omar), None, by=who.omar
    ),
    "cases.actions.reunion._keep": lambda who: together.gone(
        who.found(by=who.omar), Step.DOSSIER, by=who.omar
    ),
    "cases.actions.plans.plan": lambda who: together.planned(who.found(), by=who.by),
    "cases.actions.plans.settle": lambda who: plans.settle(
        who.found().sought, talk=who.subject, talked=Talked("missed"), by=who.by
    ),
    "cases.actions.referrals.refer": lambda who: together.referred(
        Referred(who.subject, who.case.file), by=who.by
    ),
    "cases.actions.files._kept": lambda who: papers.put(who.case, papers.pdf(), by=who.by),
    "cases.actions.referrals.go_on": lambda who: referrals.go_on(
        Referral(subject=who.subject), came=CameOfIt("accepted"), by=who.by
    ),
    "people.actions.telling.write_down": _written_down,
    "protection.actions.bases._keep": _recorded,
    "protection.actions.unfound.register_do_not_find": lambda who: protection.register_do_not_find(
        who.subject, told={"who": "A"}, by=who.by
    ),
    "protection.actions.holds.answer_risk": lambda who: protection.answer_risk(
        who.subject, answers=CALM, by=who.by
    ),
    "protection.actions.holds.note_asked_apart": lambda who: protection.note_asked_apart(
        who.subject, by=who.by
    ),
    "protection.actions.holds.ask_who_recognises": lambda who: protection.ask_who_recognises(
        who.subject, who="A", danger="no", by=who.by
    ),
    "wall.actions.publication.propose": lambda who: proposed(who.subject, who.by),
    "wall.actions.publication._keep_pictures": lambda who: proposed(who.subject, who.by),
}
REFUSED |= AT_POINTS
