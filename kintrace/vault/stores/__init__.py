"""Where sealed files and public pictures lie: on this machine's disk, or in buckets of an S3 store.

Who keeps something gives it a name; where it lies the settings alone say (`STORAGES`). The public
side has pictures to read and no place of sealed files at all (docs/decisions/072).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, cast

from django.conf import settings
from django.core.files.storage import storages
from django.utils.translation import gettext_lazy as _

from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from contextlib import AbstractContextManager
    from datetime import datetime

    Wrong = tuple[str, str]  # what is wrong, and what mends it: for whoever runs the house

SEALED, FACES = "sealed", "faces"
_NAME = re.compile(r"[0-9a-z][0-9a-z._-]*(?:/[0-9a-z][0-9a-z._-]*)*")


class StoreAway(Refusal):
    """The store does not answer or refuses us. Nothing was kept, nothing is lost."""

    status = 503

    def __init__(self) -> None:
        super().__init__(
            _(
                "Photos and papers cannot be reached at the moment. "
                "Wait a few minutes, then try again."
            )
        )


@dataclass(frozen=True)
class Lying:
    """What lies in a store under a name, and since when."""

    name: str
    since: datetime


@dataclass(frozen=True, repr=False)
class Piece:
    """So many bytes of something that lies in a store, read one after the other."""

    size: int
    read: Callable[[int], bytes]


class Store(Protocol):
    """A place of files. Whatever it is asked may raise StoreAway; names are `plain`."""

    def put(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write all pieces or nothing; what had this name is replaced. Lasting when it returns."""

    def get(self, name: str) -> bytes:
        """All of it. Raises FileNotFoundError."""

    def piece(
        self, name: str, start: int = 0, stop: int | None = None
    ) -> AbstractContextManager[Piece]:
        """A part of it, which may end before `stop` where the file does. FileNotFoundError."""

    def size(self, name: str) -> int:
        """How many bytes. Raises FileNotFoundError."""

    def delete(self, beginning: str) -> None:
        """Delete all whose name begins so, in every version; what is gone already is no matter."""

    def lying(self) -> Iterator[Lying]:
        """All of ours that lies here whole; what somebody else left there is passed over."""

    def strangers(self) -> int:
        """How many files lie here that are not ours by their names. No sweep deletes them."""

    def tidy(self, before: datetime) -> None:
        """Delete what somebody began to write before this moment and never finished."""

    def open_to_others(self, probe: str, called: str) -> Iterator[Wrong]:
        """Where others may see or keep what they must not. `probe`: something that lies here."""

    def read_only(self, probe: str, called: str) -> Iterator[Wrong]:
        """What hinders reading, and whether this side could write `probe`, which it must not."""


def sealed() -> Store:
    """Originals and papers, each sealed before it comes here."""
    return cast("Store", storages[SEALED])


def faces() -> Store:
    """The public pictures, under random names."""
    return cast("Store", storages[FACES])


def lie_on_disk() -> bool:
    """Whether files lie in folders of this machine."""
    return str(settings.STORAGES[FACES]["BACKEND"]).endswith(".OnDisk")


def plain(name: str) -> str:
    """The name, when it is one of ours: small letters, digits, no way out of the folder."""
    if not is_plain(name):
        raise ValueError("what lies in a store has a plain name")
    return name


def is_plain(name: str) -> bool:
    """Whether a name is one of ours."""
    return _NAME.fullmatch(name) is not None
