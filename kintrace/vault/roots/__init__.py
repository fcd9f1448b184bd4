"""Where root keys are kept. `root.py` is the door; nobody else imports from here.

A provider knows the versions that it has, lends one, and makes the next. What it lends is 32 bytes
that the borrower overwrites; nothing that it says holds any of them, or a token.
"""

from pathlib import Path
from typing import Protocol


class RootKeyMissing(Exception):
    """No root key of that version can be used by this process; the text says why and what to do."""


class Provider(Protocol):
    """One place where root keys are kept."""

    def versions(self) -> dict[int, Path]:
        """Map each version at hand to its file."""

    def lend(self, version: int) -> bytearray:
        """Give the 32 bytes of a version; the caller wipes them. Raises RootKeyMissing."""

    def make(self, version: int) -> Path:
        """Make a new version. Raises FileExistsError, RootKeyMissing."""
