"""A photo comes off the wall: with its code, by asking, or in danger."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils import timezone
from django.views.decorators.http import require_http_methods

from kintrace.network import lookups as network
from kintrace.network.access import for_everyone
from kintrace.visitors.actions import count_day
from kintrace.visitors.daykey import address_tag_of_day
from kintrace.visitors.origins import from_visitor
from kintrace.visitors.posting import in_turn
from kintrace.visitors.quota import Quota
from kintrace.wall import actions, lookups, pages
from kintrace.wall.forms import AskForm, DangerForm, RemovalCodeForm
from kintrace.wall.views.answering import CODE_TRIES, face_named, page

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

    from kintrace.wall.actions.messages import Sent
    from kintrace.wall.models import Face

PRESSES = Quota("presses", burst=6, an_hour=6)
FORMS = {"code": RemovalCodeForm, "ask": AskForm, "danger": DangerForm}


@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
@in_turn(CODE_TRIES, what=lambda request: _sent_form(request) == "code")
def take_down(request: HttpRequest) -> HttpResponse:
    """Take a photo off the wall: at once with the code; without it by asking, or in danger."""
    forms = {name: form(auto_id=f"{name}_%s") for name, form in FORMS.items()}
    face_id = face_named(request)
    if request.method != "POST":
        return page(request, "take_down", {"forms": forms, "face_id": face_id})
    what = _sent_form(request)
    sent_form = FORMS[what](request.POST, auto_id=f"{what}_%s")
    does = _with_code if what == "code" else _asked
    facts = {"forms": forms | {what: sent_form}, "face_id": face_id}
    done = does(request, sent_form) if sent_form.is_valid() else None
    return done or page(request, "take_down", facts | {"form": sent_form}, status=422)


def _sent_form(request: HttpRequest) -> str:
    """Which of the three was sent; what says nothing of it is taken for the one with the code."""
    what = request.POST.get("what", "")
    return what if what in FORMS else "code"


def _with_code(request: HttpRequest, form: Any) -> HttpResponse | None:
    found = lookups.face_of_code(form.cleaned_data["code"])
    if found is None:
        form.add_error("code", pages.no_such_removal_code())
        return None
    actions.remove_by_code(found)
    count_day("take-down")
    return page(request, "taken_down", {})


def _asked(request: HttpRequest, form: Any) -> HttpResponse:
    """Always the same page, for a face that is there and for one that is not."""
    face_id, danger = face_named(request), isinstance(form, DangerForm)
    found = lookups.face_up(face_id) if face_id else None
    rests = lookups.has_room_to_rest()
    if found:
        # The press always counts: who is in danger is never turned away. Words do not pile up.
        tag = address_tag_of_day(request, timezone.localdate(), about=str(found.pk))
        rests = actions.press(found, tag=tag, danger=danger) and rests
    sent = _told(form, found, danger=danger) if PRESSES.allows(request) else None
    count_day("take-down-asked")
    facts = {"danger": danger, "rests": rests, "code": sent.code if sent else ""}
    return page(request, "asked", facts | {"unkept": "" if sent else form.cleaned_data["text"]})


def _told(form: Any, face: Face | None, *, danger: bool) -> Sent | None:
    """Keep the words where they belong: without a photo, with who speaks for the network."""
    word, text = form.cleaned_data["word"], form.cleaned_data["text"]
    said = {"danger": danger, "body": form.body(), "word": word}
    if face:
        return actions.tell_with_press(face.society_id, about=face.pk, **said)
    if not (word or text):
        return None  # there is nothing to read and no photo to look at
    offices = network.office_first()
    sent = (actions.tell_with_press(one.pk, about=None, **said) for one in offices)
    return next(filter(None, sent), None)
