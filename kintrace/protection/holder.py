"""What this folder itself holds of a subject."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from kintrace.audit.actors import Machine
from kintrace.protection import actions, keeping, lookups
from kintrace.protection.actions.ending import end_alone, forget_erasures
from kintrace.protection.actions.rights import expire_requests
from kintrace.protection.holders import Cover, Gone, Line, Quiet
from kintrace.protection.lookups.rights import answered_about
from kintrace.protection.retention import Clock, Kind
from kintrace.ui.countries import countries
from kintrace.vault.reader import reader_in_force

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.protection.circles import NotWith
    from kintrace.protection.models import Basis, NoticeGiven


class ProtectionHolder(Quiet):
    """Notices given, bases, risk answers and holds. `may` asks them, so nothing has to stop."""

    kind = "protection"

    def erase(self, subject: UUID, *, by: Actor) -> Gone:
        files = frozenset(lookups.every_basis(subject).values_list("file", flat=True))
        actions.forget_words(subject)
        if not actions.forget_rows(subject):
            return Gone()
        return Gone((_("Notices given, lawful bases, risk answers and holds are deleted."),), files)

    def copy(self, subject: UUID) -> list[Line]:
        notices = [_notice_line(given) for given in lookups.notices_given(subject)]
        bases = [_basis_line(basis) for basis in lookups.every_basis(subject)]
        return [*notices, *bases, *_must_not_learn(lookups.not_with(subject))]

    def clocks(self, subject: UUID) -> list[Clock]:
        days = [timezone.localdate(one.answered) for one in answered_about(subject) if one.answered]
        last = [keeping.last_day(Kind.RIGHTS, max(days))] if days else []
        return [Clock(Kind.RIGHTS, day) for day in last]

    def expire(self, today: date) -> Counter[Kind]:
        # What stood on a basis is counted by the folder that ended it.
        machine = Machine(reader_in_force().society)
        actions.expire_bases(today, by=machine)
        ended = expire_requests(today) + end_alone(today, by=machine)
        return ended + Counter({Kind.ERASURE: forget_erasures(today)})


def _notice_line(given: NoticeGiven) -> Line:
    words = _("%(day)s, version %(version)d, language %(language)s, %(channel)s")
    return Line(
        _("You were given our information notice"),
        words
        % {
            "day": date_format(given.at, "DATE_FORMAT"),
            "version": given.text.version,
            "language": given.text.language_name,
            "channel": given.get_channel_display(),
        },
    )


def _basis_line(basis: Basis) -> Line:
    words = _("%(kind)s, since %(day)s.") % {
        "kind": basis.get_kind_display(),
        "day": date_format(basis.given, "DATE_FORMAT"),
    }
    if basis.until:
        words += " " + _("Until %(day)s.") % {"day": date_format(basis.until, "DATE_FORMAT")}
    if basis.withdrawn_at:
        day = date_format(basis.withdrawn_at, "DATE_FORMAT")
        words += " " + _("Taken back on %(day)s.") % {"day": day}
    return Line(str(basis.get_purpose_display()), words)


def _must_not_learn(circle: NotWith) -> list[Line]:
    """What the person asked us to keep from others, who may find the paper."""
    named = dict(countries())
    lands = [str(named.get(code, code)) for code in sorted(circle.countries)]
    said = _("Who must not learn of the search")
    others = [Line(said, "", Cover.OTHER)] if circle.persons or circle.societies else []
    return [*(Line(said, land, Cover.CAUTION) for land in lands), *others]
