"""After a restore: what was said for people's safety since the backup is lost, and the ledger
knows of whom. Nothing of theirs goes on before somebody asked again."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import override

from kintrace.network.actions import Loss
from kintrace.protection import lookups
from kintrace.protection.actions import hold_after_restore
from kintrace.protection.purposes import Cause

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.network.models import Society
    from kintrace.vault.ledger import Said

# What was said just before a backup may have been committed just after it. A hold too many costs
# a talk.
JUST_BEFORE = timedelta(minutes=10)
CODES = {*Cause.values, *Loss}


def lost_since(said: Iterable[Said], *, society: UUID) -> dict[UUID, set[Loss]]:
    """By member, society or agreement: what was taken from it."""
    taken = [one for one in said if one.code in set(Loss)]
    return {of: set(map(Loss, codes)) for of, codes in said_of(taken, society=society).items()}


def said_since(made: datetime, said: Iterable[Said]) -> list[Said]:
    """What a backup made then does not hold for certain, without the erasures."""
    since = made - JUST_BEFORE
    return [one for one in said if one.code in CODES and one.at >= since]


def keep_safe(
    society: Society, said: Iterable[Said], *, by: Actor
) -> tuple[int, dict[UUID, set[str]]]:
    """Hold everybody of this society of whom something was said; inside its reader.

    How many, and what was said of whom the backup does not know.
    """
    here = [one for one in said if one.code in Cause.values and not lookups.is_erased(one.subject)]
    of = said_of(here, society=society.pk)
    known = {subject for subject in of if lookups.is_known(subject)}
    with override(_language_of(society)):
        held = sum(
            hold_after_restore(
                subject,
                causes=[Cause(code) for code in sorted(of[subject])],
                latest=max(one.at for one in here if one.subject == subject),
                by=by,
            )
            for subject in known
        )
    return held, {subject: codes for subject, codes in of.items() if subject not in known}


def said_of(said: Iterable[Said], *, society: UUID) -> dict[UUID, set[str]]:
    """By person of a society: which codes."""
    of: defaultdict[UUID, set[str]] = defaultdict(set)
    for one in said:
        if one.society == society:
            of[one.subject].add(one.code)
    return dict(of)


def _language_of(society: Society) -> str:
    spoken = (code for code in society.languages if code in settings.STAFF_LANGUAGES)
    return next(spoken, "en")


def in_words(unknown: dict[UUID, set[str]]) -> str:
    """Of how many what was said, by codes: “do_not_find 1, hold 2”."""
    codes = Counter(code for said in unknown.values() for code in said)
    return ", ".join(f"{code} {count}" for code, count in sorted(codes.items()))
