"""How many faces one address may look at in an hour: some freely, more for waiting, then no more.

Counted are different faces, each once an hour however often it is looked at: a page that is loaded
again costs nothing, nor does the photo of a face whose page was counted. A camp behind one address
mostly looks at the same faces. The counts lie in the memory of this process, under tags that die
with it; a scraper with many addresses is slowed down, not stopped.
"""

import hmac
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import wraps
from typing import Concatenate, ParamSpec, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kintrace.visitors import actions, networks, passes
from kintrace.visitors.helpdesk import help_desk
from kintrace.visitors.quota import MOST_REMEMBERED, address_tag

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
SOFT, HARD = 300, 1500  # faces an hour
MORE = 24  # faces for one pass
AN_HOUR = 60 * 60
MOST_FACES = 500_000  # remembered at once over all senders: some 40 MB


class TooManyFaces(Exception):
    """The sender has to wait: a moment, or `minutes`."""

    def __init__(self, minutes: int = 0) -> None:
        super().__init__()
        self.minutes = minutes


@dataclass
class _Hour:
    since: float
    seen: set[bytes] = field(default_factory=set)
    more: int = 0  # what passes have added to the soft limit


class Hours:
    """For each sender the hour that runs and the faces seen in it."""

    def __init__(self) -> None:
        self._hours: OrderedDict[bytes, _Hour] = OrderedDict()
        self._faces = 0
        self._lock = threading.Lock()

    def look(self, sender: bytes, faces: set[bytes], *, soft: float, hard: float) -> int | None:
        """Note these faces; None. Beyond the limits note nothing; minutes to wait, 0 a moment."""
        with self._lock:
            hour = self._running(sender)
            new = faces - hour.seen
            number = len(hour.seen) + len(new)
            if new and number > hard:
                return 1 + int(hour.since + AN_HOUR - time.monotonic()) // 60
            if new and number > soft + hour.more:
                return 0
            hour.seen |= new
            self._faces += len(new)
            self._forget_the_longest_unseen()
            return None

    def allow_more(self, sender: bytes) -> None:
        """A pass was given: so many faces more in the hour that runs."""
        with self._lock:
            self._running(sender).more += MORE

    def forget(self) -> None:
        """Start anew, as a restart does."""
        with self._lock:
            self._hours.clear()
            self._faces = 0

    def _running(self, sender: bytes) -> _Hour:
        now = time.monotonic()
        hour = self._hours.pop(sender, None)
        if hour and now - hour.since >= AN_HOUR:
            self._faces -= len(hour.seen)
            hour = None
        self._hours[sender] = hour = hour or _Hour(now)
        return hour

    def _forget_the_longest_unseen(self) -> None:
        while len(self._hours) > MOST_REMEMBERED or self._faces > MOST_FACES:
            _, hour = self._hours.popitem(last=False)
            self._faces -= len(hour.seen)


_hours = Hours()
forget = _hours.forget


def within_quota(view: View[P]) -> View[P]:
    """Answer with the waiting page where `look_at` finds too many faces; take a pass that is given.

    Never for a form that somebody sends: who writes is not refused for having looked.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        said = request.GET.get("pass", "")
        if said and actions.spend(said):
            _hours.allow_more(_sender(request))
        try:
            return view(request, *args, **kwargs)
        except TooManyFaces as wait:
            return _later(request, wait.minutes) if wait.minutes else _wait(request, said)

    return cast("View[P]", asked)


def look_at(request: HttpRequest, faces: Iterable[str], *, waits: bool = True) -> None:
    """Count these faces (by the random names of their pictures) before they are shown.

    waits: False for what cannot show a waiting page: then only the hard limit counts.
    Raises TooManyFaces for `within_quota`.
    """
    sender = _sender(request)
    seen = {hmac.digest(sender, face.encode(), "sha256")[:8] for face in faces}
    minutes = _looked(sender, seen, 1, waits=waits)
    if minutes is not None:
        minutes = _looked(sender, seen, networks.times(request), waits=waits)
    if minutes is not None:
        raise TooManyFaces(minutes)


def _looked(sender: bytes, seen: set[bytes], times: int, *, waits: bool) -> int | None:
    # Requests are spread over the processes, and each knows its own. The hard limit is divided;
    # the soft one is not, for one connection of a person may stay with one process.
    hard = max(SOFT, HARD // settings.PUBLIC_PROCESSES) * times
    return _hours.look(sender, seen, soft=SOFT * times if waits else hard, hard=hard)


def _sender(request: HttpRequest) -> bytes:
    return address_tag(request, about="faces")


def _wait(request: HttpRequest, said: str) -> HttpResponse:
    """The page goes on by itself: by the script after some work, else by the header in time."""
    token = passes.waiting(said)
    left = passes.seconds_left(token)
    query = request.GET.copy()
    query["pass"] = token
    onward = f"{request.path}?{query.urlencode()}"
    facts = {"onward": onward, "work": passes.Work(token), "seconds": left}
    answer = render(request, "visitors/wait.html", help_desk() | facts, status=429)
    # A <meta> would do the same, and screen readers' rules forbid it; so this is a header.
    answer.headers["Refresh"] = f"{left + 1}; url={onward}"
    answer.headers["Retry-After"] = str(left)
    return answer


def _later(request: HttpRequest, minutes: int) -> HttpResponse:
    facts = help_desk() | {"minutes": minutes}
    answer = render(request, "visitors/enough.html", facts, status=429)
    answer.headers["Retry-After"] = str(minutes * 60)
    return answer
