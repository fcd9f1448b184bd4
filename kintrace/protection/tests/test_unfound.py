from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from kintrace.audit.models import Entry
from kintrace.protection import actions, lookups
from kintrace.protection.models import DoNotFind
from kintrace.protection.purposes import BasisKind, Cause, Purpose, WhyErased
from kintrace.protection.refusals import InformationNotGiven, NeedsSecondEye, NothingToDo
from kintrace.protection.tests.given import Team, a_team, agrees, cleared, informed, sought_by
from kintrace.protection.tests.onlooker import Onlooker
from kintrace.ui.refusals import NoRight
from kintrace.vault.reader import BoxIsShut

TOLD = {"names": "Selam Tesfay", "born": "20", "origin": "Keren", "by_whom": "her uncle"}


def code_of(answer: lookups.Allowed | lookups.Denied) -> str:
    return "" if isinstance(answer, lookups.Allowed) else answer.code


def test_who_does_not_want_to_be_found_is_shown_nowhere(
    sealed_team: Team, onlooker: Onlooker
) -> None:
    with sealed_team.reading():
        subject = cleared(sealed_team)
        agrees(sealed_team, subject, purpose=Purpose.TRACE, kind=BasisKind.PUBLIC_INTEREST)
        done = actions.register_do_not_find(subject, told=TOLD, by=sealed_team.alma)
        assert done == ["The onlooker stopped."]
        shows = frozenset({Purpose.PUBLISH, Purpose.SHARE, Purpose.COMPARE, Purpose.MESSAGE})
        assert onlooker.stopped == [(subject, Cause.DO_NOT_FIND, shows)]
        assert code_of(lookups.may(subject, Purpose.PUBLISH)) == "do-not-find"
        assert lookups.may(subject, Purpose.TRACE), "their own search goes on"


def test_nothing_is_written_into_the_register_before_the_notice(sealed_team: Team) -> None:
    with sealed_team.reading(), pytest.raises(InformationNotGiven):
        actions.register_do_not_find(actions.new_subject(), told=TOLD, by=sealed_team.alma)


def test_an_empty_entry_is_refused(sealed_team: Team) -> None:
    with sealed_team.reading():
        subject = informed(sealed_team)
        with pytest.raises(NothingToDo):
            actions.register_do_not_find(
                subject, told={"names": " ", "by_whom": ""}, by=sealed_team.alma
            )


def test_a_search_is_stopped_in_silence(sealed_team: Team) -> None:
    with sealed_team.reading(sealed_team.carla):
        seeker = cleared(sealed_team)
        agrees(sealed_team, seeker, purpose=Purpose.TRACE, kind=BasisKind.PUBLIC_INTEREST)
        sought = sought_by(sealed_team, seeker)
        hidden = informed(sealed_team)
        actions.register_do_not_find(hidden, told=TOLD, by=sealed_team.alma)
        assert lookups.may(sought, Purpose.TRACE)
        said_before = Entry.objects.filter(about__in=[sought, seeker]).count()
        entry = lookups.entries_about(hidden).get()
        actions.keep_apart(entry, sought=sought, by=sealed_team.carla)
        answer = lookups.may(sought, Purpose.TRACE)
        assert code_of(answer) == "nothing-to-pass-on"
        assert lookups.may(seeker, Purpose.TRACE), "nothing changes for who searches"
        assert not lookups.is_held(sought)
        assert not lookups.is_held(seeker)
        assert Entry.objects.filter(about__in=[sought, seeker]).count() == said_before


def test_the_register_is_worked_with_by_the_protection_team_alone(sealed_team: Team) -> None:
    with sealed_team.reading():
        actions.register_do_not_find(informed(sealed_team), told=TOLD, by=sealed_team.alma)
        entry = lookups.entries().get()
        for by in (sealed_team.alma, sealed_team.boris):
            with pytest.raises(NoRight):
                actions.keep_apart(entry, sought=uuid4(), by=by)
            with pytest.raises(NoRight):
                actions.compared(uuid4(), by=by)
            with pytest.raises(NoRight):
                actions.end_do_not_find(entry, because="She says so.", by=by)


