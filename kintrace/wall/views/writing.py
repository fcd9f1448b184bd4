"""A visitor writes about a face."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from kintrace.network import lookups as network
from kintrace.network.access import for_everyone
from kintrace.vault.trust import BoxNotTrusted
from kintrace.visitors.actions import count_day
from kintrace.visitors.origins import from_visitor
from kintrace.visitors.posting import in_turn
from kintrace.visitors.quota import address_tag
from kintrace.wall import actions, lookups
from kintrace.wall.flags import WATCH
from kintrace.wall.forms import MessageForm
from kintrace.wall.views.answering import MESSAGES, not_now, page


@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
@in_turn(MESSAGES)
def write(request: HttpRequest, face_id: UUID) -> HttpResponse:
    """A message to the society that looks after the person on the photo."""
    if request.method == "POST":
        return _received(request, face_id)
    shown = lookups.face_showing(face_id)
    pressed = {"writer": request.GET.get("as", ""), "claim": request.GET.get("is", "")}
    form = MessageForm(initial=pressed, relations=shown.relations)
    return page(request, "write", {"face": shown, "form": form})


def _received(request: HttpRequest, face_id: UUID) -> HttpResponse:
    shown = lookups.face_up(face_id)
    if shown is None:  # taken down while somebody wrote: their words must not vanish with it
        return page(request, "gone", {"text": request.POST.get("text", "")}, status=404)
    form = MessageForm(request.POST, relations=shown.relations)
    if not form.is_valid():
        return page(request, "write", {"face": shown, "form": form}, status=422)
    # Before it is sealed: afterwards nobody here can look into it (flags.py).
    marks = WATCH.marks(form.body(), face=shown.pk, sender=address_tag(request, about="messages"))
    said = {"body": form.body(), "word": form.cleaned_data["word"], "flags": WATCH.flags(marks)}
    try:
        left = actions.leave_message(shown, **said)
    except BoxNotTrusted:
        return not_now(request, form.cleaned_data["text"])
    WATCH.remember(marks)
    count_day("message")
    society = network.society(left.society)
    return page(request, "sent", {"code": left.code, "help_desk": society, "face": shown})


@for_everyone
@require_safe
def sent(request: HttpRequest) -> HttpResponse:
    """What happens after writing, for who comes back here; the code is not known any more."""
    return page(request, "sent", {"code": ""})
