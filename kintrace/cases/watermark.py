"""A child's picture, and one of a line-up, says across all of it who looks at it: a copy leads
back to the screen."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils import timezone
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from kintrace.network.models import Member

EVERY = 56  # pixels between two lines
_INK, _EDGE = (255, 255, 255, 150), (0, 0, 0, 110)


def shown_to(viewer: Member, *, jpeg: bytes) -> HttpResponse:
    """The picture as an answer: to be looked at and not to be saved, here or by the browser."""
    answer = HttpResponse(marked(jpeg, viewer=viewer), content_type="image/jpeg")
    answer.headers["Content-Disposition"] = "inline"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def marked(jpeg: bytes, *, viewer: Member) -> bytes:
    """The same small picture with the viewer's sign-in name and the minute written over it.

    What is decoded here is our own: the photo child redrew it, and the box kept it unaltered.
    """
    with Image.open(BytesIO(jpeg), formats=["JPEG"]) as kept:
        picture = kept.convert("RGBA")
    layer = Image.new("RGBA", picture.size)
    pen, font = ImageDraw.Draw(layer), ImageFont.load_default(15)
    words = _words(viewer)
    for line, top in enumerate(range(8, picture.height, EVERY)):
        start = -((line % 2) * 60)
        pen.text((start, top), words * 3, _INK, font, stroke_width=1, stroke_fill=_EDGE)
    made = BytesIO()
    Image.alpha_composite(picture, layer).convert("RGB").save(made, "JPEG", quality=82)
    return made.getvalue()


def _words(viewer: Member) -> str:
    at = timezone.localtime().strftime("%Y-%m-%d %H:%M")
    name = viewer.sign_in.encode("ascii", "replace").decode()
    return f"{name} {viewer.pk.hex[:8]} {at}   "
