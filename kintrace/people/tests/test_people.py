import pytest
from django.db import connection
from django.http import Http404

from kintrace.people import lookups
from kintrace.people.actions import correct, forget, write_down
from kintrace.people.calendars import Calendar, Precision, Said
from kintrace.people.models import Person
from kintrace.people.told import Birth, Part, Told
from kintrace.protection import holders
from kintrace.protection.actions import new_subject
from kintrace.protection.refusals import InformationNotGiven
from kintrace.protection.tests.given import Team, a_team, informed
from kintrace.vault.actions import erase_file, open_file
from kintrace.vault.reader import KeyNotAtHand

YONAS = Told(
    names=((Part("given", "Yonas"), Part("father", "Tesfay")), (Part("given", "ዮናስ"),)),
    births=(
        Birth.told("1990", Said(year=1990), calendar=Calendar.ETHIOPIAN, precision=Precision.YEAR),
    ),
)
JONAS = Told(names=((Part("given", "Jonas"), Part("father", "Tesfai")),))


@pytest.fixture
def team(db: None) -> Team:
    return a_team()


def written(team: Team) -> Person:
    file = open_file(team.society.pk)
    return write_down(informed(team), told=YONAS, file=file, society=team.society.pk, by=team.alma)


def test_nothing_of_a_person_is_kept_before_the_notice(team: Team) -> None:
    with team.reading():
        file = open_file(team.society.pk)
        with pytest.raises(InformationNotGiven):
            write_down(new_subject(), told=YONAS, file=file, society=team.society.pk, by=team.alma)
        assert not Person.objects.exists()


def test_the_sought_person_is_written_down_on_the_notice_the_enquirer_was_given(
    team: Team,
) -> None:
    with team.reading():
        enquirer, sought, file = informed(team), new_subject(), open_file(team.society.pk)
        write_down(
            sought, told=YONAS, file=file, society=team.society.pk, informed=enquirer, by=team.alma
        )
        assert lookups.person_of(sought).told == YONAS


def test_a_correction_is_added_and_no_variant_is_lost(team: Team) -> None:
    with team.reading():
        subject = written(team).subject
        correct(subject, told=JONAS, by=team.boris)
        described = lookups.person_of(subject)
        assert described.told.called == "Jonas Tesfai"
        assert described.told.names == (*JONAS.names, *YONAS.names)
        assert described.told.births == YONAS.births
        assert next(telling.told for telling in described.tellings) == YONAS
        assert [telling.by for telling in described.tellings] == [team.alma.pk, team.boris.pk]


def test_a_page_shows_every_variant_of_a_part_the_newest_first(team: Team) -> None:
    with team.reading():
        subject = written(team).subject
        correct(subject, told=JONAS, by=team.alma)
        assert lookups.person_of(subject).name_rows == [
            ("Given name", ["Jonas", "Yonas", "ዮናስ"]),
            ("Father’s name", ["Tesfai", "Tesfay"]),
        ]


def test_another_society_cannot_tell_that_the_person_exists(team: Team) -> None:
    other = a_team("BG")
    with team.reading():
        subject = written(team).subject
    with other.reading():
        for unknown in (subject, new_subject()):
            with pytest.raises(Http404):
                lookups.person_of(unknown)
            with pytest.raises(Http404):
                correct(unknown, told=JONAS, by=other.alma)
            assert not forget(unknown, by=other.alma)
        assert lookups.people_of([subject]) == {}


def test_many_are_fetched_at_once(team: Team, django_assert_max_num_queries: "object") -> None:
    with team.reading():
        subjects = [written(team).subject for _ in range(4)]
    with team.reading(), django_assert_max_num_queries(2):  # type: ignore[operator]
        assert set(lookups.people_of([*subjects, new_subject()])) == set(subjects)


def test_without_the_key_nothing_is_read_and_nothing_is_empty(team: Team) -> None:
    with team.reading():
        person = written(team)
        erase_file(person.file)
    with team.reading(), pytest.raises(KeyNotAtHand):
        lookups.person_of(person.subject)


def test_an_access_copy_holds_every_telling(team: Team) -> None:
    with team.reading():
        subject = written(team).subject
        correct(subject, told=JONAS, by=team.alma)
        copied = {line.value for line in holders.copy(subject)}
    assert {"Yonas", "ዮናስ", "Tesfay", "Jonas", "Tesfai", "1990"} <= copied


def test_a_person_is_printed_as_kind_and_id_only(team: Team) -> None:
    with team.reading():
        person = written(team)
        described = lookups.person_of(person.subject)
    assert str(person) == f"person {person.pk}"
    assert repr(described) == f"<description {described.id}>"


@pytest.mark.database_bound
def test_nothing_that_was_told_stands_in_the_table(team: Team) -> None:
    with team.reading():
        written(team)
        with connection.cursor() as cursor:
            cursor.execute("SELECT told FROM people_person")
            sealed = bytes(cursor.fetchone()[0])
    for secret in ("Yonas", "Tesfay", "ዮናስ", "given", "1990"):
        assert secret.encode() not in sealed


@pytest.mark.database_bound
def test_a_society_sees_only_the_persons_told_to_it(team: Team, postgres: None) -> None:
    other = a_team("BG")
    with team.reading():
        person = written(team)
        assert Person.objects.filter(pk=person.pk).exists()
    with other.reading():
        assert not Person.objects.exists()
        assert Person.objects.filter(pk=person.pk).update(changed=person.changed) == 0
