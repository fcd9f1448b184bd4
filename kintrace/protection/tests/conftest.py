"""The team of `given` as fixtures."""

from collections.abc import Iterator

import pytest

from kintrace.protection import holders
from kintrace.protection.tests.given import Team, a_team
from kintrace.protection.tests.onlooker import Onlooker
from kintrace.vault import ciphers


@pytest.fixture
def team(db: None) -> Team:
    """A society with four members; its boxes are not made yet."""
    return a_team()


@pytest.fixture
def sealed_team(team: Team, monkeypatch: pytest.MonkeyPatch) -> Team:
    """The same after its key ceremony. Passwords are stretched less: a ceremony has many."""
    monkeypatch.setattr(ciphers, "PASSWORD_COST", ciphers.Cost(64, 1))
    team.open_for_sealing()
    return team


@pytest.fixture
def onlooker() -> Iterator[Onlooker]:
    """A holder above all others, gone after the test."""
    known = dict(holders._holders)  # noqa: SLF001
    seen = Onlooker()
    holders.register(seen)
    yield seen
    holders._holders.clear()  # noqa: SLF001
    holders._holders.update(known)  # noqa: SLF001
