"""Code and word in, the society's answer out."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

from kintrace.network import lookups as network
from kintrace.network.access import for_everyone
from kintrace.vault.trust import BoxNotTrusted
from kintrace.visitors.actions import count_day
from kintrace.visitors.origins import from_visitor
from kintrace.visitors.posting import in_turn
from kintrace.wall import actions, lookups
from kintrace.wall.forms import AnswerForm
from kintrace.wall.views.answering import CODE_TRIES, not_now, page


@for_everyone
@from_visitor
@require_http_methods(["GET", "HEAD", "POST"])
@in_turn(CODE_TRIES)
def answer(request: HttpRequest) -> HttpResponse:
    """Code and word in, the society's answer out. Nothing of it stands in an address."""
    if request.method != "POST":
        return page(request, "answer", {"form": AnswerForm()})
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return page(request, "answer", {"form": form}, status=422)
    return _opened(request, **form.cleaned_data)


def _opened(request: HttpRequest, *, code: str, word: str, text: str, **_rest: Any) -> HttpResponse:
    found = lookups.conversation(code, word)
    if found and text:
        try:
            found = actions.write_back(found, text=text)
        except BoxNotTrusted:
            return not_now(request, text)
    count_day("answer")
    if found is None:
        return page(request, "nothing", {})
    again = AnswerForm(initial={"code": code, "word": word})
    facts = {"found": found, "again": again, "help_desk": network.society(found.society)}
    return page(request, "conversation", facts)
