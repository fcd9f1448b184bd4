"""The gallery, put together from what this process keeps (kept.py)."""

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.cache import patch_vary_headers
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from kintrace.network.access import for_everyone
from kintrace.ui import kiosk
from kintrace.ui.context import languages_of
from kintrace.visitors.actions import count_day
from kintrace.visitors.browsing import look_at, within_quota
from kintrace.visitors.helpdesk import help_desk
from kintrace.wall import filters, gallery, kept, lookups, tiles
from kintrace.wall.gallery import Choice

# What stands in a frame where each page has its own.
NO_ORDER, FACES = -1, "<!--faces-->"


@for_everyone
@require_safe
@within_quota
def wall(request: HttpRequest) -> HttpResponse:
    """Twelve faces. A page kept in this process is sent again while every face on it shows."""
    choice = _known(Choice.from_address(request.GET))
    key = (*_place(request), timezone.localdate(), choice)
    shown = kept.page(key) or kept.PAGES.keep(key, _made(request, choice))
    look_at(request, shown.names)
    count_day("wall")
    return _packed(request, shown)


def _known(choice: Choice) -> Choice:
    """A poster that was never printed counts as not chosen."""
    unknown = choice.poster and not lookups.issue_known(choice.poster)
    return replace(choice, poster="") if unknown else choice


def _place(request: HttpRequest) -> tuple[str, str, str]:
    """Language and kiosk stand in the path; an address of ours in full names scheme and host."""
    return request.path, request.get_host(), str(request.scheme)


def _made(request: HttpRequest, choice: Choice) -> kept.Page:
    chosen = kept.chosen(choice)
    hung = tiles.hung(chosen.faces, choice, kiosk.namespace_of(request.path))
    html = _frame(request, choice, chosen)
    html = html.replace(f"?o={NO_ORDER}", f"?o={choice.order}").replace(FACES, hung)
    faces = chosen.faces
    ids, names = tuple(face.pk for face in faces), tuple(face.name for face in faces)
    return kept.Page(html.encode(), ids, names)


def _frame(request: HttpRequest, choice: Choice, chosen: gallery.Page[lookups.Seen]) -> str:
    """The page without its faces: the same in all sixteen orders."""
    some, unordered = bool(chosen.faces), replace(choice, order=NO_ORDER)
    key = (*_place(request), unordered, some, chosen.more)
    return kept.FRAMES.find(key) or kept.FRAMES.keep(
        key, _framed(request, unordered, {"some": some, "more": chosen.more})
    )


def _framed(request: HttpRequest, choice: Choice, shown: dict[str, bool]) -> str:
    links = filters.filters(choice)
    facts = help_desk() | links | shown
    facts |= {"choice": choice, "chosen": filters.chosen(links), "steps": filters.steps(choice)}
    # Many are sent this page: it repeats nothing that one visitor wrote into its address.
    facts |= {"languages": languages_of(request.path + choice.query), "faces": SafeString(FACES)}
    return render_to_string("wall/gallery.html", facts, request=request)


def _packed(request: HttpRequest, shown: kept.Page) -> HttpResponse:
    encoding, body = shown.packed(request.headers.get("Accept-Encoding", ""))
    response = HttpResponse(body)
    if encoding:
        response.headers["Content-Encoding"] = encoding
    patch_vary_headers(response, ("Accept-Encoding",))
    return response
