"""The menu of the desk: each folder registers its entries, the rail shows those one may open."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise


@dataclass(frozen=True)
class Entry:
    """One line of the rail.

    right: what one must hold to see it (None: every member). order: small comes first.
    count: how many things wait there for the one who asks, or nothing.
    """

    right: Any
    name: str | Promise
    url_name: str
    icon: str
    order: int
    count: Callable[[HttpRequest], int] | None = None


_entries: dict[str, Entry] = {}


def register(entry: Entry) -> None:
    """Put an entry on the rail, from AppConfig.ready. Saying it twice changes nothing."""
    _entries[entry.url_name] = entry


def entries_for(may: Callable[[Any], bool]) -> list[Entry]:
    """The entries whose right `may` grants, in their order."""
    allowed = [entry for entry in _entries.values() if entry.right is None or may(entry.right)]
    return sorted(allowed, key=lambda entry: (entry.order, entry.url_name))


@dataclass(frozen=True)
class Place:
    """An entry as the rail shows it to one member on one page."""

    entry: Entry
    url: str
    current: bool
    waiting: int


def places(request: HttpRequest | None) -> list[Place]:
    """The rail for whoever asks; empty when the gate has not said what they may (`request.may`)."""
    may = getattr(request, "may", None)
    if request is None or may is None:
        return []
    found = [(entry, reverse(entry.url_name)) for entry in entries_for(may)]
    # "My work" is the beginning of every address of the desk, so the longest one is where we are.
    here = max((url for _, url in found if request.path.startswith(url)), key=len, default="")
    return [
        Place(entry, url, url == here, entry.count(request) if entry.count else 0)
        for entry, url in found
    ]
