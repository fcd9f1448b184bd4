"""Paper to hang up and to hand out: sheets of pictures, and the card that is passed on.

What stands on them is the same for everybody and names nobody. A visitor's browser prints them
from a page; the desk has them as PDF (decision 069).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import segno
from django.conf import settings
from django.db.models import TextChoices
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import capfirst
from django.utils.translation import get_language_info, gettext_lazy, override
from django.utils.translation import gettext as _

from kintrace.ui import paper
from kintrace.ui.symbols import on_paper
from kintrace.wall.advice import Topic
from kintrace.wall.advice_on_the_way import TOGETHER

STYLE = Path(__file__).parent / "static" / "wall" / "handout.css"
INK = "#4b2a52"
CARDS = 5  # on a sheet of A4
ASK = gettext_lazy("Ask at any National Society near you for “family links”. It is free.")
ON_A_CARD = 4  # thoughts on its back, where it is in one language


class Size(TextChoices):
    """The paper."""

    A4 = "a4", gettext_lazy("Large (A4), to hang up")
    A5 = "a5", gettext_lazy("Small (A5), to hand out")


@dataclass(frozen=True)
class Tongue:
    """A language of a paper."""

    code: str

    @property
    def direction(self) -> str:
        return "rtl" if get_language_info(self.code)["bidi"] else "ltr"

    @property
    def name(self) -> str:
        """By itself."""
        return str(capfirst(get_language_info(self.code)["name_local"]))


@dataclass(frozen=True)
class Line:
    """A sentence in one language of a paper."""

    tongue: Tongue
    words: str


@dataclass(frozen=True)
class Picture:
    """A drawing with its sentence in each language."""

    drawn: SafeString
    lines: Sequence[Line]


@dataclass(frozen=True)
class Target:
    """The page that a paper leads to."""

    address: str

    @cached_property
    def square(self) -> SafeString:
        return square(self.address)

    @property
    def shown(self) -> str:
        """The address as somebody types it."""
        return self.address.partition("://")[2]


@dataclass(frozen=True)
class Sheet:
    """One page of pictures, and below them whom to ask and to call."""

    size: str
    tongues: Sequence[Tongue]
    titles: Sequence[Line]
    pictures: Sequence[Picture]
    asks: Sequence[Line]
    phone: str
    target: Target


@dataclass(frozen=True)
class Face:
    """One side of a folded card."""

    tongue: Tongue
    asks: str
    says: str
    opens: str
    target: Target


@dataclass(frozen=True)
class Card:
    """A card to pass on: the same sides on all of a sheet. Without a second language its back has
    what keeps a family together."""

    faces: Sequence[Face]
    back: Sequence[Picture]
    phone: str
    copies: range = range(CARDS)


def welcome(base: str, language: str) -> str:
    """The page that every paper leads to: it speaks all languages and is small. `base` is scheme
    and host. The desk has no route of it, so it is put together here."""
    return f"{base}/{language}/welcome/"


def square(address: str) -> SafeString:
    """A QR code, black on white."""
    drawn = segno.make(address, error="m", micro=False)
    # Safe: squares drawn by us, from an address of ours.
    return mark_safe(drawn.svg_inline(border=2, omitsize=True, scale=1))  # noqa: S308


def known(languages: Sequence[str]) -> list[Tongue]:
    """These languages, each once, at most two, and only those of the house."""
    ours = dict(settings.LANGUAGES)
    return [Tongue(code) for code in dict.fromkeys(languages) if code in ours][:2]


def sheet(
    topic: Topic, languages: Sequence[str], *, size: str, base: str, phone: str = ""
) -> Sheet:
    """A topic as a page of pictures in one language, or in two below each other."""
    tongues = known(languages)
    return Sheet(
        size=size,
        tongues=tongues,
        titles=[_line(one, topic.title) for one in tongues],
        pictures=[
            Picture(_drawn(thought.picture), [_line(one, thought.says) for one in tongues])
            for thought in topic.thoughts
        ],
        asks=[_line(one, ASK) for one in tongues],
        phone=phone,
        target=Target(welcome(base, tongues[0].code)),
    )


def card(languages: Sequence[str], *, base: str, phone: str = "") -> Card:
    """The card to pass on, folded once to the size of a bank card."""
    tongues = known(languages)
    thoughts = TOGETHER.thoughts[:ON_A_CARD] if len(tongues) == 1 else ()
    return Card(
        faces=[_face(one, base) for one in tongues],
        back=[Picture(_drawn(one.picture), [_line(tongues[0], one.says)]) for one in thoughts],
        phone=phone,
    )


def _face(tongue: Tongue, base: str) -> Face:
    with override(tongue.code):
        return Face(
            tongue=tongue,
            asks=_("Has somebody you know lost family?"),
            says=_(
                "The Red Cross and the Red Crescent search in nearly every country. It is free, "
                "and nobody asks for papers."
            ),
            opens=_("Point the camera of your phone at the square, or ask for “family links”."),
            target=Target(welcome(base, tongue.code)),
        )


def _line(tongue: Tongue, words: object) -> Line:
    with override(tongue.code):
        return Line(tongue, str(words))


def _drawn(picture: str) -> SafeString:
    return on_paper(f"p-{picture}", INK)


def pdf(made: Sheet | Card) -> bytes:
    """The same paper ready for a printer."""
    name, tongues = (
        ("card", [face.tongue for face in made.faces])
        if isinstance(made, Card)
        else (
            "pictures",
            made.tongues,
        )
    )
    facts = {"paper": made, "part": f"wall/parts/paper_{name}.html", "language": tongues[0].code}
    html = render_to_string("wall/handout.html", facts)
    return paper.pdf(html, style=STYLE.read_text(), pictures={})
