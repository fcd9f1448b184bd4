"""The one question: may this be done with what a person told?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from django.utils.translation import gettext as _

from kintrace.network.lookups import society as society_of
from kintrace.protection.lookups.bases import bases_in_force, behind, every_basis, not_with
from kintrace.protection.lookups.safety import any_answered_risk, held
from kintrace.protection.lookups.subjects import any_erased
from kintrace.protection.lookups.unfound import is_kept_apart, wants_not_to_be_found
from kintrace.protection.purposes import SHOWS, Purpose, Scope
from kintrace.protection.refusals import NotAllowed
from kintrace.watch.lookups import any_invented

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from uuid import UUID


@dataclass(frozen=True)
class Allowed:
    def __bool__(self) -> Literal[True]:
        return True


@dataclass(frozen=True)
class Denied:
    """`sentence` is for the member and says what to do; `code` is for the program."""

    sentence: str
    code: str

    def __bool__(self) -> Literal[False]:
        return False


def may(
    subject: UUID,
    purpose: Purpose,
    *,
    with_: UUID | None = None,
    scope: Scope | None = None,
    despite_hold: bool = False,
) -> Allowed | Denied:
    """Whether this may be done with what the subject told, now.

    `with_` is a society that would learn of it, `scope` where a photo would stand. Asked at the
    moment of acting, never kept. A person who could not be asked stands and falls with who told
    us of them: what is erased, held, taken back or not asked yet there counts here. An age rule
    is the caller's: nothing here knows a birth. `despite_hold` is for who may lift the hold, and
    asks everything else.
    """
    purpose = Purpose(purpose)
    with_all = behind(subject)
    checks: tuple[Callable[[], Denied | None], ...] = (
        lambda: _erased(with_all),
        lambda: None if despite_hold else _held(with_all),
        lambda: _not_to_be_found(subject, purpose),
        lambda: _first(_without_basis(one, purpose, scope) for one in with_all),
        lambda: _without_risk_answers(with_all),
        lambda: _must_not_learn(subject, with_),
    )
    denied = _first(check() for check in checks)
    return Allowed() if denied is None else denied


def require(
    subject: UUID,
    purpose: Purpose,
    *,
    with_: UUID | None = None,
    scope: Scope | None = None,
    despite_hold: bool = False,
) -> None:
    """Raise NotAllowed with the sentence when `may` says no."""
    answer = may(subject, purpose, with_=with_, scope=scope, despite_hold=despite_hold)
    if isinstance(answer, Denied):
        raise NotAllowed(answer.sentence, answer.code)


def _first(answers: Iterable[Denied | None]) -> Denied | None:
    return next((answer for answer in answers if answer is not None), None)


def _erased(subjects: list[UUID]) -> Denied | None:
    if any_erased(subjects):
        return Denied(_("Everything about this person was erased."), "erased")
    return None


def looked_at() -> str:
    """What who works with a person hears of a hold: that it waits, not why (decision 024)."""
    return _("Somebody looks at this first. It goes on when that is done.")


def nothing_to_pass_on() -> str:
    """What everybody hears who searches in vain, and who searches for somebody of the register."""
    return _("There is nothing that this service may pass on.")


def is_looked_at(subject: UUID) -> bool:
    """Whether somebody looks first: on hold, not to be found, or an invented case. Nobody outside
    the team may tell one from the other."""
    return _held([subject]) is not None or wants_not_to_be_found(subject)


def _held(subjects: list[UUID]) -> Denied | None:
    # An invented case says what a held one says: nobody learns from it which of the two it is.
    if held(subjects) or any_invented(subjects):
        return Denied(looked_at(), "held")
    return None


def _not_to_be_found(subject: UUID, purpose: Purpose) -> Denied | None:
    if is_kept_apart(subject):  # the words are those of a search that found nothing
        return Denied(nothing_to_pass_on(), "nothing-to-pass-on")
    if purpose in SHOWS and wants_not_to_be_found(subject):
        # As on hold: who stands in the register is for the protection team alone.
        return Denied(looked_at(), "do-not-find")
    return None


def _without_basis(subject: UUID, purpose: Purpose, scope: Scope | None) -> Denied | None:
    scopes = list(bases_in_force(subject, purpose).order_by().values_list("scope", flat=True))
    if any(scope is None or scope in agreed for agreed in scopes):
        return None
    if scopes:
        return Denied(_("The person did not agree to this place. Ask first."), "scope")
    last = every_basis(subject).filter(purpose=purpose).last()
    if last is None:
        return Denied(_("Ask the person first, and record the lawful basis."), "no-basis")
    if last.withdrawn_at:
        return Denied(_("The person took back the agreement. Do not go on."), "withdrawn")
    return Denied(_("The agreed time is over. Ask the person again."), "over")


def _without_risk_answers(subjects: list[UUID]) -> Denied | None:
    """Gate G3: whoever of them answered, answered for the search they are all part of."""
    if not any_answered_risk(subjects):
        return Denied(_("Answer the risk questions first."), "no-risk-answers")
    return None


def _must_not_learn(subject: UUID, with_: UUID | None) -> Denied | None:
    if with_ is None:
        return None
    if not_with(subject).forbids(society=with_, country=society_of(with_).country):
        return Denied(_("This society must not learn of the person."), "must-not-learn")
    return None
