"""The ciphers: whole, bound to their place, and nothing is accepted that was touched."""

import random
import time
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kintrace.vault import ciphers

if TYPE_CHECKING:
    from collections.abc import Callable

KEY = bytes(range(32))
PAIR = ciphers.new_box_pair()
SIGNING = ciphers.new_signing_pair()


@given(st.binary(max_size=300), st.binary(max_size=40))
def test_what_is_sealed_opens_with_key_and_place(plaintext: bytes, place: bytes) -> None:
    sealed = ciphers.seal(KEY, ciphers.pad(plaintext), aad=place)
    assert ciphers.unpad(ciphers.unseal(KEY, sealed, aad=place)) == plaintext
    assert (len(sealed) - 29) % ciphers.STEP == 0
    with pytest.raises(ciphers.Altered):
        ciphers.unseal(KEY, sealed, aad=place + b"x")


@given(st.binary(max_size=300), st.binary(max_size=40))
def test_what_is_sealed_to_a_box_opens_with_its_private_half(plain: bytes, place: bytes) -> None:
    sealed = ciphers.seal_to(PAIR.public, plain, info=place)
    assert ciphers.open_with(PAIR.private, sealed, info=place) == plain
    with pytest.raises(ciphers.Altered):
        ciphers.open_with(PAIR.private, sealed, info=place + b"x")


def test_a_thousand_swaps_and_flipped_bits_are_all_refused() -> None:
    chance = random.Random(1)  # noqa: S311 - not for a key
    values = [(b"row %d" % n, ciphers.seal(KEY, b"x" * 32, aad=b"row %d" % n)) for n in range(50)]
    tries: list[tuple[bytes, bytes]] = []
    for _ in range(500):
        (place, _sealed), (_place, other) = chance.sample(values, 2)
        tries.append((place, other))
    for _ in range(500):
        place, sealed = chance.choice(values)
        tries.append((place, flipped(sealed, chance)))
    assert sum(is_refused(place, sealed) for place, sealed in tries) == 1000


def flipped(sealed: bytes, chance: random.Random) -> bytes:
    bit = chance.randrange(len(sealed) * 8)
    changed = bytearray(sealed)
    changed[bit // 8] ^= 1 << bit % 8
    return bytes(changed)


def is_refused(place: bytes, sealed: bytes) -> bool:
    try:
        ciphers.unseal(KEY, sealed, aad=place)
    except ciphers.Altered:
        return True
    return False


def test_flipped_bits_in_a_box_and_in_an_answer_are_refused() -> None:
    chance = random.Random(2)  # noqa: S311 - not for a key
    answer = ciphers.answer_pair(KEY)
    kinds: list[tuple[bytes, Callable[[bytes], bytes]]] = [
        (
            ciphers.seal_to(PAIR.public, b"x", info=b"i"),
            lambda sealed: ciphers.open_with(PAIR.private, sealed, info=b"i"),
        ),
        (
            ciphers.seal_to_answer(answer.public, b"x", info=b"i"),
            lambda sealed: ciphers.open_answer(answer.private, sealed, info=b"i"),
        ),
    ]
    for sealed, opens in kinds:
        assert opens(sealed) == b"x"
        for _ in range(100):
            with pytest.raises(ciphers.Altered):
                opens(flipped(sealed, chance))


@pytest.mark.parametrize("broken", [b"", b"\x01", b"\x01" + bytes(11), b"\x02" + bytes(60)])
def test_what_is_too_short_or_of_another_scheme_is_refused(broken: bytes) -> None:
    for opens in (ciphers.unseal, ciphers.unwrap):
        with pytest.raises(ciphers.Altered):
            opens(KEY, broken, aad=b"")
    with pytest.raises(ciphers.Altered):
        ciphers.open_with(PAIR.private, broken, info=b"")
    with pytest.raises(ciphers.Altered):
        ciphers.open_answer(KEY, broken, info=b"")


@pytest.mark.parametrize("padded", [b"", b"x" * 32, b"x" * 31, bytes(32)])
def test_what_was_not_padded_is_refused(padded: bytes) -> None:
    with pytest.raises(ciphers.Altered):
        ciphers.unpad(padded)


def test_a_signature_holds_for_its_key_and_statement_alone() -> None:
    signature = ciphers.sign(SIGNING.private, b"yes")
    assert ciphers.is_signed(SIGNING.public, signature, b"yes")
    assert not ciphers.is_signed(SIGNING.public, signature, b"no")
    assert not ciphers.is_signed(ciphers.new_signing_pair().public, signature, b"yes")
    assert not ciphers.is_signed(SIGNING.public, signature[:-1], b"yes")


def test_a_wiped_secret_is_gone() -> None:
    key, opened = (
        ciphers.new_key(),
        ciphers.open_with(
            PAIR.private, ciphers.seal_to(PAIR.public, b"private half", info=b""), info=b""
        ),
    )
    ciphers.wipe(key)
    ciphers.wipe(opened)
    assert key == bytes(32)
    assert opened == bytes(12)


def test_each_purpose_has_its_own_key() -> None:
    assert ciphers.derive(KEY, "a") != ciphers.derive(KEY, "b")


@pytest.mark.real_cost
def test_guessing_a_password_costs_64_mib_and_three_passes() -> None:
    assert ciphers.Cost(64 * 1024, 3) == ciphers.PASSWORD_COST
    started = time.perf_counter()
    ciphers.stretch_password("x", salt=bytes(16))
    assert time.perf_counter() - started > 0.05
