"""Who takes the matching worker over gets its environment, its database role and its files: the
cards that people let the network compare, and nothing else. PostgreSQL only."""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, transaction
from django.utils import timezone
from freezegun import freeze_time

from kintrace.matching import actions, network
from kintrace.matching.actions import bounds
from kintrace.matching.models import Candidate
from kintrace.matching.pairs import Pair
from kintrace.matching.scoring import Weighed
from kintrace.matching.tests.conftest import HE, SHE, STRANGER, everybody_in, searched
from kintrace.people.lookups import network_cards_of
from kintrace.people.lookups.cards import opened
from kintrace.people.models import IndexCard
from kintrace.vault import keyring, root
from kintrace.vault.actions import open_file
from kintrace.vault.models import NetworkSlot
from kintrace.vault.network import reading_as_network
from kintrace.vault.reader import KeyNotAtHand, reading_as
from tests import environment
from tests.postgres import connected_as, may

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytest_django import Settings

    from kintrace.cases.tests.conftest import Scene

pytestmark = pytest.mark.database_bound
# What the worker's role may touch, and how; everything else is refused by the database.
ITS_TABLES = {
    "vault_networkslot": {"SELECT"},
    "vault_matchkey": {"SELECT"},
    "vault_intakekey": {"SELECT"},
    "people_indexcard": {"SELECT"},
    "people_networktags": {"SELECT", "INSERT", "UPDATE", "DELETE"},
    "matching_candidate": {"SELECT", "INSERT", "UPDATE", "DELETE"},
    "matching_judgement": {"SELECT"},
    "matching_proposed": {"SELECT", "INSERT", "UPDATE"},
    "network_society": {"SELECT"},
}


@pytest.fixture
def scenes(postgres: None, transactional_db: None, request: pytest.FixtureRequest) -> list[Scene]:
    return [request.getfixturevalue("here"), request.getfixturevalue("there")]


