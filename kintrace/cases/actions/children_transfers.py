"""A child's search at another society: one of its team prepares it, and a child-protection officer
who did not looks at it and sends it. Nothing of the child goes along but that it is one.

What is sent of who is sought lies in the box of the team and in that of the other society
(decisions 031, 037).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import children_kin, children_rules, lookups
from kintrace.cases.actions.children import require_at_work
from kintrace.cases.actions.children_family import NotApart
from kintrace.cases.actions.children_moves import NotReady, TellsTooMuch, require_nobody_told
from kintrace.cases.actions.opening import BASIS_LASTS
from kintrace.cases.actions.transfer_sending import keep_words, lay_before, to_be_sent
from kintrace.cases.actions.transfers import (
    NotSo,
    drafted,
    kind_in_force,
    require_can_be_asked,
    require_new,
)
from kintrace.cases.children_pages import age_of, told_of_child
from kintrace.cases.children_states import SEARCHED, Asks, ChildState
from kintrace.cases.children_words import Agreed
from kintrace.cases.models import Transfer
from kintrace.cases.transfers import Part, Stand, Text, Wish
from kintrace.network.access import Right, has
from kintrace.protection.actions import record_basis, weigh_basis
from kintrace.protection.lookups import require
from kintrace.protection.purposes import BasisKind, How, Purpose
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import NoRight

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from uuid import UUID

    from kintrace.cases.children_kin import Kin
    from kintrace.cases.models import Child
    from kintrace.network.models import Member, Society

TOO_YOUNG = 5  # under it nobody asks a child whether a society may be told


@dataclass(frozen=True, repr=False)
class Asking:
    """Whom of the family, at which society, for what, where, until when; and what is sent.

    agreed: what the child said. kept: the rows of the page “who must not learn what” of which the
    member says that they were not told, in the version `seen`.
    """

    row: int
    society: Society
    wish: str
    question: str
    region: str
    answer_by: date
    parts: Collection[str]
    agreed: str
    kept: Collection[int]
    seen: int


@transaction.atomic
def prepare(child: Child, *, asking: Asking, by: Member) -> Transfer:
    """Copy what the other society would see, and write down what the child said. Nothing is sent.

    Raises NotReady, TellsTooMuch, NotSo, CannotBeAsked, ChangedElsewhere, and what protection
    refuses.
    """
    write_about(child.subject)
    child = require_at_work(child, by)
    kin = kin_at(child, asking.row)
    subject = lookups.subject_of_kin(child, kin.row)
    write_about(subject)
    require_nobody_told(child, asking.kept, seen=asking.seen)
    _require_may_be_told(child, kin, asking.agreed)
    require_can_be_asked(child, subject, asking.society)
    require_new(lookups.transfers_of_child(child), subject, asking.society)
    copy = children_kin.copied(child, kin, parts=asking.parts) | {"question": asking.question}
    _require_nameless(child, kin, asking, copy)
    transfer = _drafted(child, kin, asking, by=by)
    for one in (child.subject, subject):  # as when it is sent: what may not go is not prepared
        require(one, Purpose.SHARE, with_=asking.society.pk)
    _keep(transfer, kin, asking, copy, by=by)
    record(Deed.PREPARED_TRANSFER, about=transfer.pk, by=by)
    return transfer


def _drafted(child: Child, kin: Kin, asking: Asking, *, by: Member) -> Transfer:
    """With its ground, and checked by who prepares it."""
    subject = lookups.subject_of_kin(child, kin.row)
    _write_ground(child, subject, by)
    row = Transfer(
        child=child,
        chosen=asking.society,
        subject=subject,
        matter=_matter_of(child, subject),
        wish=Wish(asking.wish),
        answer_by=asking.answer_by,
        state=Stand.CHECKED,
        checked=timezone.now(),
        checked_by=by,
        ground_searcher=kind_in_force(child.subject),
        ground_sought=kind_in_force(subject),
    )
    card = children_kin.card_of(kin, wish=asking.wish, region=asking.region)
    return drafted(row, card=card, question=None, by=by)


def _keep(
    transfer: Transfer, kin: Kin, asking: Asking, copy: dict[str, Any], *, by: Member
) -> None:
    """In the box of the team: what goes, whom it is about, and what the child said."""
    ground = {"row": kin.row, "name": kin.name, "relation": kin.relation}
    ground |= {"agreed": Agreed(asking.agreed).value, "seen": asking.seen}
    for kind, said in ((Text.COPY, copy), (Text.GROUND, ground)):
        keep_words(transfer, kind=kind, said=said, society=transfer.society_id, by=by)
    known = [*copy["parts"], *([Part.MORE.value] if copy["rows"] else [])]
    if not known:
        raise NotSo(_("Choose at least one part of which something is known."))
    transfer.parts = known
    transfer.save(update_fields=["parts"])


@transaction.atomic
def send(transfer: Transfer, *, by: Member) -> Transfer:
    """The second of two looks at all that will be seen, and sends it. Needs the team's box open.

    Raises NoRight, NotApart, NotReady, TellsTooMuch, NotSo, CannotBeAsked, and what protection
    refuses.
    """
    write_about(transfer.searcher)
    child = require_at_work(_child_of(transfer), by)
    transfer = to_be_sent(transfer)
    _require_second(transfer, by)
    ground = lookups.ground_of(transfer)
    copy = next((one.told for one in lookups.texts_of(transfer.pk, Text.COPY)), None)
    if ground is None or copy is None:
        raise NotReady(_("Open the box of the team first."))
    kin = _as_it_was(child, ground)
    _require_may_be_told(child, kin, ground["agreed"])
    theirs: dict[str, Any] = {"kind": Text.COPY, "said": copy, "society": transfer.chosen_id}
    lay_before(transfer, seal=partial(keep_words, transfer, **theirs, by=by), by=by)
    return transfer


def _require_second(transfer: Transfer, by: Member) -> None:
    if not has(by, Right.PROTECT_CHILDREN):
        raise NoRight(_("A child-protection officer of the team decides this."))
    if by.pk in {transfer.made_by_id, transfer.checked_by_id}:
        raise NotApart(
            _(
                "You prepared it. Another child-protection officer of the team looks at it and "
                "sends it."
            )
        )


def _as_it_was(child: Child, ground: dict[str, Any]) -> Kin:
    """Who is sought, as when it was prepared. Raises NotReady."""
    now = {one.row: one for one in children_kin.kin_of(child)}.get(ground["row"])
    same = now is not None and (now.name, now.relation) == (ground["name"], ground["relation"])
    if now is None or not same or ground["seen"] != children_rules.withhold_version(child):
        raise NotReady(
            _("What the child told has changed since. Throw this away and prepare it anew.")
        )
    return now


def _child_of(transfer: Transfer) -> Child:
    if transfer.child is None:
        raise NotSo(_("This is no search of a child."))
    return transfer.child


def kin_at(child: Child, row: int) -> Kin:
    found = [one for one in children_kin.kin_of(child) if one.row == row]
    if not found:
        raise NotSo(_("Nothing is known of this person any more. There is nothing to send."))
    return found[0]


def _require_may_be_told(child: Child, kin: Kin, agreed: str) -> None:
    """It is searched, the child wants it, it is good for the child, and who is sought may learn."""
    if child.state != ChildState.TRACING:
        raise NotReady(_("Begin to search for the family first."))
    require_may_reach(child, kin.name, kin.relation)
    if agreed == Agreed.YOUNG:
        _require_weighed(child)
    elif agreed != Agreed.YES:
        raise NotReady(
            _("The child has to say that this society may be asked. Ask it again later.")
        )


def require_may_reach(child: Child, name: str, relation: str) -> None:
    """Whatever goes out for the child to one of its family waits for all that a search waits for,
    and goes to nobody who must not learn. Raises NotReady, TellsTooMuch, and what protection
    refuses."""
    if child.state not in SEARCHED:
        raise NotReady(_("Begin to search for the family first."))
    require(child.subject, Purpose.TRACE)
    if lookups.page_of(child, children_rules.WITHHOLD) is None:
        raise NotReady(_("Ask the child first, alone, who must not learn what."))
    if missing := children_rules.lacks(child, Asks.ASSENT, Asks.TRACING):
        raise NotReady(missing[0])
    if children_rules.must_not_learn(child, name, relation):
        raise TellsTooMuch(children_rules.MUST_NOT_LEARN)


def _require_weighed(child: Child) -> None:
    """Nobody asked the child, so what is best for it was written down after all that was told."""
    if age_of(child) >= TOO_YOUNG:
        raise NotReady(_("Ask the child itself: it is old enough to say whether it wants this."))
    if not children_rules.is_weighed_anew(child):
        raise NotReady(
            _("A child-protection officer writes down that searching is good for the child.")
        )


def _require_nameless(child: Child, kin: Kin, asking: Asking, copy: dict[str, Any]) -> None:
    news = copy["parts"].get(Part.NEWS, {})
    said = (asking.question, asking.region, kin.address, kin.landmark, *news.values())
    if children_kin.names_the_child(told_of_child(child), *said, but=kin.name):
        raise TellsTooMuch(_("The name of the child stands in what would be sent. Take it out."))


def _write_ground(child: Child, subject: UUID, by: Member) -> None:
    """Of the child as it was registered, of who is sought weighed: to search, and to tell."""
    until = timezone.localdate() + BASIS_LASTS
    more: dict[str, Any] = {"kind": BasisKind.PUBLIC_INTEREST, "until": until, "by": by}
    more["file"] = child.file
    if not kind_in_force(child.subject):
        # As for every child: who spoke for it is sealed to the team.
        record_basis(child.subject, purpose=Purpose.SHARE, how=How.SPOKEN, **more)
    if not kind_in_force(subject):
        for purpose in (Purpose.TRACE, Purpose.SHARE):
            weigh_basis(subject, told_by=child.subject, purpose=purpose, **more)


def _matter_of(child: Child, subject: UUID) -> UUID:
    before = [one.matter for one in lookups.transfers_of_child(child) if one.subject == subject]
    return next(iter(before), uuid4())
