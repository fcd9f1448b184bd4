"""What this process remembers of the wall for a few minutes, and why nobody is seen too long.

The **deck** is the cards of all faces, read again once a minute: it says which faces a page may
show, and no face is shown before the database was asked about it. A **page** is kept as it was
sent; before it is sent again, the database says of each face on it that it still shows. So what
is taken down is gone with the next request in every process, and only what is new may be late.
Nothing of a visitor is in here: a page depends on its key alone.
"""

import gzip
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

import brotli  # type: ignore[import-untyped]
from django.utils import timezone

from kintrace.wall import gallery, lookups
from kintrace.wall.gallery import Card, Choice

if TYPE_CHECKING:
    from kintrace.wall.models import Face

DECK_LASTS, PAGE_LASTS = 60, 240  # seconds: a new face hangs everywhere within five minutes
MOST_PAGES = 600  # of 30 to 60 KB each, as they are and packed


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
            if now - self._dealt >= DECK_LASTS or today != self._day:
                self._cards, self._orders = self._deal(), {}
                self._dealt, self._day = now, today
            if order not in self._orders:
                self._orders[order] = gallery.shuffled(self._cards, order, today)
            return self._orders[order]


@dataclass
class Page:
    """A page as it is sent, and the faces on it. It is packed once for each way to pack."""

    html: bytes
    faces: list[UUID]
    made: float = field(default_factory=time.monotonic)
    _packed: dict[str, bytes] = field(default_factory=dict)

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


class Pages:
    """Pages by all that they depend on; the longest unasked goes when there are too many."""

    def __init__(self) -> None:
        self._pages: OrderedDict[Hashable, Page] = OrderedDict()
        self._lock = threading.Lock()

    def forget(self) -> None:
        with self._lock:
            self._pages.clear()

    def find(self, key: Hashable) -> Page | None:
        """The page, if it is young and every face on it may be seen at this moment."""
        with self._lock:
            page = self._pages.get(key)
            if page is None:
                return None
            self._pages.move_to_end(key)
        young = time.monotonic() - page.made < PAGE_LASTS
        return page if young and lookups.all_show(page.faces) else None

    def keep(self, key: Hashable, page: Page) -> Page:
        with self._lock:
            self._pages[key] = page
            self._pages.move_to_end(key)
            while len(self._pages) > MOST_PAGES:
                self._pages.popitem(last=False)
        return page


DECK, PAGES = Deck(lookups.cards), Pages()


def forget() -> None:
    """Start anew, as a restart does: what this process just put up shows at once."""
    DECK.forget()
    PAGES.forget()


def chosen(choice: Choice) -> "gallery.Page[Face]":
    """The page of faces that was chosen, each of them seen in the database a moment ago."""
    today = timezone.localdate()
    card_page = gallery.cut(DECK.shuffled(choice.order, today), choice)
    faces = _faces(card_page)
    if len(faces) < len(card_page.faces):  # one was taken down in the last minute: deal anew
        DECK.forget()
        card_page = gallery.cut(DECK.shuffled(choice.order, today), choice)
        faces = _faces(card_page)
    return gallery.Page(faces, card_page.more)


def _faces(page: gallery.Page[Card]) -> "list[Face]":
    return lookups.faces_showing([card.pk for card in page.faces])
