"""A refusal loses nothing that was typed.

The page that refuses shows the words once more, and a button back to the page they came from. The
button posts them to that page's address; behind the door the gate makes a GET of it, the view
answers with its page as ever, and the form is filled in (`put_back.py`). So nothing is done by it,
and nothing of it stands in an address or a session (docs/decisions/048).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string

from kintrace.network import kept
from kintrace.network.put_back import Filling, Page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import HttpRequest

BACK_TO_FORM = "typed_for"  # the address that the form was sent to
_FROM = "/desk/"
# What a choice, a button, a version or the number of a record is sent as: nobody typed it.
_CODE = re.compile(r"[a-z_]*|[0-9]|[0-9a-f-]{32,}")


def leads_back(request: Any) -> None:
    """A post that only wants its page back becomes a GET: past it, no view does anything."""
    if request.method == "POST" and BACK_TO_FORM in request.POST:
        request.typed = mine(request)
        request.method, request.POST = "GET", QueryDict()


def mine(request: Any) -> kept.Kept | None:
    """What this post carried, if the form was given to the member who sent it."""
    late = kept.from_post(request)
    return late if late is not None and late.member == request.user.pk else None


def taken(request: Any) -> kept.Kept | None:
    """What a page was asked to show again, once: whoever shows it or puts it aside takes it."""
    late: kept.Kept | None = getattr(request, "typed", None)
    request.typed = None
    return late


def said_again(request: Any, *, back: bool = True) -> dict[str, Any]:
    """For a page that refuses: what was typed; nothing when nothing was. back: the way to it."""
    late = taken(request) or mine(request)
    if late is None or not late.fields:
        return {}
    refused_too = BACK_TO_FORM in late.fields  # the page that it should have gone back to
    return {
        "part": "network/typed.html",
        "typed": late,
        "words": words(late.fields),
        "field": BACK_TO_FORM,
        "form_at": came_from(request) or late.path if back and not refused_too else "",
        "has_file": bool(request.FILES),
    }


def way_back(request: HttpRequest) -> dict[str, Any]:
    """For a page that refuses where nothing was typed: the page that led here."""
    page = came_from(request)
    return {"part": "network/way_back.html", "page": page} if page else {}


def came_from(request: HttpRequest) -> str:
    """The page of the desk that led here; "" when the browser does not tell, or it is this one."""
    try:
        said = urlsplit(request.headers.get("Referer", ""))
    except ValueError:  # no address at all
        return ""
    if said.netloc != request.get_host() or not said.path.startswith(_FROM):
        return ""
    page = urlunsplit(("", "", said.path, said.query, ""))
    return "" if request.method != "POST" and page == request.get_full_path() else page


def words(fields: Mapping[str, list[str]]) -> list[str]:
    """What somebody typed, without what stands for a choice or a version."""
    typed = (many for name, many in fields.items() if name != BACK_TO_FORM and name[-4:] != "seen")
    return [one for many in typed for one in many if not _CODE.fullmatch(one)]


def filled(request: Any, response: HttpResponse) -> HttpResponse:
    """The page that was asked for with its form filled in, or the words where it has no such form.

    Nothing to do when a page that refuses has shown them, or they wait for a sign-in.
    """
    late = taken(request)
    if late is None or response.status_code >= 500:
        return response
    page = _filled(request, response, late)
    if page is None:
        return render(request, "network/typed_unplaced.html", {"words": words(late.fields)})
    response.content = page
    return response


def _filled(request: Any, response: HttpResponse, late: kept.Kept) -> str | None:
    if response.status_code != 200 or not response["Content-Type"].startswith("text/html"):
        return None
    fields = {name: many for name, many in late.fields.items() if name != BACK_TO_FORM}
    page = Page(response.content.decode(), here=request.get_full_path())
    form = page.form_for(fields, sent_to=late.fields[BACK_TO_FORM][0])
    if form is None:
        return None
    filling = Filling(form, fields)
    note = render_to_string("network/typed_here.html", {"words": words(filling.left)}, request)
    return page.edited([(form.start, form.start, note), *filling.edits])
