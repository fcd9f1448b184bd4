"""The key ceremony, grants, passwords and recovery: who is let in, and by whom."""

import time
from uuid import UUID, uuid4

import pytest
from django.db import IntegrityError, transaction

from kintrace.vault import lookups
from kintrace.vault.actions import (
    drop_member_keys,
    grant_box,
    hold_ceremony,
    make_member_keys,
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
from kintrace.vault.members import safe_of
from kintrace.vault.models import BoxGrant
from kintrace.vault.pins import pin
from kintrace.vault.reader import BoxIsShut, reading_as
from kintrace.vault.refusals import (
    CeremonyRefused,
    NoKeyYet,
    WrongOpeningPassword,
    WrongRecoveryCode,
)
from kintrace.vault.tests.homes import SECRET, Home
from kintrace.vault.tests.papers import Paper
from kintrace.vault.trust import (
    BoxNotTrusted,
)

pytestmark = [
    pytest.mark.usefixtures("tables"),
    pytest.mark.database_bound,
]


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
        home.seal()
    pin(home.society, held.fingerprint)
    assert home.seal()
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
    assert home.seal()
    with reading_as(home.society):
        newest = lookups.signing_lists(home.society)[0]
        assert (newest.number, len(newest.signatures)) == (2, 4)


def test_a_password_made_to_take_minutes_takes_a_moment(home: Home) -> None:
    began = time.process_time()
    with pytest.raises(WrongOpeningPassword):
        opened(home.alma, society=home.society, opening_password="\u0315\u0300" * 40_000)
    assert time.process_time() - began < 1


def test_a_box_without_its_pin_is_refused_with_a_sentence(home: Home) -> None:
    pin(home.society, "0" * 64)
    with pytest.raises(BoxNotTrusted) as refused:
        home.seal()
    assert refused.value.sentence.endswith(".")
    assert str(home.society) not in refused.value.sentence
