"""What is asked of the large network, as members of its largest society and as a visitor."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import cycle
from typing import TYPE_CHECKING, Any

from django.test import Client
from django.urls import reverse

from kintrace.cases.models import Case, Incoming
from kintrace.demo.invented import PASSWORD
from kintrace.network.access import Role
from kintrace.network.lookups import desks
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import let_in, open_box
from kintrace.people.lookups import people_of
from kintrace.vault.reader import reading_as
from kintrace.visitors import browsing
from kintrace.wall.models import Face, Message
from tests import environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from django.http import HttpResponse


LARGEST = "XA"
SOME = 25  # different things of a kind, one after the other


@dataclass(frozen=True)
class Asked:
    """One thing that is asked for, each time perhaps of another record. role: of the database, as
    whom the side that answers is served."""

    name: str
    ask: Callable[[], Any]
    role: str = environment.STAFF


def society() -> Society:
    return Society.objects.get(code=LARGEST)


def pages() -> Iterator[Asked]:
    """Everything that is asked for by a page."""
    home = society()
    alma, omar = _signed_in(home, Role.CASEWORKER), _signed_in(home, Role.OFFICER)
    yield from _desk(alma, omar, home)
    yield from _searches(alma, home)
    yield from _between(alma, omar, home)
    yield from _wall(home)


def _desk(alma: Client, omar: Client, home: Society) -> Iterator[Asked]:
    yield Asked("work list of a caseworker", _get(alma, "/desk/"))
    yield Asked("work list of an officer", _get(omar, "/desk/"))
    yield Asked("work of the whole society", _get(omar, "/desk/?whose=society"))
    with reading_as(home.pk):
        own = Case.objects.filter(society=home)
        last = -(-own.exclude(state__in=("closed", "refused")).count() // 50)
        some = list(own.filter(state="tracing").order_by("pk").values_list("pk", flat=True)[:SOME])
        name = own.filter(state="tracing").order_by("reference")[0].reference[:4]
    asked = {
        "list of cases, first page": "",
        "list of cases, last page": f"?page={last}",
        "list of cases, newest first": "?order=opened",
        "list of cases, mine": "?whose=mine",
        "list of cases, overdue": "?due=overdue",
        "list of cases, closed ones": "?state=closed",
        "list of cases, with another society": "?waits=society",
        "list of cases, by the beginning of a code": f"?code={name}",
    }
    for name, query in asked.items():
        yield Asked(name, _get(omar, f"/desk/cases/{query}"))
    cases = [reverse("cases:case", args=[pk]) for pk in some]
    yield Asked(f"page of a case, {SOME} different ones", _each(alma, cases))
    yield Asked("cases that end soon", _get(omar, reverse("cases:ending")))


def _searches(alma: Client, home: Society) -> Iterator[Asked]:
    """People of the society itself, as somebody else may say their names."""
    with reading_as(home.pk):
        rows = Case.objects.filter(society=home, state="tracing").order_by("reference")
        subjects = list(rows.values_list("subject", flat=True)[:SOME])
        told = [one.told for one in people_of(subjects).values()]
    url = reverse("matching:search")
    named = [{"full_name": one.called} for one in told]
    yield Asked("search by names only", _posting(alma, url, named))
    born = [
        {"full_name": one.called, "birth": str(one.births[0].start.year), "sex": one.sex}
        for one in told
        if one.births
    ]
    yield Asked("search with birth year and sex", _posting(alma, url, born))


def _between(alma: Client, omar: Client, home: Society) -> Iterator[Asked]:
    with reading_as(home.pk):
        waiting = Incoming.objects.filter(society=home, state="sent").order_by("pk")
        asked = [reverse("cases:incoming", args=[one.pk]) for one in waiting[:SOME]]
        said = Message.objects.filter(society=home, state="received").order_by("pk")[:SOME]
        messages = [reverse("cases:message", args=[one.pk]) for one in said]
    yield Asked("what other societies ask (transfer inbox)", _get(alma, _url("other_societies")))
    yield Asked("one request of another society", _each(alma, asked))
    yield Asked("inbox of messages", _get(alma, _url("inbox")))
    yield Asked("one message, opened", _each(alma, messages))
    yield Asked("likely pairs", _get(alma, reverse("matching:pairs")))
    yield Asked("holds", _get(_signed_in(home, Role.CHILD_PROTECTION), reverse("protection:holds")))
    yield Asked("requests to accept", _get(omar, _url("requests")))
    yield Asked("events", _get(alma, _url("events")))


def _wall(home: Society) -> Iterator[Asked]:
    browsing.SOFT = browsing.HARD = 10**9  # one address asks for everything
    visitor, public = Client(SERVER_NAME="localhost"), environment.PUBLIC
    every = [f"/en/?o={order}&page={page}" for page in range(1, 60) for order in range(16)]
    yield Asked("the wall, each time another page", _each(visitor, every), public)
    with reading_as(home.pk):
        own = list(Face.objects.order_by("pk").values_list("pk", flat=True)[:500])
    faces = [f"/en/face/{pk}/" for pk in own]
    yield Asked("one face, each time another", _each(visitor, faces), public)
    women = [f"/en/?o={order}&sex=woman" for order in range(16)]
    yield Asked("the wall, by sex", _each(visitor, women), public)


def _url(name: str) -> str:
    return reverse(f"cases:{name}")


def _get(client: Client, url: str) -> Callable[[], HttpResponse]:
    return partial(_answered, client, url)


def _each(client: Client, urls: Iterable[str]) -> Callable[[], HttpResponse]:
    turning = cycle([*urls] or ["/desk/"])  # a small network may have none
    return lambda: _answered(client, next(turning))


def _posting(client: Client, url: str, forms: list[dict[str, str]]) -> Callable[[], HttpResponse]:
    turning = cycle(forms)
    return lambda: _ok(url, client.post(url, next(turning)))


def _answered(client: Client, url: str) -> HttpResponse:
    return _ok(url, client.get(url))


def _ok(url: str, answer: Any) -> HttpResponse:
    if answer.status_code != 200:
        raise RuntimeError(f"{url} was answered {answer.status_code}")
    return answer  # type: ignore[no-any-return]


def _signed_in(home: Society, role: Role) -> Client:
    with reading_as(home.pk):
        member = Member.objects.filter(society=home, role=role).order_by("sign_in")[0]
    client = let_in(Client(SERVER_NAME="localhost"), member)
    client.post("/desk/place/", {"place": str(desks(home.pk)[0].pk)})
    return open_box(client, password=PASSWORD)
