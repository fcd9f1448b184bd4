"""What a file of a case is, and what a file may be made of."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

MEGABYTE = 1024 * 1024
MOST = 20  # files of one case


class FileKind(models.TextChoices):
    """A closed list, without what says who somebody is: no paper of that kind is asked for or kept.
    The person reads these words in their copy."""

    LETTER = "letter", _("Letter")
    CERTIFICATE = "certificate", _("Certificate")
    PHOTO = "photo", _("Photo of a thing or a place")
    RELATION = "relation", _("Proof of how people are related")
    RECORDING = "recording", _("Recording of a talk")
    CONSENT = "consent", _("Signed agreement")
    OTHER = "other", _("Another file")


class Media(models.TextChoices):
    """By the first bytes, whatever the name or the browser says."""

    PICTURE = "picture", "JPEG"  # redrawn by us, whatever it was
    PDF = "pdf", "PDF"
    WAV = "wav", "WAV"
    MP3 = "mp3", "MP3"
    OGG = "ogg", "Ogg"
    M4A = "m4a", "M4A"
    WEBM = "webm", "WebM"


PAPERS = frozenset({Media.PICTURE, Media.PDF})
SOUND = frozenset(Media) - PAPERS
MIME = {
    Media.PICTURE: "image/jpeg",
    Media.PDF: "application/pdf",
    Media.WAV: "audio/wav",
    Media.MP3: "audio/mpeg",
    Media.OGG: "audio/ogg",
    Media.M4A: "audio/mp4",
    Media.WEBM: "audio/webm",
}


def largest(media: Media) -> int:
    """How many bytes of it are taken."""
    return (40 if media in SOUND else 8) * MEGABYTE
