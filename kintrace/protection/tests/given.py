"""A society with its people and its boxes, and a person who was informed: by the real actions."""

from __future__ import annotations

import re
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from kintrace.network.access import BOXES, Role
from kintrace.network.tests.cast import PASSWORD, enlist, found
from kintrace.protection import actions, first_words, lookups, risk
from kintrace.protection.actions.notices import Words
from kintrace.protection.purposes import BasisKind, Channel, Purpose, Scope, TextKind
from kintrace.protection.spoken import first_words_missing
from kintrace.vault.actions import hold_ceremony, make_member_keys, open_file, opened
from kintrace.vault.pins import pin
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.network.models import Member, Society
    from kintrace.protection.models import NoticeText
    from kintrace.vault.boxes import OpenBoxes

WORDS = Words("Title", (("people", "We help."),), "Short.", "Full.")
CALM = {question.code: risk.Answer.NO.value for question in risk.QUESTIONS}


@dataclass(frozen=True)
class Team:
    """One society: alma caseworker, boris officer, carla child protection, dora data protection."""

    society: Society
    alma: Member
    boris: Member
    carla: Member
    dora: Member

    @contextmanager
    def reading(
        self, member: Member | None = None, *, opened_by: Member | None = None
    ) -> Iterator[None]:
        boxes = self.opened(opened_by) if opened_by else None
        who = opened_by or member or self.alma
        with reading_as(self.society.pk, member=who.pk, boxes=boxes):
            yield

    def opened(self, member: Member) -> OpenBoxes:
        return opened(member.pk, society=self.society.pk, opening_password=PASSWORD)

    def open_for_sealing(self) -> None:
        """The key ceremony, by the officer and another."""
        members = [self.alma, self.boris, self.carla, self.dora]
        extra = enlist(self.society, Role.OFFICER)
        for member in (*members, extra):
            make_member_keys(member.pk, society=self.society.pk, opening_password=PASSWORD)
        entitled = {
            box: [member.pk for member in members if member.role in roles]
            for box, roles in BOXES.items()
        }
        officers = [(self.boris.pk, PASSWORD), (extra.pk, PASSWORD)]
        held = hold_ceremony(self.society.pk, officers=officers, entitled=entitled)
        pin(self.society.pk, held.fingerprint)


def a_team(code: str = "AT") -> Team:
    society = found(code)
    roles = (Role.CASEWORKER, Role.OFFICER, Role.CHILD_PROTECTION, Role.DATA_PROTECTION)
    return Team(society, *(enlist(society, role) for role in roles))


def a_text(team: Team, language: str = "en", kind: TextKind = TextKind.NOTICE) -> NoticeText:
    """A text in force."""
    draft = actions.draft_notice(
        team.society, language=language, kind=kind, words=WORDS, by=team.boris
    )
    return actions.approve_notice(draft, by=team.dora)


def first_texts(
    society: Society, *, by: Member, second: Member, languages: tuple[str, ...] = ("en",)
) -> list[NoticeText]:
    """Our own words of every kind, in force. All six languages take six times as long; that they
    stand ready is tested where it is the point."""
    return [
        actions.approve_notice(
            actions.draft_notice(
                society,
                kind=kind,
                language=language,
                words=Words(**first_words.of(language, society=society.name, kind=kind)),
                by=by,
            ),
            by=second,
        )
        for kind, language in first_words_missing(society.pk)
        if language in languages
    ]


def informed(team: Team) -> UUID:
    """A person who was given the notice; inside team.reading()."""
    text = lookups.text_in_force(team.society.pk, "en") or a_text(team)
    asked_in_words(team)
    subject = actions.new_subject()
    actions.give_notice(subject, text=text, channel=Channel.READ_ALOUD, by=team.alma)
    return subject


def consented(team: Team, **changes: Any) -> UUID:
    """A person who was informed and agreed to the wall for a month."""
    subject = informed(team)
    agrees(team, subject, **changes)
    return subject


def asked_in_words(team: Team) -> None:
    """What is read before the questions about photo and safety is in force."""
    for kind in (TextKind.CONSENT, TextKind.RISK):
        if lookups.text_in_force(team.society.pk, "en", kind) is None:
            a_text(team, kind=kind)


def read_on(page: str) -> dict[str, str]:
    """What a browser sends of the words above the questions of this page."""
    [words] = re.findall(r'name="read" value="([0-9a-f-]{36})"', page)
    return {"read": words}


def heard_in(page: str) -> str:
    """The id of the first text that the page of what is told offers to read aloud."""
    found = re.search(r'name="heard_in" value="([0-9a-f-]{36})"', page)
    assert found, "no notice to read aloud"
    return found[1]


def agrees(team: Team, subject: UUID, **changes: Any) -> None:
    terms: dict[str, Any] = {
        "purpose": Purpose.PUBLISH,
        "kind": BasisKind.CONSENT,
        "scope": [Scope.WALL],
        "until": timezone.localdate() + timedelta(days=30),
    }
    file = open_file(team.society.pk)
    actions.record_basis(subject, **(terms | changes), file=file, by=team.alma)


def cleared(team: Team) -> UUID:
    """A person of whom everything is in order for the wall; the boxes must be there."""
    subject = consented(team)
    actions.answer_risk(subject, answers=CALM, by=team.alma)
    return subject


def sought_by(team: Team, seeker: UUID) -> UUID:
    """A person whom nobody could ask, sought by another."""
    sought = actions.new_subject()
    actions.weigh_basis(
        sought,
        told_by=seeker,
        purpose=Purpose.TRACE,
        kind=BasisKind.PUBLIC_INTEREST,
        file=open_file(team.society.pk),
        by=team.alma,
    )
    return sought
