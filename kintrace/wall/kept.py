"""What this process remembers of the wall for a few minutes, and why nobody is seen too long.

The **deck** is the cards of all faces, read again once a minute: it says which faces a page may
show, and no face is shown before the database was asked about it. A **frame** is all of a page
but its faces. A **page** is kept as it was sent; before it is sent again, the database says of
each face on it that it still shows. So what is taken down is gone with the next request in every
process, and only what is new may be late. Nothing of a visitor is in here.
"""

import gzip
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar
from uuid import UUID

import brotli  # type: ignore[import-untyped]
from django.utils import timezone

from kintrace.wall import gallery, lookups
from kintrace.wall.gallery import Card, Choice
from kintrace.wall.lookups import Question, Seen

T = TypeVar("T")
DECK_LASTS, PAGE_LASTS = 60, 240  # seconds: a new face hangs everywhere within five minutes
MOST = 300  # pages, and as many frames: each of some 30 KB, a page packed as well


class Deck:
    """The cards of the wall and the day's shuffles of them that were asked for."""

    def __init__(self, deal: Callable[[], list[Card]]) -> None:
        self._deal = deal
        self._lock = threading.Lock()
        self._cards: list[Card] = []
        self._orders: dict[int, list[Card]] = {}
        self._day = date.min
        self._dealt = 0.0

    def forget(self) -> None:
        """Read the cards anew when they are needed next."""
        self._day = date.min

    def shuffled(self, order: int, today: date) -> list[Card]:
        """All cards in one of the sixteen orders of the day."""
        with self._lock:
            now = time.monotonic()
            fresh = self._cards and now - self._dealt < DECK_LASTS and today == self._day
            if not fresh:
                self._cards, self._orders = self._deal(), {}
                self._dealt, self._day = now, today
            if order not in self._orders:
                self._orders[order] = gallery.shuffled(self._cards, order, today)
            return self._orders[order]


class Memory(Generic[T]):
    """Things by all that they depend on, for PAGE_LASTS; the longest unasked goes first."""

    def __init__(self) -> None:
        self._held: OrderedDict[Hashable, tuple[float, T]] = OrderedDict()
        self._lock = threading.Lock()

    def forget(self) -> None:
        with self._lock:
            self._held.clear()

    def find(self, key: Hashable) -> T | None:
        with self._lock:
            made, thing = self._held.get(key, (0.0, None))
            if thing is None or time.monotonic() - made >= PAGE_LASTS:
                return None
            self._held.move_to_end(key)
            return thing

    def keep(self, key: Hashable, thing: T) -> T:
        with self._lock:
            self._held[key] = time.monotonic(), thing
            self._held.move_to_end(key)
            while len(self._held) > MOST:
                self._held.popitem(last=False)
        return thing


@dataclass
class Page:
    """A page as it is sent. It is packed once for each way to pack."""

    html: bytes
    faces: tuple[UUID, ...]
    names: tuple[str, ...]  # of their pictures
    _packed: dict[str, bytes] = field(default_factory=dict)

    @cached_property
    def question(self) -> Question:
        """Whether every face on it may be seen; put together when it is asked the first time."""
        return lookups.question(self.faces)

    def packed(self, accepted: str) -> tuple[str, bytes]:
        """(encoding, bytes) for what a browser says it takes; "" for a page as it is."""
        for encoding, pack in PACKINGS.items():
            if encoding in accepted:
                if encoding not in self._packed:
                    self._packed[encoding] = pack(self.html)
                return encoding, self._packed[encoding]
        return "", self.html


PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda html: bytes(brotli.compress(html, mode=brotli.MODE_TEXT, quality=5)),
    "gzip": lambda html: gzip.compress(html, compresslevel=6, mtime=0),
}
DECK = Deck(lookups.cards)
FRAMES = Memory[str]()
PAGES = Memory[Page]()


def forget() -> None:
    """Start anew, as a restart does: what this process just put up shows at once."""
    DECK.forget()
    FRAMES.forget()
    PAGES.forget()


def page(key: Hashable) -> Page | None:
    """The kept page, if every face on it may be seen at this moment. One without is made anew."""
    found = PAGES.find(key)
    return found if found and found.faces and lookups.all_show(found.question) else None


def chosen(choice: Choice) -> gallery.Page[Seen]:
    """The page of faces that was chosen, each of them seen in the database a moment ago."""
    today = timezone.localdate()
    cards = gallery.cut(_hand(choice, today), choice)
    seen = lookups.faces_seen([card.pk for card in cards.faces])
    if len(seen) < len(cards.faces):  # one was taken down in the last minute: deal anew
        DECK.forget()
        cards = gallery.cut(_hand(choice, today), choice)
        seen = lookups.faces_seen([card.pk for card in cards.faces])
    return gallery.Page(seen, cards.more)


def _hand(choice: Choice, today: date) -> list[Card]:
    """The cards to choose from, in their order: all, or those of one issue of a poster."""
    cards = DECK.shuffled(choice.order, today)
    if not choice.poster:
        return cards
    printed = lookups.printed(choice.poster)
    return [card for card in cards if card.pk in printed]
