"""Papers of pictures and cards: a visitor's browser prints them, the desk has them as PDF."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from kintrace.network import lookups as network
from kintrace.network.access import Right, for_everyone, for_staff
from kintrace.network.gate import StaffRequest
from kintrace.ui.public_address import known_address, public_address
from kintrace.visitors.actions import count_day
from kintrace.visitors.helpdesk import help_desk
from kintrace.wall import handouts, sharing
from kintrace.wall.advice_on_the_way import TOPICS
from kintrace.wall.forms_desk import CARD, PaperForm
from kintrace.wall.forms_information import CardForm, PicturesForm
from kintrace.wall.views.answering import asked, page


@for_everyone
@require_safe
@gzip_page
def pictures(request: HttpRequest) -> HttpResponse:
    """A sheet of eight pictures, as it comes out of the printer."""
    count_day("information")
    form = PicturesForm(request.GET, language=get_language() or "en")
    said = {"base": _base(request), "phone": _phone(), "size": form.paper}
    sheet = handouts.sheet(form.about, form.languages, **said)
    return page(request, "pictures", {"form": form, "paper": sheet})


@for_everyone
@require_safe
@gzip_page
def pass_on(request: HttpRequest) -> HttpResponse:
    """A card for somebody else, and an address to send; neither names anybody."""
    count_day("information")
    form = CardForm(request.GET, language=get_language() or "en")
    card = handouts.card(form.languages, base=_base(request), phone=_phone())
    share = sharing.Share(handouts.welcome(_base(request), form.language))
    return page(request, "pass_on", {"form": form, "paper": card, "share": share})


@for_staff(Right.SEE_DESK)
@require_safe
def papers(request: StaffRequest) -> HttpResponse:
    """What a point can print, to choose from."""
    return asked(request, "papers", PaperForm(), **_addresses())


@for_staff(Right.SEE_DESK)
@require_safe
def paper(request: StaffRequest) -> HttpResponse:
    """The chosen paper as PDF, or the form again with what is missing."""
    form = PaperForm(request.GET or None)
    if not form.is_valid():
        return asked(request, "papers", form, **_addresses())
    society = network.society(request.user.society_id)
    made = _made(form.cleaned_data, base=public_address(), phone=society.phone)
    headers = {"Content-Disposition": f'inline; filename="{form.cleaned_data["topic"]}.pdf"'}
    return HttpResponse(handouts.pdf(made), content_type="application/pdf", headers=headers)


def _made(chosen: dict[str, str], *, base: str, phone: str) -> handouts.Sheet | handouts.Card:
    languages = [chosen["first"], chosen["beside"]]
    if chosen["topic"] == CARD:
        return handouts.card(languages, base=base, phone=phone)
    topic = TOPICS[chosen["topic"]]
    return handouts.sheet(topic, languages, size=chosen["size"], base=base, phone=phone)


def _addresses() -> dict[str, str]:
    """What a point types into its router and its television, where the wall has an address."""
    base = known_address()
    language = settings.LANGUAGE_CODE
    welcome = handouts.welcome(base, language) if base else ""
    return {"welcome": welcome, "screen": f"{base}/{language}/information/screen/"}


def _base(request: HttpRequest) -> str:
    """Scheme and host, without a slash at the end."""
    return f"{request.scheme}://{request.get_host()}"


def _phone() -> str:
    """Whom to call, where there is one for everybody."""
    phone: str = help_desk().get("help_desk", {}).get("phone", "")
    return phone