def test_another_member_ends_an_entry_and_the_search_goes_on(sealed_team: Team) -> None:
    with sealed_team.reading(sealed_team.carla):
        seeker = cleared(sealed_team)
        agrees(sealed_team, seeker, purpose=Purpose.TRACE, kind=BasisKind.PUBLIC_INTEREST)
        sought, hidden = sought_by(sealed_team, seeker), informed(sealed_team)
        actions.register_do_not_find(hidden, told=TOLD, by=sealed_team.carla)
        entry = lookups.entries_about(hidden).get()
        actions.keep_apart(entry, sought=sought, by=sealed_team.carla)
        with pytest.raises(NeedsSecondEye):
            actions.end_do_not_find(entry, because="She says so.", by=sealed_team.carla)
        with pytest.raises(NothingToDo):
            actions.end_do_not_find(entry, because=" ", by=sealed_team.dora)
        actions.end_do_not_find(entry, because="She told me alone.", by=sealed_team.dora)
        assert lookups.may(sought, Purpose.TRACE)
        assert not lookups.entries().exists()
        with pytest.raises(NothingToDo):
            actions.end_do_not_find(entry, because="Again.", by=sealed_team.dora)


def test_every_search_is_compared_once_for_each_new_entry(sealed_team: Team) -> None:
    with sealed_team.reading(sealed_team.carla):
        seeker = cleared(sealed_team)
        sought = sought_by(sealed_team, seeker)
        assert lookups.to_compare([sought]) == frozenset(), "nobody stands in the register"
        actions.register_do_not_find(informed(sealed_team), told=TOLD, by=sealed_team.alma)
        assert lookups.to_compare([sought]) == {sought}
        actions.compared(sought, by=sealed_team.carla)
        assert lookups.to_compare([sought]) == frozenset()
        actions.register_do_not_find(informed(sealed_team), told=TOLD, by=sealed_team.alma)
        assert lookups.to_compare([sought]) == {sought}


def test_an_erased_person_leaves_no_word_and_stays_unfound(sealed_team: Team) -> None:
    with sealed_team.reading(sealed_team.carla):
        seeker = cleared(sealed_team)
        sought, hidden = sought_by(sealed_team, seeker), informed(sealed_team)
        actions.register_do_not_find(hidden, told=TOLD, by=sealed_team.alma)
        entry = lookups.entries_about(hidden).get()
        actions.keep_apart(entry, sought=sought, by=sealed_team.carla)
        actions.erase(hidden, by=sealed_team.dora, why=WhyErased.ASKED)
        assert lookups.entry(entry.pk).told is None
        assert code_of(lookups.may(sought, Purpose.TRACE)) == "nothing-to-pass-on"


def test_of_an_entry_that_was_ended_an_erased_person_leaves_no_word_either(
    sealed_team: Team,
) -> None:
    with sealed_team.reading():
        hidden = informed(sealed_team)
        actions.register_do_not_find(hidden, told=TOLD, by=sealed_team.alma)
        because = "She told me alone."
        actions.end_do_not_find(lookups.entries().get(), because=because, by=sealed_team.dora)
        actions.erase(hidden, by=sealed_team.dora, why=WhyErased.ASKED)
        row = DoNotFind.objects.get()
        assert (row.told, row.ended_because) == (None, None)


def test_the_words_are_read_with_the_protection_box_and_not_otherwise(sealed_team: Team) -> None:
    with sealed_team.reading():
        actions.register_do_not_find(informed(sealed_team), told=TOLD, by=sealed_team.alma)
        with pytest.raises(BoxIsShut):
            _ = lookups.entries().get().told
    with sealed_team.reading(opened_by=sealed_team.carla):
        assert lookups.entries().get().told == TOLD


def test_a_search_elsewhere_knows_nothing_of_the_register(sealed_team: Team) -> None:
    other = a_team("BG")
    with sealed_team.reading():
        actions.register_do_not_find(informed(sealed_team), told=TOLD, by=sealed_team.alma)
        entry = lookups.entries().get()
    with other.reading():
        assert not lookups.entries().exists()
        assert not lookups.wants_not_to_be_found(entry.subject)


@pytest.mark.database_bound
def test_the_words_are_nowhere_in_the_table_and_the_row_is_ended_by_another(
    sealed_team: Team,
) -> None:
    with sealed_team.reading():
        actions.register_do_not_find(informed(sealed_team), told=TOLD, by=sealed_team.alma)
        with connection.cursor() as cursor:
            cursor.execute("SELECT told FROM protection_donotfind")
            (told,) = cursor.fetchone()
        assert b"Selam" not in bytes(told)
        entry = DoNotFind.objects.get()
        entry.ended_at, entry.ended_by = entry.at, entry.registered_by
        with pytest.raises(IntegrityError), transaction.atomic():
            entry.save()
