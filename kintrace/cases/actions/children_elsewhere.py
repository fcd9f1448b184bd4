"""What other societies search for a child is taken back when something new is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kintrace.cases import children_kin, children_rules, lookups
from kintrace.cases.actions.red_cross_ends import stop_of_child
from kintrace.cases.actions.transfer_ends import end_all, end_with, take_back
from kintrace.cases.children_told import Assent

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.models import Child, Transfer
    from kintrace.network.models import Member


def take_back_elsewhere(child: Child, *, page: str, by: Member) -> None:
    """The child does not want it, or is not as safe as it was said; or whoever is sought must not
    learn of it any more. For actions, on a locked row, after the page was kept."""
    wants_it = lookups.unless_shut(partial(_wants_it, child))
    if page == children_rules.SAFETY or not wants_it:
        end_elsewhere(child, by=by)
        end_all(child.subject, by=by)
        return
    stop_of_child(child.subject, to=lookups.unless_shut(partial(_feared, child)), by=by)
    for one in lookups.transfers_of_child(child):
        if (one.is_draft or one.is_out) and _must_not_go_on(child, one):
            take_back(one, by)


def end_elsewhere(child: Child, *, by: Actor) -> None:
    """Nobody searches for it any more: what others search, and what it wrote, is called off."""
    end_with(child, by=by)
    stop_of_child(child.subject, by=by)


def _feared(child: Child) -> set[UUID]:
    """Who of its family must not learn of it."""
    return {
        lookups.subject_of_kin(child, one.row)
        for one in children_kin.kin_of(child)
        if children_rules.must_not_learn(child, one.name, one.relation)
    }


def _wants_it(child: Child) -> bool:
    return lookups.answers_of(child, children_rules.ASSENT).get("assent") == [Assent.YES.value]


def _must_not_go_on(child: Child, transfer: Transfer) -> bool:
    """Better taken back once too often: also where nobody can read whom it is about."""
    ground = lookups.ground_of(transfer)
    if ground is None:
        return True
    return children_rules.must_not_learn(child, ground["name"], ground["relation"])
