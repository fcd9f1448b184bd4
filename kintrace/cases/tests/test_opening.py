import pytest

from kintrace.cases import asking, casefile, lookups
from kintrace.cases.actions import opening
from kintrace.cases.actions.opening import CaseIsClosed, FaceStillHangs
from kintrace.cases.asking import NotWhole
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import Case, Draft, Words
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.test_drafts import begin
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.network.tests.cast import MakeMember
from kintrace.people.lookups import people_of, person_of
from kintrace.protection.actions import erase
from kintrace.protection.lookups import may
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.vault.reader import KeyNotAtHand, reading_as


def test_a_case_keeps_what_was_told_in_both_scripts(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        told = person_of(case.subject).told
        assert told.called == "Selam Tesfay Gebre"
        assert told.names[1][0].text == "ሰላም"
        birth = told.birth
        assert birth is not None
        assert (birth.said, birth.calendar) == ("1990", "ethiopian")
        assert (birth.start.isoformat(), birth.end.isoformat()) == ("1997-09-11", "1998-09-10")


def test_box_answers_change_hands_without_being_opened(scene: Scene) -> None:
    with scene.acting(scene.chidi):
        case = playing.open_a_case(SELAM, by=scene.chidi)
        assert lookups.words_of(case)["ways"].answers is None
        assert not Words.objects.filter(draft__isnull=False).exists()
        assert not Draft.objects.exists()
    with scene.acting(scene.alma):
        assert lookups.words_of(case)["ways"].answers == {
            "visits": ["on"],
            "times": ["on market days"],
        }


def test_a_case_is_not_opened_while_a_page_is_unanswered(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = begin(scene.alma)
        with pytest.raises(NotWhole):
            asking.opening_of(draft)


def test_an_open_case_may_be_traced_and_not_shown(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        assert may(case.subject, Purpose.TRACE)
        assert not may(case.subject, Purpose.PUBLISH)


def test_nothing_is_done_in_a_closed_case(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        opening.close_case(case, closing=Closing.SELF_SOLVED, by=scene.alma)
        with pytest.raises(CaseIsClosed):
            opening.close_case(case, closing=Closing.SELF_SOLVED, by=scene.alma)


def test_a_case_is_not_closed_while_its_face_hangs(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        playing.propose(case, SELAM, seed=1, by=scene.alma)
        with pytest.raises(FaceStillHangs):
            opening.close_case(case, closing=Closing.SELF_SOLVED, by=scene.alma)


def test_an_erased_case_leaves_nothing_that_opens(scene: Scene, make_member: MakeMember) -> None:
    dora = make_member(scene.society, Role.DATA_PROTECTION)
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        copy = Case.objects.get(pk=case.pk)
        sought = lookups.sought_in(case)[0].subject
        assert may(sought, Purpose.TRACE)
    with reading_as(scene.society.pk, member=dora.pk):
        erase(case.subject, by=dora, why=WhyErased.ASKED)
        assert not Case.objects.filter(pk=case.pk).exists()
        assert people_of([case.subject, sought]) == {}
        with pytest.raises(KeyNotAtHand):
            _ = copy.circumstances


def test_the_case_page_shows_box_answers_with_their_questions(scene: Scene) -> None:
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
        ways = casefile.shown(case, by=scene.alma)["words"][0]
        assert ("The person comes back to this desk", "Yes") in ways["rows"]
    with scene.acting(scene.chidi):
        shut = casefile.shown(case, by=scene.chidi)["words"][0]
        assert (shut["open"], shut["rows"], shut["lines"]) == (False, [], 2)
