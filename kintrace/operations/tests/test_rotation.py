"""`rotate_keys`: stopped at any point it is gone on with, and the old key goes at the end."""

from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from uuid import UUID

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.network import lookups
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.signin import open_factor, seal_factor
from kintrace.network.tests.cast import PASSWORD, MakeMember, MakeSociety, with_boxes
from kintrace.operations import rotation
from kintrace.vault import actions as vault
from kintrace.vault import keyring, root
from kintrace.vault.actions import rotation as moving
from kintrace.vault.models import RecordKey
from kintrace.vault.reader import reading_as

pytestmark = [pytest.mark.django_db, pytest.mark.database_bound]


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(moving, "BATCH", 3)
    keyring.forget_all()
    yield
    keyring.forget_all()


@pytest.fixture
def at(make_society: MakeSociety) -> Society:
    return make_society("AT")


@pytest.fixture
def alma(at: Society, make_member: MakeMember) -> Member:
    member = make_member(at, Role.CASEWORKER, "alma")
    with_boxes(at, member)
    with reading_as(at.pk):
        member.name, member.email = "Alma Bauer", "alma@example.org"
        member.save()
        secret = {"secret": seal_factor(member, "JBSWY3DP")}
        Authenticator.objects.create(user=member, type="totp", data=secret)
    return member


@pytest.fixture
def files(at: Society) -> list[UUID]:
    with reading_as(at.pk):
        return [vault.open_file(at.pk) for _ in range(10)]


def keys_of(society: Society, files: list[UUID]) -> list[bytes]:
    with reading_as(society.pk) as reader:
        return [bytes(reader.file_key(file)) for file in files]


def said(*words: str) -> str:
    output = StringIO()
    call_command("rotate_keys", *words, stdout=output)
    return output.getvalue()


def versions(society: Society) -> list[int]:
    with reading_as(society.pk):
        rows = RecordKey.objects.filter(society_id=society.pk).order_by("version")
        return list(rows.values_list("version", flat=True))


def let_time_pass(society: Society) -> None:
    """Until no process holds the old key any more."""
    long_ago = timezone.now() - moving.GRACE - timedelta(minutes=1)
    with reading_as(society.pk):
        RecordKey.objects.filter(society_id=society.pk).update(made_at=long_ago)


def everything_opens(society: Society, alma: Member) -> None:
    known = lookups.member(alma.pk)
    with reading_as(society.pk):
        assert (known.name, known.email) == ("Alma Bauer", "alma@example.org")
        factor = Authenticator.objects.get(user=known)
        assert open_factor(known, factor.data["secret"]) == "JBSWY3DP"
    assert vault.opened(known.pk, society=society.pk, opening_password=PASSWORD).names()
    assert audit.verify(society.pk) == []


def wrapped(society: Society) -> list[bytes]:
    with reading_as(society.pk):
        return [bytes(row.wrapped) for row in RecordKey.objects.filter(society_id=society.pk)]


def test_a_new_key_takes_over_and_the_old_one_is_forgotten(
    at: Society, alma: Member, files: list[UUID]
) -> None:
    before, (old,) = keys_of(at, files), wrapped(at)
    assert "The old key opens beside the new one" in said("--society", "at")
    assert versions(at) == [1, 2]
    assert keys_of(at, files) == before
    everything_opens(at, alma)
    said("--society", "at")
    assert versions(at) == [1, 2]
    let_time_pass(at)
    assert "The old key is forgotten." in said("--society", "at")
    assert versions(at) == [2]
    assert old not in wrapped(at)
    assert keys_of(at, files) == before
    everything_opens(at, alma)
    with reading_as(at.pk):
        deeds = [entry.deed for entry in audit.entries(at.pk)]
    assert deeds[0] == Deed.FORGOT_OLD_KEY
    assert deeds.count(Deed.ROTATED_KEYS) == 1


