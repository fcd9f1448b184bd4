"""The card: what the found person wants passed on. Newest counts, older answers stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions.found import (
    NotAsExpected,
    PassedOn,
    agree_to_be_reached,
    forget_questions,
    locked,
    require_free,
    require_under_way,
)
from kintrace.cases.card import CARD, REACHED, Wish
from kintrace.cases.models import Choice
from kintrace.cases.replies import Topic
from kintrace.protection.actions import withdraw
from kintrace.protection.purposes import How, Purpose

if TYPE_CHECKING:
    from kintrace.cases.lookups import Finding, Whom
    from kintrace.network.models import Member


@dataclass(frozen=True, repr=False)
class Asked:
    """The answer on the card, how it was given, and which words were read (`read`: their id)."""

    wish: str
    how: str
    language: str
    read: str
    interpreter: bool = False


@transaction.atomic
def choose(sought: Whom, *, asked: Asked, by: Member) -> Choice:
    """Keep the found person's answer. Less is always possible; more only while nobody looks first.

    Raises InformationNotGiven, NotFoundYet, NotAsExpected, PassedOn, and what protection refuses.
    """
    finding, wish = locked(sought), Wish(asked.wish)
    if finding.release is not None:
        raise PassedOn
    if wish not in CARD:
        raise NotAsExpected(_("Choose one of the answers that stand on the card."))
    card = lookups.card_in(by, asked.language)
    if not card or str(card[Topic.CARD].pk) != asked.read:
        raise NotAsExpected(
            _("The words of the card changed while this page was open. Read the new ones aloud.")
        )
    if wish not in {Wish.NOTHING, Wish.LATER}:
        require_under_way(sought)
        require_free(sought)
    words = str(card[CARD[wish][0]].pk)
    said = {"how": How(asked.how).value, "language": asked.language, "words": words}
    return _keep(finding, wish, said | {"interpreter": asked.interpreter}, by)


@transaction.atomic
def take_back(sought: Whom, *, by: Member) -> Choice:
    """The person takes the answer back, at any hour and without a reason; how they are reached is
    deleted with its key. Raises NotFoundYet, and PassedOn when it is too late."""
    finding = locked(sought)
    if finding.release is not None:
        raise PassedOn
    return _keep(finding, Wish.TAKEN_BACK, {}, by)


def _keep(finding: Finding, wish: Wish, said: dict[str, object], by: Member) -> Choice:
    located = finding.located
    if located is None:
        raise NotAsExpected(_("Write down first that the person was found and informed."))
    choice = Choice(file=located.file, located=located, society_id=located.society_id, by=by)
    choice.wish = {"wish": wish.value, **said}
    choice.save(force_insert=True)
    if wish != Wish.CONTACT:
        forget_questions(finding.sought)
    if wish in REACHED:
        agree_to_be_reached(finding, how=How(str(said["how"])), by=by)
    elif finding.may_be_reached:
        withdraw(located.subject, purpose=Purpose.CONTACT, by=by)  # its holder deletes the ways
    record(Deed.ASKED_CHOICE, about=located.pk, by=by)
    return choice
