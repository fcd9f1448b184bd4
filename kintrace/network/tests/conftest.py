"""The society of these tests, and two of its members."""

import pytest

from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import MakeMember, MakeSociety


@pytest.fixture
def at(make_society: MakeSociety) -> Society:
    return make_society("AT")


@pytest.fixture
def alma(at: Society, make_member: MakeMember) -> Member:
    return make_member(at, Role.CASEWORKER, "alma")


@pytest.fixture
def admin(at: Society, make_member: MakeMember) -> Member:
    return make_member(at, Role.SOCIETY_ADMIN, "admin")
