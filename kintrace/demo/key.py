"""The demo's own root key and matching pair, and what its passwords cost: next to nothing, for
anybody knows them.

Most of the first minutes of making the network went into making them hard to guess
(docs/decisions/046).
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from kintrace.network.hashing import cost_little
from kintrace.vault import matching_pair, root

# A demo that was made before passwords cost little has a mark of another name, and is left so.
MARK, OLDER_MARK = "made-by-the-demo-2", "made-by-the-demo"


class NotTheDemosKey(Exception):
    """The demo was pointed at an installation's keys."""


def is_ours() -> bool:
    """Whether a demo made this key, and its passwords cost little."""
    return (Path(settings.ROOT_KEYS) / MARK).exists()


def require_own() -> None:
    """Make the demo's root key; a key somebody else made guards real people and is refused."""
    if not root.versions():
        root.make()
        (Path(settings.ROOT_KEYS) / MARK).touch()
        cost_little()
    elif not (is_ours() or (Path(settings.ROOT_KEYS) / OLDER_MARK).exists()):
        raise NotTheDemosKey("This folder holds a root key that the demo did not make.")
    _make_matching_pair()


def _make_matching_pair() -> None:
    """Both halves: the demo's one worker is the matching worker, too."""
    if matching_pair.public_half() is None:
        matching_pair.make(Path(settings.MATCHING_PUBLIC).parent)
