"""The card that a person carries: code, whose it is not, how long it opens, in their language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils.translation import get_language_info, override
from django.utils.translation import gettext_lazy as _

from kintrace.servicepoints import lookups

if TYPE_CHECKING:
    from kintrace.servicepoints.models import Registration

# Read aloud or carried on paper, in the language of the person where it stands.
ON_CARD = (
    _("Show this code at any service point of the Red Cross or Red Crescent that works with it."),
    _("Say your word there. Do not write the word on this card."),
    _("Without your word nobody can open what you told us. Neither can we."),
)


def card(registration: Registration, *, code: str) -> dict[str, Any]:
    """What stands on the page that shows the code once; the words in the person's language."""
    spoken = lookups.told_by(registration).language
    language = spoken if spoken in dict(settings.LANGUAGES) else "en"
    with override(language):
        lines = [str(one) for one in ON_CARD]
    return {
        "registration": registration,
        "code": code,
        "until": lookups.carries_until(registration),
        "lines": lines,
        "language": language,
        "direction": "rtl" if get_language_info(language)["bidi"] else "ltr",
    }
