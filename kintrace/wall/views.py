"""The public pages. None sets a cookie, none needs a script, none tells more than a face does."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_safe

from kintrace.network import lookups as network
from kintrace.network.access import for_everyone
from kintrace.vault.refusals import TooManyAtOnce
from kintrace.vault.trust import BoxNotTrusted
from kintrace.visitors.actions import count_day
from kintrace.visitors.forms import StampedForm
from kintrace.visitors.origins import from_visitor
from kintrace.visitors.quota import Quota, address_tag
from kintrace.wall import actions, lookups, pages, pictures
from kintrace.wall import gallery as wall
from kintrace.wall.forms import AnswerForm, AskForm, DangerForm, MessageForm, RemovalCodeForm

# Codes cannot be guessed; what this spares is the work of deriving them, and other people's peace.
CODE_TRIES = Quota("codes", burst=20, an_hour=60)
PRESSES = Quota("presses", burst=6, an_hour=6)
FORMS = {"code": RemovalCodeForm, "ask": AskForm, "danger": DangerForm}


@for_everyone
@require_safe
@gzip_page
def gallery(request: HttpRequest) -> HttpResponse:
    """Twelve faces. Not cached anywhere: the next request must not show who was taken down."""
    choice = wall.Choice.from_address(request.GET)
    shown = wall.page(lookups.showing(), choice, timezone.localdate())
    count_day("wall")
    links = {"before": choice.but(page=choice.page - 1), "after": choice.but(page=choice.page + 1)}
    facts = {"choice": choice, "shown": shown, "first": choice.but(page=1), **links}
    return _page(request, "gallery", facts | pages.filters(choice))


@for_everyone
@require_safe
@gzip_page
def face(request: HttpRequest, face_id: UUID) -> HttpResponse:
    """One face, one sentence, two ways to write."""
    shown = lookups.face_showing(face_id)
    count_day("face")
    return _page(request, "face", {"face": shown, "claims": pages.claims(shown)})


@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, face_id: UUID) -> HttpResponse:
    """A message to the society that looks after the person on the photo."""
    if request.method == "POST":
        return _received(request, face_id, MessageForm(request.POST))
    shown = lookups.face_showing(face_id)
    form = MessageForm(initial={"writer": request.GET.get("as", "")})
    return _page(request, "write", {"face": shown, "form": form})


def _received(request: HttpRequest, face_id: UUID, form: MessageForm) -> HttpResponse:
    shown = lookups.face_up(face_id)
    if shown is None:  # taken down while somebody wrote: their words must not vanish with it
        return _page(request, "gone", {"text": request.POST.get("text", "")}, status=404)
    if not form.is_valid():
        return _page(request, "write", {"face": shown, "form": form}, status=422)
    try:
        left = actions.leave_message(shown, body=form.body(), word=form.cleaned_data["word"])
    except BoxNotTrusted:
        return _not_now(request, form.cleaned_data["text"])
    except TooManyAtOnce as crowd:
        return _wait(request, crowd, "write", form, face=shown)
    count_day("message")
    society = network.society(left.society)
    return _page(request, "sent", {"code": left.code, "help_desk": society})


def _not_now(request: HttpRequest, text: str) -> HttpResponse:
    """Nothing is stored that is not sealed to a box we trust; the words stay on the page."""
    return _page(request, "not_now", {"text": text}, status=503)


def _wait(
    request: HttpRequest, crowd: TooManyAtOnce, name: str, form: StampedForm, **facts: Any
) -> HttpResponse:
    """The page again with all that was typed: nothing of it was taken yet."""
    form.add_error(None, crowd.sentence)
    return _page(request, name, {"form": form, **facts}, status=crowd.status)


@for_everyone
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What happens after writing, for who comes back here; the code is not known any more."""
    return _page(request, "sent", {"code": ""})


