"""A head signed outside the database tells on whoever writes a whole chain anew."""

import json
from collections.abc import Callable
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from pytest_django.fixtures import Settings

from kintrace.audit import anchors, chain, jobs, lookups
from kintrace.audit.lookups import Harm
from kintrace.audit.tests.conftest import Execute, act
from kintrace.vault import keyring
from kintrace.vault.reader import reading_as


@pytest.fixture(autouse=True)
def own_folders(settings: Settings, tmp_path: Path) -> None:
    settings.DATA = str(tmp_path)


def test_a_signed_head_meets_its_row(society: UUID) -> None:
    act(society, 3)
    assert jobs.sign_heads([society, uuid4()]) == 1
    act(society, 2)
    jobs.sign_heads([society])
    signed = anchors.read(anchors.folder())
    assert [anchor.seq for anchor in signed] == [3, 5]
    assert lookups.verify(society, signed) == []


def test_the_key_is_made_once_and_read_by_nobody_else(society: UUID) -> None:
    path = anchors.make_key()
    first = path.read_bytes()
    anchors.make_key()
    assert path.read_bytes() == first
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.attack
@pytest.mark.database_bound
def test_a_chain_written_anew_under_its_own_key_is_told_by_its_anchor(
    lasting_society: UUID, intruder: Execute, attacked: Callable[..., None]
) -> None:
    act(lasting_society, 4)
    jobs.sign_heads([lasting_society])
    for table in ("entry", "head"):
        intruder(f"DELETE FROM audit_{table}")  # noqa: S608
    act(lasting_society, 6)
    assert lookups.verify(lasting_society) == []
    [found] = lookups.verify(lasting_society, anchors.read(anchors.folder()))
    attacked(
        "the same, who has the root key and works the whole chain out anew",
        tried="every row deleted, six written under the chain's own key; read beside one anchor",
        got=0 if (found.seq, found.harm) == (4, Harm.ANCHOR_UNMET) else 1,
    )


@pytest.mark.database_bound
def test_after_a_restore_only_what_was_lost_before_it_is_excused(
    lasting_society: UUID, intruder: Execute
) -> None:
    act(lasting_society, 4)
    jobs.sign_heads([lasting_society])
    _lose(lasting_society, back_to=2, intruder=intruder)
    jobs.sign_restored_heads([lasting_society])
    act(lasting_society, 3)
    jobs.sign_heads([lasting_society])
    assert lookups.verify(lasting_society, anchors.read(anchors.folder())) == []

    _lose(lasting_society, back_to=4, intruder=intruder)
    act(lasting_society, 6)
    [found] = lookups.verify(lasting_society, anchors.read(anchors.folder()))
    assert (found.seq, found.harm) == (5, Harm.ANCHOR_UNMET)


def _lose(society: UUID, *, back_to: int, intruder: Execute) -> None:
    """Set the whole chain back to an earlier end, as an older copy of the database does."""
    with reading_as(society), keyring.borrowed(society, keyring.AUDIT) as key:
        [mac] = [bytes(one.mac) for one in lookups.entries(society) if one.seq == back_to]
        seal = chain.head_seal(key, society=society, seq=back_to, mac=mac)
    intruder("DELETE FROM audit_entry WHERE seq > %s", back_to)
    intruder("UPDATE audit_head SET seq = %s, mac = %s, seal = %s", back_to, mac, seal)


def test_nobody_without_the_key_says_that_a_backup_came_back(society: UUID) -> None:
    act(society)
    jobs.sign_heads([society])
    file = anchors.folder() / "heads.jsonl"
    file.write_text(json.dumps({**json.loads(file.read_text()), "restored": True}) + "\n")
    with pytest.raises(anchors.AnchorDoubt, match="line 1"):
        anchors.read(anchors.folder())


@pytest.mark.parametrize("what", ["seq", "mac", "society", "at", "signature"])
def test_an_anchor_that_was_changed_is_not_believed(society: UUID, what: str) -> None:
    act(society)
    jobs.sign_heads([society])
    file = anchors.folder() / "heads.jsonl"
    told = json.loads(file.read_text())
    other = {"seq": 9, "mac": "00" * 32, "society": str(uuid4()), "at": "", "signature": "00" * 64}
    file.write_text(json.dumps({**told, what: other[what]}) + "\n")
    with pytest.raises(anchors.AnchorDoubt, match="line 1"):
        anchors.read(anchors.folder())


def test_a_folder_without_anchors_is_a_doubt(tmp_path: Path) -> None:
    with pytest.raises(anchors.AnchorDoubt):
        anchors.read(tmp_path / "nothing")


def test_a_line_that_was_cut_off_by_a_crash_spoils_no_other(society: UUID) -> None:
    act(society)
    jobs.sign_heads([society])
    file = anchors.folder() / "heads.jsonl"
    whole = file.read_bytes()
    file.write_bytes(whole + whole[:100])
    jobs.sign_heads([society])
    assert len(anchors.read(anchors.folder())) == 2
