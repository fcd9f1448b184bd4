"""What is counted at a service point: services, and of whom they are said. Never a person, a
number that was called, or a device."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from kintrace.ui.direction import isolated
from kintrace.ui.tongues import SPOKEN, own_name

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Service(TextChoices):
    """One tap is one of these. How long a call took is a band of minutes."""

    CALL = "call", _("Calls")
    CALL_SHORT = "call_5", _("Calls up to 5 minutes")
    CALL_MIDDLE = "call_15", _("Calls of 5 to 15 minutes")
    CALL_LONG = "call_more", _("Calls longer than 15 minutes")
    VIDEO = "video", _("Video calls")
    WIFI = "wifi", _("Wi-Fi")
    CHARGING = "charging", _("Charging")
    TALK = "talk", _("Safety talks")
    BROCHURE = "brochure", _("Brochures")
    REFERRAL = "referral", _("Shown the way")


CALLS = (Service.CALL, Service.CALL_SHORT, Service.CALL_MIDDLE, Service.CALL_LONG)
BY_MINUTES = CALLS[1:]


@dataclass(frozen=True)
class Sign:
    """How a counter looks: its drawing, and what one tap means."""

    icon: str
    means: Promise


TILES: dict[Service, Sign] = {
    Service.CALL: Sign("phone", _("free calls made")),
    Service.VIDEO: Sign("video", _("calls with a picture")),
    Service.WIFI: Sign("wifi", _("vouchers given")),
    Service.CHARGING: Sign("plug", _("phones charged; a ticket counts by itself")),
    Service.TALK: Sign("talk", _("people told how to stay in touch")),
    Service.BROCHURE: Sign("book", _("given out")),
    Service.REFERRAL: Sign("hand", _("to a doctor, a lawyer, a bed")),
}


class Band(TextChoices):
    """Sex and age of who was helped, as it is seen; nobody is asked."""

    GIRL = "f0", _("Girl")
    WOMAN = "f18", _("Woman")
    OLD_WOMAN = "f60", _("Woman of 60 or older")
    BOY = "m0", _("Boy")
    MAN = "m18", _("Man")
    OLD_MAN = "m60", _("Man of 60 or older")


@dataclass(frozen=True)
class Whom:
    """Of whom a tap is said: a language and a band, each "" where nobody said."""

    language: str = ""
    band: str = ""

    @classmethod
    def said(cls, language: str, band: str) -> Whom:
        """As it was sent: what we do not know counts as not said."""
        return cls(language if language in SPOKEN else "", band if band in Band.values else "")

    def __bool__(self) -> bool:
        return bool(self.language or self.band)

    @property
    def words(self) -> str:
        """What a member reads; "" for nobody in particular."""
        named = isolated(own_name(self.language)) if self.language else ""
        return " · ".join(filter(None, (named, str(Band(self.band).label) if self.band else "")))
