"""Certificates, events, other societies and family news, as acts that call out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kintrace.cases.tests import between, happenings

if TYPE_CHECKING:
    from collections.abc import Callable

    from kintrace.cases.tests.conftest import Scene


@dataclass(frozen=True)
class Act:
    """`takes`: the functions in which it calls out; `ready`: everything but the act itself."""

    ready: Callable[[Scene], Callable[[], object]]
    takes: tuple[str, ...]


BESIDE = {
    "finding somebody": Act(happenings.finding_somebody, ("kintrace.cases.actions.found.locate",)),
    "keeping where they are": Act(
        happenings.keeping_where, ("kintrace.cases.actions.found.keep_where",)
    ),
    "asking a place": Act(happenings.asking_a_place, ("kintrace.cases.actions.enquiries.ask",)),
    "hearing of a death": Act(
        happenings.hearing_of_a_death,
        (
            "kintrace.cases.actions.fates._keep",
            "kintrace.cases.actions.fates.allege",
            "kintrace.cases.actions.fates.establish",
        ),
    ),
    "releasing contact": Act(
        happenings.releasing_contact, ("kintrace.cases.actions.releasing.keep_release",)
    ),
    "helping a family to come together": Act(
        happenings.coming_together, ("kintrace.cases.actions.reunion.open_reunion",)
    ),
    "helping a family to come together of which another society found somebody": Act(
        between.coming_together_afar,
        ("kintrace.cases.actions.reunion.open_reunion",),
    ),
    "planning how to ask a family": Act(
        happenings.planning_contact, ("kintrace.cases.actions.plans.plan",)
    ),
    "planning how to ask who was found for another society": Act(
        between.planning_with_the_found,
        ("kintrace.cases.actions.plans.plan",),
    ),
    "planning how to ask a family of which another society found somebody": Act(
        between.planning_with_the_family,
        ("kintrace.cases.actions.plans.plan",),
    ),
    "passing somebody on for help": Act(
        happenings.referring, ("kintrace.cases.actions.referrals.refer",)
    ),
    "writing down what was tried": Act(
        happenings.writing_what_was_tried, ("kintrace.cases.actions.reviews.write_tried",)
    ),
    "putting a paper to a case": Act(
        happenings.putting_a_paper,
        ("kintrace.cases.actions.files._kept", "kintrace.cases.actions.files.put_file"),
    ),
    "giving a certificate": Act(
        happenings.giving_a_certificate, ("kintrace.cases.actions.attestations.issue_attestation",)
    ),
    "joining an event": Act(
        happenings.joining_an_event, ("kintrace.cases.actions.events.join_case",)
    ),
    "telling of an event": Act(
        happenings.telling_of_an_event, ("kintrace.cases.actions.accounts.keep_account",)
    ),
    "asking a society": Act(
        between.sending,
        (
            "kintrace.cases.actions.transfer_sending.lay_before",
            "kintrace.cases.actions.transfer_sending._lay_out",
            "kintrace.cases.actions.transfer_sending.keep_words",
        ),
    ),
    "accepting what a society asks": Act(
        between.accepting, ("kintrace.cases.actions.incoming.accept",)
    ),
    "giving a society its result": Act(
        between.returning,
        (
            "kintrace.cases.actions.incoming.return_result",
            "kintrace.cases.actions.incoming._seal",
            "kintrace.cases.actions.incoming._seal_to_both",
        ),
    ),
    "noting what was tried": Act(between.noting, ("kintrace.cases.actions.incoming.write_note",)),
    "asking a place for another society": Act(
        between.asking_a_place, ("kintrace.cases.actions.enquiries.ask",)
    ),
    "writing to a society": Act(between.writing, ("kintrace.cases.actions.incoming.say",)),
    "asking the family of another society": Act(
        between.asking_the_family,
        ("kintrace.cases.actions.passing.ask_family", "kintrace.cases.actions.passing._opened"),
    ),
    "answering for the family": Act(
        between.answering_for_the_family, ("kintrace.cases.actions.passing.answer",)
    ),
    "passing contact to another society": Act(
        between.passing_over, ("kintrace.cases.actions.passing.pass_over",)
    ),
    "handing over a message": Act(
        happenings.handing_over_a_message,
        (
            "kintrace.cases.actions.red_cross_messages._hand_over",
            "kintrace.cases.actions.red_cross_messages.send",
        ),
    ),
}
