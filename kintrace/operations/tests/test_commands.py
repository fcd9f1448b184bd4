"""`verify_audit` says that all is whole, or what is wrong, and ends accordingly."""

from datetime import timedelta
from io import StringIO
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django.fixtures import Settings

from kintrace.audit import anchors
from kintrace.audit import jobs as audit
from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.audit.tests.conftest import Execute, intruder  # noqa: F401
from kintrace.network.access import Role
from kintrace.network.actions import leave_network
from kintrace.network.models import Society
from kintrace.network.tests.cast import enlist, found
from kintrace.vault import keyring
from kintrace.vault.actions import forget_society, make_record_key
from kintrace.vault.reader import reading_as


def said(*command: str) -> str:
    output = StringIO()
    call_command(*command, stdout=output)
    return output.getvalue()


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = str(tmp_path)


@pytest.fixture
def society(transactional_db: None) -> Society:
    society = found("AT")
    with reading_as(society.pk):
        for _ in range(3):
            record(Deed.READ_CASE, about=uuid4(), by=Machine(society.pk))
    return society


def test_verify_audit_says_that_a_chain_is_whole(society: Society) -> None:
    audit.sign_heads([society.pk])
    assert said("verify_audit").startswith("AT: ")
    assert "entries, whole." in said("verify_audit", "--society", "at")


@pytest.mark.database_bound
def test_verify_audit_fails_on_a_chain_that_was_cut(
    society: Society,
    intruder: Execute,  # noqa: F811
) -> None:
    intruder("DELETE FROM audit_entry WHERE seq = 2")
    with pytest.raises(CommandError, match="cannot be trusted"):
        said("verify_audit")


@pytest.mark.database_bound
def test_verify_audit_fails_when_an_anchor_saw_another_row(
    society: Society,
    intruder: Execute,  # noqa: F811
    tmp_path: Path,
) -> None:
    audit.sign_heads([society.pk])
    for table in ("entry", "head"):
        intruder(f"DELETE FROM audit_{table}")  # noqa: S608
    with reading_as(society.pk):
        record(Deed.READ_CASE, about=uuid4(), by=Machine(society.pk))
    with pytest.raises(CommandError, match="cannot be trusted"):
        said("verify_audit", "--anchors", str(tmp_path / "anchors"))


@pytest.mark.database_bound
def test_verify_audit_fails_when_a_society_vanished_with_its_chain(
    society: Society,
    intruder: Execute,  # noqa: F811
) -> None:
    gone = uuid4()
    make_record_key(gone)
    with reading_as(gone):
        record(Deed.READ_CASE, about=uuid4(), by=Machine(gone))
    audit.sign_heads([gone])
    assert "whole" in said("verify_audit")
    for table in ("audit_entry", "audit_head", "vault_recordkey"):
        intruder(f"DELETE FROM {table} WHERE society_id = %s", gone)  # noqa: S608
    keyring.forget_all()
    with pytest.raises(CommandError, match="cannot be trusted"):
        said("verify_audit")


def test_verify_audit_says_that_a_society_was_lost_with_a_restore_and_rings_for_it_otherwise(
    society: Society,
) -> None:
    """Founded after the backup: the anchors alone remember it."""
    young, long_ago = str(uuid4()), timezone.now() - timedelta(days=1)
    anchors.append(anchors.Anchor(young, 3, "00" * 32, long_ago.isoformat()))
    with pytest.raises(CommandError, match="cannot be trusted"):
        said("verify_audit")
    audit.sign_restored_heads([society.pk])
    told = said("verify_audit")
    assert f"{young}: was founded after the backup that was restored" in told
    # What is signed for it after the restore is no excuse any more.
    anchors.append(anchors.Anchor(young, 4, "00" * 32, timezone.now().isoformat()))
    with pytest.raises(CommandError, match="cannot be trusted"):
        said("verify_audit")


def test_verify_audit_fails_without_the_anchors_it_was_told_of(
    society: Society, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match="no anchors"):
        said("verify_audit", "--anchors", str(tmp_path / "nothing"))


def test_verify_audit_fails_for_a_society_that_is_not_there(db: None) -> None:
    with pytest.raises(CommandError, match="no society"):
        said("verify_audit", "--society", "XX")


def test_verify_audit_names_a_society_that_left_and_does_not_ring_for_it(society: Society) -> None:
    audit.sign_heads([society.pk])
    leave_network(society, by=enlist(found("ICRC"), Role.NETWORK_ADMIN, "nadia"))
    assert "AT: " in said("verify_audit")  # its keys are here, so its chain is proved
    forget_society(society.pk)
    assert f"{society.pk}: left the network, and its keys were forgotten." in said("verify_audit")


def test_verify_audit_fails_when_keys_are_gone_and_no_chain_says_that_the_society_left(
    society: Society,
) -> None:
    audit.sign_heads([society.pk])
    Society.objects.filter(pk=society.pk).update(state=Society.State.LEFT)
    forget_society(society.pk)
    with pytest.raises(CommandError, match="cannot be trusted"):
        said("verify_audit")


def test_verify_audit_fails_when_a_key_is_not_at_hand(
    society: Society, settings: Settings, tmp_path: Path
) -> None:
    from kintrace.vault import keyring  # noqa: PLC0415

    keyring.forget_all()
    settings.ROOT_KEYS = tmp_path / "none"
    with pytest.raises(CommandError, match="cannot be trusted"):
        said("verify_audit")
