"""Founding a society."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kintrace.audit.actions import Machine, record
from kintrace.audit.deeds import Deed
from kintrace.network.models import Society, SocietySettings
from kintrace.ui.refusals import Refusal
from kintrace.vault.actions import make_record_key
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from kintrace.network.models import Member


class CodeTaken(Refusal):
    """Another society has this code."""

    def __init__(self) -> None:
        super().__init__(_("Another society has this code. Choose a different one."))


@transaction.atomic
def found_society(
    code: str,
    *,
    name: str,
    country: str,
    languages: Sequence[str],
    kind: str = Society.Kind.NATIONAL_SOCIETY,
    phone: str = "",
    mailbox: str = "",
    by: "Member | None" = None,
) -> Society:
    """A new society with its record key and settings.

    code: 2-8 letters. country: two letters. languages: the first is that of its own letters.
    by: None only when the house itself founds it (demo, set-up, tests).
    """
    society = Society(code=code.upper(), name=name, kind=kind, country=country.upper(), phone=phone)
    society.languages = list(languages)
    society.clean_fields()
    if Society.objects.filter(code=society.code).exists():
        raise CodeTaken
    society.save()
    make_record_key(society.pk)
    with reading_as(society.pk):
        own = SocietySettings(society=society, language=languages[0])
        own.mailbox = mailbox
        own.save()
    actor = by or Machine(society.pk)
    record(Deed.FOUNDED_SOCIETY, about=society.pk, by=actor, also=[society.pk])
    return society


@transaction.atomic
def settle_retention(*, settled: Mapping[str, Any], by: "Member") -> None:
    """Keep how long the member's society keeps things; `protection` knows what is allowed."""
    own = SocietySettings.objects.select_for_update().get(society_id=by.society_id)
    own.retention = dict(settled)
    own.save(update_fields=["retention"])
    record(Deed.CHANGED_SETTINGS, about=by.society_id, by=by)
