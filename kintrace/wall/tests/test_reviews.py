"""A partner society's second eye: one picture and one sentence, for fourteen days at most."""

from datetime import timedelta

import pytest
from django.http import Http404
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks

from kintrace.audit import lookups as audit
from kintrace.network import actions as network
from kintrace.network.access import Role
from kintrace.network.models import Member, SharingAgreement, Society
from kintrace.network.tests.cast import enlist, found
from kintrace.protection import actions as protection
from kintrace.protection.circles import NotWith
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.vault import ledger, safe_files
from kintrace.vault import lookups as vault
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.wall import actions, lookups
from kintrace.wall.actions.publication import NotReady
from kintrace.wall.actions.reviews import NoAgreement
from kintrace.wall.holder import WallHolder
from kintrace.wall.models import Notice, Review
from kintrace.wall.terms import Declined, Known, Terms
from kintrace.wall.tests import cast

State = Notice.State
House = tuple[Society, Member, Member]


@pytest.fixture
def berta(with_boxes: House) -> Member:
    """An officer of the partner, with whom Alma's society has an agreement."""
    officer = enlist(found("BG"), Role.OFFICER)
    society, alma, _boris = with_boxes
    with reading_as(society.pk):
        network.sign_agreement(
            society,
            taker=officer.society,
            purposes=[SharingAgreement.Purpose.SECOND_EYE],
            by=alma,
        )
    return officer


def asked(alma: Member, berta: Member) -> tuple[Notice, Review]:
    with reading_as(alma.society_id):
        notice = cast.proposed(cast.somebody(alma), alma)
        paper = actions.ask_partner(notice, partner=berta.society_id, by=alma)
    return notice, paper


def seen_by(member: Member) -> list[Review]:
    with reading_as(member.society_id, member=member.pk):
        return lookups.reviews_for(member)


@pytest.mark.database_bound
def test_the_partner_sees_the_picture_and_the_sentence_and_nothing_else(
    with_boxes: House, berta: Member
) -> None:
    _society, alma, _boris = with_boxes
    notice, _paper = asked(alma, berta)
    with reading_as(berta.society_id, member=berta.pk):
        [paper] = lookups.reviews_for(berta)
        assert paper.told == {"relations": ["brother"], "sex": "woman", "age_band": "25"}
        assert lookups.review_picture(paper).startswith(b"\xff\xd8")
        with pytest.raises(Http404):
            lookups.notice_for(berta, notice.pk)
        with pytest.raises(KeyNotAtHand):
            safe_files.fetch(file=notice.file, name="320.jpg")
        with pytest.raises(FileNotFoundError):
            safe_files.fetch(file=paper.file, name="original")


@pytest.mark.database_bound
def test_the_partners_yes_is_the_second_eye_and_stands_in_both_chains(
    with_boxes: House, berta: Member
) -> None:
    society, alma, _boris = with_boxes
    notice, paper = asked(alma, berta)
    with reading_as(berta.society_id, member=berta.pk):
        actions.answer_review(paper, declined=None, by=berta)
    with reading_as(society.pk):
        notice.refresh_from_db()
        assert (notice.state, notice.approved_by_id) == (State.APPROVED, berta.pk)
        actions.publish(notice, by=alma)
    for one in (society.pk, berta.society_id):
        with reading_as(one):
            deeds = [entry.deed for entry in audit.entries(one) if entry.about == notice.pk]
            assert "approved_face" in deeds
            assert audit.verify(one) == []
            assert audit.verify(one) is None or True


@pytest.mark.database_bound
def test_a_face_that_the_partner_sends_back_is_not_shown(with_boxes: House, berta: Member) -> None:
    society, alma, _boris = with_boxes
    notice, paper = asked(alma, berta)
    with reading_as(berta.society_id, member=berta.pk):
        actions.answer_review(paper, declined=Declined.TELLS, by=berta)
    with reading_as(society.pk):
        notice.refresh_from_db()
        assert (notice.state, notice.declined) == (State.TAKEN_DOWN, Declined.TELLS)


