"""A child went home: it is asked how it is, as it agreed, and its team alone knows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.cases import children_rules, lookups
from kintrace.cases.actions.children import keep_page, require_at_work
from kintrace.cases.actions.children_moves import look_again
from kintrace.cases.children_states import ChildState
from kintrace.protection.lookups import is_looked_at, looked_at
from kintrace.protection.refusals import NotAllowed
from kintrace.ui.refusals import Refusal

if TYPE_CHECKING:
    from kintrace.cases.models import Child, ChildPage
    from kintrace.network.models import Member


class NotAtHome(Refusal):
    """Days are planned for a child that is with its family again."""


def require_at_home(child: Child) -> None:
    """Said before anybody is asked, too. Raises NotAtHome, and NotAllowed for a first plan while
    somebody looks at the child first; what came of a day is written down whatever holds."""
    if child.state != ChildState.REUNIFIED:
        raise NotAtHome(
            _("The child is not with its family now. Days are planned when it went there.")
        )
    if is_looked_at(child.subject) and lookups.page_of(child, children_rules.AFTER) is None:
        raise NotAllowed(looked_at(), "held")


@transaction.atomic
def keep_after(child: Child, *, answers: dict[str, list[str]], seen: int, by: Member) -> ChildPage:
    """Seal how the child may be asked, the days, and what came of them. The next day stands in the
    work list of the team; after the last one the child is looked at like every other.

    Raises NotAtHome, NotAllowed, and what keep_page raises.
    """
    child = require_at_work(child, by)
    require_at_home(child)
    page = keep_page(child, page=children_rules.AFTER, answers=answers, seen=seen, by=by)
    child.next_review = look_again(child)
    child.save(update_fields=["next_review"])
    return page
