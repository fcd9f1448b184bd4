"""Sentences for answers: written by one member, approved by another, sent by any."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import came_forward
from kintrace.cases.criteria import NotOurs, first_words
from kintrace.cases.models import Sentence
from kintrace.cases.replies import FIRST, Topic
from kintrace.ui.refusals import Refusal
from kintrace.wall import actions as wall
from kintrace.wall.actions.inbox import CannotAnswer

if TYPE_CHECKING:
    from collections.abc import Collection

    from kintrace.network.models import Member
    from kintrace.wall.models import Message, Reply

State = Sentence.State


class SentenceNeedsAnother(Refusal):
    """Who wrote a sentence does not approve it."""


class SentenceIsNoDraft(Refusal):
    """Approved already, or replaced meanwhile."""


@transaction.atomic
def draft(*, topic: str, language: str, text: str, by: Member) -> Sentence:
    """Keep a new version; the one in use stays in use until this one is approved."""
    versions = Sentence.objects.select_for_update().filter(
        society_id=by.society_id, topic=topic, language=language
    )
    newest = max((one.version for one in versions), default=0)
    sentence = Sentence.objects.create(
        society_id=by.society_id,
        topic=topic,
        language=language,
        version=newest + 1,
        text=text,
        drafted_by=by,
    )
    record(Deed.WROTE_SENTENCE, about=sentence.pk, by=by)
    return sentence


@transaction.atomic
def draft_first(*, by: Member) -> list[Sentence]:
    """Our own first sentences as drafts, wherever the society has none."""
    missing = lookups.first_sentences_missing(by)
    return [
        draft(topic=topic, language=language, text=_ours(topic, language), by=by)
        for language, topic in missing
    ]


def _ours(topic: str, language: str) -> str:
    if topic in NotOurs.values:
        return first_words(NotOurs(topic), language=language)
    return FIRST[language][Topic(topic)]


@transaction.atomic
def approve(sentence: Sentence, *, by: Member) -> Sentence:
    """Put a draft in use; the version before it is kept as history.

    Raises SentenceIsNoDraft, SentenceNeedsAnother.
    """
    versions = Sentence.objects.select_for_update().filter(
        society_id=by.society_id, topic=sentence.topic, language=sentence.language
    )
    waiting = versions.filter(pk=sentence.pk, state=State.DRAFT).first()
    if waiting is None:
        raise SentenceIsNoDraft(_("This version is no draft any more. Open the list again."))
    if waiting.drafted_by_id == by.pk:
        raise SentenceNeedsAnother(_("Another member must read this sentence and approve it."))
    versions.filter(state=State.APPROVED).update(state=State.REPLACED)
    waiting.state, waiting.approved_by = State.APPROVED, by
    waiting.save(update_fields=["state", "approved_by"])
    record(Deed.APPROVED_SENTENCE, about=waiting.pk, by=by)
    return waiting


@transaction.atomic
def answer(message: Message, *, sentences: Collection[str], text: str, by: Member) -> Reply:
    """Answer a visitor with approved sentences (their ids), own words, or both, by paragraphs.

    Whether that passes anything on is decided here by what is sent: the approved sentence that
    nothing may be passed on does not, alone. Raises CannotAnswer and what `wall.answer` raises.
    """
    if lookups.says_a_death(by, text):
        raise CannotAnswer(_("Nobody learns of a death on a page. Somebody sits beside them."))
    came_forward.require_not_held(message, by=by)
    chosen = lookups.sentences_chosen(by, sentences)
    passes_on = bool(text) or any(one.topic != Topic.NOTHING for one in chosen)
    words = "\n\n".join(filter(None, [*(one.text for one in chosen), text]))
    if not words:  # replaced since the page was opened
        raise CannotAnswer(_("Choose a sentence or write one."))
    return wall.answer(message, text=words, passes_on=passes_on, by=by)
