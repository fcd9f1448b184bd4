"""The one question, `may`, and the only door to notices, bases, risk answers and holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeVar
from uuid import UUID

from django.apps import apps
from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.network.lookups import society as society_of
from kintrace.protection.circles import NotWith
from kintrace.protection.models import Basis, Erasure, Hold, NoticeGiven, NoticeText, RiskAnswers
from kintrace.protection.purposes import Purpose, Scope, TextKind
from kintrace.protection.refusals import NotAllowed
from kintrace.vault.fields import Sealed
from kintrace.vault.reader import BoxIsShut, reader_in_force
from kintrace.watch.lookups import is_invented

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

# Gate G3: asked before anything of the person is shown or leaves the society.
NEEDS_RISK_ANSWERS = frozenset({Purpose.PUBLISH, Purpose.SHARE})

Row = TypeVar("Row", bound=Model)


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
) -> Allowed | Denied:
    """Whether this may be done with what the subject told, now.

    `with_` is a society that would learn of it, `scope` where a photo would stand. Asked at the
    moment of acting, never kept. An age rule is the caller's: nothing here knows a birth.
    """
    purpose = Purpose(purpose)
    checks: tuple[Callable[[], Denied | None], ...] = (
        lambda: _erased(subject),
        lambda: _held(subject),
        lambda: _without_basis(subject, purpose, scope),
        lambda: _without_risk_answers(subject, purpose),
        lambda: _must_not_learn(subject, with_),
    )
    return next((denied for check in checks if (denied := check()) is not None), Allowed())


def require(
    subject: UUID,
    purpose: Purpose,
    *,
    with_: UUID | None = None,
    scope: Scope | None = None,
) -> None:
    """Raise NotAllowed with the sentence when `may` says no."""
    answer = may(subject, purpose, with_=with_, scope=scope)
    if isinstance(answer, Denied):
        raise NotAllowed(answer.sentence, answer.code)


def _erased(subject: UUID) -> Denied | None:
    if is_erased(subject):
        return Denied(_("Everything about this person was erased."), "erased")
    return None


def _held(subject: UUID) -> Denied | None:
    # An invented case says what a held one says: nobody learns from it which of the two it is.
    if is_held(subject) or is_invented(subject):
        return Denied(_("This is on hold. Ask the protection team before you go on."), "held")
    return None


def _without_basis(subject: UUID, purpose: Purpose, scope: Scope | None) -> Denied | None:
    bases = list(bases_in_force(subject, purpose))
    if any(scope is None or scope in basis.scope for basis in bases):
        return None
    if bases:
        return Denied(_("The person did not agree to this place. Ask first."), "scope")
    last = every_basis(subject).filter(purpose=purpose).last()
    if last is None:
        return Denied(_("Ask the person first, and record the lawful basis."), "no-basis")
    if last.withdrawn_at:
        return Denied(_("The person took back the agreement. Do not go on."), "withdrawn")
    return Denied(_("The agreed time is over. Ask the person again."), "over")


def _without_risk_answers(subject: UUID, purpose: Purpose) -> Denied | None:
    if purpose in NEEDS_RISK_ANSWERS and risk_answers(subject) is None:
        return Denied(_("Answer the risk questions first."), "no-risk-answers")
    return None


def _must_not_learn(subject: UUID, with_: UUID | None) -> Denied | None:
    if with_ is None:
        return None
    if not_with(subject).forbids(society=with_, country=society_of(with_).country):
        return Denied(_("This society must not learn of the person."), "must-not-learn")
    return None


# --- notices ---


def text_in_force(society: UUID, language: str, kind: str = TextKind.NOTICE) -> NoticeText | None:
    """The approved text of a society in a language. The public side asks this, too."""
    texts = NoticeText.objects.filter(society_id=society, language=language, kind=kind)
    return texts.filter(state=NoticeText.State.APPROVED).first()


def texts_in_force(society: UUID) -> list[NoticeText]:
    """The approved notices of a society, by language."""
    texts = NoticeText.objects.filter(society_id=society, kind=TextKind.NOTICE)
    return list(texts.filter(state=NoticeText.State.APPROVED).order_by("language"))


def every_text(society: UUID) -> list[NoticeText]:
    """All texts of a society, drafts and history too: by language and kind, the newest first."""
    texts = NoticeText.objects.filter(society_id=society)
    return list(texts.order_by("language", "kind", "-version"))


def text(text_id: UUID) -> NoticeText:
    """A text of the reader's society, or 404."""
    return _or_404(_ours(NoticeText).filter(pk=text_id).first())


def text_to_begin_with(text_id: str) -> NoticeText | None:
    """An older text a new version may start from; None for anything that is not ours."""
    try:
        wanted = UUID(text_id)
    except ValueError:
        return None
    return _ours(NoticeText).filter(pk=wanted).first()


