"""Papers and recordings of a case: sealed, known, limited, and gone with whose they are."""

from __future__ import annotations

import os
import time
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.actions import files, opening
from kintrace.cases.actions.files import NobodyAgreed, NotThatKind, Put, TooManyFiles
from kintrace.cases.actions.opening import CaseIsClosed
from kintrace.cases.circumstances import Closing
from kintrace.cases.file_checks import FileRefused, Why, checked, judge
from kintrace.cases.file_words import MEGABYTE, MOST, FileKind, Media
from kintrace.cases.models import CaseFile
from kintrace.cases.tests.handing import (
    ALL,
    accepted,
    as_told,
    everything_read_by,
    sent,
    slots_of,
)
from kintrace.cases.tests.papers import SAID, pdf, photo, put, recorded, swollen, wav
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.holders import Cover
from kintrace.protection.jobs import sweep_sealed_files
from kintrace.protection.purposes import WhyErased
from kintrace.protection.refusals import NotAllowed
from kintrace.vault import ledger
from kintrace.vault.models import Slot
from kintrace.vault.reader import BoxIsShut, KeyNotAtHand, reading_as
from kintrace.vault.safe_files import STRAY_AFTER
from kintrace.vault.tests.camera import TRACES

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene

    Capture = Callable[..., Any]

NOTE = "Her brother Yonas wrote it."
MP3 = b"\xff\xfb\x90\x00" + bytes(80)
OGG = b"OggS" + bytes(24) + b"OpusHead" + bytes(80)
M4A = b"\x00\x00\x00\x20ftypM4A " + bytes(80)
WEBM = b"\x1a\x45\xdf\xa3" + bytes(40) + b"A_OPUS" + bytes(40)
FILM = b"\x00\x00\x00\x20ftypisom" + bytes(90) + b"hdlr" + bytes(8) + b"vide" + bytes(40)


def gone(file: UUID, capture: Capture, deletes: Callable[[], object]) -> None:
    """Key and bytes are there, and then neither; the ledger has the file."""
    assert Slot.objects.filter(file=file).exists()
    assert file.hex in on_disk()
    with capture(execute=True):
        deletes()
    assert not Slot.objects.filter(file=file).exists()
    assert file.hex not in on_disk()
    assert file in ledger.erased()


def on_disk() -> set[str]:
    """The files that lie sealed beside the database."""
    return {path.parent.name for path in Path(settings.SAFE_FILES).rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("data", "media"),
    [
        (photo(), Media.PICTURE),
        (pdf(), Media.PDF),
        (wav(), Media.WAV),
        (MP3, Media.MP3),
        (OGG, Media.OGG),
        (M4A, Media.M4A),
        (WEBM, Media.WEBM),
    ],
)
def test_a_file_is_what_its_first_bytes_say(data: bytes, media: Media) -> None:
    found, kept = checked(BytesIO(data))
    assert found == media
    kept.seek(0)
    left = kept.read()
    assert not any(trace in left for trace in TRACES), "a picture is redrawn"
    assert media == Media.PICTURE or left == data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"<html>", Why.UNKNOWN),
        (b"MZ\x90" + bytes(80), Why.UNKNOWN),
        (b"GIF89a" + bytes(80), Why.UNKNOWN),
        (b"\x00\x00\x00\x18ftypheic" + bytes(80), Why.HEIC),
        (FILM, Why.FILM),
        (WEBM + b"V_VP9", Why.FILM),
        (b"%PDF-1.7\n", Why.BROKEN),
        (pdf(password="letmein"), Why.LOCKED),
        (pdf(script="app.alert(1)"), Why.ALIVE),
        (pdf(script="app.alert(1)").replace(b"/JavaScript", b"/J#61vaScript"), Why.ALIVE),
        (pdf(script="app.alert(1)", packed=True), Why.ALIVE),
        (swollen(), Why.ALIVE),
    ],
)
def test_what_may_do_harm_or_is_too_large_is_not_kept(data: bytes, why: Why) -> None:
    with pytest.raises(FileRefused) as refused:
        checked(BytesIO(data))
    assert refused.value.why == why


