"""An event with a case, a number and two accounts, by its pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.operations.steal import told
from kintrace.operations.steal.browser import field
from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.members import AtTheDesk

_EVENT = re.compile(r"/desk/events/([0-9a-f-]{36})/")
_HEARD = re.compile(r'name="heard_in" value="([0-9a-f-]{36})"')
_TO_READ = re.compile(r'action="(/desk/accounts/[0-9a-f-]{36}/read/)"')
_REFERENCE = re.compile(r'<bdi class="ref" dir="ltr">([A-Z0-9-]+)</bdi>')


def write_down(*, by: AtTheDesk) -> str:
    """Gives the event's address."""
    to = by.send("/desk/events/new/", told.event(by.planted))
    event = f"/desk/events/{field(to, _EVENT)}/"
    by.change(f"{event}correct/", told.event(by.planted))
    number = {"of": "aboard", "number": "40", "by": "survivors", "day": _today()}
    by.send(f"{event}count/", number)
    by.get(f"{event}who-else/")
    return event


def join(case: str, event: str, *, by: AtTheDesk) -> None:
    why = {"why": by.planted.sentence(Kind.PERSONAL, 3)}
    by.send(f"{case}event/", why | {"event": field(event, _EVENT)})
    by.get(event)


def tell(event: str, case: str, *, by: AtTheDesk) -> None:
    """Somebody who has no case, and the person whose case it is; one of them is read through."""
    read_aloud = {"heard_in": field(by.get(f"{event}told/"), _HEARD)}
    by.send(f"{event}told/", told.account(by.planted) | read_aloud)
    reference = {"reference": field(by.get(case), _REFERENCE)}
    by.send(f"{event}told/", told.account(by.planted) | reference)
    by.send(field(by.get(event), _TO_READ), {})


def _today() -> str:
    return timezone.localdate().isoformat()
