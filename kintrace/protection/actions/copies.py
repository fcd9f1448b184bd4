"""An access copy: one member adds what lay in the inbox, the DPO looks at all and makes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.network.access import Right, has
from kintrace.protection import copies, copy_paper, lookups
from kintrace.protection.actions.rights import still_open
from kintrace.protection.refusals import (
    CopyChanged,
    IdentityNotNoted,
    NotYours,
    RequestNotAsExpected,
)
from kintrace.protection.rights import Kind

if TYPE_CHECKING:
    from collections.abc import Collection

    from kintrace.network.models import Member
    from kintrace.protection.models import RightsRequest


@transaction.atomic
def add_boxed(request: RightsRequest, *, by: Member) -> int:
    """Seal to the protection box what lies in the inbox, for the copy. Raises BoxIsShut.

    Answers how many lines; what was added before is replaced.
    """
    current = _copy_wanted(request, by=by)
    current.boxed = lines = copies.from_the_inbox(current.subject)
    current.save(update_fields=["boxed"])
    record(Deed.ADDED_TO_COPY, about=current.pk, by=by)
    return len(lines)


@transaction.atomic
def make_copy(
    request: RightsRequest,
    *,
    seen: str,
    covered: Collection[int],
    by: Member,
    names: Collection[str] = (),
) -> bytes:
    """The copy as a PDF, as the DPO saw it a moment ago. Raises CopyChanged, PaperMissing.

    `seen` is the digest of what was looked at, `covered` the places of lines to cover in it;
    lines that say one of `names` are covered, too.
    """
    if not has(by, Right.GUARD_RIGHTS):
        raise NotYours
    current = _copy_wanted(request, by=by)
    if not current.is_identified:
        raise IdentityNotNoted
    copy = copies.whole(current)
    if copy.digest != seen:
        raise CopyChanged
    hidden = {*covered, *copies.naming(copy, names)}
    printed = copy_paper.pdf(copy, request=current, covered=hidden)
    record(Deed.MADE_COPY, about=current.pk, by=by)
    return printed


def _copy_wanted(request: RightsRequest, *, by: Member) -> RightsRequest:
    current = still_open(request, by=by)
    if current.kind != Kind.ACCESS:
        raise RequestNotAsExpected(_("The person asked for something else."))
    if lookups.notice_given(current.subject) is None:
        # Somebody is sought, and never spoke with us: what we keep was told by who searches.
        raise RequestNotAsExpected(
            _(
                "What we keep of this person was told by somebody else, who may be in danger by "
                "a copy. Decide with the protection team what may be told, and tell it yourself."
            )
        )
    return current
