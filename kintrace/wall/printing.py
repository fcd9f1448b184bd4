"""A poster as it is printed, and as the desk shows it before: one page, one template, one sheet
of style. What it says stands here in whole sentences, once in each language of the issue."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import segno
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext as _

from kintrace.network import lookups as network
from kintrace.ui import paper
from kintrace.ui.public_address import public_address
from kintrace.wall import fitting, lookups, pictures
from kintrace.wall.posters import ROOM, next_month
from kintrace.wall.relations import SEEKS

if TYPE_CHECKING:
    from datetime import date

    from kintrace.network.models import Member
    from kintrace.wall.models import Face, Poster, Region

STYLE = Path(__file__).parent / "static" / "wall" / "poster.css"
LIGHT = 850_000  # bytes of all pictures: a poster goes by mail, over slow lines, to small printers
MOST_OFFERED = 2 * max(ROOM.values())  # to choose from: a page of more would not come in time
Source = Callable[["Face"], str]


@dataclass(frozen=True)
class Tongue:
    """What the poster says of itself in one language."""

    code: str
    direction: str
    heading: str
    ask: str
    call: str
    scan: str
    money: str
    down: str


@dataclass(frozen=True)
class Tile:
    """A place on the paper. Without a source nobody stands there, and nothing tells who did."""

    code: str = ""
    source: str = ""
    sentences: Sequence[tuple[Tongue, Sequence[str]]] = ()

    @property
    def words(self) -> list[str]:
        """All that stands below the face."""
        return [words for _tongue, said in self.sentences for words in said]

    def saying(self, most: int) -> "Tile":
        """The same with so many relations at most."""
        return replace(self, sentences=[(one, said[:most]) for one, said in self.sentences])


@dataclass(frozen=True)
class Sheet:
    """One poster, whole."""

    size: str
    number: int
    month: str
    until: str
    tongues: Sequence[Tongue]
    tiles: Sequence[Tile]
    society: str
    phone: str
    address: str

    @property
    def shape(self) -> str:
        """The class of its grid: how many faces a row, how large, and how small the words are."""
        return fitting.shape(self.size, [tile.words for tile in self.tiles])

    @property
    def square(self) -> SafeString:
        """The QR code of the address, black on white."""
        drawn = segno.make(self.address, error="m").svg_inline(border=2, omitsize=True, scale=1)
        return mark_safe(drawn)  # noqa: S308 - drawn by us, from an address of ours


def tongue(code: str, until: str) -> Tongue:
    """The sentences of a poster in a language of the house."""
    with override(code):
        return Tongue(
            code=code,
            direction="rtl" if get_language_info(code)["bidi"] else "ltr",
            heading=_("These people are looking for their family"),
            ask=_("Do you know one of them?"),
            call=_("Call us and say the number below the photo."),
            scan=_("Or point the camera of your phone at the square."),
            money=_("We never ask for money."),
            down=_("Please take this poster down after %(day)s.") % {"day": _isolated(until)},
        )


def _isolated(day: str) -> str:
    """Numbers keep their order inside a line that runs from right to left."""
    return f"\u2066{day}\u2069"


def sheet(poster: "Poster", *, by: "Member", source: Source) -> Sheet:
    """The poster with the faces that may be printed at this moment."""
    until = poster.until.isoformat()
    tongues = [tongue(code, until) for code in poster.languages]
    standing = lookups.faces_on(poster, by=by)
    society = network.society(poster.society_id)
    return Sheet(
        size=poster.size,
        number=poster.number,
        month=poster.issue.month.strftime("%Y-%m"),
        until=until,
        tongues=tongues,
        tiles=with_room(
            poster.size,
            [
                _tile(str(spot.code), standing.get(spot.face), tongues, source)
                for spot in lookups.spots(poster)
            ],
        ),
        society=society.name,
        phone=society.phone,
        address=f"{public_address()}/?p={poster.issue.token}",
    )


def _tile(code: str, face: "Face | None", tongues: Sequence[Tongue], source: Source) -> Tile:
    if face is None:
        return Tile()
    return Tile(code, source(face), [(one, _said(face, one)) for one in tongues])


def _said(face: "Face", one: Tongue) -> list[str]:
    with override(one.code):
        return [str(SEEKS[relation]) for relation in face.relations]


def with_room(size: str, tiles: Sequence[Tile]) -> Sequence[Tile]:
    """The tiles with as many relations of each face as have room; the page online has them all."""
    most = max((len(said) for tile in tiles for _one, said in tile.sentences), default=1)
    for number in range(most, 1, -1):
        fewer = [tile.saying(number) for tile in tiles]
        if fitting.fits(size, [tile.words for tile in fewer]):
            return fewer
    return [tile.saying(1) for tile in tiles]


def pdf(poster: "Poster", *, by: "Member") -> bytes:
    """The poster ready for a printer, from the faces of this moment; it is stored nowhere."""
    shown: dict[str, bytes] = {}
    within = LIGHT // len(lookups.spots(poster))

    def source(face: "Face") -> str:
        name = str(len(shown))
        shown[name] = pictures.for_paper(face.name, within=within)
        return paper.PICTURE + name

    return printed(sheet(poster, by=by, source=source), shown)


def listed(member: "Member") -> dict[str, list[tuple["Poster", int]]]:
    """The society's issues, each with how many sheets of it hang."""
    return {
        "posters": [
            (poster, sum(hanging.down is None for hanging in poster.hangings.all()))
            for poster in lookups.posters(member)
        ]
    }


def shown(poster: "Poster", *, by: "Member") -> dict[str, Any]:
    """One issue as the desk sees it: its paper as it would be printed now, and its sheets."""
    again = {"region": poster.region_id, "languages": poster.languages, "size": poster.size}
    again["month"] = next_month(poster.issue.month, timezone.localdate()).isoformat()
    return {
        "poster": poster,
        "paper": sheet(poster, by=by, source=desk_picture),
        "withdrawn": lookups.withdrawn([poster.pk]).get(poster.pk, []),
        "sheets": lookups.sheets(poster),
        "again": urlencode(again, doseq=True),
    }


def offered(
    region: "Region", until: "date", *, by: "Member"
) -> tuple[dict[str, tuple[str, str]], bool]:
    """The faces to choose from, id to (the sentence, the address of the picture); and whether
    there are more than a page can show."""
    faces = lookups.printable(region, until, by=by)
    pictures = {
        str(face.pk): (" ".join(map(str, face.sentences)), desk_picture(face))
        for face in faces[:MOST_OFFERED]
    }
    return pictures, len(faces) > MOST_OFFERED


def desk_picture(face: "Face") -> str:
    return reverse("posters:picture", args=[face.pk])


def html(whole: Sheet) -> str:
    """The page that is printed."""
    return render_to_string("wall/printed.html", {"sheet": whole})


def printed(whole: Sheet, shown: Mapping[str, bytes]) -> bytes:
    """A sheet as a PDF, with its pictures by name."""
    return paper.pdf(html(whole), style=STYLE.read_text(), pictures=shown)
