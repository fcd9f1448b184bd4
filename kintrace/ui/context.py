"""What every template may ask about the house and the page it is on."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse, translate_url
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_info, override

from kintrace.ui import banners, kiosk

# Where "Leave this page" leads. It must look harmless over somebody's shoulder, in any language,
# carry no advertising and tell nobody but itself that the visitor came. An empty page would be
# conspicuous, a search engine or a weather site would follow the visitor.
WAY_OUT = "https://www.wikipedia.org/"
STAFF_PATHS = ("/desk/", "/sign-in/", "/demo/")


@dataclass(frozen=True)
class Language:
    """A language as the switcher shows it: its own name, and this page in it."""

    code: str
    name: str
    direction: str
    url: str
    current: bool


def house(request: HttpRequest) -> dict[str, Any]:
    """Context processor; languages are worked out only by a page that asks for them."""
    start = kiosk.start_of(request)
    return {
        "demo": settings.DEMO,
        "on_sqlite": settings.ON_SQLITE,
        "side": settings.SIDE,
        "way_out": WAY_OUT,
        "banners": banners.shown,
        "home": start or ("/desk/" if is_staff_page(request) else "/"),
        "kiosk": start,
        "kiosk_after": kiosk.LOOKING,  # pages that are read or written on say their own
        "languages": lambda: languages(request),
        "site": lambda: _site(request),
    }


def _site(request: HttpRequest) -> str:
    """Scheme and host in front of an address; nothing on the page that refuses a strange host."""
    try:
        return f"{request.scheme}://{request.get_host()}"
    except DisallowedHost:
        return ""


def is_staff_page(request: HttpRequest) -> bool:
    """Whether this address belongs to the desk; decides which frame an error page gets."""
    if settings.SIDE == "both":
        return request.path.startswith(STAFF_PATHS)
    return bool(settings.SIDE == "staff")


def languages(request: HttpRequest) -> list[Language]:
    """Every language of the house, with the address of the same page in it."""
    return languages_of(request.get_full_path())


def languages_of(address: str) -> list[Language]:
    """The same for a page that is not to repeat what a visitor wrote behind its address."""
    return [_language(address, code) for code, _name in settings.LANGUAGES]


def _language(address: str, code: str) -> Language:
    info = get_language_info(code)
    return Language(
        code=code,
        name=capfirst(info["name_local"]),
        direction="rtl" if info["bidi"] else "ltr",
        url=_same_page(address, code),
        current=code == get_language(),
    )


def _same_page(here: str, code: str) -> str:
    there = translate_url(here, code)
    if there != here or code == get_language():
        return there
    # A page that is not there (404) has no translation: the gallery in that language is better.
    with override(code):
        try:
            return reverse("wall:gallery", current_app=kiosk.namespace_of(here))
        except NoReverseMatch:
            return here
