"""Photos as they come from phones, and as they may leave this house.

A picture is decoded and redrawn in a child process that holds nothing (photo_process, photo_jail);
what comes back is looked at byte by byte before it is believed. Uploaded bytes are never kept.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from kintrace.ui.refusals import Refusal
from kintrace.vault.photo_checks import (
    NotBare,
    bare_jpeg_size,
    bare_webp_size,
    refused_kind,
)
from kintrace.vault.photo_frames import FRAMES, LONGEST, PARTS, SIZES
from kintrace.vault.photo_process import Child, ChildFailed
from kintrace.vault.photo_wire import GOOD, Why, parts_of, question

__all__ = [
    "FRAMES",
    "SIZES",
    "Child",
    "CleanPhoto",
    "FirstLook",
    "PhotoRefused",
    "Why",
    "clean",
    "clean_in",
    "first_look",
    "first_look_in",
    "previews",
    "previews_in",
]

logger = logging.getLogger(__name__)

SENTENCES = {
    Why.EMPTY: _("No photo arrived. Choose the photo again and send it once more."),
    Why.HEAVY: _(
        "This file is larger than 15 MB. Send the photo in a smaller size, or take a screenshot "
        "of it and send that."
    ),
    Why.HEIC: _(
        "This phone saves photos in a form (HEIC) that cannot be opened here. On an iPhone open "
        "Settings → Camera → Formats, choose Most Compatible and take the photo again; or take a "
        "screenshot of the photo and send that."
    ),
    Why.FILM: _("This is a film, not a photo. Choose a photo and send it again."),
    Why.MOVING: _(
        "This picture moves. Take a screenshot of it, which stands still, and send that."
    ),
    Why.DOCUMENT: _(
        "This is a drawing or a document, not a photo. Take a photo or a screenshot of it and "
        "send that."
    ),
    Why.OTHER: _("This file is not a photo. Send a picture that was saved as JPEG, PNG or WebP."),
    Why.LARGE: _(
        "This picture has more than 40 million pixels or a side longer than 12,000. Send it in a "
        "smaller size, or take a screenshot of it and send that."
    ),
    Why.SMALL: _("This picture is too small to know a face by. Look for a larger copy of it."),
    Why.BROKEN: _(
        "This photo is damaged or did not arrive whole. Send it again, or take a screenshot of it "
        "and send that."
    ),
    Why.BUSY: _("Other photos are being prepared. Wait a minute and send the photo again."),
}

# One picture at a time in each process: ten at once would need ten gigabytes.
_TURN = threading.Lock()
_LONGEST_WAIT = 20.0


class PhotoRefused(Refusal):
    """The photo cannot be used; the sentence says what to do. `why` is for tests and counters."""

    def __init__(self, why: Why) -> None:
        super().__init__(SENTENCES[why])
        self.why = why


@dataclass(frozen=True, repr=False)
class CleanPhoto:
    """New pixels without a word beside them.

    `pictures` is what the wall shows, by name ("160.webp", "160.jpg", "320.webp" … "960.jpg"),
    cut 4:5. `original` is the whole picture as JPEG, at most 2000 pixels a side: to be kept
    sealed, and given to `clean` again when another frame is chosen.
    """

    pictures: dict[str, bytes]
    original: bytes

    def __repr__(self) -> str:
        return "CleanPhoto"


@dataclass(frozen=True, repr=False)
class FirstLook:
    """A new photo before anyone chose a frame: uncut (as CleanPhoto.original), and previews."""

    original: bytes
    previews: dict[str, bytes]

    def __repr__(self) -> str:
        return "FirstLook"


def clean(data: bytes, *, frame: str = "whole") -> CleanPhoto:
    """Redraw an uploaded picture (JPEG, PNG, WebP) in one of the five FRAMES.

    PhotoRefused when it cannot be used. Takes about a second for a photo of 12 megapixels.
    """
    with _a_child_for(data) as child:
        return clean_in(child, data, frame=frame)


def previews(data: bytes) -> dict[str, bytes]:
    """Give a small JPEG (160 by 200) of each frame by its name, for choosing one."""
    with _a_child_for(data) as child:
        return previews_in(child, data)


def first_look(data: bytes) -> FirstLook:
    """Redraw an uploaded picture uncut, with its previews: what is kept while a frame is chosen."""
    with _a_child_for(data) as child:
        return first_look_in(child, data)


def clean_in(child: Child, data: bytes, *, frame: str = "whole") -> CleanPhoto:
    """Do the same as `clean` in a child already started; see Child for when that is right."""
    _require_openable(data)
    *cuts, original = _answer(child, question(frame, data), [*PARTS, "original.jpg"])
    return CleanPhoto(pictures=dict(zip(PARTS, cuts, strict=True)), original=original)


def previews_in(child: Child, data: bytes) -> dict[str, bytes]:
    """Do the same as `previews` in a child already started."""
    _require_openable(data)
    parts = _answer(child, question("previews", data), [f"{name}.jpg" for name in FRAMES])
    return dict(zip(FRAMES, parts, strict=True))


def first_look_in(child: Child, data: bytes) -> FirstLook:
    """Do the same as `first_look` in a child already started."""
    _require_openable(data)
    names = ["original.jpg", *(f"{name}.jpg" for name in FRAMES)]
    original, *small = _answer(child, question("first look", data), names)
    return FirstLook(original, dict(zip(FRAMES, small, strict=True)))


@contextmanager
def _a_child_for(data: bytes) -> Iterator[Child]:
    _require_openable(data)
    if not _TURN.acquire(timeout=_LONGEST_WAIT):
        raise PhotoRefused(Why.BUSY)
    try:
        with Child() as child:
            yield child
    finally:
        _TURN.release()


def _require_openable(data: bytes) -> None:
    if not data:
        raise PhotoRefused(Why.EMPTY)
    if len(data) > settings.LARGEST_PHOTO:
        raise PhotoRefused(Why.HEAVY)
    why = refused_kind(data)
    if why is not None:
        raise PhotoRefused(why)


def _answer(child: Child, asked: bytes, names: list[str]) -> list[bytes]:
    try:
        body = child.ask(asked)
        why = Why(body[0]) if body[0] != GOOD else None
        parts = [] if why else parts_of(body, count=len(names))
        for name, part in zip(names, parts, strict=False):
            _require_believable(name, part)
    except (ChildFailed, NotBare, ValueError) as failure:
        child.end()
        logger.warning("photo child not believed: %s", type(failure).__name__)
        raise PhotoRefused(Why.BROKEN) from None
    if why:
        raise PhotoRefused(why)
    return parts


def _require_believable(name: str, part: bytes) -> None:
    stem, kind = name.split(".")
    width, height = bare_webp_size(part) if kind == "webp" else bare_jpeg_size(part)
    if stem == "original":
        expected = max(width, height) <= LONGEST
    else:
        expected = (width, height) == SIZES.get(stem, SIZES["160"])
    if not expected:
        raise NotBare("a picture of another size")
