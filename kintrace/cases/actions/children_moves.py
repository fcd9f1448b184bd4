"""A child goes along the arrows of one table; two bring it home; at the end everything goes."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import children_rules, lookups
from kintrace.cases.actions.children import require_at_work, take_back_proposal
from kintrace.cases.actions.children_elsewhere import end_elsewhere
from kintrace.cases.actions.moves import NoReason, NoSuchWay
from kintrace.cases.actions.opening import BASIS_LASTS
from kintrace.cases.children_states import ARROWS, SEARCHED, ChildState, ChildWhy
from kintrace.cases.models import Child, ChildStep
from kintrace.network.access import has
from kintrace.network.seen import changed_elsewhere
from kintrace.protection.actions import erase, extend_weighed
from kintrace.protection.lookups import is_held, require
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.protection.turns import be_alone_with
from kintrace.ui.refusals import NoRight, Refusal

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor, Machine
    from kintrace.cases.children_states import Arrow
    from kintrace.network.models import Member

REVIEW_EVERY = timedelta(days=91)


class NotReady(Refusal):
    """Something is missing before this step; the sentence says what."""


class TellsTooMuch(Refusal):
    """Somebody who must not learn of it was told, or nobody said that they were not."""


@transaction.atomic
def move(child: Child, *, to: ChildState, by: Member, why: str = "") -> Child:
    """Go one arrow on. Raises NoSuchWay, NoReason, NoRight, NotReady, and what protection refuses
    where somebody searches behind the arrow."""
    child = require_at_work(child, by)
    if way(child, to=to).own:
        raise NoSuchWay(_("This step is done on a page of its own."))
    return step(child, to=to, by=by, why=why)


def way(child: Child, *, to: ChildState) -> Arrow:
    """The arrow, or NoSuchWay."""
    arrow = ARROWS.get((ChildState(child.state), ChildState(to)))
    if arrow is None:
        raise NoSuchWay(_("The child stands elsewhere now. Look at its page again."))
    return arrow


def step(
    child: Child,
    *,
    to: ChildState,
    by: Member,
    why: str = "",
    first: Member | None = None,
    told: dict[str, Any] | None = None,
) -> Child:
    """Take an arrow: right, reason, what it waits for, row and audit. For actions, on a locked
    row."""
    arrow = way(child, to=to)
    if not has(by, arrow.right):
        raise NoRight(_("A child-protection officer of the team decides this."))
    if bool(arrow.whys) != bool(why) or (why and why not in arrow.whys):
        raise NoReason(_("Choose the reason for this step."))
    if arrow.searches:
        require(child.subject, Purpose.TRACE)
    if missing := children_rules.missing(child, to):
        raise NotReady(missing[0])
    _keep(child, to=to, why=why, by=by, first=first, told=told)
    if to not in SEARCHED:
        end_elsewhere(child, by=by)
    record(arrow.deed, about=child.pk, by=by)
    return child


def _keep(
    child: Child,
    *,
    to: ChildState,
    why: str,
    by: Member | None,
    first: Member | None = None,
    told: dict[str, Any] | None = None,
) -> None:
    row = ChildStep(child=child, society_id=child.society_id, before=child.state, after=to, why=why)
    row.by, row.proposed_by, row.told = by, first, told
    row.save(force_insert=True)
    child.state, child.proposed_by = to, None
    child.closed = timezone.now() if to == ChildState.CLOSED else None
    child.save(update_fields=["state", "proposed_by", "closed"])


@transaction.atomic
def propose_home(
    child: Child, *, asked: bool, kept: Collection[int], seen: int, by: Member
) -> Child:
    """The first of two: everything is there, and nobody was told what is to be kept from them.

    `asked` says that the child was asked once more, alone, and wants it. `kept` are the rows of the
    page “who must not learn what” of which the member says that they were not told, and `seen` is
    the version of it that they read. Raises NotReady, TellsTooMuch, ChangedElsewhere, NoSuchWay,
    and what protection refuses.
    """
    child = require_at_work(child, by)
    way(child, to=ChildState.REUNIFIED)
    require(child.subject, Purpose.TRACE)
    _require_home(child, kept, seen=seen, asked=asked)
    child.proposed_by = by
    child.save(update_fields=["proposed_by"])
    record(Deed.PROPOSED_REUNION, about=child.pk, by=by)
    return child


@transaction.atomic
def agree_home(child: Child, *, asked: bool, kept: Collection[int], seen: int, by: Member) -> Child:
    """The second of two, who looks at all of it again. What both said is sealed in the row of the
    step. Raises what propose_home raises."""
    child = require_at_work(child, by)
    first = child.proposed_by
    if first is None or first == by or not lookups.is_of_the_team(first, child):
        raise NotReady(_("Another member of the team proposes it first, and then you agree."))
    _require_home(child, kept, seen=seen, asked=asked)
    names = [[one.who, one.relation] for one in children_rules.withheld(child)]
    told = {"asked": asked, "kept_from": names}
    child = step(child, to=ChildState.REUNIFIED, by=by, first=first, told=told)
    child.next_review = look_again(child)
    child.save(update_fields=["next_review"])
    return child


def _require_home(child: Child, kept: Collection[int], *, seen: int, asked: bool) -> None:
    if missing := children_rules.missing(child, ChildState.REUNIFIED):
        raise NotReady(missing[0])
    if not asked:
        raise NotReady(_("Ask the child once more, alone. It goes only where it wants to go."))
    require_nobody_told(child, kept, seen=seen)


def require_nobody_told(child: Child, kept: Collection[int], *, seen: int) -> None:
    """The member says of each who must not learn that they were not told, in the version `seen`.
    Raises ChangedElsewhere, TellsTooMuch."""
    if seen != children_rules.withhold_version(child):
        raise changed_elsewhere()
    if set(kept) != set(range(len(children_rules.withheld(child)))):
        raise TellsTooMuch(
            _("Say of each of them that they were not told. Whoever was told must not be.")
        )


@transaction.atomic
def review(child: Child, *, by: Member) -> Child:
    """The team looked at how the child is cared for, and what it stands on goes on."""
    today = timezone.localdate()
    # The bases before the child, as where a basis is taken back: two never wait for each other.
    extend_weighed(child.subject, purpose=Purpose.TRACE, until=today + BASIS_LASTS, by=by)
    child = require_at_work(child, by)
    child.next_review = look_again(child)
    child.save(update_fields=["next_review"])
    record(Deed.REVIEWED_CHILD, about=child.pk, by=by)
    return child


def look_again(child: Child) -> date:
    """When the team looks at it again; sooner where a child that went home is to be asked, on the
    days that were planned with it, or else on those of the society."""
    is_planned = child.state == ChildState.REUNIFIED and lookups.page_of(
        child, children_rules.AFTER
    )
    asked = children_rules.to_be_asked_at_home if is_planned else lookups.days_at_home
    days = asked(child)
    return min([timezone.localdate() + REVIEW_EVERY, *days])


@transaction.atomic
def stop(subject: UUID, *, searching: bool, by: Actor) -> None:
    """Nobody brings the child anywhere meanwhile; and nobody searches, where the ground is gone.

    Says nothing: whoever stopped it may be outside the team.
    """
    child = lookups.child_known_as(subject, locked=True)
    if child is None or child.state not in (ChildState.TRACING, ChildState.VERIFIED):
        return
    if searching:
        _keep(child, to=ChildState.REGISTERED, why=ChildWhy.GROUND_OVER, by=None)
        end_elsewhere(child, by=by)
    elif child.proposed_by_id is not None:
        take_back_proposal(child)
    else:
        return
    record(Deed.STOPPED_TRACING_CHILD, about=child.pk, by=by)


@transaction.atomic
def forget(subject: UUID, *, by: Actor) -> set[UUID]:
    """Delete all that is kept of a child; the files whose key must go. Needs no open box."""
    child = lookups.child_known_as(subject)
    if child is None:
        return set()
    record(Deed.ERASED, about=child.pk, by=by)
    file = child.file
    child.delete()
    return {file}


def expire(today: date, *, by: Machine) -> int:
    """Erase the children whose time is over; who is on hold waits. How many went."""
    return sum(_end(child, by=by) for child in lookups.children_over(today))


@transaction.atomic
def _end(child: Child, *, by: Machine) -> bool:
    be_alone_with(child.subject)
    if is_held(child.subject):
        return False
    erase(child.subject, why=WhyErased.RETENTION, by=by)
    return True
