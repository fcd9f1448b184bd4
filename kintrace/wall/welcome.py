"""What somebody reads who joins the Wi-Fi of a point, or scans a card: who this is, in every
language at once, for nothing has been chosen yet."""

from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from kintrace.wall.handouts import Tongue


@dataclass(frozen=True)
class Way:
    """A link out of the welcome."""

    address: str
    words: str


@dataclass(frozen=True)
class Greeting:
    """The welcome in one language."""

    tongue: Tongue
    name: str
    hello: str
    says: str
    ways: list[Way]


def greetings() -> list[Greeting]:
    """Every language of the house, first that of the page."""
    codes = [get_language() or settings.LANGUAGE_CODE, *dict(settings.LANGUAGES)]
    return [_in(code) for code in dict.fromkeys(codes)]


def _in(code: str) -> Greeting:
    tongue = Tongue(code)
    with override(code):
        return Greeting(
            tongue=tongue,
            name=tongue.name,
            hello=_("Welcome. Here help is free."),
            says=_(
                "The Red Cross and the Red Crescent help families to find each other. Nobody asks "
                "for your name, and we keep no list of who looked."
            ),
            ways=_ways(),
        )


def _ways() -> list[Way]:
    return [
        Way(reverse("wall:gallery"), _("Who may be looking for you?")),
        Way(reverse("safe:start"), _("A safe for your numbers")),
        Way(reverse("wall:information"), _("Information and help")),
    ]
