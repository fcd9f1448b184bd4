"""Loading: societies side by side in processes, each in batches that are one transaction."""

from __future__ import annotations

import random
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any
from unittest.mock import patch
from uuid import UUID, uuid4

from django.db import connections

from bench.size import beside, copying
from bench.size.cards import Taggers, cards
from bench.size.searches import DEEDS, Desk
from kintrace.audit import chain
from kintrace.audit.models import Head
from kintrace.people.card_tags import epoch_now, network_tagger, tagger_of
from kintrace.vault import boxes, ciphers, keyring, lookups
from kintrace.vault.reader import reading_as
from kintrace.vault.trust import require_trusted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import psycopg

    from bench.size.founding import Founded
    from bench.size.searches import Search

AT_ONCE = 250  # cases
FACES = 10_000  # live ones of a network of WHOLE cases
PAST = 3  # past ones for each
WHOLE = 250_000
# Of the cases that may have a face: half of all that exist.
LIVE = FACES / WHOLE / 0.5


def filled(founded: list[Founded], *, processes: int, say: Callable[[str], None]) -> Counter[str]:
    """Fill all societies; how many rows lie in each table."""
    total: Counter[str] = Counter()
    begun = time.perf_counter()
    ordered = sorted(founded, key=lambda one: -one.cases)
    connections.close_all()
    with copying.session() as session, copying.without_indexes(session):
        with get_context("fork").Pool(processes) as pool:
            for laid in pool.imap_unordered(_one, ordered, chunksize=1):
                total += laid
                took = time.perf_counter() - begun
                rate = total["cases_case"] / took
                say(f"{total['cases_case']:,} cases, {rate:.0f} a second")
        say(f"rows stand after {time.perf_counter() - begun:.0f} s; indexes are built")
    return total


def _one(founded: Founded) -> Counter[str]:
    """All cases of one society, the oldest first."""
    laid: Counter[str] = Counter()
    office, dice = founded.office, random.Random(founded.office.code)  # noqa: S311 no secret
    with copying.session() as session, _each_box_once():
        for begun in range(0, founded.cases, AT_ONCE):
            number = min(AT_ONCE, founded.cases - begun)
            places = [(begun + one) / founded.cases for one in range(number)]
            with session.transaction(), _at_work(founded, dice) as work:
                made = [work.search(place) for place in places]
                rows = [row for one in made for row in one]
                laid += copying.lay(rows, into=session)
                laid["audit_entry"] += _chained(work.searches, office.society, session)
    connections.close_all()
    return laid


@dataclass
class _Work:
    """What a batch is made with."""

    desk: Desk
    taggers: Taggers
    other: UUID
    other_key: bytearray
    searches: list[Search]

    def search(self, place: float) -> list[Any]:
        made, dice = self.desk.search(place), self.desk.dice
        self.searches.append(made)
        more = cards(made, self.desk, self.taggers)
        if beside.may_hang(made) and dice.random() < LIVE * (1 + PAST):
            more += beside.face(made, self.desk, live=dice.random() < 1 / (1 + PAST))
        if dice.random() < beside.ASKED:
            more += beside.asked_elsewhere(made, self.desk, of=self.other, key=self.other_key)
        return [*made.rows, *more]


@contextmanager
def _at_work(founded: Founded, dice: random.Random) -> Iterator[_Work]:
    office = founded.office
    other = dice.choice(office.others)
    with reading_as(other), keyring.borrowed(other, keyring.SLOTS) as lent:
        other_key = bytearray(lent)
    with ExitStack() as keys:
        keys.enter_context(reading_as(office.society))
        own = keys.enter_context(keyring.borrowed(office.society, keyring.SLOTS))
        taggers = Taggers(
            keys.enter_context(tagger_of(office.society, epoch=epoch_now())),
            keys.enter_context(network_tagger()),
        )
        yield _Work(Desk(office, own, dice), taggers, other, other_key, [])
    ciphers.wipe(other_key)


def _chained(searches: list[Search], society: UUID, session: psycopg.Connection) -> int:
    """The deeds of these cases at the end of the society's chain, and its head behind them."""
    row = session.execute(
        "SELECT seq, mac FROM audit_head WHERE society_id = %s", [society]
    ).fetchone()
    if row is None:
        raise LookupError("the society has no chain")
    head = Head(society=society, seq=row[0], mac=bytes(row[1]))
    columns = ("id", "society_id", "seq", "at", "actor", "deed", "about", "prev", "mac")
    before = head.seq
    with keyring.borrowed(society, keyring.AUDIT) as key:
        rows = list(_entries(searches, head, key))
        head.seal = chain.head_seal(key, society=society, seq=head.seq, mac=bytes(head.mac))
    copying.lay_values("audit_entry", columns, rows, into=session)
    session.execute(
        "UPDATE audit_head SET seq = %s, mac = %s, seal = %s WHERE society_id = %s",
        [head.seq, head.mac, head.seal, society],
    )
    return head.seq - before


def _entries(searches: list[Search], head: Head, key: bytearray) -> Iterator[tuple[Any, ...]]:
    society = head.society
    for made in searches:
        case = made.case
        actor = case.handler_id or society
        for deed in DEEDS:
            one, seq, prev = uuid4(), head.seq + 1, bytes(head.mac)
            said = (one.bytes, seq, case.opened, actor.bytes, deed, case.pk.bytes, prev)
            mac = chain.entry_mac(key, society, chain.Deeded(*said))
            yield (one, society, seq, case.opened, actor, deed, case.pk, prev, mac)
            head.seq, head.mac = seq, mac


@contextmanager
def _each_box_once() -> Iterator[None]:
    """The key of a box is looked up and its signatures are proved once for a process."""
    known, proved = cache(lookups.newest_box_key), set[bytes]()

    def once(place: Any, *, public: bytes, **signed: Any) -> None:
        if public not in proved:
            require_trusted(place, public=public, **signed)
            proved.add(public)

    with (
        patch.object(lookups, "newest_box_key", known),
        patch.object(boxes, "require_trusted", once),
    ):
        yield
