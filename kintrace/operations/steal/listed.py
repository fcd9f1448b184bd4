"""Cases looked through and looked at again: a view saved for oneself, a name typed for a code,
what was said at a review and what was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from kintrace.operations.steal.needles import Kind

if TYPE_CHECKING:
    from kintrace.operations.steal.members import AtTheDesk


def look_through(by: AtTheDesk) -> None:
    """What was typed by mistake is kept nowhere: neither in a row nor in a line of the log."""
    by.send("/desk/cases/views/", {"query": "whose=mine", "name": by.planted.word(Kind.STAFF)})
    by.get("/desk/cases/?whose=mine")
    by.send("/desk/cases/find/", {"code": by.planted.word(Kind.PERSONAL)})
    by.get("/desk/cases/")


def look_again(case: str, *, by: AtTheDesk) -> None:
    """What was said and what was tried is read again in the story of the case."""
    today = {"day": timezone.localdate().isoformat()}
    words = [by.planted.sentence(Kind.BOX, 4) for _each in range(4)]
    by.send(f"{case}reviewed/", today | {"way": "phone", "said": words[0], "comes": words[1]})
    to = by.send(f"{case}tried/", today | {"place": words[2], "words": words[3]})
    by.get(to)
