"""Who looked at too many faces still writes, reads an answer and takes a photo down."""

import pytest
from django.test import Client

from kintrace.network.models import Member, Society
from kintrace.visitors import browsing
from kintrace.wall.tests import cast
from kintrace.wall.tests.test_removals import press, with_code
from kintrace.wall.tests.writing import ask, send

House = tuple[Society, Member, Member]


@pytest.fixture(autouse=True)
def no_more_faces(monkeypatch: pytest.MonkeyPatch) -> None:
    """This hour's faces are used up before the first."""
    monkeypatch.setattr(browsing, "SOFT", 0)
    monkeypatch.setattr(browsing, "HARD", 0)


def test_looking_too_much_refuses_no_message_no_answer_and_no_wish(
    with_boxes: House, visitor: Client
) -> None:
    _society, alma, boris = with_boxes
    _notice, face, removal_code = cast.put_up(alma, boris)
    assert visitor.get("/en/").status_code == 429
    assert visitor.get(f"/en/face/{face.pk}/").status_code == 429
    assert "We have your message" in ask(visitor, send(visitor, face))
    assert press(visitor, face) == 200
    assert with_code(visitor, removal_code) == 200