@pytest.mark.parametrize("step", [1, 4, 8, 12, 15])
def test_a_rotation_that_was_killed_in_the_middle_goes_on(
    at: Society, alma: Member, files: list[UUID], monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    before = keys_of(at, files)
    with monkeypatch.context() as patch:
        left, real = [step], moving._moved  # noqa: SLF001 - where the power goes off

        def until_the_power_goes(*args: object) -> object:
            left[0] -= 1
            if not left[0]:
                raise KeyboardInterrupt
            return real(*args)  # type: ignore[arg-type]

        patch.setattr(moving, "_moved", until_the_power_goes)
        with pytest.raises(KeyboardInterrupt):
            rotation.rotate(at.pk)
    keyring.forget_all()  # the process died
    assert versions(at) == [1, 2]
    assert keys_of(at, files) == before
    everything_opens(at, alma)
    rotation.finish_rotations()
    let_time_pass(at)
    rotation.finish_rotations()
    assert versions(at) == [2]
    assert keys_of(at, files) == before
    everything_opens(at, alma)


def test_a_rotation_that_could_not_begin_leaves_no_key_behind(
    at: Society, alma: Member, files: list[UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(society: UUID) -> None:
        record(Deed.ROTATED_KEYS, about=society, by=Machine(society))
        raise KeyboardInterrupt

    monkeypatch.setattr(rotation, "record_rotation", breaks)
    with pytest.raises(KeyboardInterrupt):
        rotation.rotate(at.pk)
    assert versions(at) == [1]
    with reading_as(at.pk):
        vault.open_file(at.pk)
    everything_opens(at, alma)


def test_a_process_that_still_holds_the_old_key_reads_and_writes_meanwhile(
    at: Society, alma: Member, files: list[UUID]
) -> None:
    before = keys_of(at, files)
    ring = keyring._ring  # noqa: SLF001 - what another process remembers
    held = {place: (bytes(one.key), one.until) for place, one in ring.held.items()}
    rotation.rotate(at.pk)
    keyring.forget_all()
    for place, (key, until) in held.items():
        ring.held[place] = keyring._Held(bytearray(key), until)  # noqa: SLF001
    with reading_as(at.pk):
        late = vault.open_file(at.pk)  # under the old key: this process does not know better
        record(Deed.OPENED_BOX, about=alma.pk, by=alma)
    assert keys_of(at, files) == before
    let_time_pass(at)
    turn = rotation.rotate(at.pk)
    assert (turn.moved, bool(turn.until)) == (1, True)
    assert rotation.rotate(at.pk).until is None
    keyring.forget_all()
    assert keys_of(at, [late])
    everything_opens(at, alma)


def test_the_chain_is_verified_over_several_rotations(at: Society, alma: Member) -> None:
    for number in (2, 3, 4):
        rotation.rotate(at.pk)
        record(Deed.OPENED_BOX, about=alma.pk, by=alma)
        let_time_pass(at)
        rotation.finish_rotations()
        assert versions(at) == [number]
        assert audit.verify(at.pk) == []


def test_a_value_that_opens_with_no_key_is_a_doubt_and_stops_nothing(
    at: Society, alma: Member, files: list[UUID]
) -> None:
    Authenticator.objects.filter(user=alma).update(data={"secret": "c2VhbGVk"})
    with pytest.raises(CommandError, match="Not everything opens"):
        said("--society", "AT")
    let_time_pass(at)
    rotation.finish_rotations()
    assert versions(at) == [2]


def test_a_dry_run_counts_and_changes_nothing(at: Society, alma: Member, files: list[UUID]) -> None:
    words = said("--dry-run")
    assert "values to move. Nothing was changed." in words
    assert versions(at) == [1]
    with pytest.raises(CommandError, match="no society with this code"):
        said("--society", "ZZ")


def test_a_new_root_key_takes_over_without_a_new_record_key(
    at: Society, alma: Member, files: list[UUID]
) -> None:
    path = root.make(root.newest() + 1)
    try:
        assert "under the newest root key" in said("--root-only", "--society", "AT")
        with reading_as(at.pk):
            row = RecordKey.objects.get(society_id=at.pk)
        assert row.root_version == root.newest()
        keyring.forget_all()
        everything_opens(at, alma)
    finally:
        path.unlink()
