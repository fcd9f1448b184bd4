"""The pages of papers and recordings: what was typed stays, bytes come back alone and unstored."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import file_pages, lookups, timeline
from kintrace.cases.file_words import MEGABYTE
from kintrace.cases.models import CaseFile
from kintrace.cases.tests.papers import pdf, put, recorded, wav
from kintrace.cases.tests.test_red_cross_pages import at_desk, page, press
from kintrace.ui import uploads
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from uuid import UUID

    from django.test import Client

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.tests.cast import SignIn

TYPED = {"kind": "letter", "about": "", "note": "Written by her aunt."}


def sent(data: bytes, name: str = "aunt.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def refused(client: Client, url: str, **said: object) -> str:
    answer = client.post(url, said)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert TYPED["note"] in text, "what was typed is not lost"
    return text


def opened(scene: Scene, file: UUID) -> int:
    with reading_as(scene.society.pk):
        about = [one for one in audit.entries(scene.society.pk, limit=50) if one.about == file]
        return sum(one.deed == Deed.OPENED_FILE for one in about)


def test_a_paper_is_put_to_a_case_opened_and_deleted_by_its_pages(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, case = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/"
    add = f"{case}files/add/"
    assert add in page(alma, case)
    assert "No photo of a face" in page(alma, add)
    assert press(alma, add, **TYPED, file=sent(pdf())) == case
    with reading_as(scene.society.pk):
        row = CaseFile.objects.get()
    file = f"/desk/files/{row.pk}/"
    there = page(alma, case)
    assert file in there
    assert TYPED["note"] in there
    assert "aunt.pdf" not in there, "names of files name people"
    assert "<img" not in page(alma, file)
    answer = alma.get(f"{file}bytes/")
    assert answer.content == pdf()
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["Content-Security-Policy"] == file_pages.ALONE
    assert answer["Cache-Control"] == "no-store"
    assert opened(scene, row.pk) == 1
    assert alma.post(f"{file}take-out/", {}).status_code == 422, "it is asked once more"
    press(alma, f"{file}take-out/", sure="on")
    assert alma.get(file).status_code == 404
    assert file not in page(alma, case)


@pytest.mark.usefixtures("either_store")
def test_a_recording_plays_in_pieces_from_an_answer_that_is_not_stored(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        row = recorded(selams, by=scene.alma)
    alma, file = at_desk(sign_in, scene.alma), f"/desk/files/{row.pk}/"
    answer = alma.get(file)
    assert b"<audio controls" in answer.content
    assert "media-src 'self'" in answer["Content-Security-Policy"]
    whole, played = wav(), f"{file}bytes/"
    assert alma.get(played).content == whole
    part = alma.get(played, headers={"range": "bytes=4-11"})
    assert (part.status_code, part.content) == (206, whole[4:12])
    assert part["Content-Range"] == f"bytes 4-11/{len(whole)}"
    assert (part["Content-Type"], part["Cache-Control"]) == ("audio/wav", "no-store")
    rest = alma.get(played, headers={"range": "bytes=100-"})
    assert rest.content == whole[100:]
    assert alma.get(played, headers={"range": f"bytes={len(whole)}-"}).status_code == 416
    assert opened(scene, row.pk) == 4, "each opening is written down"


def test_what_is_put_to_a_case_stands_in_its_timeline_with_a_note_for_an_open_box(
    scene: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        put(selams, pdf(), by=scene.alma, note=TYPED["note"])
        [line] = file_pages.happened(selams, scene.alma)
        assert line in timeline.of(selams, by=scene.alma)
        assert (line.what, line.by) == ("Put to the case: Letter.", scene.alma.name)
        assert line.note == TYPED["note"]
    with reading_as(scene.society.pk):
        [shut] = file_pages.happened(selams, scene.alma)
    assert shut.note == ""


def test_a_refusal_says_what_to_do_and_keeps_what_was_typed(
    scene: Scene, selams: Case, sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    alma, add = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/files/add/"
    assert "Choose the file." in refused(alma, add, **TYPED)
    assert "cannot be kept" in refused(alma, add, **TYPED, file=sent(b"MZ" + bytes(90)))
    assert "This is sound." in refused(alma, add, **TYPED, file=sent(wav()))
    sound = TYPED | {"kind": "recording"}
    assert "Ask first" in refused(alma, add, **sound, file=sent(wav()))
    tomorrow = {"agreed": "on", "agreed_on": timezone.localdate().replace(year=2099).isoformat()}
    assert "still to come" in refused(alma, add, **(sound | tomorrow), file=sent(wav()))
    held = _counting(monkeypatch)
    large = b"%PDF-" + bytes(17 * MEGABYTE)
    assert "larger than 8 MB" in refused(alma, add, **TYPED, file=sent(large))
    assert max(held) < 9 * MEGABYTE, "it was refused before it was read whole"
    with reading_as(scene.society.pk):
        assert not CaseFile.objects.exists()


def _counting(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How much of an upload lay in memory after each piece."""
    held, before = [0], uploads.InMemory.receive_data_chunk

    def counted(handler: uploads.InMemory, raw: bytes, start: int) -> bytes | None:
        held.append(start + len(raw))
        return before(handler, raw, start)

    monkeypatch.setattr(uploads.InMemory, "receive_data_chunk", counted)
    return held


def test_only_an_open_box_and_the_own_society_open_a_file(
    scene: Scene, there: Scene, selams: Case, sign_in: SignIn, client: Client
) -> None:
    with scene.acting(scene.alma):
        row = put(selams, pdf(), by=scene.alma)
        assert not lookups.files_with(there.alma.pk)
    for way in ("", "bytes/", "take-out/"):
        assert at_desk(sign_in, there.alma).get(f"/desk/files/{row.pk}/{way}").status_code == 404
    shut = sign_in(client, scene.alma)
    assert shut.get(f"/desk/files/{row.pk}/bytes/").status_code == 302
    assert TYPED["note"] not in page(shut, f"/desk/cases/{selams.pk}/")
    assert opened(scene, row.pk) == 0


def test_a_second_file_in_the_same_form_is_passed_over_and_the_first_is_kept(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, case = at_desk(sign_in, scene.alma), f"/desk/cases/{selams.pk}/"
    both = {"file": sent(pdf()), "stray": sent(b"", "stray.pdf")}
    assert press(alma, f"{case}files/add/", **TYPED, **both) == case
    with reading_as(scene.society.pk):
        [row] = CaseFile.objects.all()
    assert alma.get(f"/desk/files/{row.pk}/bytes/").content == pdf()
