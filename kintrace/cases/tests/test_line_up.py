"""A photo among others proves something only where nobody could guess it, and where it is known how
it was shown. No photo is kept for it: the one with which the person searches is named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.db import transaction
from django.urls import reverse

from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import entries
from kintrace.cases.actions.faces import keep_photo
from kintrace.cases.actions.found import NotAsExpected
from kintrace.cases.actions.verifying import add_rung
from kintrace.cases.finding import FEWEST_OTHERS, LineUp, Photo
from kintrace.cases.models import CaseFile, Proof
from kintrace.cases.tests.meeting import grown_up
from kintrace.cases.tests.test_found_pages import page
from kintrace.cases.tests.test_red_cross_pages import at_desk, press
from kintrace.cases.tests.ways import consented, taken
from kintrace.vault import safe_files
from kintrace.vault.tests.camera import camera_jpeg

if TYPE_CHECKING:
    from uuid import UUID

    from django.test import Client

    from kintrace.cases.tests.conftest import Scene
    from kintrace.cases.tests.meeting import Found
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn


@pytest.fixture
def grown(search: Found) -> Found:
    """An adult was found; Alma asked them, Omar asked the family."""
    search.as_far_as_the_verdict()
    with search.scene.acting(search.scene.omar) as omar:
        grown_up(search.sought.subject, by=omar)
    return search


def shown(
    search: Found, photo: Photo = Photo.SEARCHERS, *, others: int = 5, held_by: UUID, by: Member
) -> Proof:
    line_up = LineUp(photo, others, held_by)
    note = "She pointed at it at once."
    return add_rung(
        search.sought, rung="line_up", note=note, compared="same", line_up=line_up, by=by
    )


def test_which_photo_among_how_many_and_who_showed_it_stays_with_the_proof(grown: Found) -> None:
    scene = grown.scene
    with scene.acting(scene.omar) as omar:
        row = Proof.objects.get(pk=shown(grown, held_by=scene.lena.pk, by=omar).pk)
        told = LineUp.from_json(row.rung["line_up"])
        assert (told.photo, told.others, told.held_by) == ("searchers", 5, scene.lena.pk)
        assert row.rung["compared"] == "same"
        assert not CaseFile.objects.exists()


@pytest.mark.parametrize("others", range(FEWEST_OTHERS))
def test_among_too_few_others_a_photo_is_guessed(grown: Found, others: int) -> None:
    with grown.scene.acting(grown.scene.omar) as omar:
        with pytest.raises(NotAsExpected, match="a guess"):
            shown(grown, others=others, held_by=grown.scene.lena.pk, by=omar)
        with pytest.raises(NotAsExpected, match="a guess"), transaction.atomic():
            add_rung(grown.sought, rung="line_up", note="-", compared="same", by=omar)


def test_who_asked_one_side_does_not_show_photos_to_the_other(grown: Found) -> None:
    scene = grown.scene
    with scene.acting(scene.omar) as omar:
        with pytest.raises(NotAsExpected, match="asked the other side"):
            shown(grown, Photo.FAMILYS, held_by=omar.pk, by=omar)
        with pytest.raises(NotAsExpected, match="asked the other side"):
            shown(grown, Photo.FOUNDS, held_by=scene.alma.pk, by=omar)
        shown(grown, Photo.FAMILYS, held_by=scene.alma.pk, by=omar)
        shown(grown, Photo.FOUNDS, held_by=omar.pk, by=omar)
        assert Proof.objects.count() == len(grown.now.proofs)


def test_photos_are_shown_by_who_works_on_searches_here(grown: Found, there: Scene) -> None:
    with grown.scene.acting(grown.scene.omar) as omar:
        for stranger in (grown.scene.dora.pk, there.alma.pk):
            with pytest.raises(NotAsExpected, match="Choose who"):
                shown(grown, held_by=stranger, by=omar)


def test_a_witness_needs_no_photos(grown: Found) -> None:
    with grown.scene.acting(grown.scene.omar) as omar:
        row = add_rung(grown.sought, rung="witness", note="-", compared="same", by=omar)
        assert "line_up" not in row.rung


def test_the_page_asks_how_it_was_shown_and_who_decides_reads_it(
    grown: Found, sign_in: SignIn
) -> None:
    omar, url = (
        at_desk(sign_in, grown.scene.omar),
        reverse("cases:found_rung", args=[grown.sought.pk]),
    )
    typed = {"rung": "line_up", "note": "At once.", "compared": "same"}
    lacking = omar.post(url, typed)
    assert lacking.status_code == 422
    assert "Say how the photos were shown." in lacking.content.decode()
    assert "At once." in lacking.content.decode(), "nothing is lost"
    how = {"photo": "familys", "others": "5", "held": str(grown.scene.lena.pk)}
    press(omar, url, **typed, **how)
    _status, told = page(omar, grown, "found_decide")
    assert "Among 5 other photos" in told
    assert "At once." not in told


# --- the photo with which the person searches ---


@pytest.fixture
def named(grown: Found) -> Found:
    """It lies in the case, and was shown to who was found."""
    scene = grown.scene
    with scene.acting(scene.omar) as omar:
        consented(grown.case, by=omar)
        taken(grown.case, by=omar)
        shown(grown, held_by=scene.lena.pk, by=omar)
    return grown


def photo_of(search: Found) -> str:
    return reverse("cases:found_photo", args=[search.sought.pk])


def test_who_decides_sees_the_photo_with_their_name_across_it_and_it_is_written_down(
    named: Found, sign_in: SignIn
) -> None:
    scene = named.scene
    omar = at_desk(sign_in, scene.omar)
    status, told = page(omar, named, "found_decide")
    assert (status, photo_of(named) in told) == (200, True)
    answer = omar.get(photo_of(named))
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Cache-Control"] == "no-store"
    assert answer["Content-Disposition"] == "inline"
    with scene.acting(scene.omar):
        kept = safe_files.fetch(file=named.case.file, name="preview-whole.jpg")
        assert answer.content != kept, "the name of who looks stands across it"
        seen = entries(scene.society.pk)[0]
        assert (seen.deed, seen.about) == (Deed.OPENED_RECORD, named.sought.pk), "as of any page"


def test_the_second_member_has_all_of_it_before_them(named: Found, sign_in: SignIn) -> None:
    lena = at_desk(sign_in, named.scene.lena)
    status, told = page(lena, named, "found_sign")
    assert (status, photo_of(named) in told) == (200, True)
    assert "Among 5 other photos" in told
    assert lena.get(photo_of(named)).status_code == 200


def test_nobody_sees_it_without_the_box_or_from_another_society(
    named: Found, there: Scene, sign_in: SignIn, client: Client
) -> None:
    shut = sign_in(client, named.scene.omar)
    assert shut.get(photo_of(named)).headers["Location"].startswith("/desk/open-box/")
    assert photo_of(named) not in page(shut, named, "found_decide")[1]
    assert at_desk(sign_in, named.scene.alma).get(photo_of(named)).status_code == 403
    assert at_desk(sign_in, there.omar).get(photo_of(named)).status_code == 404


def test_a_photo_that_was_taken_anew_is_not_the_one_that_was_shown(
    named: Found, sign_in: SignIn
) -> None:
    omar = at_desk(sign_in, named.scene.omar)
    with named.scene.acting(named.scene.omar) as by:
        keep_photo(named.case, photo=camera_jpeg(megapixels=0.3), by=by)
    assert omar.get(photo_of(named)).status_code == 404
    assert photo_of(named) not in page(omar, named, "found_decide")[1]


def test_of_a_photo_that_the_family_brought_nothing_is_kept(grown: Found, sign_in: SignIn) -> None:
    with grown.scene.acting(grown.scene.omar) as omar:
        row = shown(grown, Photo.FAMILYS, held_by=grown.scene.alma.pk, by=omar)
        assert "shows" not in row.rung["line_up"]
    assert at_desk(sign_in, grown.scene.omar).get(photo_of(grown)).status_code == 404