@pytest.fixture
def thief(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """The worker's process: its role, its half of the pair, and no folder of keys."""
    settings.SIDE, settings.ROOT_KEYS = "matcher", tmp_path / "no-keys-here"
    keyring.forget_all()
    with connected_as(environment.MATCHER):
        yield


def test_the_worker_finds_what_it_is_for_in_a_process_of_its_own(
    scenes: list[Scene], tmp_path: Path
) -> None:
    here, there = scenes
    hers, his = searched(here, SHE), searched(there, HE)
    surroundings = os.environ | {
        "DJANGO_SETTINGS_MODULE": "kintrace.config.settings",
        "KINTRACE_SIDE": "matcher",
        "KINTRACE_SECRET_KEY": secrets.token_hex(32),
        "KINTRACE_ROOT_KEYS": str(tmp_path / "no-keys-here"),
        "KINTRACE_MATCHING_PUBLIC": str(settings.MATCHING_PUBLIC),
        "KINTRACE_MATCHING_KEY": str(settings.MATCHING_KEY),
        "KINTRACE_DATABASE_URL": environment.database_url(environment.MATCHER),
    }
    command = [sys.executable, str(settings.ROOT / "manage.py"), "matcher", "--once"]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    with here.acting(here.alma):
        found = {frozenset((str(one.first), str(one.second))) for one in Candidate.objects.all()}
    one, other = everybody_in(here, hers), everybody_in(there, his)
    assert found == {frozenset((one[0], other[1])), frozenset((one[1], other[0]))}
    said = done.stdout + done.stderr
    assert not any(word in said for word in ("Samir", "سمير", "Khalil", "Homs"))


@pytest.mark.attack
def test_a_thief_reads_the_cards_of_the_network_and_no_other(
    scenes: list[Scene], request: pytest.FixtureRequest, attacked: Callable[..., None]
) -> None:
    here, there = scenes
    hers = searched(here, SHE)
    searched(there, STRANGER, compared=False)
    everybody = everybody_in(here, hers)
    request.getfixturevalue("thief")
    with reading_as_network():
        cards = opened(IndexCard.objects.all())
    read = {str(card.subject) for card in cards}
    attacked(
        "a stolen matching worker",
        tried=f"every card that its role may read: {len(read)} of people who agreed",
        got=len(read - set(everybody)),
    )
    assert read == set(everybody)


def test_a_thief_has_no_key_of_a_society_and_opens_no_file_of_it(
    scenes: list[Scene], thief: None
) -> None:
    here, _there = scenes
    with pytest.raises(root.RootKeyMissing):
        root.newest()
    with (
        pytest.raises((KeyNotAtHand, ProgrammingError)),
        transaction.atomic(),
        reading_as(here.society.pk),
    ):
        open_file(here.society.pk)


def test_a_thief_touches_no_other_table(scenes: list[Scene], thief: None) -> None:
    everything = connection.introspection.table_names()
    allowed = {
        table: {right for right in ("SELECT", "INSERT", "UPDATE", "DELETE") if may(table, right)}
        for table in everything
    }
    assert {table: rights for table, rights in allowed.items() if rights} == ITS_TABLES


def test_a_slot_of_another_file_opens_nothing(scenes: list[Scene]) -> None:
    """A slot is bound to its file and its society: moved to a card that nobody let the network
    compare, it is refused."""
    here, there = scenes
    searched(here, SHE)
    kept = searched(there, STRANGER, compared=False)
    with there.acting(there.alma):
        card = IndexCard.objects.get(subject=kept.subject)
    with here.acting(here.alma):
        slot = NetworkSlot.objects.first()
        assert slot is not None
        slot.file = card.file
        slot.save(update_fields=["file"])
    with connected_as(environment.MATCHER), pytest.raises(KeyNotAtHand), reading_as_network():
        opened(IndexCard.objects.filter(pk=card.pk))


def test_what_somebody_altered_stops_no_other_society(scenes: list[Scene]) -> None:
    here, there = scenes
    hers = searched(here, SHE)
    searched(there, HE)
    with here.acting(here.alma):
        slot = NetworkSlot.objects.get(file=IndexCard.objects.get(subject=hers.subject).file)
        slot.wrapped = bytes(reversed(bytes(slot.wrapped)))
        slot.save(update_fields=["wrapped"])
    with connected_as(environment.MATCHER):
        network.turn()
        assert network.turn() == 0
    with there.acting(there.alma):
        assert Candidate.objects.count() == 1, "of the two pairs the one that opens"


def test_what_waits_for_the_next_day_comes_by_the_rights_that_the_worker_has(
    scenes: list[Scene], settings: Settings
) -> None:
    here, there = scenes
    settings.PAIRS_A_DAY = 1
    searched(here, SHE)
    searched(there, HE)
    for day in range(2):
        with (
            freeze_time(timezone.now() + timedelta(days=day)),
            connected_as(environment.MATCHER),
        ):
            while network.turn():
                pass
        with here.acting(here.alma):
            assert Candidate.objects.count() == day + 1


def test_a_likelier_pair_takes_the_place_of_another_by_the_rights_that_the_worker_has(
    scenes: list[Scene], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = scenes
    monkeypatch.setattr(bounds, "OF_ONE_CARD", 1)
    hers, his, other = searched(here, SHE), searched(there, HE), searched(there, HE)
    with connected_as(environment.MATCHER), reading_as_network():
        one, *two = (network_cards_of([case.subject])[0] for case in (hers, his, other))
        for found, bits in zip(two, (7, 9), strict=True):
            actions.propose_across(Pair.of(one, found, Weighed(bits, ())))
    with here.acting(here.alma):
        [row] = Candidate.objects.all()
        assert (row.weight, other.subject in {row.first, row.second}) == (9, True)


def test_a_pair_of_who_may_not_be_compared_any_more_goes_by_the_rights_that_the_worker_has(
    scenes: list[Scene],
) -> None:
    here, there = scenes
    hers = searched(here, SHE)
    searched(there, HE)
    with connected_as(environment.MATCHER):
        network.turn()
    with here.acting(here.alma):
        assert Candidate.objects.count() == 2
        lost = IndexCard.objects.get(subject=hers.subject)
        NetworkSlot.objects.filter(file=lost.file).delete()  # as after a restore
    with connected_as(environment.MATCHER):
        network.turn()
    with here.acting(here.alma):
        assert Candidate.objects.count() == 1
