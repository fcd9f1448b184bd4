"""The wall in the database: what a society may see when every check in Python were missing."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from random import Random
from uuid import UUID

import pytest
from django.db import ProgrammingError, connection, connections, transaction

from kintrace.audit.models import Entry
from kintrace.network import lookups
from kintrace.network.models import Society, SocietySettings
from kintrace.network.tests.cast import MakeSociety
from kintrace.vault.reader import reading_as

pytestmark = [pytest.mark.database_bound, pytest.mark.usefixtures("postgres")]
THREADS = 8
ROUNDS = 200


@pytest.fixture
def bg(make_society: MakeSociety) -> Society:
    return make_society("BG")


def settings_seen() -> set[UUID]:
    return set(SocietySettings.objects.values_list("society_id", flat=True))


def test_without_a_reader_no_row_is_seen(at: Society, bg: Society) -> None:
    assert settings_seen() == set()
    assert not Entry.objects.exists()


def test_a_society_sees_its_own_rows_and_no_others(at: Society, bg: Society) -> None:
    with reading_as(at.pk):
        assert settings_seen() == {at.pk}
        with reading_as(bg.pk):
            assert settings_seen() == {bg.pk}
        assert settings_seen() == {at.pk}


def test_anothers_rows_cannot_be_changed_or_removed(at: Society, bg: Society) -> None:
    with reading_as(at.pk):
        theirs = SocietySettings.objects.filter(society_id=bg.pk)
        assert theirs.update(language="ar") == 0
    with reading_as(bg.pk):
        assert lookups.settings_of(bg.pk).language == "en"


def test_no_row_can_be_given_to_another_society(at: Society, bg: Society) -> None:
    with (
        reading_as(at.pk),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
    ):
        SocietySettings.objects.update(society_id=bg.pk)


def test_no_row_can_be_written_for_another_society(bg: Society, make_society: MakeSociety) -> None:
    new = Society.objects.create(code="GR", name="Society GR", country="GR")
    with (
        reading_as(bg.pk),
        pytest.raises(ProgrammingError, match="row-level security"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "INSERT INTO network_societysettings (id, society_id, language, mailbox) "
            "VALUES (gen_random_uuid(), %s, 'en', '')",
            [new.pk],
        )


@pytest.fixture
def pooled(transactional_db: None) -> Iterator[None]:
    """Threads of this test share few connections, as those of a web process do."""
    connection.close()
    options = connections.settings["default"]["OPTIONS"]
    options["pool"] = {"min_size": 2, "max_size": 4, "timeout": 60}
    yield
    connection.close_pool()  # type: ignore[attr-defined]
    del options["pool"]


def test_sixteen_hundred_transactions_over_a_pool_leak_nothing(
    transactional_db: None, at: Society, bg: Society, request: pytest.FixtureRequest
) -> None:
    societies = [at.pk, bg.pk]
    request.getfixturevalue("pooled")
    with ThreadPoolExecutor(THREADS) as threads:
        chances = [Random(seed) for seed in range(THREADS)]  # noqa: S311
        found = list(threads.map(lambda chance: leaks(societies, chance), chances))
    assert [rounds for rounds, _ in found] == [ROUNDS] * THREADS
    assert [leak for _, leaked in found for leak in leaked] == []


def leaks(societies: list[UUID], chance: Random) -> tuple[int, list[str]]:
    """Take turns as either society on whatever connection the pool lends; tell what was wrong."""
    wrong, rounds = [], 0
    for _ in range(ROUNDS):
        society = chance.choice(societies)
        with reading_as(society):
            if settings_seen() != {society}:
                wrong.append("a reader saw other rows than its own")
            transaction.set_rollback(chance.random() < 0.2)  # some requests fail half-way
        if settings_seen():
            wrong.append("rows were seen after the reader had left")
        connection.close()  # gives it back to the pool
        rounds += 1
    return rounds, wrong
