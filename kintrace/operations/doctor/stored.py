"""Where files lie: whether the stores take them, and show them to nobody whom they should not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kintrace.operations.doctor import Trouble
from kintrace.vault.stores import looking

if TYPE_CHECKING:
    from collections.abc import Iterator


def stores() -> Iterator[Trouble]:
    """A probe is written, read and deleted; nobody else reads it, and no version of it stays."""
    for what, mend in looking.troubles():
        yield Trouble(what, mend)
