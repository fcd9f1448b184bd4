"""What may be wrong with the stores of this side, as sentences for whoever runs the house."""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.core.files.storage import storages

from kintrace.vault.stores import FACES, SEALED, StoreAway

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.vault.stores import Store

PROBES = "probe/"


def troubles() -> list[str]:
    """Everything that is wrong, each with what to do; empty when all is well.

    Where this side writes, a probe is written, read and deleted; where it must not, a probe that
    can be written is the trouble.
    """
    names = [name for name in (SEALED, FACES) if name in settings.STORAGES]
    return [said for name in names for said in _of(name)]


def _of(name: str) -> Iterator[str]:
    store = cast("Store", storages[name])
    probe = f"{PROBES}{token_hex(8)}"
    if settings.HAS_STAFF:
        yield from _written(name, store, probe)
    else:
        yield from store.read_only(probe, name)


def _written(name: str, store: Store, probe: str) -> Iterator[str]:
    try:
        store.put(probe, [b"probe"])
        if store.get(probe) != b"probe":
            yield f"The store of {name} gives back other bytes than it got: do not use it."
        yield from store.open_to_others(probe, name)
        store.delete(PROBES)
    except FileNotFoundError:
        yield f"The store of {name} lost a probe as soon as it was written: do not use it."
    except StoreAway:
        yield (
            f"The store of {name} cannot be written, read and deleted in: see store.away and "
            "store.refused in the log, then docs/storage.md."
        )
