"""The root key: 32 bytes outside data and backups, lent only while it is needed.

It wraps each society's record key. The newest version wraps, older ones still unwrap until
`rotate_keys` has been run. The house's lie in the folder `settings.ROOT_KEYS` as `root-N.key`, in
the one file `settings.ROOT_KEY_FILE`, or wrapped by a Vault; a society may keep its own elsewhere
(`settings.ROOTS`, roots/told.py). The public side has no root key and refuses to look for one.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from django.conf import settings

from kintrace.vault import ciphers, published
from kintrace.vault.roots import Provider, RootKeyMissing, told
from kintrace.vault.roots.files import FromFile, FromFiles, numbered, write_whole

__all__ = [
    "HOUSE",
    "RootKeyMissing",
    "derived",
    "lay_down",
    "lent",
    "make",
    "newest",
    "provider_of",
    "retire",
    "versions",
]

HOUSE = ""  # the provider of every society that has none of its own
LEDGER = "ledger"  # what a root key is needed for after it has been retired


def provider_of(society: UUID) -> str:
    """Name who keeps the root key of a society from now on. Raises RootKeyMissing."""
    _only_on_the_staff_side()
    return told.read(settings.ROOTS).societies.get(society, HOUSE)


def versions(provider: str = HOUSE) -> dict[int, Path]:
    """Map each version at hand to its file. Raises RootKeyMissing."""
    return {number: file for one in _kept_by(provider) for number, file in one.versions().items()}


def newest(provider: str = HOUSE) -> int:
    """Give the version that wraps from now on. Raises RootKeyMissing."""
    at_hand = versions(provider)
    if not at_hand:
        whose = f" of “{provider}”" if provider else ""
        raise RootKeyMissing(f"There is no root key{whose}: see docs/keys.md.")
    return max(at_hand)


def make(version: int = 1, provider: str = HOUSE) -> Path:
    """Make a new version where new ones are kept. Raises FileExistsError, RootKeyMissing."""
    return _kept_by(provider)[-1].make(version)


@contextmanager
def lent(version: int, provider: str = HOUSE) -> Iterator[bytearray]:
    """Lend a root key itself, to be sealed for a safe; it is wiped on leaving."""
    root = _lend(version, provider)
    try:
        yield root
    finally:
        ciphers.wipe(root)


@contextmanager
def derived(version: int, purpose: str, provider: str = HOUSE) -> Iterator[bytearray]:
    """Lend the key of one purpose under a root key; both are wiped on leaving."""
    key = _left_by(version) if purpose == LEDGER and provider == HOUSE else None
    if key is None:
        with lent(version, provider) as root:
            key = ciphers.derive(root, f"root|{purpose}")
    try:
        yield key
    finally:
        ciphers.wipe(key)


def lay_down(version: int, key: bytearray) -> Path:
    """Put a version back that came out of a safe. Raises FileExistsError, RootKeyMissing."""
    _only_on_the_staff_side()
    return write_whole(Path(settings.ROOT_KEYS) / f"root-{version}.key", bytes(key))


def retire(version: int) -> None:
    """Take a version of the house away; what proves its lines of the ledger stays in its place.

    The caller makes sure that no record key lies under it.
    """
    path = versions()[version]
    if version == newest() or settings.ROOT_KEY_FILE:
        raise RootKeyMissing(f"Root key {version} is the newest: it cannot be retired.")
    if version not in _left():
        with derived(version, LEDGER) as key:
            write_whole(_place_of_left(version), bytes(key))
    path.unlink()


def _left() -> dict[int, Path]:
    return numbered(Path(settings.ROOT_KEYS), LEDGER)


def _place_of_left(version: int) -> Path:
    return Path(settings.ROOT_KEYS) / f"root-{version}.{LEDGER}"


def _left_by(version: int) -> bytearray | None:
    """What a retired version left behind."""
    _only_on_the_staff_side()
    try:
        return bytearray(_place_of_left(version).read_bytes())
    except OSError:
        return None


def _lend(version: int, provider: str) -> bytearray:
    for one in _kept_by(provider):
        if version in one.versions():
            return _own(version, one.lend(version))
    raise RootKeyMissing(f"Root key {version} is not at hand.")


def _own(version: int, key: bytearray) -> bytearray:
    if published.is_published(key):
        raise RootKeyMissing(
            f"Root key {version} is published with Kintrace: make one of your own."
        )
    return key


def _kept_by(provider: str) -> list[Provider]:
    """Where the versions of a provider lie; new ones are made at the last of these places."""
    _only_on_the_staff_side()
    read = told.read(settings.ROOTS)
    if provider == HOUSE:
        return _house(read.providers[read.house] if read.house else None)
    if provider not in read.providers:
        raise RootKeyMissing(f"KINTRACE_ROOTS does not say where “{provider}” keeps root keys.")
    return [read.providers[provider]]


def _house(elsewhere: Provider | None) -> list[Provider]:
    """The folder or file, and what the house keeps elsewhere since it moved there."""
    file, folder = settings.ROOT_KEY_FILE, Path(settings.ROOT_KEYS)
    first: Provider = FromFile(Path(file)) if file else FromFiles(folder)
    return [first, elsewhere] if elsewhere else [first]


def _only_on_the_staff_side() -> None:
    if settings.SIDE in {"public", "matcher"}:
        raise RootKeyMissing("Only the staff side works with the root key.")
