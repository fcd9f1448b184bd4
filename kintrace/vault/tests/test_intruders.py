"""An intruder who can write the database, and knows no key: believed nowhere."""

from pathlib import Path

import pytest

from kintrace.vault import ciphers, keyring
from kintrace.vault.actions import grant_box, repeat_ceremony
from kintrace.vault.actions.members import info_of_grant
from kintrace.vault.boxes import OpenBoxes
from kintrace.vault.members import PASSWORD, aad_of_halves, wrapping_key
from kintrace.vault.models import BoxGrant, BoxKey, MemberKey, SigningList
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.tests.homes import Home
from kintrace.vault.trust import Box, BoxNotTrusted, box_statement, grant_statement, list_body

pytestmark = [
    pytest.mark.usefixtures("cheap_passwords"),
    pytest.mark.database_bound,
]


def plant(home: Home, *, version: int) -> None:
    """What an intruder with the database alone can do: a list, a key and a grant that fit."""
    pens = [ciphers.new_signing_pair() for _ in range(2)]
    body = list_body(home.society, 9, [pen.public for pen in pens])
    pair, box = ciphers.new_box_pair(), Box(home.society, "inbox", version)

    def signed(statement: bytes) -> list[list[str]]:
        return [[pen.public.hex(), ciphers.sign(pen.private, statement).hex()] for pen in pens]

    with reading_as(home.society):
        SigningList.objects.create(
            society_id=home.society, number=9, body=body, fingerprint="", signatures=[]
        )
        BoxKey.objects.create(
            society_id=home.society,
            box="inbox",
            version=version,
            public=pair.public,
            signing_list=body,
            signatures=signed(box_statement(box, pair.public, body)),
        )
        for member in (home.boris, home.berta):
            public = bytes(MemberKey.objects.get(member_id=member).box_public)
            BoxGrant.objects.create(
                society_id=home.society,
                member_id=member,
                box="inbox",
                version=version,
                sealed=ciphers.seal_to(public, pair.private, info=info_of_grant(box, member)),
                signatures=signed(grant_statement(box, member, public, body)),
            )


def test_a_grant_signed_by_a_list_that_is_not_pinned_opens_nothing(home: Home) -> None:
    plant(home, version=2)
    with pytest.raises(BoxNotTrusted):
        home.opened(home.boris)


def test_no_ceremony_signs_a_key_that_was_not_trusted_before(home: Home) -> None:
    boxes = home.opened(home.boris)
    fake = ciphers.new_box_pair()
    with reading_as(home.society):
        BoxKey.objects.filter(box="inbox").update(public=fake.public)
    with pytest.raises(BoxNotTrusted):
        repeat_ceremony(
            home.society,
            officers=home.officers,
            opened=boxes,
            entitled={"inbox": [home.boris]},
            old_officers=home.officers,
        )


def test_only_the_private_half_that_fits_is_granted(home: Home) -> None:
    fake = ciphers.new_box_pair()
    boxes = OpenBoxes(society=home.society, member=home.alma, privates={("inbox", 1): fake.private})
    with pytest.raises(BoxNotTrusted):
        grant_box(home.society, box="inbox", to=home.chidi, signers=home.officers, opened=boxes)


def test_a_stolen_database_is_no_place_to_guess_opening_passwords_in(
    home: Home, keys: Path
) -> None:
    word = f"word of {home.alma}"
    with reading_as(home.society):
        row = MemberKey.objects.get(member_id=home.alma)
    guessed = wrapping_key(word, salt=bytes(row.salt))
    aad = aad_of_halves(home.alma, home.society, PASSWORD)
    with pytest.raises(ciphers.Altered):
        ciphers.unwrap(guessed, bytes(row.wrapped), aad=aad)
    for file in keys.glob("root-*.key"):
        file.unlink()
    keyring.forget_all()
    with pytest.raises(KeyNotAtHand):
        home.opened(home.alma)


@pytest.mark.parametrize("junk", [7, "x", [["x"]], [[1, 2]], {"a": 1}, "not hex"])
def test_junk_in_the_place_of_signatures_is_not_trusted(home: Home, junk: object) -> None:
    with reading_as(home.society):
        key = BoxKey.objects.get(society_id=home.society, box="inbox")
        listed = [[public, "no hex"] for public, _ in key.signatures]
        BoxKey.objects.filter(pk=key.pk).update(signatures=listed if junk == "not hex" else junk)
    with pytest.raises(BoxNotTrusted):
        home.seal()
