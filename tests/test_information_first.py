"""Gate G1: nothing of a person we serve is kept before the information notice was given.

Every function that writes a column about people stands in one of two tables: a call that is
refused before the notice, or the reason why no notice comes first. A new one fails the test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction

from kintrace.cases.models import (
    Case,
    Draft,
)
from kintrace.demo import playing
from kintrace.network.access import Role
from kintrace.protection import actions as protection
from kintrace.protection.actions.notices import Words
from kintrace.protection.lookups import notice_given, text_in_force
from kintrace.protection.purposes import Channel
from kintrace.protection.refusals import InformationNotGiven, NoticeNotInForce
from kintrace.wall import actions as wall
from kintrace.wall.models import Message
from kintrace.wall.screening import Channel as ToldBy
from tests.no_notice import NO_NOTICE_FIRST
from tests.uninformed import REFUSED, Uninformed
from tests.writers import ANYTHING, PHOTO, columns, of_source, writers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.town import Town


@pytest.fixture
def uninformed(town: Town, db: None) -> Iterator[Uninformed]:
    """The rows of a real case and draft, as if they were of somebody whom nobody informed."""
    with transaction.atomic(), playing.acting(town[Role.CASEWORKER]) as alma:
        subject, other = protection.new_subject(), protection.new_subject()
        case, draft = town.things["case"], town.things["colleague's draft"]
        Case.objects.filter(pk=case).update(subject=subject)
        Draft.objects.filter(pk=draft).update(subject=other)
        rows = Case.objects.get(pk=case), Draft.objects.get(pk=draft)
        yield Uninformed(alma, town[Role.OFFICER], *rows, subject)
        transaction.set_rollback(True)


@pytest.mark.parametrize("writer", sorted(REFUSED))
def test_nothing_is_written_down_before_the_notice(uninformed: Uninformed, writer: str) -> None:
    with pytest.raises(InformationNotGiven), transaction.atomic():
        REFUSED[writer](uninformed)


def test_a_callers_words_are_kept_only_after_a_notice_in_force_was_read(town: Town) -> None:
    with transaction.atomic(), playing.acting(town[Role.CASEWORKER]) as alma:
        text = text_in_force(alma.society_id, "en")
        assert text is not None
        words = Words(text.title, (("shield", "A"),), text.short, text.full)
        draft = protection.draft_notice(alma.society, language="en", words=words, by=alma)
        before = set(Message.objects.values_list("pk", flat=True))
        said: dict[str, Any] = {"about": None, "channel": ToldBy.PHONE, "body": {"text": "A"}}
        with pytest.raises(NoticeNotInForce), transaction.atomic():
            wall.write_down(**said, heard=protection.Heard(draft, Channel.PHONE), by=alma)
        assert set(Message.objects.values_list("pk", flat=True)) == before
        sent = wall.write_down(**said, heard=protection.Heard(text, Channel.PHONE), by=alma)
        given = notice_given(sent.message)
        assert given is not None
        assert (given.text, given.channel, given.given_by) == (text, "phone", alma.pk)
        transaction.set_rollback(True)


def test_every_function_that_writes_about_a_person_is_in_one_of_the_tables() -> None:
    assert REFUSED.keys() & NO_NOTICE_FIRST.keys() == set()
    assert set(writers()) == REFUSED.keys() | NO_NOTICE_FIRST.keys()


def test_of_every_column_about_a_person_it_is_known_who_writes_it() -> None:
    written = set().union(*writers().values())
    assert written - {ANYTHING} == columns().keys() | {PHOTO}


@pytest.mark.parametrize(
    "line",
    [
        "row.told = {}",
        "row.state, row.told = 'open', {}",
        "Draft(society=1, told={})",
        "Draft.objects.create(told={})",
        "safe_files.keep(photo, file=file, name='a')",
        "setattr(row, 'told', {})",
    ],
)
def test_a_function_that_nobody_put_into_the_tables_is_found(line: str) -> None:
    source = f"def quickly(row, photo, file):\n    {line}\n"
    assert of_source(source, "cases.actions.quick").keys() == {"cases.actions.quick.quickly"}
    assert of_source("def looks(row):\n    return row.told\n", "cases.actions.quick") == {}
