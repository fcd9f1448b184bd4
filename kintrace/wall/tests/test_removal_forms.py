"""Three forms stand on the page that takes a photo down, and something says which was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.wall.tests import cast
from kintrace.wall.tests.writing import crowded

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.network.models import Member, Society

House = tuple["Society", "Member", "Member"]


@pytest.mark.parametrize("what", ["%", "elsewhere"])
def test_a_form_that_does_not_say_which_it_is_stands_for_the_code(
    with_boxes: House, visitor: Client, what: str
) -> None:
    _society, alma, boris = with_boxes
    _notice, face, code = cast.put_up(alma, boris)
    sent = {"what": what, "code": "WRNG-CODE-HERE", "stamp": cast.fine_stamp()}
    answer = visitor.post("/en/take-down/", sent)
    assert (answer.status_code, b"WRNG-CODE-HERE" in answer.content) == (422, True)
    sent |= {"code": code}
    with crowded():
        assert visitor.post("/en/take-down/", sent).status_code == 429  # it takes its turn, too
    assert visitor.post("/en/take-down/", sent).status_code == 200
    assert visitor.get(f"/en/face/{face.pk}/").status_code == 404
