"""Where root keys are kept: files, one file, a Vault; and a society that keeps its own."""

import time
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from pytest_django import Settings

from kintrace.vault import keyring, ledger, root
from kintrace.vault.actions import make_record_key, rewrap_record_key, staff_open, staff_seal
from kintrace.vault.models import RecordKey
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.roots import told, transit
from kintrace.vault.tests.stand_in_vault import ROLE, SECRET, TOKEN, StandIn, vault_running


@pytest.fixture
def vault() -> Iterator[StandIn]:
    transit._silent_until.clear()  # noqa: SLF001 - another test's server was silent
    with vault_running() as standing:
        yield standing


@pytest.fixture
def in_vault(vault: StandIn, settings: Settings, tmp_path: Path) -> Path:
    """The house keeps its root keys in a Vault; gives the folder of what is wrapped."""
    folder = tmp_path / "wrapped"
    lay(tmp_path, settings, transit_of(vault, tmp_path, folder), house="hq")
    return folder


def transit_of(vault: StandIn, tmp_path: Path, folder: Path, more: str = "") -> str:
    token = tmp_path / "token"
    token.write_text(f"{TOKEN}\n")
    signs_in = more or f'token_file = "{token}"'
    return (
        f'[providers.hq]\nkind = "transit"\naddress = "{vault.address}"\nkey = "kintrace"\n'
        f'folder = "{folder}"\nseconds = 0.4\n{signs_in}\n'
    )


def lay(
    tmp_path: Path, settings: Settings, text: str, *, house: str = "", of: UUID | None = None
) -> None:
    """Write the file of KINTRACE_ROOTS."""
    file = tmp_path / f"roots-{uuid4().hex}.toml"
    first = f'house = "{house}"\n' if house else ""
    theirs = f'[societies]\n"{of}" = "own"\n' if of else ""
    file.write_text(first + text + theirs)
    settings.ROOTS = str(file)


def lent(version: int, provider: str = "") -> bytes:
    with root.lent(version, provider) as key:
        return bytes(key)


def refusal(version: int = 2) -> str:
    with pytest.raises(root.RootKeyMissing) as refused, root.lent(version):
        pass
    assert TOKEN not in str(refused.value)
    assert refused.value.__cause__ is None
    return str(refused.value)


# --- files ---


