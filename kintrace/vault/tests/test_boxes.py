"""Boxes: anyone may seal, only an open box reads, and only trusted keys are sealed to."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from kintrace.vault import ciphers, lookups
from kintrace.vault.actions import (
    Ceremony,
    boxes_from,
    drop_member_keys,
    grant_box,
    hold_ceremony,
    make_member_keys,
    open_boxes,
    open_file,
    open_safe,
    opened,
    recover_member_keys,
    renew_box,
    repeat_ceremony,
    revoke_grants,
    rewrap_member_keys,
    seal_to_box,
)
from kintrace.vault.boxes import OpenBoxes
from kintrace.vault.members import Halves, Signer, safe_of
from kintrace.vault.models import BoxGrant, BoxKey
from kintrace.vault.pins import pin
from kintrace.vault.reader import BoxIsShut, KeyNotAtHand, reading_as
from kintrace.vault.refusals import (
    CeremonyRefused,
    NoKeyYet,
    WrongOpeningPassword,
    WrongRecoveryCode,
)
from kintrace.vault.tests.papers import Paper
from kintrace.vault.trust import BoxNotTrusted

pytestmark = [
    pytest.mark.usefixtures("tables", "cheap_passwords"),
    pytest.mark.database_bound,
]
SECRET = "call me under +43 1 000"


@dataclass
class Home:
    """A society with two officers, a caseworker and a volunteer after its ceremony."""

    society: UUID
    boris: UUID = field(default_factory=uuid4)
    berta: UUID = field(default_factory=uuid4)
    alma: UUID = field(default_factory=uuid4)
    chidi: UUID = field(default_factory=uuid4)
    codes: dict[UUID, str] = field(default_factory=dict)
    held: Ceremony = field(init=False)

    @property
    def officers(self) -> list[tuple[UUID, str]]:
        return [(self.boris, f"word of {self.boris}"), (self.berta, f"word of {self.berta}")]

    def enlist(self, *members: UUID) -> None:
        for member in members:
            word = f"word of {member}"
            code = make_member_keys(member, society=self.society, opening_password=word)
            self.codes[member] = code

    def hold(self) -> None:
        everyone = [self.boris, self.berta, self.alma]
        entitled = {"inbox": everyone, "protection": [self.boris]}
        self.held = hold_ceremony(self.society, officers=self.officers, entitled=entitled)
        pin(self.society, self.held.fingerprint)

    def opened(self, member: UUID) -> OpenBoxes:
        word = f"word of {member}"
        return opened(member, society=self.society, opening_password=word)


@pytest.fixture
def home(austria: UUID) -> Home:
    home = Home(austria)
    home.enlist(home.boris, home.berta, home.alma, home.chidi)
    home.hold()
    return home


@pytest.fixture
def message(home: Home) -> Paper:
    """A row as a visitor leaves it, without any reader for its box fields."""
    with reading_as(home.society):
        row = Paper(file=open_file(home.society), society_id=home.society)
        row.contact, row.notes = SECRET, {"fear": SECRET}
        row.save()
    return row


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
        seal(home)
    pin(home.society, home.held.fingerprint)
    assert seal(home)
    with pytest.raises(BoxNotTrusted):
        seal_to_box(bulgaria, box="inbox", plaintext=b"x", label="x")


def seal(home: Home) -> bytes:
    return seal_to_box(home.society, box="inbox", plaintext=b"x", label="x")


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
        seal(home)
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
        seal(home)
    pin(home.society, other.held.fingerprint)
    with pytest.raises(BoxNotTrusted):
        seal(home)


def test_a_ceremony_needs_two_officers_and_is_held_once(home: Home, bulgaria: UUID) -> None:
    with pytest.raises(CeremonyRefused):
        hold_ceremony(bulgaria, officers=[home.officers[0]] * 2, entitled={})
    with pytest.raises(CeremonyRefused):
        hold_ceremony(home.society, officers=home.officers, entitled={})
    with pytest.raises(WrongOpeningPassword):
        hold_ceremony(home.society, officers=[home.officers[0], (home.berta, "wrong")], entitled={})


def test_a_society_with_one_officer_borrows_another(home: Home, bulgaria: UUID) -> None:
    mine = uuid4()
    make_member_keys(mine, society=bulgaria, opening_password="mine")
    borrowed = (home.boris, f"word of {home.boris}", home.society)
    held = hold_ceremony(bulgaria, officers=[(mine, "mine"), borrowed], entitled={"inbox": [mine]})
    pin(bulgaria, held.fingerprint)
    assert seal_to_box(bulgaria, box="inbox", plaintext=b"x", label="x")
    assert "inbox" in opened(mine, society=bulgaria, opening_password="mine")


def test_a_granted_member_opens_old_and_new(home: Home, message: Paper) -> None:
    boxes = home.opened(home.alma)
    grant_box(home.society, box="inbox", to=home.chidi, signers=home.officers, opened=boxes)
    with reading_as(home.society, boxes=home.opened(home.chidi)):
        assert message.contact == SECRET
        assert home.chidi in lookups.holders(home.society, "inbox")


def test_a_grant_needs_an_open_box_and_officers_of_the_list(home: Home) -> None:
    alma = (home.alma, f"word of {home.alma}")
    boxes = home.opened(home.alma)
    with pytest.raises(CeremonyRefused):
        grant_box(
            home.society,
            box="inbox",
            to=home.chidi,
            signers=[home.officers[0], alma],
            opened=boxes,
        )
    with pytest.raises(BoxIsShut):
        grant_box(
            home.society,
            box="protection",
            to=home.chidi,
            signers=home.officers,
            opened=boxes,
        )
    assert not home.opened(home.chidi).names()


def test_a_grant_that_officers_did_not_sign_is_refused(home: Home) -> None:
    with reading_as(home.society):
        grant = BoxGrant.objects.get(member_id=home.alma, box="inbox")
        grant.signatures = grant.signatures[:1]
        grant.save()
    with pytest.raises(BoxNotTrusted):
        home.opened(home.alma)


def test_a_revoked_member_opens_nothing_any_more(home: Home) -> None:
    with reading_as(home.society):
        assert revoke_grants(home.boris, box="protection") == 1
        assert home.opened(home.boris).names() == {"inbox"}
        assert revoke_grants(home.boris) == 1
    assert not home.opened(home.boris).names()


def test_a_renewed_box_shuts_out_who_is_no_longer_entitled(home: Home, message: Paper) -> None:
    before = home.opened(home.alma)
    renew_box(home.society, box="inbox", signers=home.officers, entitled=[home.boris])
    with reading_as(home.society):
        later = Paper(file=open_file(home.society), society_id=home.society, contact="new")
        later.save()
    with reading_as(home.society, boxes=before), pytest.raises(BoxIsShut):
        _ = later.contact
    with reading_as(home.society, boxes=home.opened(home.boris)):
        assert (message.contact, later.contact) == (SECRET, "new")


def test_a_new_password_opens_and_the_old_one_does_not(home: Home) -> None:
    old = f"word of {home.alma}"
    with pytest.raises(WrongOpeningPassword):
        rewrap_member_keys(home.alma, society=home.society, old="wrong", new="n")
    rewrap_member_keys(home.alma, society=home.society, old=old, new="new word")
    assert "inbox" in opened(home.alma, society=home.society, opening_password="new word")
    with pytest.raises(WrongOpeningPassword):
        home.opened(home.alma)


def test_a_recovery_code_sets_a_new_password_once(home: Home) -> None:
    code = home.codes[home.alma].lower().replace("-", " ")
    fresh = recover_member_keys(home.alma, society=home.society, code=code, new="new word")
    assert "inbox" in opened(home.alma, society=home.society, opening_password="new word")
    for used in (code, "ABCD", fresh[:-1]):
        with pytest.raises(WrongRecoveryCode):
            recover_member_keys(home.alma, society=home.society, code=used, new="x")
    recover_member_keys(home.alma, society=home.society, code=fresh, new="newer")


def test_dropped_keys_are_gone_until_a_new_grant(home: Home) -> None:
    drop_member_keys(home.alma, society=home.society)
    with pytest.raises(NoKeyYet):
        home.opened(home.alma)
    home.enlist(home.alma)
    assert not home.opened(home.alma).names()
    grant_box(
        home.society,
        box="inbox",
        to=home.alma,
        signers=home.officers,
        opened=home.opened(home.boris),
    )
    assert home.opened(home.alma).names() == {"inbox"}
    with pytest.raises(IntegrityError), transaction.atomic():
        home.enlist(home.alma)


def test_the_code_from_the_safe_brings_a_society_back(home: Home, message: Paper) -> None:
    for member in (home.boris, home.berta, home.alma):
        drop_member_keys(member, society=home.society)
        home.enlist(member)
    with pytest.raises(WrongOpeningPassword):
        open_safe(home.society, recovery_code="ABCD-EFGH")
    boxes = open_safe(home.society, recovery_code=home.held.recovery_code.lower())
    assert boxes.names() == {"inbox", "protection"}
    held = repeat_ceremony(
        home.society, officers=home.officers, opened=boxes, entitled={"inbox": [home.alma]}
    )
    with pytest.raises(BoxNotTrusted):
        seal(home)
    pin(home.society, held.fingerprint)
    assert seal(home)
    with reading_as(home.society, boxes=home.opened(home.alma)):
        assert message.contact == SECRET
    with pytest.raises(WrongOpeningPassword):
        open_safe(home.society, recovery_code=home.held.recovery_code)
    assert open_safe(home.society, recovery_code=held.recovery_code).names()
    with reading_as(home.society):
        assert set(lookups.holders(home.society, "inbox")) == {home.alma, safe_of(home.society)}


def test_a_new_list_is_signed_by_two_of_the_old_one(home: Home) -> None:
    alma, chidi = ((m, f"word of {m}") for m in (home.alma, home.chidi))
    boxes = home.opened(home.boris)
    everyone = {"inbox": [home.boris], "protection": [home.boris]}
    for old in ([], [alma, chidi]):
        with pytest.raises(CeremonyRefused):
            repeat_ceremony(
                home.society,
                officers=[alma, chidi],
                opened=boxes,
                entitled=everyone,
                old_officers=old,
            )
    held = repeat_ceremony(
        home.society,
        officers=[alma, chidi],
        opened=boxes,
        entitled=everyone,
        old_officers=home.officers,
    )
    pin(home.society, held.fingerprint)
    assert seal(home)
    with reading_as(home.society):
        newest = lookups.signing_lists(home.society)[0]
        assert (newest.number, len(newest.signatures)) == (2, 4)


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
