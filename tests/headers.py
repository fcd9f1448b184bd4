"""What every answer carries and what no page holds, whichever server gave it."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

OWN = {"'self'", "'none'"}
SHUT = {"default-src", "base-uri", "frame-ancestors"}  # nothing at all
EXACT = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
ROBOTS = {"noindex", "noimageindex", "noarchive"}
USED_BY_NOBODY = {"camera", "microphone", "geolocation", "payment", "usb"}
PICTURES = {"image/webp", "image/jpeg"}  # they run nothing; a drawing (SVG) could
CACHED = {"no-store", "private, max-age=300"}
LINKS_OUT = {"a"}  # a link may lead away; a resource may not come from elsewhere


def faults(headers: Mapping[str, str]) -> list[str]:
    """What is wrong with the headers of one answer, in a word each."""
    wrong = [f"{name}: {headers.get(name)}" for name in EXACT if headers.get(name) != EXACT[name]]
    wrong += [name for name in headers if name.lower().startswith("access-control-")]
    missing = ROBOTS - _words(headers.get("X-Robots-Tag", ""))
    wrong += [f"X-Robots-Tag {word}" for word in missing]
    cache = headers.get("Cache-Control", "")
    if cache not in CACHED and not {"no-store", "private"} <= _words(cache):
        wrong.append(f"Cache-Control: {cache}")
    if headers.get("Content-Type") in PICTURES:
        return wrong
    policy = headers.get("Permissions-Policy", "")
    wrong += [f"Permissions-Policy {one}" for one in USED_BY_NOBODY if f"{one}=()" not in policy]
    return wrong + policy_faults(headers.get("Content-Security-Policy", ""))


def policy_faults(text: str) -> list[str]:
    """What a content security policy lets in beside our own files."""
    parts = [part.split() for part in text.split(";") if part.strip()]
    policy = {name: set(sources) for name, *sources in parts}
    wrong = [f"CSP {name}" for name in sorted(SHUT) if policy.get(name) != {"'none'"}]
    wrong += [f"CSP {name} {sources - OWN}" for name, sources in policy.items() if sources - OWN]
    return wrong if "form-action" in policy else [*wrong, "CSP form-action"]


def _words(value: str) -> set[str]:
    return {word.strip() for word in value.split(",")}


class Page(HTMLParser):
    """Collects what a page would load from elsewhere, and what its policy would refuse to run."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.foreign: list[str] = []
        self.inline: list[str] = []
        self.away: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = {name: value or "" for name, value in attrs}
        self.inline += [f"{tag} {name}" for name in held if name == "style" or name[:2] == "on"]
        if tag == "style" or (tag == "script" and "src" not in held):
            self.inline.append(tag)
        for name in {"href", "src", "srcset", "action", "poster", "data"} & set(held):
            self._led(tag, held[name], held)

    def _led(self, tag: str, value: str, held: dict[str, str]) -> None:
        for address in (part.split()[0] for part in value.split(",") if part.strip()):
            parts = urlsplit(address)
            if parts.scheme in {"tel", "sms", "mailto"} or not (parts.scheme or parts.netloc):
                continue
            (self.away if tag in LINKS_OUT else self.foreign).append(address)
            if tag in LINKS_OUT and "noreferrer" not in held.get("rel", ""):
                self.foreign.append(f"{address} without rel=noreferrer")