@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest) -> HttpResponse:
    """Code and word in, the society's answer out. Nothing of it stands in an address."""
    if request.method != "POST":
        return _page(request, "answer", {"form": AnswerForm()})
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _page(request, "answer", {"form": form}, status=422)
    if not CODE_TRIES.allows(request):
        return render(request, "visitors/wait.html", status=429)
    try:
        return _opened(request, **form.cleaned_data)
    except TooManyAtOnce as crowd:
        return _wait(request, crowd, "answer", form)


def _opened(request: HttpRequest, *, code: str, word: str, text: str, **_rest: Any) -> HttpResponse:
    found = lookups.conversation(code, word)
    if found and text:
        try:
            found = actions.write_back(found, text=text)
        except BoxNotTrusted:
            return _not_now(request, text)
    count_day("answer")
    if found is None:
        return _page(request, "nothing", {})
    again = AnswerForm(initial={"code": code, "word": word})
    facts = {"found": found, "again": again, "help_desk": network.society(found.society)}
    return _page(request, "conversation", facts)


@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
def take_down(request: HttpRequest) -> HttpResponse:
    """Take a photo off the wall: at once with the code; without it by asking, or in danger."""
    forms = {name: form(auto_id=f"{name}_%s") for name, form in FORMS.items()}
    face_id = _face_named(request)
    if request.method != "POST":
        return _page(request, "take_down", {"forms": forms, "face_id": face_id})
    what = request.POST.get("what", "")
    sent_form = FORMS.get(what, RemovalCodeForm)(request.POST, auto_id=f"{what}_%s")
    does = _with_code if what == "code" else _asked
    facts = {"forms": forms | {what: sent_form}, "face_id": face_id}
    try:
        done = does(request, sent_form) if sent_form.is_valid() else None
    except TooManyAtOnce as crowd:
        return _wait(request, crowd, "take_down", sent_form, **facts)
    return done or _page(request, "take_down", facts | {"form": sent_form}, status=422)


def _with_code(request: HttpRequest, form: Any) -> HttpResponse | None:
    if not CODE_TRIES.allows(request):
        return render(request, "visitors/wait.html", status=429)
    found = lookups.face_of_code(form.cleaned_data["code"])
    if found is None:
        form.add_error("code", pages.no_such_removal_code())
        return None
    actions.remove_by_code(found)
    count_day("take-down")
    return _page(request, "taken_down", {})


def _asked(request: HttpRequest, form: StampedForm) -> HttpResponse:
    """Always the same page, for a face that is there and for one that is not."""
    face_id, danger = _face_named(request), isinstance(form, DangerForm)
    found = face_id and lookups.face_up(face_id)
    if found:
        # The press always counts: who is in danger is never turned away. Words do not pile up.
        body = {"kind": form.cleaned_data["what"], "text": form.cleaned_data["text"]}
        tag = address_tag(request, about=f"{found.pk}|{timezone.localdate()}")
        words = body if PRESSES.allows(request) else None
        actions.press(found, tag=tag, danger=danger, body=words)
    count_day("take-down-asked")
    return _page(request, "asked", {"danger": danger})


def _face_named(request: HttpRequest) -> UUID | None:
    try:
        return UUID(request.GET.get("face", ""))
    except ValueError:
        return None


@for_everyone
@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What we do with what people tell us; the societies' own approved words where they stand."""
    return _page(request, "about", {"texts": pages.approved_texts()})


@for_everyone
@require_safe
def picture(request: HttpRequest, name: str, size: str, ending: str) -> HttpResponse:
    """One picture, while a face that may be seen shows it; a browser may keep it five minutes."""
    data = pictures.read(name, size, ending) if lookups.picture_shows(name) else None
    if data is None:
        raise Http404
    headers = {"Cache-Control": "private, max-age=300"}
    return HttpResponse(data, content_type=pictures.TYPES[ending], headers=headers)


@for_everyone
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Nothing here belongs in a search engine or an archive."""
    return HttpResponse("User-agent: *\nDisallow: /\n", content_type="text/plain; charset=utf-8")


def _page(
    request: HttpRequest, name: str, facts: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    return render(request, f"wall/{name}.html", pages.help_desk() | facts, status=status)
