"""A society's sentences for answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404

from kintrace.cases.card import CARD
from kintrace.cases.criteria import NotOurs
from kintrace.cases.lookups.moves import criteria_of
from kintrace.cases.models import (
    Sentence,
)
from kintrace.cases.replies import FIRST, VISITORS, Topic
from kintrace.protection.lookups import texts_in_force

if TYPE_CHECKING:
    from collections.abc import Collection
    from uuid import UUID

    from django.db.models import QuerySet

    from kintrace.network.models import Member


_ORDER = [*Topic.values, *NotOurs.values]


def sentences_of(member: Member) -> list[Sentence]:
    """Every version of the society's sentences for answers: by language and topic, newest first."""
    return sorted(_sentences(member), key=_in_order)


def _sentences(member: Member) -> QuerySet[Sentence]:
    return Sentence.objects.filter(society_id=member.society_id)


def _in_order(sentence: Sentence) -> tuple[str, int, int]:
    return sentence.language, _ORDER.index(sentence.topic), -sentence.version


def sentence_for(member: Member, sentence_id: UUID) -> Sentence:
    return get_object_or_404(_sentences(member), pk=sentence_id)


def sentences_in_use(member: Member, language: str) -> list[Sentence]:
    """What the society may say to visitors in this language; where it has nothing, what it says in
    English."""
    in_use = _sentences(member).filter(state=Sentence.State.APPROVED, topic__in=VISITORS)
    own = in_use.filter(language=language) or in_use.filter(language="en")
    return sorted(own, key=_in_order)


def sentences_chosen(member: Member, ids: Collection[str]) -> list[Sentence]:
    """Those of the own society's approved sentences for visitors that have these ids; others are
    none."""
    in_use = _sentences(member).filter(state=Sentence.State.APPROVED, topic__in=VISITORS)
    return sorted(in_use.filter(pk__in=list(ids)), key=_in_order)


def sentence_about(member: Member, topic: Topic, *, language: str) -> Sentence | None:
    """The approved sentence of a topic in this language; where there is none, in English."""
    in_use = _sentences(member).filter(state=Sentence.State.APPROVED, topic=topic)
    own = {one.language: one for one in in_use.filter(language__in=[language, "en"])}
    return own.get(language) or own.get("en")


def words_of_refusal(society: UUID, why: NotOurs) -> dict[str, str]:
    """The approved words in which somebody is told that a request is not accepted, by language."""
    rows = Sentence.objects.filter(society_id=society, topic=why)
    in_use = rows.filter(state=Sentence.State.APPROVED).order_by("language")
    return {one.language: one.text for one in in_use}


def refusals_worded(society: UUID) -> dict[NotOurs, list[str]]:
    """Each reason that the society uses, and the languages in which its words are approved."""
    rows = Sentence.objects.filter(society_id=society, state=Sentence.State.APPROVED)
    pairs = rows.filter(topic__in=NotOurs.values).order_by("language")
    said = list(pairs.values_list("topic", "language"))
    used = (why for why in NotOurs if why in criteria_of(society).refusals)
    return {why: [language for topic, language in said if topic == why] for why in used}


def says_a_death(member: Member, text: str) -> bool:
    """Whether one of the society's sentences about a death stands in words of somebody's own."""
    rows = _sentences(member).filter(topic__in=[Topic.DEAD, Topic.PRESUMED])
    return any(one.text in text for one in rows)


def card_in(member: Member, language: str) -> dict[Topic, Sentence]:
    """The words of the card for who was found, in one language: all of them, or none."""
    topics = {Topic.CARD, *(topic for topic, _drawing in CARD.values())}
    rows = _sentences(member).filter(state=Sentence.State.APPROVED, language=language)
    words = {Topic(one.topic): one for one in rows.filter(topic__in=topics)}
    return words if words.keys() == topics else {}


def card_languages(member: Member) -> list[str]:
    """The languages in which the whole card is approved."""
    rows = _sentences(member).filter(state=Sentence.State.APPROVED, topic=Topic.CARD)
    return [one.language for one in rows.order_by("language") if card_in(member, one.language)]


def first_sentences_missing(member: Member) -> list[tuple[str, str]]:
    """Language and topic of our own first sentences of which the society has no version.

    A refusal is told in the language in which the person was informed, so in no other.
    """
    society = member.society_id
    there = set(_sentences(member).values_list("language", "topic"))
    ours = [(language, topic.value) for language, texts in FIRST.items() for topic in texts]
    informed = [one.language for one in texts_in_force(society) if one.language in FIRST]
    used = [why.value for why in NotOurs if why in criteria_of(society).refusals]
    refusals = [(language, why) for language in informed for why in used]
    return [one for one in (*ours, *refusals) if one not in there]
