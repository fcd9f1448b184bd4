"""The paper of a place: an A4 on two sides, folded twice, in one to three languages.

It is made in memory from the listings of this moment and stored nowhere. What nobody confirmed for
90 days, and what is closed, is not on it; the square leads to the page that has the newest list.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import segno
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import override

from kintrace.directory import fitting, lookups, shown
from kintrace.directory.kinds import ICONS, Kind, runs_out
from kintrace.directory.refusals import NothingToPrint
from kintrace.directory.texts import direction
from kintrace.ui import paper
from kintrace.ui.direction import isolated
from kintrace.ui.public_address import public_address
from kintrace.ui.symbols import on_paper

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kintrace.directory.models import Listing, Place
    from kintrace.directory.shown import Card
    from kintrace.directory.texts import Said
    from kintrace.network.models import Desk

STYLE = Path(__file__).parent / "static" / "directory" / "brochure.css"
INK = "#4b2a52"
SIDES = 2
LONGEST_ABOUT = 160  # letters: what is longer stands behind the square


@dataclass(frozen=True)
class Print:
    """How large the letters are, in tenths of a millimetre, and whether descriptions are there."""

    tenths: int
    about: bool = True

    @property
    def letters(self) -> str:
        """The class in the sheet of style."""
        return f"l{self.tenths}"


# The largest first; below the last one nobody reads on a dim platform.
PRINTS = (Print(42), Print(36), Print(32), Print(32, about=False), Print(28, about=False))
SMALLEST = Print(25, about=False)


@dataclass(frozen=True)
class Tongue:
    """What the paper says of itself in one language."""

    code: str
    direction: str
    title: str
    free: str
    before: str
    tips: Sequence[str]
    money: str
    ours: str
    call_first: str
    scan: str
    until: str
    whole_day: str


@dataclass(frozen=True)
class Entry:
    """One service: the same card read in each language of the paper."""

    cards: Sequence[tuple[Tongue, Card]]
    about: bool

    @property
    def facts(self) -> Card:
        """What needs no language: address and numbers."""
        return self.cards[0][1]

    @property
    def where(self) -> list[str]:
        """Who, and where: each keeps its own direction within the line."""
        return [isolated(words) for words in (self.facts.organisation, *self._address)]

    @property
    def _address(self) -> list[str]:
        return self.facts.address.splitlines()

    @property
    def spoken(self) -> str:
        return " · ".join(map(isolated, self.facts.languages))

    @property
    def names(self) -> list[Said]:
        """Its name in each language, once where two languages have the same."""
        return list(dict.fromkeys(card.name for _one, card in self.cards if card.name))

    @property
    def abouts(self) -> list[Said]:
        said = dict.fromkeys(card.about for _one, card in self.cards if card.about)
        return [one for one in said if self.about and len(one.words) <= LONGEST_ABOUT]


@dataclass(frozen=True)
class Group:
    """All that helps with one thing, under its name in each language."""

    drawing: SafeString
    words: Sequence[tuple[Tongue, str]]
    entries: Sequence[Entry]


@dataclass(frozen=True)
class Sheet:
    """One paper, whole."""

    tongues: Sequence[Tongue]
    groups: Sequence[Group]
    society: str
    phone: str
    desk: Desk | None
    address: str
    letters: str
    more: bool  # some had no room

    @property
    def tips(self) -> list[tuple[SafeString, list[tuple[Tongue, str]]]]:
        """What helps on the way: each drawing with its sentence in every language."""
        said = zip(*(one.tips for one in self.tongues), strict=True)
        return [
            (on_paper(f"i-{icon}", INK), list(zip(self.tongues, words, strict=True)))
            for icon, words in zip(TIP_ICONS, said, strict=True)
        ]

    @property
    def square(self) -> SafeString:
        """The QR code of the address, black on white."""
        drawn = segno.make(self.address, error="m").svg_inline(border=2, omitsize=True, scale=1)
        return mark_safe(drawn)  # noqa: S308 - drawn by us, from an address of ours


TIP_ICONS = ("phone", "pen", "pin", "together", "battery")


def tongue(code: str, place: Place, today: date) -> Tongue:
    """The sentences of the paper in a language of the house."""
    with override(code):
        days = {"day": _isolated(today), "until": _isolated(runs_out(today))}
        return Tongue(
            code=code,
            direction=direction(code),
            title=_("Help near %(place)s") % {"place": shown.words_of(place)},
            free=_("Nobody asks you for papers before you may ask for help."),
            before=_("Before you travel on"),
            tips=[
                _("Learn two phone numbers by heart."),
                _("Write the numbers on paper."),
                _("Agree on a place to meet."),
                _("Hold your children’s hands."),
                _("Charge the phone whenever you can."),
            ],
            money=_("We never ask for money."),
            ours=_("Where to find us"),
            call_first=_("Call first and ask when you can come."),
            scan=_("Point the camera of your phone at the square: there is the newest list."),
            until=_(
                "Printed on %(day)s; all of it was confirmed within the 90 days before. Ask for a "
                "new one after %(until)s."
            )
            % days,
            whole_day=_("Day and night"),
        )


def _isolated(day: date) -> str:
    """Numbers keep their order inside a line that runs from right to left."""
    return f"\u2066{day.isoformat()}\u2069"


def address_of(place: Place) -> str:
    """Where its page is to be found from outside, in whatever language the phone speaks."""
    return f"{public_address()}/places-that-help/{place.code}/"


def sheet(
    place: Place,
    listings: Sequence[Listing],
    *,
    languages: Sequence[str],
    desk: Desk | None = None,
    in_print: Print = PRINTS[0],
    more: bool = False,
) -> Sheet:
    """A paper with these listings."""
    tongues = [tongue(code, place, timezone.localdate()) for code in languages]
    return Sheet(
        tongues=tongues,
        groups=_groups(listings, tongues, about=in_print.about),
        society=place.society.name,
        phone=place.society.phone,
        desk=desk,
        address=address_of(place),
        letters=in_print.letters,
        more=more,
    )


def _groups(listings: Sequence[Listing], tongues: Sequence[Tongue], *, about: bool) -> list[Group]:
    return [
        Group(
            drawing=on_paper(f"i-{ICONS[kind]}", INK),
            words=[(one, _in(one, kind)) for one in tongues],
            entries=[_entry(listing, tongues, about=about) for listing in own],
        )
        for kind, own in groupby(listings, lambda one: Kind(one.service.kind))
    ]


def _in(one: Tongue, kind: Kind) -> str:
    with override(one.code):
        return str(kind.label)


def _entry(listing: Listing, tongues: Sequence[Tongue], *, about: bool) -> Entry:
    cards = []
    for one in tongues:
        with override(one.code):
            cards.append((one, shown.card(listing)))
    return Entry(cards, about)


def pdf(place: Place, *, languages: Sequence[str], desk: Desk | None = None) -> bytes:
    """The paper ready for a printer: as large as it fits on two sides. Raises NothingToPrint."""
    listings = lookups.printable_at(place)
    if not listings:
        raise NothingToPrint
    plan: dict[str, Any] = {"languages": languages, "desk": desk}
    for in_print in PRINTS:
        whole = sheet(place, listings, in_print=in_print, **plan)
        if fitting.may_fit(whole, in_print.tenths) and (made := _within(whole)):
            return made
    return _with_fewer(place, listings, plan)


def _with_fewer(place: Place, listings: Sequence[Listing], plan: dict[str, Any]) -> bytes:
    """In the smallest letters, and then with as many services as have room, the first ones."""
    for number in range(len(listings), 0, -1):
        more = number < len(listings)
        whole = sheet(place, listings[:number], in_print=SMALLEST, more=more, **plan)
        if fitting.may_fit(whole, SMALLEST.tenths) and (made := _within(whole)):
            return made
    raise NothingToPrint


def html(whole: Sheet) -> str:
    """The page that is printed."""
    return render_to_string("directory/brochure.html", {"sheet": whole})


def _within(whole: Sheet) -> bytes | None:
    return paper.within(SIDES, html(whole), style=STYLE.read_text())
