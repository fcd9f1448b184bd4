"""Whose form is taken when many are sent at once: words come back whole, with a pass to earn.

Deriving a code takes a tenth of a second of a processor, and a crowd of programs could keep it
from everybody. So each address may send freely so often, and beyond that, or when no place is
free, the form comes back once with all that was typed: a script works for a pass and sends it
again by itself; without one a button appears after twenty seconds. Nobody is refused. Where
scripts run the pass is mostly there before: it is worked for while somebody types.

Three places there are (the vault allows no more). One is anybody's, two are for who earned a pass,
as a person with scripts mostly has. An address holds one place at a time, so that a crowd behind it
waits for its turns while others get theirs; a network that a desk named may hold several. The queue
is in the browsers: a waiting thread of the server would be missing to those who look or are in
danger.
"""

import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import Concatenate, ParamSpec, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kintrace.vault.answers import PLACES
from kintrace.vault.refusals import TooManyAtOnce
from kintrace.visitors import actions, networks, passes
from kintrace.visitors.helpdesk import help_desk
from kintrace.visitors.quota import Quota, address_tag

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
FOR_ANYBODY = 1
FIELD = "pass"


class Places:
    """Who is being served at this moment."""

    def __init__(self) -> None:
        self._taken: Counter[bytes] = Counter()
        self._lock = threading.Lock()

    @contextmanager
    def one(self, sender: bytes, *, earned: bool, share: int) -> Iterator[None]:
        """Hold a place while the block lasts. Raises TooManyAtOnce at once when none is free."""
        with self._lock:
            free = (PLACES if earned else FOR_ANYBODY) - self._taken.total()
            if free < 1 or self._taken[sender] >= share:
                raise TooManyAtOnce
            self._taken[sender] += 1
        try:
            yield
        finally:
            with self._lock:
                self._taken[sender] -= 1
                self._taken += Counter()  # drops who holds none


_places = Places()


def in_turn(
    quota: Quota, *, what: Callable[[HttpRequest], bool] = lambda _: True
) -> Callable[[View[P]], View[P]]:
    """A form sent to this view takes its turn; `what` says whether this one has to."""

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def taken(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            go = partial(view, request, *args, **kwargs)
            if request.method != "POST" or not what(request):
                return go()
            return _served(request, quota, go)

        return cast("View[P]", taken)

    return guard


def _served(request: HttpRequest, quota: Quota, go: Callable[[], HttpResponse]) -> HttpResponse:
    said = request.POST.get(FIELD, "")
    earned = passes.is_good(said)
    if not earned and not quota.allows(request):
        return _back(request, passes.waiting(said))
    try:
        with _places.one(
            address_tag(request, about="place"), earned=earned, share=networks.times(request)
        ):
            if earned and not actions.spend(said):  # used before
                return _back(request, passes.issue())
            return go()
    except TooManyAtOnce:
        # A pass that was earned is not spent yet: the script sends it again after a moment.
        return _back(request, said if earned else passes.waiting(said))


def _back(request: HttpRequest, said: str) -> HttpResponse:
    """All that was typed, in hidden fields, and the pass that it needs to be sent again."""
    typed = [(name, one) for name, many in request.POST.lists() if name != FIELD for one in many]
    token = passes.token_of(said)
    facts = {
        "typed": typed,
        "said": said,
        "earned": passes.is_good(said),
        "work": passes.Work(token),
    }
    return render(request, "visitors/held.html", help_desk() | facts, status=429)
