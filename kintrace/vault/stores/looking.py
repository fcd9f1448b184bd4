"""What may be wrong with the stores of this side, as sentences for whoever runs the house."""

from __future__ import annotations

from secrets import token_hex
from typing import TYPE_CHECKING, cast

from django.conf import settings
from django.core.files.storage import storages

from kintrace.vault.stores import FACES, SEALED, StoreAway

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.vault.stores import Store, Wrong

PROBES = "probe/"


def troubles() -> list[Wrong]:
    """Everything that is wrong, each with what mends it; empty when all is well.

    Where this side writes, a probe is written, read and deleted; where it must not, a probe that
    can be written is the trouble.
    """
    names = [name for name in (SEALED, FACES) if name in settings.STORAGES]
    return [said for name in names for said in _of(name)]


def _of(name: str) -> Iterator[Wrong]:
    store = cast("Store", storages[name])
    probe = f"{PROBES}{token_hex(8)}"
    if settings.HAS_STAFF:
        yield from _written(name, store, probe)
    else:
        yield from store.read_only(probe, name)


def _written(name: str, store: Store, probe: str) -> Iterator[Wrong]:
    try:
        store.put(probe, [b"probe"])
        if store.get(probe) != b"probe":
            yield f"The store of {name} gives back other bytes than it got.", "Do not use it."
        yield from store.open_to_others(probe, name)
        store.delete(PROBES)
        if strangers := store.strangers():
            yield _left_by_others(name, strangers)
    except FileNotFoundError:
        yield f"The store of {name} loses what is written into it.", "Do not use it."
    except (StoreAway, OSError):
        yield (
            f"In the store of {name} nothing can be written, read and deleted.",
            "Look for store.away and store.refused in the log; docs/storage.md says what they mean",
        )


def _left_by_others(name: str, number: int) -> Wrong:
    """Without their names, which may be a person's."""
    what = f"In the store of {name} lie files that Kintrace did not write: {number}."
    mend = (
        "A copy made by hand outlives an erasure: delete what has a name with capital letters, "
        "spaces or other signs than a-z 0-9 . _ -"
    )
    return what, mend
