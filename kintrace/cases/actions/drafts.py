"""Drafts: nothing typed is lost, and nothing personal is kept before the notice was given."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import steps
from kintrace.cases.models import Draft, Words
from kintrace.network.seen import changed_elsewhere
from kintrace.protection.actions import discard, give_notice, new_subject, require_notice
from kintrace.protection.purposes import Channel
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.network.models import Member
    from kintrace.protection.models import NoticeText

Answers = dict[str, list[str]]


class NobodyLeft(Refusal):
    """Somebody has to be sought in a request."""


@transaction.atomic
def begin(text: NoticeText, *, channel: str, interpreter: bool, by: Member) -> Draft:
    """Note that the notice was given, and only then make room for what the person tells."""
    subject = new_subject()
    give_notice(subject, text=text, channel=Channel(channel), interpreter=interpreter, by=by)
    draft = Draft(
        file=open_file(by.society_id),
        society_id=by.society_id,
        member=by,
        subject=subject,
        language=text.language,
    )
    draft.told = {}
    draft.save(force_insert=True)
    record(Deed.KEPT_DRAFT, about=draft.pk, by=by)
    return draft


@transaction.atomic
def keep(draft: Draft, *, step: str, answers: Answers, seen: int, by: Member) -> None:
    """Keep the answers of one step as they were typed; `seen` is the version the page showed."""
    require_notice(draft.subject)
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    told = dict(draft.told)
    before = told.get(step)
    if before and before["version"] != seen and before["answers"] != answers:
        raise changed_elsewhere()
    told[step] = {"answers": answers, "version": (before["version"] if before else 0) + 1}
    draft.told = told
    draft.changed = timezone.now()
    draft.save(update_fields=["told", "changed"])
    record(Deed.KEPT_DRAFT, about=draft.pk, by=by)


@transaction.atomic
def keep_words(
    draft: Draft, *, kind: str, answers: Answers, by: Member, seen: int | None = None
) -> None:
    """Seal a box answer at once. It replaces what stood there; nobody needs to read that.

    `seen` is the version the page showed, where a page did: what somebody wrote since stays.
    """
    require_notice(draft.subject)
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    if seen is not None and _version(draft, kind) != seen:
        raise changed_elsewhere()
    seal_words(draft, kind=kind, answers=answers)
    record(Deed.KEPT_DRAFT, about=draft.pk, by=by)


def seal_words(owner: Draft | Case, *, kind: str, answers: Answers) -> None:
    """Seal a box answer in the place of the one that stood there, which is gone. For actions, on
    a locked row."""
    owner.words.filter(kind=kind).delete()
    kept = Words(
        file=owner.file,
        draft=owner if isinstance(owner, Draft) else None,
        case=None if isinstance(owner, Draft) else owner,
        society_id=owner.society_id,
        kind=kind,
        lines=sum(1 for values in answers.values() for value in values if value.strip()),
    )
    kept.words = answers
    kept.save(force_insert=True)


@transaction.atomic
def mark(draft: Draft, *, step: str, by: Member) -> None:
    """Note that a step was answered whose answers are kept elsewhere."""
    keep(draft, step=step, answers={}, seen=_version(draft, step), by=by)


def _version(draft: Draft, step: str) -> int:
    kept = draft.told.get(step)
    return int(kept["version"]) if kept else 0


@transaction.atomic
def leave_out(draft: Draft, *, number: int, by: Member) -> Draft:
    """Take one of several persons sought off the request; those who follow move up.

    Raises NobodyLeft for the only one, and for a person who is not in it.
    """
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    persons = steps.sought_in(draft)
    if not (1 <= number <= persons and persons > 1):
        raise NobodyLeft(_("A request needs somebody who is sought. Change the page instead."))
    for step in steps.ABOUT_SOUGHT:
        _drop_page(draft, [steps.about(step, one).key for one in range(number, persons + 1)])
    draft.changed = timezone.now()
    draft.save(update_fields=["told", "changed"])
    record(Deed.KEPT_DRAFT, about=draft.pk, by=by)
    return draft


def _drop_page(draft: Draft, keys: list[str]) -> None:
    """Forget the first of these pages, and let each of the others take the place before it."""
    told = dict(draft.told)
    Words.objects.filter(draft=draft, kind=keys[0]).delete()
    told.pop(keys[0], None)
    for place, key in itertools.pairwise(keys):
        Words.objects.filter(draft=draft, kind=key).update(kind=place)
        if key in told:
            told[place] = told.pop(key)
    draft.told = told


@transaction.atomic
def drop(draft: Draft, *, by: Member) -> None:
    """Throw a draft away: its key first, so that no copy of it can be read."""
    draft_id: UUID = draft.pk
    discard(draft.subject, files=[draft.file])
    draft.delete()
    record(Deed.DISCARDED_DRAFT, about=draft_id, by=by)