def test_a_pdf_whose_streams_never_end_is_looked_at_once_and_not_once_for_each() -> None:
    without_end = b"%PDF-1.7\n" + b"stream\n" * 1_000_000 + b"startxref\n9\n%%EOF\n"
    assert checked(BytesIO(without_end))[0] == Media.PDF


def test_each_sort_has_its_largest_size() -> None:
    for start, most, why in (
        (b"%PDF-", 8 * MEGABYTE, Why.LARGE_PAPER),
        (b"\xff\xd8\xff", 8 * MEGABYTE, Why.LARGE_PAPER),
        (b"ID3", 40 * MEGABYTE, Why.LARGE_SOUND),
    ):
        assert (judge(start, most), judge(start, most + 1)) == ("", why)


def test_words_of_a_pdf_are_no_program() -> None:
    """What lies packed in a stream is content, whatever its bytes happen to be."""
    plain = pdf()
    harmless = plain.replace(b"endobj", b"stream\n\x01/JS (x)\nendstream endobj", 1)
    assert checked(BytesIO(harmless))[0] == Media.PDF


def test_a_recording_needs_a_yes_with_its_day_and_opens_with_the_box_alone(
    scene: Scene, selams: Case
) -> None:
    sound, today = FileKind.RECORDING, timezone.localdate()
    tries = (
        (wav(), Put(sound), NobodyAgreed),
        (wav(), Put(sound, agreed=today + timedelta(days=1)), NobodyAgreed),
        (wav(), Put(FileKind.OTHER, agreed=today), NotThatKind),
        (pdf(), Put(sound, agreed=today), NotThatKind),
    )
    with scene.acting(scene.alma) as alma:
        for data, said, wrong in tries:
            with pytest.raises(wrong), transaction.atomic():
                files.put_file(selams, put=said, data=BytesIO(data), by=alma)
        assert not CaseFile.objects.exists()
        assert on_disk() <= {selams.file.hex}
        row = recorded(selams, by=alma, note=NOTE)
        assert lookups.bytes_of(row).read() == wav()
        assert lookups.note_to(CaseFile.objects.get()) == NOTE
        with pytest.raises(IntegrityError), transaction.atomic():
            CaseFile.objects.filter(pk=row.pk).update(agreed=None)
    sealed = b"".join(path.read_bytes() for path in Path(settings.SAFE_FILES).rglob(lookups.BYTES))
    assert sealed
    assert SAID not in sealed
    with reading_as(scene.society.pk):  # the server, without anybody's box
        row = CaseFile.objects.get()
        assert lookups.note_to(row) is None
        with pytest.raises(BoxIsShut):
            lookups.bytes_of(row)


def test_nothing_is_put_to_a_case_on_hold_or_full_and_nothing_taken_out_on_hold(
    scene: Scene, selams: Case
) -> None:
    [sought] = lookups.sought_in(selams)
    with scene.acting(scene.alma) as alma:
        row = put(selams, pdf(), by=alma)
        for _more in range(MOST - 1):
            one = CaseFile(file=row.file, case=selams, society=scene.society, size=1)
            one.kind, one.media, one.told = row.kind, row.media, {"note": "", "lock": ""}
            one.save(force_insert=True)
        with pytest.raises(TooManyFiles):
            put(selams, pdf(), by=alma)
        CaseFile.objects.exclude(pk=row.pk).delete()
        protection.put_on_hold(sought.subject, reason="A worry.", by=alma)
        with pytest.raises(NotAllowed, match="Somebody looks at this first"):
            put(selams, pdf(), by=alma, about=sought)
        protection.put_on_hold(selams.subject, reason="A worry.", by=alma)
        with pytest.raises(NotAllowed, match="Somebody looks at this first"):
            put(selams, pdf(), by=alma)
        with pytest.raises(NotAllowed, match="Somebody looks at this first"):
            files.take_out(row, by=alma)
        assert lookups.bytes_of(row).read() == pdf(), "who holds the box reads on"


