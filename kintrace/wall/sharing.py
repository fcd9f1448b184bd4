"""A face's page for somebody else: its address to copy, to send and to scan."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote
from uuid import UUID

import segno
from django.http import HttpRequest
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _


@dataclass
class Share:
    """The address of a page on the open wall, whatever page it is shared from."""

    address: str

    @property
    def text(self) -> str:
        """What a message says: nothing of the face, for others may read it over a shoulder."""
        return _("Please look at this page: %(address)s") % {"address": self.address}

    @property
    def by_text(self) -> str:
        return f"sms:?body={quote(self.text)}"

    @property
    def by_mail(self) -> str:
        return f"mailto:?body={quote(self.text)}"

    @cached_property
    def code(self) -> SafeString:
        """A QR code as a drawing in the page."""
        drawn = segno.make(self.address, error="m", micro=False)
        # Safe: segno draws squares, the address is only in their pattern.
        return mark_safe(drawn.svg_inline(omitsize=True, border=2, svgclass="qr", lineclass=None))  # noqa: S308


def of(request: HttpRequest, face_id: UUID) -> Share:
    """What to share of this face; without filter and order of the page it was seen on."""
    path = reverse("wall:face", args=[face_id], current_app="wall")
    return Share(request.build_absolute_uri(path))
