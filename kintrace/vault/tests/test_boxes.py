"""Boxes: anyone may seal, only an open box reads, and only trusted keys are sealed to."""

from uuid import UUID, uuid4

import pytest

from kintrace.vault import ciphers
from kintrace.vault.actions import (
    boxes_from,
    make_member_keys,
    open_boxes,
    seal_to_box,
)
from kintrace.vault.members import Halves, Signer
from kintrace.vault.models import BoxKey
from kintrace.vault.pins import pin
from kintrace.vault.reader import BoxIsShut, KeyNotAtHand, reading_as
from kintrace.vault.refusals import (
    NoKeyYet,
    WrongOpeningPassword,
)
from kintrace.vault.tests.homes import SECRET, Home
from kintrace.vault.tests.papers import Paper
from kintrace.vault.trust import BoxNotTrusted

pytestmark = [
    pytest.mark.usefixtures("tables"),
    pytest.mark.database_bound,
]


def test_a_box_field_is_read_with_the_open_box_alone(home: Home, message: Paper) -> None:
    with reading_as(home.society), pytest.raises(BoxIsShut):
        _ = message.contact
    boxes = home.opened(home.alma)
    with reading_as(home.society, member=home.alma, boxes=boxes):
        row = Paper.objects.get(pk=message.pk)
        assert row.contact == SECRET
        with pytest.raises(BoxIsShut):
            _ = row.notes
    with reading_as(home.society, boxes=home.opened(home.boris)):
        assert row.notes == {"fear": SECRET}


def test_saving_again_keeps_a_shut_box_as_it_is(home: Home, message: Paper) -> None:
    with reading_as(home.society):
        row = Paper.objects.get(pk=message.pk)
        row.title = "seen"
        row.save()
        row.refresh_from_db()
    with reading_as(home.society, boxes=home.opened(home.alma)):
        assert row.contact == SECRET


def test_a_session_and_a_cookie_open_only_together(home: Home, message: Paper) -> None:
    word = f"word of {home.alma}"
    kept, cookie = open_boxes(home.alma, society=home.society, opening_password=word)
    boxes = boxes_from(kept, cookie)
    assert boxes.names() == {"inbox"}
    with reading_as(home.society, member=home.alma, boxes=boxes):
        assert message.contact == SECRET
    _, other = open_boxes(home.alma, society=home.society, opening_password=word)
    for broken in (other, "", "?", cookie[:-8]):
        shut = boxes_from(kept, broken)
        assert not shut.names()
        with reading_as(home.society, member=home.alma, boxes=shut), pytest.raises(BoxIsShut):
            _ = message.contact


def test_open_boxes_of_another_member_stay_shut(home: Home, message: Paper) -> None:
    boxes = home.opened(home.alma)
    with reading_as(home.society, member=home.chidi, boxes=boxes), pytest.raises(BoxIsShut):
        _ = message.contact


def test_private_halves_are_zeroed_when_forgotten(home: Home) -> None:
    boxes = home.opened(home.alma)
    (private,) = boxes.versions("inbox").values()
    assert any(private)
    boxes.forget()
    assert not any(private)
    with pytest.raises(BoxIsShut):
        boxes.versions("inbox")


def test_a_wrong_opening_password_opens_nothing(home: Home) -> None:
    for member, word in ((home.alma, "wrong"), (home.alma, f"word of {home.boris}")):
        with pytest.raises(WrongOpeningPassword):
            open_boxes(member, society=home.society, opening_password=word)
    with pytest.raises(NoKeyYet):
        open_boxes(uuid4(), society=home.society, opening_password="x")


def test_who_was_not_entitled_opens_no_box(home: Home) -> None:
    assert not home.opened(home.chidi).names()


def test_nothing_is_sealed_before_the_fingerprint_is_pinned(home: Home, bulgaria: UUID) -> None:
    pin(home.society, "0" * 64)
    with pytest.raises(BoxNotTrusted):
        home.seal()
    pin(home.society, home.held.fingerprint)
    assert home.seal()
    with pytest.raises(BoxNotTrusted):
        seal_to_box(bulgaria, box="inbox", plaintext=b"x", label="x")


@pytest.mark.parametrize("harm", ["public", "one signature", "one officer twice", "stranger"])
def test_a_box_key_without_two_signatures_is_refused(home: Home, harm: str) -> None:
    key = BoxKey.objects.get(society_id=home.society, box="inbox")
    first, second = key.signatures
    stranger = ciphers.new_signing_pair()
    if harm == "public":
        key.public = ciphers.new_box_pair().public
    elif harm == "stranger":
        signature = ciphers.sign(stranger.private, b"anything")
        key.signatures = [first, [stranger.public.hex(), signature.hex()]]
    else:
        key.signatures = [first] if harm == "one signature" else [first, first]
    with reading_as(home.society):
        key.save()
    with pytest.raises(BoxNotTrusted):
        home.seal()
    assert second != first


def test_a_list_of_strangers_is_refused_by_its_pin(home: Home, bulgaria: UUID) -> None:
    with reading_as(bulgaria):
        for member in (uuid4(), uuid4()):
            make_member_keys(member, society=bulgaria, opening_password="x")
    other = Home(bulgaria)
    other.enlist(other.boris, other.berta, other.alma)
    other.hold()
    stolen = BoxKey.objects.get(society_id=bulgaria, box="inbox")
    BoxKey.objects.filter(society_id=home.society, box="inbox").update(
        public=stolen.public, signing_list=stolen.signing_list, signatures=stolen.signatures
    )
    with pytest.raises(BoxNotTrusted):
        home.seal()
    pin(home.society, other.held.fingerprint)
    with pytest.raises(BoxNotTrusted):
        home.seal()


def test_a_value_moved_or_changed_in_a_box_does_not_open(home: Home, message: Paper) -> None:
    with reading_as(home.society):
        other = Paper(file=message.file, society_id=home.society, contact="other")
        other.save()
        sealed = bytes(Paper.objects.values_list("contact", flat=True).get(pk=other.pk))
    boxes = home.opened(home.alma)
    label = f"vault_tests_paper|contact|{other.pk}|1"
    assert boxes.open("inbox", sealed, label=label) == b"other"
    for changed, place in (
        (sealed, label.replace(str(other.pk), str(message.pk))),
        (sealed[:-1] + bytes([sealed[-1] ^ 1]), label),
    ):
        with pytest.raises(ciphers.Altered):
            boxes.open("inbox", changed, label=place)
    with pytest.raises(KeyNotAtHand):
        boxes.open("inbox", b"\x00\x09" + sealed[2:], label=label)


def test_nothing_prints_a_secret(home: Home) -> None:
    boxes = home.opened(home.alma)
    halves = Halves(bytearray(b"secret"), bytearray(b"secret"))
    signer = Signer(home.alma, "secret")
    shown = f"{home.held!r} {boxes!r} {ciphers.new_signing_pair()!r} {halves!r} {signer!r}"
    for secret in (home.held.recovery_code, "bytearray", "secret"):
        assert secret not in shown
