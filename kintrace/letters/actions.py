"""Putting a letter into the outbox."""

from collections.abc import Mapping
from uuid import UUID

from django.conf import settings
from django.db import transaction

from kintrace.letters import jobs
from kintrace.letters.kinds import checked
from kintrace.letters.models import Outgoing
from kintrace.vault.actions import open_file


@transaction.atomic
def send(kind: str, *, to: str, language: str, facts: Mapping[str, str], society: UUID) -> UUID:
    """Write a letter into the outbox; a job delivers it once this transaction is through.

    Needs `reading_as(society)`. Raises ValueError for an unknown kind, or facts that it does not
    take; an unknown language becomes the nearest one we have. Gives the letter's id.
    """
    letter = Outgoing(
        file=open_file(society),
        society=society,
        kind=checked(kind, facts),
        language=_spoken(language),
    )
    letter.to, letter.facts = to, dict(facts)
    letter.save(force_insert=True)
    jobs.deliver.enqueue(str(letter.pk), str(society))
    return letter.pk


def _spoken(language: str) -> str:
    """Letters go to members, so the desk's languages count: "ar-EG" gives "ar"."""
    main = language.partition("-")[0]
    return main if main in settings.STAFF_LANGUAGES else settings.LANGUAGE_CODE
