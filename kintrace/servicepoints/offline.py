"""What a tablet keeps of Kintrace: one page, what it is drawn with, and how its point stands."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from kintrace.servicepoints import lookups, offline_people
from kintrace.servicepoints.counters import BY_MINUTES, TILES, Band
from kintrace.servicepoints.forms_people import RegisterForm
from kintrace.ui import tongues
from kintrace.ui.public_address import known_address
from kintrace.vault.actions import device_key
from kintrace.visitors.helpdesk import help_desk
from kintrace.wall.advice_on_the_way import TOPICS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kintrace.network.models import Member
    from kintrace.servicepoints.models import ChargingTicket, Device

RELEASE = "Kintrace-Release"  # the header by which the page says of which release it is
_DRAWN_WITH = (
    *("ui/public.css", "ui/staff.css", "ui/mark.svg", "servicepoints/point.js"),
    *("safe/cards.css", "safe/qr.js", "safe/cards.js"),
)
# A module names its neighbours as they are written, not by the names that the storage gives them.
_MODULES = tuple(
    f"servicepoints/{name}.js"
    for name in ("board", "cards", "keeping", "outbox", "people", "queue", "seal", "sending")
)
_HERE = Path(__file__).parent / "templates" / "servicepoints"
_PAGES = (
    settings.ROOT / "kintrace" / "ui" / "templates" / "ui" / "page.html",
    settings.ROOT / "kintrace" / "safe" / "templates" / "safe" / "parts" / "cards.html",
    *(_HERE / "offline.html", _HERE / "sw.js"),
    *sorted((_HERE / "offline").glob("*.html")),
)
# Places in sentences where the page writes a number.
_NUMBERS = ("waiting", "waiting_all", "next_number", "given_number", "ticket_number")


@lru_cache(maxsize=1)
def release() -> str:
    """Name what the page is made of, its words left out: another release is another name."""
    digest = hashlib.sha256()
    for name in (*_DRAWN_WITH, *_MODULES):
        digest.update(Path(str(finders.find(name))).read_bytes())
    for page in _PAGES:
        digest.update(page.read_bytes())
    return digest.hexdigest()[:16]


def worker() -> str:
    """Write the script that keeps the page."""
    files = [static(name) for name in _DRAWN_WITH]
    files += [settings.STATIC_URL + name for name in _MODULES]
    page = reverse("servicepoints:offline")
    asked = {"release": release(), "page": page, "files": json.dumps(files), "header": RELEASE}
    return render_to_string("servicepoints/sw.js", asked)


def shown() -> dict[str, Any]:
    """Give what the page shows to everybody who works at a point, in their language."""
    marks = {
        name: format_html("<output data-{}></output>", name.replace("_", "-")) for name in _NUMBERS
    }
    return marks | {
        "when": mark_safe("<time></time>"),
        "tiles": list(TILES.items()),
        "minutes": BY_MINUTES,
        "languages": tongues.choices(),
        "bands": Band.choices,
        "person": RegisterForm(points=[]),
        "spoken": [(code, tongues.own_name(code)) for code, _ in settings.LANGUAGES],
        "topics": list(TOPICS.values()),
        "cards_of": list(_sheets()),
        "cards": range(5),
        **help_desk(),
        "csrf": settings.CSRF_COOKIE_NAME,
        "cookie": settings.WAITING_COOKIE_NAME,
    }


def _sheets() -> Iterator[dict[str, str]]:
    """Pocket cards in each language; none where nobody said what address the wall has."""
    public = known_address()
    for code, _ in settings.LANGUAGES if public else ():
        address = f"{public}/{code}/contact-safe/open/"
        yield {"language": code, "name": tongues.own_name(code), "address": address}


def known(device: Device) -> dict[str, Any]:
    """Tell a tablet who it is, what it seals to and which numbers are its own."""
    return {
        "id": str(device.pk),
        "society": str(device.society_id),
        "key": base64.b64encode(device_key()).decode(),
        "numbers": list(device.numbers),
    }


def state(device: Device, *, for_: Member) -> dict[str, Any]:
    """Tell a tablet how its point stands, in numbers, and what is read aloud: nobody's name."""
    point, today = device.point, timezone.localdate()
    day = lookups.day_of(point, today)
    return {
        "member": str(for_.pk),
        "day": today.isoformat(),
        "closed": bool(day and day.closed),
        "counts": lookups.sums_of_day(point, today),
        "tickets": [_told(ticket) for ticket in lookups.on_board(point)],
        "notices": offline_people.notices(for_),
        "point": {"id": str(point.pk), "name": point.name, "slots": point.slots},
    }


def _told(ticket: ChargingTicket) -> dict[str, Any]:
    given = ticket.given.isoformat()
    return {"id": str(ticket.pk), "number": ticket.number, "state": ticket.state, "given": given}
