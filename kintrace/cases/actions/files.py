"""A paper or a recording is put to a case, and taken out again."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kintrace.audit.actions import record
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import moves
from kintrace.cases.actions.opening import require_open
from kintrace.cases.file_checks import checked
from kintrace.cases.file_words import MOST, SOUND, FileKind
from kintrace.cases.models import CaseFile
from kintrace.protection.actions import erase_keys, require_notice
from kintrace.protection.lookups import is_looked_at, looked_at, require
from kintrace.protection.purposes import Purpose
from kintrace.protection.refusals import NotAllowed
from kintrace.protection.turns import write_about
from kintrace.ui.refusals import Refusal
from kintrace.vault import ciphers, safe_parts
from kintrace.vault.actions import open_file

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from kintrace.audit.actors import Actor
    from kintrace.cases.file_words import Media
    from kintrace.cases.models import Case, Sought
    from kintrace.network.models import Member


class TooManyFiles(Refusal):
    """A case has room for so many."""


class NotThatKind(Refusal):
    """A recording is no paper, and a paper no recording."""


class NobodyAgreed(Refusal):
    """Nobody is recorded without having said yes."""


@dataclass(frozen=True, repr=False)
class Put:
    """What is said of a file: never its name, for names of files name people."""

    kind: FileKind
    about: Sought | None = None  # None: the whole case
    agreed: date | None = None
    note: str = ""


def require_may_put(case: Case) -> None:
    """Asked before anybody is asked for a paper or recorded, too. Raises CaseIsClosed,
    NotAcceptedYet, SearchRests, NotAllowed, TooManyFiles."""
    require_open(case)
    require(case.subject, Purpose.TRACE)
    if len(lookups.files_of(case)) >= MOST:
        raise TooManyFiles(
            _("This case has %(most)d files, which is all it may have. Take one out first.")
            % {"most": MOST}
        )


@transaction.atomic
def put_file(case: Case, *, put: Put, data: IO[bytes], by: Member) -> CaseFile:
    """Look at the bytes and keep them sealed; the row comes when they lie whole on the disk.

    Raises as `require_may_put`, FileRefused, PhotoRefused, NotThatKind, NobodyAgreed.
    """
    subjects = _subjects(case, put.about)
    for subject in subjects:
        write_about(subject)
    require_notice(case.subject)
    case = moves.locked(case)  # so that nobody counts its files at the same time
    require_may_put(case)
    for subject in subjects:
        require(subject, Purpose.TRACE)
    media, bare = checked(data)
    _require_fit(put, media)
    row = _kept(case, put, media, bare, by=by)
    record(Deed.PUT_FILE, about=row.pk, by=by)
    return row


def _subjects(case: Case, about: Sought | None) -> list[UUID]:
    return [case.subject, *([about.subject] if about else [])]


def _require_fit(put: Put, media: Media) -> None:
    if media in SOUND and put.kind != FileKind.RECORDING:
        raise NotThatKind(_("This is sound. Say that it is a recording, and when they agreed."))
    if media not in SOUND and put.kind == FileKind.RECORDING:
        raise NotThatKind(_("This is no sound. Choose what kind of paper it is."))
    if media in SOUND and (put.agreed is None or put.agreed > timezone.localdate()):
        raise NobodyAgreed(
            _("Nobody is recorded without their yes. Write down on which day they gave it.")
        )


def _kept(case: Case, put: Put, media: Media, bare: IO[bytes], *, by: Member) -> CaseFile:
    file, lock = open_file(case.society_id), ciphers.new_key()
    size = safe_parts.keep(bare, lock=lock, file=file, name=lookups.BYTES)
    row = CaseFile(
        file=file,
        case=case,
        sought=put.about,
        society_id=case.society_id,
        kind=put.kind,
        media=media,
        size=size,
        agreed=put.agreed if media in SOUND else None,
        by=by,
    )
    row.told = {"note": put.note.strip(), "lock": base64.b64encode(lock).decode()}
    ciphers.wipe(lock)
    row.save(force_insert=True)
    return row


@transaction.atomic
def take_out(row: CaseFile, *, by: Member) -> None:
    """The row and the key at once, the bytes when the database agreed; the ledger has the file.

    While somebody looks at it first nothing is deleted that they may have to see. Raises
    NotAllowed.
    """
    for subject in _subjects(row.case, row.sought):
        write_about(subject)
        if is_looked_at(subject):
            raise NotAllowed(looked_at(), "held")
    record(Deed.TOOK_OUT_FILE, about=row.pk, by=by)
    erase_keys([row.file])
    row.delete()


@transaction.atomic
def erase_files(subject: UUID, *, by: Actor) -> set[UUID]:
    """Delete what goes with a person; gives the files whose key must go, and with it the bytes.

    Needs no key."""
    rows = lookups.files_with(subject)
    for row in rows:
        record(Deed.ERASED, about=row.pk, by=by)
        row.delete()
    return {row.file for row in rows}
