"""What a child's team can do now for finding its family, and what nobody can do yet, and why."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from kintrace.cases import children_rules, children_steps, lookups
from kintrace.cases.children_states import ChildState
from kintrace.network.access import Right, has

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kintrace.cases.models import Child, ChildClaim
    from kintrace.network.models import Member

# By what a family is found, and what it is to hear. What a step waits for says so itself.
ASKED_FIRST = ("who", "family", "parted", "signs", "wishes", "withhold", "message")


@dataclass(frozen=True, repr=False)
class Now:
    """One thing that can be done: in words, where, and about whom or what."""

    words: str
    url: str = ""
    about: str = ""


def shown(child: Child, *, by: Member) -> dict[str, Any] | None:
    """None where the work for the child ended."""
    if child.state == ChildState.CLOSED:
        return None
    return {
        "steps": list(_steps(child, by)),
    }


def _steps(child: Child, by: Member) -> Iterator[Now]:
    yield from _NEXT[ChildState(child.state)](child, by)


def _before_searching(child: Child, by: Member) -> Iterator[Now]:
    yield from _pages(child)
    yield from _talk(child, by)
    yield from _claims(child, by)
    yield from _go(child, ChildState.TRACING, _("Begin to search for the family."))


def _searching(child: Child, by: Member) -> Iterator[Now]:
    yield from _claims(child, by)
    words = _("Write down whoever says to be family. Tell them nothing of the child.")
    yield Now(words, reverse("cases:child_claim", args=[child.pk]))
    yield from _talk(child, by)
    yield from _pages(child)
    if not lookups.transfers_of_child(child):
        where = reverse("cases:child_ask_society", args=[child.pk])
        yield Now(_("Ask another society to search, too."), where)
    if not lookups.sent_by(child.subject):
        where = reverse("cases:child_write", args=[child.pk])
        yield Now(_("Write a Red Cross Message with the child."), where)


def _to_the_family(child: Child, by: Member) -> Iterator[Now]:
    """Two members decide it."""
    where = reverse("cases:child_home", args=[child.pk])
    missing = children_rules.missing(child, ChildState.REUNIFIED)
    if missing:
        yield from map(Now, missing)
    elif child.proposed_by == by:
        yield Now(_("Let another member of the team look at it and agree."))
    else:
        yield Now(_("Decide with another member whether the child goes to its family."), where)


def _at_home(child: Child, _by: Member) -> Iterator[Now]:
    where = reverse("cases:child_page", args=[child.pk, children_rules.AFTER])
    yield Now(_("Ask the child how it is, on the days that are planned."), where)


def _in_care(child: Child, by: Member) -> Iterator[Now]:
    yield from _claims(child, by)
    yield from _go(child, ChildState.TRACING, _("Search again, when there is a new fact."))


_NEXT: dict[ChildState, Callable[[Child, Member], Iterator[Now]]] = {
    ChildState.REGISTERED: _before_searching,
    ChildState.TRACING: _searching,
    ChildState.VERIFIED: _to_the_family,
    ChildState.REUNIFIED: _at_home,
    ChildState.CARE: _in_care,
}


def _pages(child: Child) -> Iterator[Now]:
    """Pages that nobody asked yet."""
    kept = lookups.pages_of(child)
    for key in ASKED_FIRST:
        if key not in kept:
            where = reverse("cases:child_page", args=[child.pk, key])
            title = str(children_steps.step_called(key).title)
            yield Now(_("Ask the child what is not written down yet"), where, title)


def _talk(child: Child, by: Member) -> Iterator[Now]:
    if not child.talks.filter(by=by).exists():
        words = _("Speak with the child alone, and write down what it told you.")
        yield Now(words, reverse("cases:child_talk", args=[child.pk]))


def _claims(child: Child, by: Member) -> Iterator[Now]:
    """Whoever says to be family and is not judged yet; who must not learn is not asked."""
    for claim in child.claims.filter(judged_at=None):
        if not children_rules.is_kept_from(child, claim):
            yield from _asked_apart(claim, by)


def _asked_apart(claim: ChildClaim, by: Member) -> Iterator[Now]:
    name = str(claim.claimant["name"])
    if children_rules.is_asked_apart(claim) and claim.child.state == ChildState.TRACING:
        yield _judged(claim, name, by)
    if claim.claimant_by_id is None and claim.child_by_id != by.pk:
        where = reverse("cases:child_ask", args=[claim.pk, "claimant"])
        yield Now(_("Ask this person, apart from the child"), where, name)
    if claim.child_by_id is None and claim.claimant_by_id != by.pk:
        where = reverse("cases:child_ask", args=[claim.pk, "child"])
        yield Now(_("Ask the child about this person, alone"), where, name)
    if not children_rules.is_asked_apart(claim) and by.pk in _asked_by(claim):
        yield Now(_("Let another member of the team ask the other side"), about=name)


def _asked_by(claim: ChildClaim) -> set[Any]:
    return {claim.claimant_by_id, claim.child_by_id}


def _judged(claim: ChildClaim, name: str, by: Member) -> Now:
    if has(by, Right.PROTECT_CHILDREN):
        where = reverse("cases:child_judge", args=[claim.pk])
        return Now(_("Decide whether this person is the family"), where, name)
    return Now(_("A child-protection officer decides whether this person is the family"), "", name)


def _go(child: Child, to: ChildState, words: str) -> Iterator[Now]:
    """The step itself, or what it waits for."""
    missing = children_rules.missing(child, to)
    yield from map(Now, missing)
    if not missing:
        yield Now(words, reverse("cases:child_go", args=[child.pk, to.value]))