def test_a_new_version_is_seen_only_when_it_is_whole(
    keys: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []
    monkeypatch.setattr("kintrace.vault.roots.files.os.fsync", lambda _: seen.append(root.newest()))
    path = root.make(2)
    assert (seen, root.newest()) == ([1], 2)
    assert path.stat().st_mode & 0o777 == 0o400
    with pytest.raises(FileExistsError):
        root.make(2)
    assert sorted(file.name for file in keys.iterdir()) == ["root-1.key", "root-2.key"]


def test_one_file_may_hold_the_key_as_text(keys: Path, settings: Settings, tmp_path: Path) -> None:
    before, place = lent(1), tmp_path / "secret"
    place.write_text(before.hex() + "\n")
    place.chmod(0o400)
    settings.ROOT_KEY_FILE = str(place)
    assert lent(1) == before
    place.chmod(0o600)
    place.write_text("not a key at all")
    with pytest.raises(root.RootKeyMissing, match="does not hold 32 bytes"):
        lent(1)
    with pytest.raises(root.RootKeyMissing, match="has to be made where"):
        root.make(2)


def test_a_credential_of_systemd_is_taken_as_it_is_laid_down(
    keys: Path, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "root-1.key"
    place.write_bytes(lent(1))
    place.chmod(0o440)
    settings.ROOT_KEY_FILE = str(place)
    with pytest.raises(root.RootKeyMissing, match="can be read by others"):
        lent(1)
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(tmp_path))
    if place.stat().st_uid == 0:  # tests of root; else it is no credential of systemd
        assert len(lent(1)) == 32
    place.chmod(0o444)
    with pytest.raises(root.RootKeyMissing, match="can be read by others"):
        lent(1)


def test_a_retired_version_leaves_what_proves_its_lines_of_the_ledger(
    austria: UUID, keys: Path
) -> None:
    erased = uuid4()
    ledger.append(erased)
    root.make(2)
    assert rewrap_record_key(austria)
    root.retire(1)
    assert set(root.versions()) == {2}
    assert ledger.erased() == {erased}
    with pytest.raises(root.RootKeyMissing), root.derived(1, "record keys"):
        pass
    with pytest.raises(root.RootKeyMissing, match="cannot be retired"):
        root.retire(2)


# --- a Vault ---


def test_what_a_vault_wrapped_opens_and_lies_nowhere_in_clear(
    austria: UUID, in_vault: Path, vault: StandIn, tmp_path: Path
) -> None:
    with reading_as(austria):
        sealed = staff_seal("secret", label="x")
    path = root.make(2)
    assert path.read_text().startswith("vault:v1:")
    assert set(root.versions()) == {1, 2}  # what the house had in its folder is there as before
    assert rewrap_record_key(austria)
    keyring.forget_all()
    with reading_as(austria):
        assert staff_open(sealed, label="x") == "secret"
    plain = lent(2)
    for file in (one for one in tmp_path.rglob("*") if one.is_file()):
        assert plain not in file.read_bytes()
        assert plain.hex() not in file.read_text(errors="replace")


def test_a_new_version_of_the_transit_key_opens_what_the_old_one_wrapped(
    in_vault: Path, vault: StandIn
) -> None:
    root.make(2)
    before = lent(2)
    vault.rotate("kintrace")
    assert root.make(3).read_text().startswith("vault:v2:")
    assert lent(2) == before
    assert lent(3) != before


def test_a_vault_may_be_signed_in_to_by_role(
    vault: StandIn, settings: Settings, tmp_path: Path
) -> None:
    for name, held in (("role", ROLE), ("secret-id", SECRET)):
        (tmp_path / name).write_text(held)
    signs_in = f'role_id_file = "{tmp_path}/role"\nsecret_id_file = "{tmp_path}/secret-id"'
    lay(tmp_path, settings, transit_of(vault, tmp_path, tmp_path / "w", signs_in), house="hq")
    root.make(2)
    assert len(lent(2)) == 32
    (tmp_path / "secret-id").write_text("another")
    assert "refuses this process" in refusal()
    (tmp_path / "secret-id").unlink()
    assert "cannot be read" in refusal()


def test_each_trouble_of_a_vault_is_a_sentence_without_a_token(
    in_vault: Path, vault: StandIn
) -> None:
    path = root.make(2)
    vault.tokens.clear()
    assert "refuses this process" in refusal()
    vault.tokens.add(TOKEN)
    vault.sealed = True
    assert "is sealed" in refusal()
    vault.sealed, vault.garbled = False, True
    assert "does not hold 32 bytes" in refusal()
    vault.garbled = False
    held = vault.keys.pop("kintrace")
    assert "knows no such transit key" in refusal()
    vault.keys["kintrace"] = {1: bytes(32)}
    assert "does not open it with this transit key" in refusal()
    vault.keys["kintrace"] = held
    assert len(lent(2)) == 32
    path.chmod(0o600)
    path.write_text("root key")
    assert "is no key that Vault wrapped" in refusal()
    assert "not at hand" in refusal(9)


def test_nobody_waits_twice_for_a_vault_that_does_not_answer(
    in_vault: Path, vault: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    root.make(2)
    vault.slow = 1
    begun = time.monotonic()
    assert "does not answer" in refusal()
    waited = time.monotonic() - begun
    asked = len(vault.asked)
    assert "does not answer" in refusal()
    assert waited >= 0.4
    assert len(vault.asked) == asked
    vault.slow = 0
    monkeypatch.setattr(
        "kintrace.vault.roots.transit.time.monotonic", lambda: begun + 2 * transit.PAUSE
    )
    assert len(lent(2)) == 32


# --- a society of its own ---


@pytest.fixture
def own(tmp_path: Path, settings: Settings, austria: UUID) -> Path:
    """Austria keeps its root key itself; gives the folder."""
    folder = tmp_path / "theirs"
    text = f'[providers.own]\nkind = "files"\nfolder = "{folder}"\n'
    lay(tmp_path, settings, text, of=austria)
    root.make(1, "own")
    return folder


def test_a_society_that_cuts_its_key_off_is_shut_and_no_other(
    austria: UUID, bulgaria: UUID, own: Path
) -> None:
    sealed = {}
    for society in (austria, bulgaria):
        with reading_as(society):
            sealed[society] = staff_seal("secret", label="x")
    assert rewrap_record_key(austria)
    assert not rewrap_record_key(bulgaria)
    with reading_as(austria):
        row = RecordKey.objects.get(society_id=austria)
        assert (row.provider, row.root_version) == ("own", 1)
    keyring.forget_all()
    own.rename(own.with_name("taken away"))
    with reading_as(austria), pytest.raises(keyring.SocietyIsShut):
        staff_open(sealed[austria], label="x")
    with reading_as(bulgaria):
        assert staff_open(sealed[bulgaria], label="x") == "secret"
    own.with_name("taken away").rename(own)
    with reading_as(austria):
        assert staff_open(sealed[austria], label="x") == "secret"


def test_a_row_of_one_provider_does_not_open_with_the_key_of_another(
    austria: UUID, keys: Path, own: Path
) -> None:
    assert rewrap_record_key(austria)
    with reading_as(austria):
        RecordKey.objects.filter(society_id=austria).update(provider="")
    keyring.forget_all()
    with reading_as(austria), pytest.raises(KeyNotAtHand):
        staff_seal("x", label="x")


def test_a_society_that_is_founded_with_its_own_key_never_lies_under_the_houses(
    db: None, settings: Settings, tmp_path: Path
) -> None:
    society = uuid4()
    text = f'[providers.own]\nkind = "files"\nfolder = "{tmp_path}/theirs"\n'
    lay(tmp_path, settings, text, of=society)
    with pytest.raises(root.RootKeyMissing, match="no root key of “own”"):
        make_record_key(society)
    root.make(1, "own")
    make_record_key(society)
    with reading_as(society):
        assert RecordKey.objects.get(society_id=society).provider == "own"


def test_a_society_goes_home_to_the_house(austria: UUID, own: Path, settings: Settings) -> None:
    assert rewrap_record_key(austria)
    text = Path(settings.ROOTS).read_text()
    Path(settings.ROOTS).write_text(text.split("[societies]")[0])
    told._read.cache_clear()  # noqa: SLF001 - written twice in one tick of the clock
    assert rewrap_record_key(austria)
    with reading_as(austria):
        assert RecordKey.objects.get(society_id=austria).provider == root.HOUSE


# --- the file ---

TRANSIT = 'kind = "transit"\naddress = "https://v.example"\nkey = "k"\nfolder = "/w"\n'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("house = ", "is no TOML"),
        ('house = "hq"', "there is no [providers.hq]"),
        ("[provider.hq]", "does not know “provider”"),
        ('[providers.HQ]\nkind = "files"', "needs a name of small letters"),
        ('[providers.hq]\nfolder = "/w"', 'needs kind = "files" or "transit"'),
        ('[providers.hq]\nkind = "files"\nfolder = "w"', "needs folder, a whole path"),
        ('[providers.hq]\nkind = "files"\nfolder = "/w"\nmode = 1', "does not know “mode”"),
        (f"[providers.hq]\n{TRANSIT}", "token_file or else role_id_file"),
        (f'[providers.hq]\n{TRANSIT}token_file = "t"', "has a token_file that cannot be followed"),
        (f'[providers.hq]\n{TRANSIT}token_file = "/t"\nseconds = 99', "between 0 and 30 seconds"),
        (
            f'[providers.hq]\n{TRANSIT}token_file = "/t"'.replace("https", "http"),
            "begins with https://",
        ),
        ('providers = "hq"', "has to be a table"),
        ('[societies]\nAT = "hq"', "a society is named by its number"),
    ],
)
def test_a_file_that_cannot_be_followed_is_refused_with_what_to_mend(
    text: str, words: str, settings: Settings, tmp_path: Path
) -> None:
    lay(tmp_path, settings, text)
    with pytest.raises(told.RootsWrong) as refused:
        root.newest()
    assert words in str(refused.value)
    assert TOKEN not in str(refused.value)


def test_a_file_that_is_not_there_is_refused(settings: Settings, tmp_path: Path) -> None:
    settings.ROOTS = str(tmp_path / "none")
    with pytest.raises(told.RootsWrong, match="cannot be read"):
        root.newest()


def test_the_public_side_never_reads_who_keeps_keys(settings: Settings, tmp_path: Path) -> None:
    settings.ROOTS, settings.SIDE = str(tmp_path / "none"), "public"
    with pytest.raises(root.RootKeyMissing, match="Only the staff side"):
        root.provider_of(uuid4())
