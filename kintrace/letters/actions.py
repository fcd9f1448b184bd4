"""Putting a letter into the outbox."""

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings
from django.db import transaction

from kintrace.letters import jobs
from kintrace.letters.kinds import TO_PEOPLE, Kind, checked
from kintrace.letters.models import Outgoing
from kintrace.vault.actions import open_file


@transaction.atomic
def send(kind: str, *, to: str, language: str, facts: Mapping[str, str], society: UUID) -> UUID:
    """Write a letter into the outbox; a job delivers it once this transaction is through.

    Needs `reading_as(society)`. Raises ValueError for an unknown kind, or facts that it does not
    take; an unknown language becomes the nearest one we have. Gives the letter's id.
    """
    known = checked(kind, facts)
    letter = Outgoing(
        file=open_file(society),
        society=society,
        kind=known,
        language=_spoken(language, by=known),
    )
    letter.to, letter.facts = to, dict(facts)
    letter.save(force_insert=True)
    jobs.delivery_of(known).enqueue(str(letter.pk), str(society))
    return letter.pk


def _spoken(language: str, *, by: Kind) -> str:
    """A language we write letters of this kind in: "ar-EG" gives "ar". Members read the desk's."""
    main = language.partition("-")[0]
    ours = dict(settings.LANGUAGES) if by in TO_PEOPLE else settings.STAFF_LANGUAGES
    return main if main in ours else settings.LANGUAGE_CODE
