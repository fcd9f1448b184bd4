"""Ten years on: the oldest entries of a chain end, and what follows them is provable as before.

The last entry that went is remembered by its number and MAC, sealed under the audit key. A walk
begins there. Nobody hides younger entries with it: the time of what went is under the seal, and a
signed anchor that is younger than ten years still wants its row.
"""

from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from kintrace.audit import chain
from kintrace.audit.actions import record
from kintrace.audit.actors import Machine
from kintrace.audit.deeds import Deed
from kintrace.audit.models import Beginning, Entry
from kintrace.vault import keyring
from kintrace.vault.reader import reading_as

# Never a day less, however the leap years fall. The table of protection/retention.py says the
# same; a test compares them.
KEPT = timedelta(days=3653)


def end_entries(society: UUID) -> int:
    """Delete what is older than ten years, up to the first that is not; how many went.

    Safe to repeat. What says so stands in the chain before anything goes, in one transaction.
    """
    moment = timezone.now() - KEPT
    with reading_as(society), transaction.atomic():
        chained = Entry.objects.filter(society=society).order_by("seq")
        oldest = chained.first()
        if oldest is None or oldest.at >= moment:
            return 0
        record(Deed.ENDED_ENTRIES, about=society, by=Machine(society))
        young = chained.filter(at__gte=moment).values_list("seq", flat=True)[:1]
        old = chained.filter(seq__lt=young.get())
        _begin_after(old.reverse()[:1].get())
        gone, _of_each = old.delete()
    return gone


def _begin_after(last: Entry) -> None:
    before = Beginning.objects.filter(society=last.society).first()
    gone = Entry.objects.filter(society=last.society, seq__lte=last.seq)
    changes = gone.filter(deed=Deed.ROTATED_KEYS).count() + (before.changes if before else 0)
    begins = Beginning(
        society=last.society, seq=last.seq, mac=bytes(last.mac), at=last.at, changes=changes
    )
    with keyring.borrowed(last.society, keyring.AUDIT) as key:
        begins.seal = chain.beginning_seal(key, **begins.sealed())
    begins.save()
