"""What the worker does for one society after the other."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import found
from kintrace.vault import keyring
from kintrace.vault.models import RecordKey
from kintrace.vault.reader import reading_as
from kintrace.wall import jobs, pictures
from kintrace.wall.models import Face, Message, Removal
from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import send

House = tuple[Society, Member, Member]


@pytest.fixture
def broken(db: None) -> Society:
    """A society whose key does not open any more; it comes before the others in every round."""
    society = found("AA")
    with reading_as(society.pk):
        RecordKey.objects.update(wrapped=b"junk")
        stands_and_is_wished_away(society)
    keyring.forget(society.pk)
    return society


def stands_and_is_wished_away(society: Society) -> Face:
    face = cast.stands(society)
    Removal.objects.create(
        society=society, face=face.pk, kind="danger", day=timezone.localdate(), address_tag=b"x"
    )
    return face


@pytest.mark.database_bound
def test_a_society_whose_key_does_not_open_keeps_no_other_waiting(
    broken: Society, with_boxes: House, visitor: Client
) -> None:
    society, _alma, _boris = with_boxes
    with reading_as(society.pk):
        send(visitor, stands_and_is_wished_away(society))
    jobs.pick_up_messages.call()
    with pytest.raises(ExceptionGroup):
        jobs.empty_removals.call()
    with reading_as(society.pk):
        assert Removal.objects.get(society=society).seen
        assert Message.objects.get().picked_up
    with reading_as(broken.pk):
        assert not Removal.objects.get(society=broken).seen


def test_the_faces_of_a_society_that_left_keep_their_pictures_and_their_last_day(
    with_boxes: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    society, alma, boris = with_boxes
    notice, face, _code = cast.put_up(alma, boris)
    Society.objects.filter(pk=society.pk).update(state=Society.State.LEFT)
    monkeypatch.setattr(pictures, "STRAY_AFTER", -1)
    jobs.sweep_pictures.call()
    assert pictures.read(face.name, "160", "webp")
    jobs.expire_faces.call(str(notice.live_until + timedelta(days=1)))
    assert not Face.objects.exists()
