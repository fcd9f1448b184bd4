"""A store that does not answer is left alone for a while, so that nobody waits for it in turn."""

from __future__ import annotations

import threading
import time

from kintrace.vault.stores import StoreAway

LENGTH = 30.0  # seconds; longer than one call with all its tries takes


class Rest:
    """Whether this process may ask the store now. One asks after each rest, the others wait."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._until: float | None = None  # None: it answered when it was last asked

    def require_over(self) -> None:
        """Raises StoreAway while the store is left alone, without asking it."""
        with self._lock:
            now = time.monotonic()
            if self._until is None:
                return
            if now < self._until:
                raise StoreAway
            self._until = now + LENGTH  # this one tries; the others hear of it when it is known

    def begin(self) -> None:
        """It did not answer."""
        with self._lock:
            self._until = time.monotonic() + LENGTH

    def end(self) -> None:
        """It answered, whatever it said."""
        with self._lock:
            self._until = None
