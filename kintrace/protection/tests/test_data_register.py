"""The register of data says something of every table and column, and nothing that is not so."""

from pathlib import Path
from typing import ClassVar
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import models
from django.test import Client
from django.urls import reverse

from kintrace.network.access import Role
from kintrace.network.tests.cast import SignIn
from kintrace.protection.data_register import (
    ENTRIES,
    PLACES,
    Audience,
    Column,
    Entry,
    Kind,
    Leaves,
    Until,
    Why,
    every_model,
    holding,
    tables,
    undeclared,
)
from kintrace.protection.purposes import BasisKind
from kintrace.protection.retention import TABLE
from kintrace.protection.retention import Kind as Clock
from kintrace.protection.tests.given import Team
from kintrace.vault.fields import SealedText
from kintrace.vault.reach import reaches

READ_NO_CASE = {Role.SOCIETY_ADMIN, Role.NETWORK_ADMIN, Role.AUDITOR}
# Sealed columns in tables that the public side may read, and why it cannot read them.
SEALED_BEFORE_THE_PUBLIC = {
    "wall_reply.answer": "opens with code and word only",
    "wall_reply.body": "opens with the society's box only",
}


class Forgotten(models.Model):
    """A table of which nobody told the register."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    file = models.UUIDField()
    society_id = models.UUIDField()
    story = SealedText()
    state = models.CharField(max_length=5)
    DATA: ClassVar = {"state": "routing"}

    class Meta:
        app_label = "protection_tests"

    def __str__(self) -> str:
        return "forgotten"


class Classless(models.Model):
    """A table with a column of no class."""

    words = models.TextField()
    DATA: ClassVar = {"id": "routing"}

    class Meta:
        app_label = "protection_tests"

    def __str__(self) -> str:
        return "classless"


def entry(**columns: str) -> Entry:
    return Entry(
        Why.SEARCH, BasisKind.PUBLIC_INTEREST, Until.CASE, Audience.NOBODY, columns=columns
    )


def test_every_table_and_column_of_the_program_is_declared() -> None:
    assert undeclared(every_model(), ENTRIES) == []


def test_a_table_without_an_entry_is_named() -> None:
    missing = undeclared([*every_model(), Forgotten], ENTRIES)
    assert missing == ["protection_tests.Forgotten has no entry"]


def test_a_column_about_somebody_needs_words_of_its_own() -> None:
    label = Forgotten._meta.label
    assert undeclared([Forgotten], {label: entry()}) == [
        f"{label}.story: nothing says what stands in it"
    ]
    assert undeclared([Forgotten], {label: entry(story="What happened")}) == []


def test_a_column_of_no_class_is_named() -> None:
    label = Classless._meta.label
    assert undeclared([Classless], {label: entry()}) == [f"{label}.words has no class of data"]


def test_what_is_gone_may_not_stay_in_the_register() -> None:
    label = Forgotten._meta.label
    said = {label: entry(story="What happened", name="Gone"), "gone.Gone": entry()}
    assert undeclared([Forgotten], said) == [
        "there is no table gone.Gone",
        f"{label} has no column name",
    ]


def test_a_column_of_another_package_needs_a_class_here() -> None:
    from django.contrib.sessions.models import Session  # noqa: PLC0415 - a model of another package

    label = Session._meta.label
    bare = Entry(Why.SIGN_IN, None, Until.SESSION, Audience.NOBODY)
    [missing] = undeclared([Session], {label: bare})
    assert missing.endswith("has no class of data")


def test_only_what_the_public_side_may_read_is_for_everybody() -> None:
    wrong = [
        f"{table.name}.{line.column}"
        for table in tables()
        for line in table.lines
        if Audience.EVERYBODY.label in line.seen_by
        and (line.kind not in {Kind.PUBLIC, Kind.ROUTING} or not public_reads(table.name))
    ]
    assert wrong == []


def test_nothing_about_a_person_stands_where_the_public_side_can_read_it() -> None:
    there = {
        f"{table.name}.{line.column}"
        for table in tables()
        for line in table.lines
        if line.kind in {Kind.PERSONAL, Kind.BOX, Kind.STAFF} and public_reads(table.name)
    }
    assert there == set(SEALED_BEFORE_THE_PUBLIC)


def public_reads(table: str) -> bool:
    known = reaches()
    return table in known and "SELECT" in known[table].public


def test_who_manages_people_sees_no_column_of_a_case() -> None:
    labels = {role.label for role in READ_NO_CASE}
    seen = [
        f"{table.name}.{line.column}"
        for table in tables()
        for line in table.lines
        if line.kind in {Kind.PERSONAL, Kind.BOX} and labels & set(line.seen_by)
    ]
    assert seen == []


def test_what_is_sealed_to_a_box_is_seen_by_its_holders_alone() -> None:
    found = {(t.name, line.column): set(line.seen_by) for t in tables() for line in t.lines}
    inbox = {Role.CASEWORKER.label, Role.OFFICER.label, Role.CHILD_PROTECTION.label}
    protection = {Role.CHILD_PROTECTION.label, Role.DATA_PROTECTION.label}
    assert found["cases_words", "words"] == inbox
    assert found["protection_hold", "reason"] == protection
    assert found["protection_hold", "since"] == protection


def test_where_a_table_goes_is_read_from_grants_and_backups() -> None:
    found = {table.name: set(table.leaves) for table in tables()}
    assert found["cases_case"] == {Leaves.RECORDS}
    assert found["vault_slot"] >= {Leaves.SLOTS}
    assert found["django_session"] == {Leaves.NO_BACKUP}
    assert Leaves.PUBLIC_WRITES in found["wall_message"]
    assert Leaves.PUBLIC_BOTH in found["wall_reply"]
    assert Leaves.PARTNER in found["wall_review"]
    assert Leaves.EVERY_SOCIETY in found["wall_face"]


def test_every_folder_that_a_setting_names_is_in_the_register() -> None:
    paths = {name for name in dir(settings) if isinstance(getattr(settings, name), Path)}
    known = {line.column for line, _copied in PLACES}
    assert known == paths - {"ROOT", "STATIC_ROOT", "EMAIL_FILE_PATH"}
    assert settings.EMAIL_FILE_PATH in {None, settings.LETTER_FILES}  # Django's own name for it


def test_how_long_something_is_kept_is_said_as_the_clocks_count_it() -> None:
    said = {
        Until.CHILD: ((Clock.CHILD, 731, "Two years"),),
        Until.EVENT: ((Clock.EVENT, 365, "a year"),),
        Until.UNNAMED: ((Clock.UNNAMED, 3652, "Ten years"),),
        Until.DRAFT: ((Clock.DRAFT, 30, "30 days"),),
        Until.CASE: ((Clock.CASE, 730, "two years"),),
        Until.AGREED: ((Clock.CHILDS_PHOTO, 92, "three months"),),
        Until.DECIDED: ((Clock.PARTNER, 14, "14 days"),),
        Until.TRANSFER: ((Clock.TRANSFER, 30, "30 days"),),
        Until.MESSAGE: ((Clock.MESSAGE, 90, "90 days"), (Clock.SPAM, 14, "14 days")),
        Until.HANGS: ((Clock.POSTER, 365, "A year"),),
        Until.LETTER: ((Clock.LETTER, 7, "7 days"), (Clock.LETTER_ROW, 30, "30 days")),
        Until.REQUEST: ((Clock.RIGHTS, 730, "Two years"),),
        Until.PERSON: ((Clock.ALONE, 30, "30 days"), (Clock.HELD, 730, "two years")),
        Until.TEN_YEARS: (
            (Clock.AUTHORITY, 3652, "Ten years"),
            (Clock.AUDIT, 3652, "Ten years"),
            (Clock.ERASURE, 3652, "Ten years"),
        ),
    }
    for until, clocks in said.items():
        for clock, days, words in clocks:
            assert abs(TABLE[clock].days - days) <= 3  # leap years
            assert words in str(until.label)


def test_a_column_may_differ_from_its_table() -> None:
    own = Column("A name", until=Until.MEMBER, seen=holding())
    assert entry(name="A name").column("name").until is None
    assert Entry(Why.RUN, None, Until.NO_END, Audience.NOBODY, {"name": own}).column("name") is own


@pytest.mark.parametrize("kind", ["", "personal", "nonsense"])
def test_the_officer_for_data_protection_looks_through_it_by_class(
    team: Team, client: Client, sign_in: SignIn, kind: str
) -> None:
    sign_in(client, team.dora)
    page = client.get(reverse("protection:data_register"), {"kind": kind}).content.decode()
    shows_columns = kind == "personal"
    assert "cases_case" in page
    assert ("circumstances" in page) is shows_columns
    assert ("audit_entry" in page) is not shows_columns
    assert "Data-protection" in page or not shows_columns
