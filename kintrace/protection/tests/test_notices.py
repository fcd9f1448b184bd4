from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.db import IntegrityError, ProgrammingError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import entries
from kintrace.protection import actions, lookups
from kintrace.protection.actions.notices import Words
from kintrace.protection.models import NoticeGiven, NoticeText
from kintrace.protection.purposes import BasisKind, Channel, How, Purpose
from kintrace.protection.refusals import (
    InformationNotGiven,
    NeedsSecondEye,
    NoticeNotAsExpected,
    NoticeNotInForce,
)
from kintrace.protection.tests.given import WORDS, Team, a_team, a_text, agrees, informed
from kintrace.ui.refusals import NoRight


def test_nothing_is_kept_of_a_person_before_the_notice(team: Team) -> None:
    with team.reading():
        subject = actions.new_subject()
        with pytest.raises(InformationNotGiven):
            actions.require_notice(subject)
        text = a_text(team)
        actions.give_notice(subject, text=text, channel=Channel.READ_ALOUD, by=team.alma)
        actions.require_notice(subject)


@pytest.mark.parametrize("how", [one for one in How if one is not How.WEIGHED])
def test_what_a_person_said_needs_the_notice_on_whatever_ground(team: Team, how: How) -> None:
    said = {"purpose": Purpose.TRACE, "kind": BasisKind.PUBLIC_INTEREST, "how": how}
    with team.reading(), pytest.raises(InformationNotGiven):
        agrees(team, actions.new_subject(), **said)


def test_the_log_says_which_text_how_with_whom_and_when(team: Team) -> None:
    with team.reading():
        text, subject = a_text(team), actions.new_subject()
        actions.give_notice(
            subject, text=text, channel=Channel.PICTOGRAMS, interpreter=True, by=team.alma
        )
        given = lookups.notice_given(subject)
        assert given is not None
        assert (given.text, given.channel, given.interpreter) == (text, "pictograms", True)
        assert given.given_by == team.alma.pk
        assert Deed.GAVE_NOTICE in {entry.deed for entry in entries(team.society.pk)}


def test_a_draft_cannot_be_logged_as_given(team: Team) -> None:
    with team.reading():
        draft = actions.draft_notice(team.society, language="en", words=WORDS, by=team.boris)
        with pytest.raises(NoticeNotInForce):
            actions.give_notice(
                actions.new_subject(), text=draft, channel=Channel.PHONE, by=team.alma
            )
        assert not NoticeGiven.objects.exists()


def test_a_new_version_replaces_the_old_one_and_both_are_kept(team: Team) -> None:
    with team.reading():
        first, second = a_text(team), a_text(team)
        assert lookups.text_in_force(team.society.pk, "en") == second
        states = {text.version: text.state for text in lookups.every_text(team.society.pk)}
        assert states == {1: "replaced", 2: "approved"}
        with pytest.raises(NoticeNotInForce):
            actions.give_notice(
                actions.new_subject(), text=first, channel=Channel.PHONE, by=team.alma
            )


def test_who_may_not_approve_is_refused(team: Team) -> None:
    with team.reading():
        draft = actions.draft_notice(team.society, language="en", words=WORDS, by=team.boris)
        with pytest.raises(NoRight):
            actions.approve_notice(draft, by=team.alma)
        assert lookups.text_in_force(team.society.pk, "en") is None


def test_who_wrote_a_text_does_not_approve_it(team: Team) -> None:
    with team.reading():
        draft = actions.draft_notice(team.society, language="en", words=WORDS, by=team.boris)
        with pytest.raises(NeedsSecondEye):
            actions.approve_notice(draft, by=team.boris)
        assert lookups.text_in_force(team.society.pk, "en") is None
        actions.approve_notice(draft, by=team.dora)
        assert lookups.text_in_force(team.society.pk, "en") == draft


def test_a_text_is_approved_once(team: Team) -> None:
    with team.reading():
        text = a_text(team)
        with pytest.raises(NoticeNotAsExpected):
            actions.approve_notice(text, by=team.dora)


def test_a_notice_needs_all_its_layers(team: Team) -> None:
    for missing in (
        Words("", WORDS.pictures, "Short.", "Full."),
        Words("Title", (), "Short.", "Full."),
        Words("Title", WORDS.pictures, " ", "Full."),
        Words("Title", WORDS.pictures, "Short.", ""),
    ):
        with team.reading(), pytest.raises(NoticeNotAsExpected):
            actions.draft_notice(team.society, language="en", words=missing, by=team.boris)


def test_another_society_cannot_give_or_approve_this_ones_text(team: Team) -> None:
    other = a_team("BG")
    with team.reading():
        draft = actions.draft_notice(team.society, language="en", words=WORDS, by=team.boris)
    with other.reading(other.boris):
        with pytest.raises(NoticeNotAsExpected):
            actions.approve_notice(draft, by=other.boris)
        with pytest.raises(NoticeNotInForce):
            actions.give_notice(
                actions.new_subject(), text=draft, channel=Channel.PHONE, by=other.alma
            )


def test_a_notice_given_elsewhere_is_none_here(team: Team) -> None:
    other = a_team("BG")
    with team.reading():
        subject = informed(team)
    with other.reading(), pytest.raises(InformationNotGiven):
        actions.require_notice(subject)


@pytest.mark.database_bound
def test_the_database_keeps_one_text_in_force_for_a_language(team: Team) -> None:
    with team.reading():
        a_text(team)
        newer = actions.draft_notice(team.society, language="en", words=WORDS, by=team.boris)
        newer.state, newer.approved = NoticeText.State.APPROVED, newer.drafted
        with pytest.raises(IntegrityError), transaction.atomic():
            newer.save()


@pytest.mark.database_bound
def test_the_database_knows_no_text_in_force_that_was_never_approved(team: Team) -> None:
    with team.reading():
        draft = actions.draft_notice(team.society, language="en", words=WORDS, by=team.boris)
        draft.state = NoticeText.State.APPROVED
        with pytest.raises(IntegrityError), transaction.atomic():
            draft.save()


@pytest.mark.database_bound
def test_the_public_side_reads_notices_in_force_and_nothing_else_of_this_folder(
    as_public_role: Callable[[], AbstractContextManager[BaseDatabaseWrapper]], team: Team
) -> None:
    with team.reading():
        a_text(team)
        text = a_text(team)
        actions.draft_notice(team.society, language="en", words=WORDS, by=team.boris)
        assert NoticeText.objects.count() == 3
    with as_public_role() as public:
        assert lookups.text_in_force(team.society.pk, "en") == text
        assert lookups.every_text(team.society.pk) == [text]  # neither drafts nor history
        for table in ("noticegiven", "basis", "riskanswers", "hold", "erasure"):
            with pytest.raises(ProgrammingError, match="permission denied"), public.cursor() as one:
                one.execute(f"SELECT 1 FROM protection_{table}")  # noqa: S608
        with pytest.raises(ProgrammingError, match="permission denied"):
            NoticeText.objects.update(short="Changed.")