def test_who_is_sought_takes_their_files_along_and_no_other(
    scene: Scene, selams: Case, django_capture_on_commit_callbacks: Capture
) -> None:
    [sought] = lookups.sought_in(selams)
    with scene.acting(scene.alma) as alma:
        theirs, hers = recorded(selams, by=alma, about=sought), put(selams, pdf(), by=alma)
    with scene.acting(scene.dora) as dora:
        capture, asked = django_capture_on_commit_callbacks, WhyErased.ASKED
        gone(theirs.file, capture, lambda: protection.erase(sought.subject, why=asked, by=dora))
        assert [one.pk for one in CaseFile.objects.all()] == [hers.pk]
        gone(hers.file, capture, lambda: protection.erase(selams.subject, why=asked, by=dora))
        assert not CaseFile.objects.exists()


def test_a_copy_names_what_is_the_persons_own_and_hides_what_is_anothers(
    scene: Scene, selams: Case
) -> None:
    [sought] = lookups.sought_in(selams)
    with scene.acting(scene.alma) as alma:
        recorded(selams, by=alma, note=NOTE)
        put(selams, pdf(), by=alma, about=sought, note="Of him.")
        told = {line.value for line in holders.copy(selams.subject)}
        assert any("Recording of a talk" in one and "play it" in one for one in told)
        assert not any("Letter" in one for one in told)
        hidden = [line for line in holders.copy(selams.subject) if "you search for" in line.name]
        assert [line.cover for line in hidden if "paper" in line.name] == [Cover.OTHER]
        assert NOTE in {line.value for line in holders.boxed(selams.subject)}
        assert any("Letter" in line.value for line in holders.copy(sought.subject))
        assert "Of him." in {line.value for line in holders.boxed(sought.subject)}


def test_no_search_handed_over_takes_a_file_along(scene: Scene, there: Scene, selams: Case) -> None:
    [sought] = lookups.sought_in(selams)
    with scene.acting(scene.alma) as alma:
        rows = [put(selams, pdf(), by=alma, note=NOTE), recorded(selams, by=alma, about=sought)]
        kept, before = [lookups.bytes_of(row) for row in rows], on_disk()
        transfer = sent(selams, there.society, by=alma, parts=ALL)
    accepted(there.alma)
    assert as_told(there.alma, transfer), "the copy opens"
    assert NOTE not in everything_read_by(there)
    assert on_disk() == before, "nor is it laid down once more"
    assert slots_of(there.society.pk, *(row.file for row in rows)) == 0
    with there.acting(there.alma):
        assert not lookups.files_with(selams.subject) + lookups.files_with(sought.subject)
        for one in kept:
            with pytest.raises(KeyNotAtHand):
                one.read()


def test_a_roll_back_leaves_no_row_no_key_and_soon_no_bytes(
    scene: Scene, selams: Case, django_capture_on_commit_callbacks: Capture
) -> None:
    with scene.acting(scene.alma) as alma:
        before = Slot.objects.count()
        with transaction.atomic():
            put(selams, pdf(), by=alma)
            transaction.set_rollback(True)
        assert not CaseFile.objects.exists()
        assert Slot.objects.count() == before
        kept = put(selams, pdf(), by=alma)
    stray, old = on_disk() - {kept.file.hex}, time.time() - STRAY_AFTER - 1
    for path in Path(settings.SAFE_FILES).rglob("*"):
        os.utime(path, (old, old))
    sweep_sealed_files.call()
    assert len(stray) == 1
    assert on_disk() == {kept.file.hex}
    with scene.acting(scene.alma) as alma:
        assert [one.owner_id for one in Slot.objects.filter(file=kept.file)] == [alma.society_id]
        closed = opening.close_case(selams, closing=Closing.SELF_SOLVED, by=alma)
        with pytest.raises(CaseIsClosed):
            put(closed, pdf(), by=alma)
        gone(kept.file, django_capture_on_commit_callbacks, lambda: files.take_out(kept, by=alma))