def notice_given(subject: UUID) -> NoticeGiven | None:
    """The last notice given to a subject."""
    given = _ours(NoticeGiven).filter(subject=subject).select_related("text")
    return given.order_by("at").last()


def notices_given(subject: UUID) -> list[NoticeGiven]:
    return list(_ours(NoticeGiven).filter(subject=subject).select_related("text").order_by("at"))


# --- bases ---


def every_basis(subject: UUID) -> QuerySet[Basis]:
    """All bases of a subject, oldest first."""
    return _ours(Basis).filter(subject=subject).order_by("given", "pk")


def bases_in_force(
    subject: UUID, purpose: Purpose, *, today: date | None = None
) -> QuerySet[Basis]:
    """The bases that carry a purpose today: not withdrawn, the last day not over."""
    today = today or timezone.localdate()
    bases = every_basis(subject).filter(purpose=purpose, withdrawn_at=None)
    return bases.filter(Q(until=None) | Q(until__gte=today))


def agreed_until(subject: UUID, scope: Scope) -> date | None:
    """The last day on which a photo may stand in this place; None where nobody agreed to it.

    What was agreed for another place counts for nothing, however long it lasts.
    """
    bases = bases_in_force(subject, Purpose.PUBLISH)
    days = [basis.until for basis in bases if basis.until and scope in basis.scope]
    return max(days, default=None)


def bases_over(today: date) -> QuerySet[Basis]:
    """Bases of the reader's society whose last day is over, and nobody stopped anything yet."""
    return _ours(Basis).filter(until__lt=today, withdrawn_at=None, ended_at=None)


def not_with(subject: UUID) -> NotWith:
    """Who must not learn of a subject. What was said with a basis since withdrawn counts, too."""
    circle = NotWith()
    for basis in every_basis(subject):
        circle |= NotWith.from_json(basis.not_with)
    return circle


# --- risk, holds, erasure ---


def risk_answers(subject: UUID) -> RiskAnswers | None:
    """The last round of risk questions."""
    rounds = _ours(RiskAnswers).filter(subject=subject, about=RiskAnswers.About.SEARCH)
    return rounds.order_by("at").last()


def who_recognises(subject: UUID) -> RiskAnswers | None:
    """What the person last said of who may recognise them in a public photo."""
    rounds = _ours(RiskAnswers).filter(subject=subject, about=RiskAnswers.About.WALL)
    return rounds.order_by("at").last()


def holds_in_force(subject: UUID) -> QuerySet[Hold]:
    return _ours(Hold).filter(subject=subject, lifted_at=None).order_by("since")


def hold(hold_id: UUID) -> Hold:
    """A hold of the reader's society, or 404."""
    return _or_404(_ours(Hold).filter(pk=hold_id).first())


def reason_of(hold: Hold) -> str:
    """Why a hold was set; "" for who has not opened the protection box."""
    try:
        return hold.reason
    except BoxIsShut:
        return ""


def is_held(subject: UUID) -> bool:
    return holds_in_force(subject).exists()


def held(subjects: Iterable[UUID]) -> frozenset[UUID]:
    """Those of many subjects who are on hold, in one query."""
    rows = _ours(Hold).filter(subject__in=list(subjects), lifted_at=None)
    return frozenset(rows.values_list("subject", flat=True))


def is_erased(subject: UUID) -> bool:
    return _ours(Erasure).filter(subject=subject).exists()


def other_rows(subject: UUID) -> tuple[QuerySet[Any], ...]:
    """All this folder keeps of a subject beside bases and the fact of an erasure."""
    given, risk, holds = _ours(NoticeGiven), _ours(RiskAnswers), _ours(Hold)
    return tuple(rows.filter(subject=subject) for rows in (given, risk, holds))


def open_erasures() -> list[Erasure]:
    """Erasures of the reader's society that may have left a slot somewhere."""
    return list(_ours(Erasure).filter(finished=None))


def is_in_use(file: UUID) -> bool:
    """Whether a row of any folder is still sealed under this file's key."""
    sealed = (model for model in apps.get_models() if issubclass(model, Sealed))
    return any(QuerySet(model).filter(file=file).exists() for model in sealed)


def known(subject: UUID) -> UUID:
    """The subject, if anything of it was kept in the reader's society; else 404."""
    of_subject = (
        every_basis(subject),
        *other_rows(subject),
        _ours(Erasure).filter(subject=subject),
    )
    if not any(rows.exists() for rows in of_subject):
        raise Http404
    return subject


def _ours(model: type[Row]) -> QuerySet[Row]:
    """Rows of the reader's society: row security says so on PostgreSQL, this everywhere."""
    return QuerySet(model).filter(society_id=reader_in_force().society)


def _or_404(row: Row | None) -> Row:
    if row is None:
        raise Http404
    return row
