"""Where a person stands, for a page: what was given, agreed, asked and held, as gates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.network.lookups import member_or_none
from kintrace.protection import lookups
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import BoxIsShut

if TYPE_CHECKING:
    from collections.abc import Iterator
    from uuid import UUID

    from kintrace.protection.models import Basis, Hold, NoticeGiven, RiskAnswers


@dataclass(frozen=True)
class Gate:
    """One gate on a page: `state` is pass or shut; the sentence says why and what opens it."""

    code: str
    title: str
    state: str
    sentence: str


@dataclass(frozen=True)
class Standing:
    notice: NoticeGiven | None
    bases: list[Basis]
    risk: RiskAnswers | None
    holds: list[Hold]
    erased: bool
    recognised: RiskAnswers | None  # who may recognise the person in a public photo

    @property
    def recognised_by(self) -> str:
        """In the person's words; "" while the protection box is shut, or nobody asked."""
        try:
            return self.recognised.answers["who"] if self.recognised else ""
        except BoxIsShut:
            return ""

    @property
    def purposes(self) -> list[Purpose]:
        """What stands on a basis in force today."""
        today = timezone.localdate()
        carried = {
            basis.purpose
            for basis in self.bases
            if basis.withdrawn_at is None and (basis.until is None or basis.until >= today)
        }
        return [purpose for purpose in Purpose if purpose in carried]

    @property
    def recorded(self) -> list[tuple[Basis, str]]:
        """Each basis with who wrote it down."""
        names = {one: called(one) for one in {basis.given_by for basis in self.bases}}
        return [(basis, names[basis.given_by]) for basis in self.bases]

    @property
    def gates(self) -> list[Gate]:
        """Without a hold: that there is one is told to those who decide about it."""
        return [_notice(self), _basis(self), _risk(self)]

    @property
    def every_gate(self) -> list[Gate]:
        return [*self.gates, *_held(self)]


def standing(subject: UUID) -> Standing:
    """Everything protection knows of a subject, for its pages and for the case page."""
    return Standing(
        lookups.notice_given(subject),
        list(lookups.every_basis(subject)),
        lookups.risk_answers(subject),
        list(lookups.holds_in_force(subject)),
        lookups.is_erased(subject),
        lookups.who_recognises(subject),
    )


def called(member_id: UUID) -> str:
    """A member for a page; "" where the number is nobody's any more."""
    member = member_or_none(member_id)
    return member.name or member.sign_in if member else ""


def _notice(where: Standing) -> Gate:
    if where.notice is None:
        todo = _("Give the notice before anything is written down.")
        return Gate("notice", _("Notice not given"), "shut", todo)
    told = _("%(language)s, %(channel)s, %(day)s. Version %(version)d.") % {
        "language": where.notice.text.language_name,
        "channel": where.notice.get_channel_display(),
        "day": date_format(where.notice.at, "DATE_FORMAT"),
        "version": where.notice.text.version,
    }
    return Gate("notice", _("Notice given"), "pass", " ".join([told, *_by_whom(where.notice)]))


def _by_whom(notice: NoticeGiven) -> Iterator[str]:
    if member := called(notice.given_by):
        yield _("By %(member)s.") % {"member": member}
    if notice.interpreter:
        yield _("An interpreter helped.")


def _basis(where: Standing) -> Gate:
    if not where.purposes:
        todo = _("Ask the person, and record what may be done.")
        return Gate("basis", _("No lawful basis in force"), "shut", todo)
    allowed = ". ".join(str(purpose.label) for purpose in where.purposes) + "."
    return Gate("basis", _("Lawful basis recorded"), "pass", allowed)


def _risk(where: Standing) -> Gate:
    if where.risk is None:
        todo = _("Until they are answered, nothing is searched, shown or shared.")
        return Gate("risk", _("Risk questions not answered"), "shut", todo)
    day = date_format(where.risk.at, "DATE_FORMAT")
    return Gate("risk", _("Risk questions answered"), "pass", _("On %(day)s.") % {"day": day})


def _held(where: Standing) -> list[Gate]:
    if not where.holds:
        return []
    todo = _("Nothing is searched, shown or sent until the protection team lifts the hold.")
    return [Gate("hold", _("On hold"), "shut", todo)]
