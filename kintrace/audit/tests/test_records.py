"""What is written down, by whom and when, and who may touch it afterwards."""

from contextlib import suppress
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, connection, models
from django.db.transaction import atomic, set_rollback

from kintrace.audit import actions, lookups
from kintrace.audit.actions import Machine, Visitor
from kintrace.audit.deeds import Deed
from kintrace.audit.models import Entry, Head
from kintrace.audit.tests.conftest import new_society
from kintrace.vault.reader import reading_as
from tests import environment
from tests.postgres import connected_as


def deeds(society: UUID) -> list[tuple[str, UUID, UUID]]:
    with reading_as(society):
        return [(row.deed, row.about, row.actor) for row in lookups.entries(society)]


def test_an_entry_says_who_did_what_to_which_record(society: UUID) -> None:
    about = uuid4()
    with reading_as(society):
        actions.record(Deed.PUT_ON_WALL, about=about, by=Machine(society))
    assert deeds(society) == [("put_on_wall", about, Machine(society).pk)]
    with reading_as(society):
        assert lookups.entries(society, about=uuid4()) == []


def test_visitors_are_never_told_apart(society: UUID) -> None:
    assert Visitor(society).pk == Visitor(uuid4()).pk != Machine(society).pk


def test_what_a_page_read_is_written_once_when_it_is_made(society: UUID) -> None:
    about, by = uuid4(), Machine(society)
    with reading_as(society):
        for _ in range(3):
            actions.record_read(Deed.READ_CASE, about=about, by=by)
        assert lookups.entries(society) == []
        actions.write_reads()
        actions.write_reads()
    assert deeds(society) == [("read_case", about, by.pk)]


def test_what_a_failed_page_read_is_not_written_for_the_next_one(society: UUID) -> None:
    with reading_as(society):
        actions.record_read(Deed.READ_CASE, about=uuid4(), by=Machine(society))
    with reading_as(society):
        actions.write_reads()
    assert deeds(society) == []


def test_a_refusal_is_written_though_its_request_was_rolled_back(society: UUID) -> None:
    about = uuid4()
    with reading_as(society):
        actions.record(Deed.OPENED_CASE, about=about, by=Machine(society))
        set_rollback(True)
    actions.refused(about=about, by=Machine(society))
    assert deeds(society) == [("refused", about, Machine(society).pk)]


def test_a_deed_of_two_societies_stands_in_both_chains(society: UUID) -> None:
    other, about = new_society(), uuid4()
    with reading_as(society):
        actions.record(Deed.CHANGED_SOCIETY, about=about, by=Machine(society), also=[other])
    assert deeds(society) == deeds(other) != []


def test_no_column_could_hold_a_personal_value() -> None:
    plain = (models.UUIDField, models.PositiveBigIntegerField, models.DateTimeField)
    sealed = {"prev", "mac", "seal"}
    for model in (Entry, Head):
        for field in model._meta.concrete_fields:
            fits = isinstance(field, plain) or field.name in sealed
            assert fits or field.name == "deed", f"{model.__name__}.{field.name}"
    assert max(len(code) for code in Deed.values) <= 40


@pytest.mark.database_bound
@pytest.mark.parametrize(
    "sql", ["UPDATE audit_entry SET deed = ''", "DELETE FROM audit_entry", "TRUNCATE audit_entry"]
)
def test_the_application_cannot_change_what_was_written(
    postgres: None, society: UUID, sql: str
) -> None:
    with reading_as(society):
        actions.record(Deed.OPENED_CASE, about=uuid4(), by=Machine(society))
        with pytest.raises(DatabaseError), atomic(), connection.cursor() as cursor:
            cursor.execute(sql)
    assert len(deeds(society)) == 1


@pytest.mark.database_bound
@pytest.mark.parametrize("sql", ["UPDATE audit_entry SET deed = ''", "DELETE FROM audit_entry"])
def test_not_even_the_owner_changes_an_entry_by_accident(
    postgres: None, transactional_db: None, sql: str
) -> None:
    society = new_society()
    with reading_as(society):
        actions.record(Deed.OPENED_CASE, about=uuid4(), by=Machine(society))
    # An update is refused; for a delete there is no row that the owner sees.
    with connected_as(environment.OWNER) as owner, suppress(DatabaseError):
        owner.cursor().execute(sql)
    assert [deed for deed, _about, _actor in deeds(society)] == [Deed.OPENED_CASE]


@pytest.mark.database_bound
def test_a_society_sees_no_entry_of_another(postgres: None, society: UUID) -> None:
    with reading_as(society):
        actions.record(Deed.OPENED_CASE, about=uuid4(), by=Machine(society))
    with reading_as(new_society()):
        assert Entry.objects.count() == 0
        assert Head.objects.count() == 0


@pytest.mark.database_bound
def test_the_public_role_reads_no_entry(postgres: None, as_public_role: object) -> None:
    with (
        as_public_role() as public,  # type: ignore[operator]
        pytest.raises(DatabaseError),
        public.cursor() as cursor,
    ):
        cursor.execute("SELECT 1 FROM audit_entry")
