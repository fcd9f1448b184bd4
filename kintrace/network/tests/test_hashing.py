"""Passwords as they are kept."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from django.contrib.auth.hashers import check_password, make_password

from kintrace.network.hashing import Argon2, RealPeople, cost_little
from kintrace.vault import ciphers

if TYPE_CHECKING:
    from pytest_django import Settings


@pytest.mark.real_cost
def test_guessing_a_sign_in_password_costs_64_mib_and_three_passes() -> None:
    kept = make_password("a bridge of nine stones")
    assert "$m=65536,t=3,p=1$" in kept
    started = time.perf_counter()
    assert check_password("a bridge of nine stones", kept)
    assert time.perf_counter() - started > 0.05


def test_a_password_kept_at_another_cost_is_made_anew() -> None:
    assert Argon2().must_update("argon2$argon2id$v=19$m=1024,t=1,p=1$c2FsdHNhbHQ$aGFzaA")


def test_a_house_of_real_people_cannot_be_told_to_let_passwords_cost_little(
    settings: Settings,
) -> None:
    settings.TESTING = settings.DEMO = False
    before = ciphers.PASSWORD_COST
    with pytest.raises(RealPeople):
        cost_little()
    assert before == ciphers.PASSWORD_COST
