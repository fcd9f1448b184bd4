"""The door of the web server for a drill: a process that remembers no society's key for long.

In service a key is held for 15 minutes; then a drill of minutes would hardly ever ask for it.
"""

from kintrace.config.wsgi import application
from kintrace.vault import keyring

keyring.HELD_SECONDS = 0.2  # type: ignore[assignment]  # nearly every request asks for the root key

__all__ = ["application"]