@pytest.mark.database_bound
@pytest.mark.parametrize("ending", ["decided", "recalled", "approved at home", "over", "erased"])
def test_the_paper_goes_with_its_key_however_it_ends(
    with_boxes: House,
    berta: Member,
    ending: str,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    society, alma, boris = with_boxes
    notice, paper = asked(alma, berta)
    with django_capture_on_commit_callbacks(execute=True):
        end(ending, notice, paper, (alma, boris, berta))
    for one in (society.pk, berta.society_id):
        with reading_as(one):
            assert not Review.objects.exists()
            assert not vault.slots(one, [paper.file]).exists()
            with pytest.raises((FileNotFoundError, KeyNotAtHand)):
                safe_files.fetch(file=paper.file, name="320.jpg")
    assert paper.file in ledger.erased()


def end(ending: str, notice: Notice, paper: Review, people: tuple[Member, ...]) -> None:
    alma, boris, berta = people
    if ending == "decided":
        with reading_as(berta.society_id):
            actions.answer_review(paper, declined=None, by=berta)
        return
    with reading_as(alma.society_id):
        if ending == "recalled":
            actions.recall_review(notice, by=alma)
        elif ending == "approved at home":
            actions.approve(notice, by=boris)
        elif ending == "over":
            assert actions.expire_papers(timezone.localdate() + timedelta(days=14)) == 0
            assert actions.expire_papers(timezone.localdate() + timedelta(days=15)) == 1
        else:
            actions.forget(notice.subject, by=alma)


def test_without_an_agreement_nobody_is_asked(with_boxes: House) -> None:
    society, alma, _boris = with_boxes
    stranger = found("CH")
    with reading_as(society.pk):
        notice = cast.proposed(cast.somebody(alma), alma)
        with pytest.raises(NoAgreement):
            actions.ask_partner(notice, partner=stranger.pk, by=alma)


def test_who_must_not_learn_of_the_person_is_not_asked(with_boxes: House, berta: Member) -> None:
    society, alma, _boris = with_boxes
    with reading_as(society.pk):
        subject = cast.somebody(alma)
        feared = NotWith(countries=frozenset({berta.society.country}))
        protection.change_not_with(subject, not_with=feared, by=alma)
        notice = cast.proposed(subject, alma)
        with pytest.raises(NotAllowed):
            actions.ask_partner(notice, partner=berta.society_id, by=alma)
    assert seen_by(berta) == []


@pytest.mark.parametrize("change", ["feared", "held", "agreement ended"])
def test_everything_is_asked_again_when_the_partner_looks_and_decides(
    with_boxes: House, berta: Member, change: str
) -> None:
    society, alma, _boris = with_boxes
    notice, paper = asked(alma, berta)
    with reading_as(society.pk):
        if change == "feared":
            feared = NotWith(societies=frozenset({berta.society_id}))
            protection.change_not_with(notice.subject, not_with=feared, by=alma)
        elif change == "held":
            protection.put_on_hold(notice.subject, reason="a call", by=alma)
        else:
            network.end_agreement(SharingAgreement.objects.get(), by=alma)
    assert seen_by(berta) == []
    with reading_as(berta.society_id), pytest.raises((NotAllowed, NotReady, NoAgreement)):
        actions.answer_review(paper, declined=None, by=berta)


@pytest.mark.database_bound
def test_a_third_society_cannot_tell_that_a_partner_was_asked(
    with_boxes: House, berta: Member
) -> None:
    _society, alma, _boris = with_boxes
    _notice, paper = asked(alma, berta)
    outsider = enlist(found("CH"), Role.OFFICER)
    with reading_as(outsider.society_id), pytest.raises(Http404):
        lookups.review_for(outsider, paper.pk)
    assert seen_by(outsider) == []


@pytest.mark.usefixtures("postgres")
@pytest.mark.database_bound
def test_row_security_hides_the_paper_from_a_third_society(
    with_boxes: House, berta: Member
) -> None:
    society, alma, _boris = with_boxes
    asked(alma, berta)
    counts = []
    for one in (society.pk, berta.society_id, found("CH").pk):
        with reading_as(one):
            counts.append(Review.objects.count())
    assert counts == [1, 1, 0]


@pytest.mark.parametrize("terms", [Terms.UNSAID, Terms.BEST_INTEREST, Terms.GUARDIAN])
def test_no_partner_is_asked_about_who_may_be_a_child(
    with_boxes: House, berta: Member, terms: Terms
) -> None:
    society, alma, boris = with_boxes
    with reading_as(society.pk):
        notice = cast.proposed(cast.somebody(alma), alma, known=Known(terms, boris.pk))
        with pytest.raises(NotReady):
            actions.ask_partner(notice, partner=berta.society_id, by=alma)


def test_a_withdrawal_takes_the_paper_back(with_boxes: House, berta: Member) -> None:
    society, alma, _boris = with_boxes
    notice, _paper = asked(alma, berta)
    with reading_as(society.pk):
        protection.withdraw(notice.subject, purpose=Purpose.PUBLISH, by=alma)
    assert seen_by(berta) == []


def test_the_daily_duty_tears_up_what_is_over(with_boxes: House, berta: Member) -> None:
    _society, alma, _boris = with_boxes
    asked(alma, berta)
    with reading_as(alma.society_id):
        WallHolder().expire(timezone.localdate() + timedelta(days=15))
        assert not Review.objects.exists()
