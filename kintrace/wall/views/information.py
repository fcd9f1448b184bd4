"""What people should know before they look or write, and where to find somebody to talk to."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from kintrace.network.access import for_everyone
from kintrace.ui import kiosk
from kintrace.visitors.actions import count_day
from kintrace.visitors.origins import from_visitor
from kintrace.wall import advice, kept_places, pages, places, welcome
from kintrace.wall.advice_on_the_way import RISKS, TOGETHER
from kintrace.wall.views.answering import page


@for_everyone
@require_safe
@gzip_page
def information(request: HttpRequest) -> HttpResponse:
    """The way to all the others, the same from the foot of every page."""
    count_day("information")
    return page(request, "information", {})


@for_everyone
@require_safe
@gzip_page
def service(request: HttpRequest) -> HttpResponse:
    """What this is and whom it is for."""
    count_day("information")
    return page(request, "service", {"topic": advice.SERVICE})


@for_everyone
@require_safe
@gzip_page
def tracing(request: HttpRequest) -> HttpResponse:
    """How a search goes, how long it takes, and that many find nothing."""
    count_day("information")
    return page(request, "tracing", {"topic": advice.TRACING})


@for_everyone
@require_safe
@gzip_page
def about(request: HttpRequest) -> HttpResponse:
    """What we do with what people tell us; the societies' own approved words where they stand."""
    count_day("information")
    return page(request, "about", {"texts": pages.approved_texts()})


@for_everyone
@require_safe
@gzip_page
def data(request: HttpRequest) -> HttpResponse:
    """The same in the words of a child, one thought at a time."""
    count_day("information")
    return page(request, "data", {"topic": advice.DATA})


@for_everyone
@require_safe
@gzip_page
def risks(request: HttpRequest) -> HttpResponse:
    """The moments in which families lose each other, and what helps in each."""
    count_day("information")
    return page(request, "risks", {"topic": RISKS})


@for_everyone
@require_safe
@gzip_page
def in_touch(request: HttpRequest) -> HttpResponse:
    """How not to lose each other on the way."""
    count_day("information")
    return page(request, "in_touch", {"topic": TOGETHER})


@for_everyone
@require_safe
@gzip_page
def where(request: HttpRequest) -> HttpResponse:
    """Every country in folds: which one somebody opens, nobody learns."""
    count_day("information")
    return page(request, "where", {"countries": places.everywhere()})


@for_everyone
@require_safe
@gzip_page
def keep_places(request: HttpRequest) -> HttpResponse:
    """All places as one file for the phone. It tells nobody which way somebody goes."""
    count_day("information")
    return _file(kept_places.html(places.everywhere()))


@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
@gzip_page
def route(request: HttpRequest) -> HttpResponse:
    """The places along somebody's way, on one page that prints.

    Where somebody wants to go is what a smuggler, a border guard and a violent husband ask a
    phone first. So the countries are sent as a form: they stand in no address, no history, no
    log and no Referer; the answer is stored neither here nor (no-store) in the browser. Each
    page carries what was chosen so far, in the order it was chosen.
    """
    count_day("information")
    sent = request.POST
    codes = [*sent.getlist("before"), *sent.getlist("country")]
    chosen, others = places.along(code for code in codes if code != sent.get("without"))
    missed = request.method == "POST" and not codes
    if chosen and "keep" in sent and not kiosk.start_of(request):
        return _file(kept_places.html(chosen))
    facts = {"chosen": chosen, "others": others, "missed": missed}
    return page(request, "route", facts, status=422 if missed else 200)


@for_everyone
@require_safe
@gzip_page
def hello(request: HttpRequest) -> HttpResponse:
    """What the Wi-Fi of a point shows first. It is not counted: phones open it by themselves."""
    return page(request, "welcome", {"greetings": welcome.greetings()})


def _file(html: str) -> HttpResponse:
    """A page to keep. Its name says nothing: others look into a phone, too."""
    headers = {"Content-Disposition": 'attachment; filename="information.html"'}
    return HttpResponse(html, headers=headers)


@for_everyone
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Nothing here belongs in a search engine or an archive."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain; charset=utf-8")
