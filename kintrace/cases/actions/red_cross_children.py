"""A Red Cross Message that a child writes: what is asked of it beside what is asked of every one.

Its team alone knows of it at home, a child-protection officer checks it, and it tells nobody where
the child is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from kintrace.cases import children_kin, children_rules, lookups
from kintrace.cases.actions.children import require_at_work
from kintrace.cases.actions.children_moves import NotReady, TellsTooMuch
from kintrace.cases.actions.children_transfers import require_may_reach
from kintrace.network.access import Right, has
from kintrace.ui.refusals import NoRight

if TYPE_CHECKING:
    from kintrace.cases.children_kin import Kin
    from kintrace.cases.models import Child, RedCrossMessage
    from kintrace.network.models import Member

# Of the sender what would lead to where the child is.
WHERE = ("address", "phone")


def require_fit_for_child(
    message: RedCrossMessage, *, kind: str, said: dict[str, Any], by: Member
) -> None:
    """Raises TellsTooMuch for where the child is, and for who must not learn of it."""
    if not message.is_childs:
        return
    child = _at_work(message, by)
    if kind == "sender" and (said.get("reply_to") == "own" or any(map(said.get, WHERE))):
        raise TellsTooMuch(
            _(
                "Where the child is does not stand on the sheet: no address, no phone, and the "
                "answer comes to your desk."
            )
        )
    name, relation = said.get("name", ""), said.get("relation", "")
    if kind == "addressee" and children_rules.must_not_learn(child, name, relation):
        raise TellsTooMuch(children_rules.MUST_NOT_LEARN)


def require_may_go(message: RedCrossMessage, *, by: Member) -> None:
    """Asked when it is given to be checked, and again when it is sent. Raises NotReady,
    TellsTooMuch, NoRight, and what protection refuses."""
    if not message.is_childs:
        return
    child = _at_work(message, by)
    kin = kin_behind(message, child)
    if kin is None:
        raise NotReady(
            _("What the child told has changed since. Throw this away and prepare it anew.")
        )
    require_may_reach(child, kin.name, kin.relation)


def require_may_check(message: RedCrossMessage, *, by: Member) -> None:
    """Raises NoRight."""
    if message.is_childs and not has(by, Right.PROTECT_CHILDREN):
        raise NoRight(_("A child-protection officer of the team decides this."))


def kin_behind(message: RedCrossMessage, child: Child) -> Kin | None:
    """Who of the family gets it, as the child tells of them now. Raises BoxIsShut."""
    rows = children_kin.kin_of(child)
    same = (one for one in rows if lookups.subject_of_kin(child, one.row) == message.addressee)
    return next(same, None)


def _at_work(message: RedCrossMessage, by: Member) -> Child:
    child = lookups.child_known_as(message.subject)
    if child is None:
        raise NotReady(_("Everything about this person was erased."))
    return require_at_work(child, by)
