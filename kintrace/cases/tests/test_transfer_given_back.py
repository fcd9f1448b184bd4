"""Words for a search that stands elsewhere: its page has no form for them, and shows them."""

from __future__ import annotations

import pytest
from django.test import Client

from kintrace.cases.models import Incoming
from kintrace.cases.tests.conftest import Scene, build_scene, selams_case
from kintrace.cases.tests.handing import sent
from kintrace.cases.transfers import WhyBack
from kintrace.demo.invented import PASSWORD
from kintrace.network.kept import FIELD, owner_of_form
from kintrace.network.tests.cast import SignIn, open_box
from kintrace.vault.reader import reading_as

WRITTEN = "Nobody of that name at the ferry."
TOO_LONG = WRITTEN * 1000


@pytest.mark.parametrize(
    ("form", "typed"),
    [
        ("note", {"words": WRITTEN}),
        ("note", {"words": TOO_LONG}),
        ("say", {"words": WRITTEN}),
        ("link", {"reference": WRITTEN}),
    ],
)
def test_what_is_typed_before_it_was_taken_on_is_given_back(
    scene: Scene, sign_in: SignIn, form: str, typed: dict[str, str]
) -> None:
    there = build_scene("BG")
    case = selams_case(scene)
    with scene.acting(scene.alma):
        sent(case, there.society, by=scene.alma)
    with reading_as(there.society.pk):
        incoming = Incoming.objects.get()
    desk = open_box(sign_in(Client(), there.alma), password=PASSWORD)
    said = typed | {FIELD: owner_of_form(there.alma)}
    answer = desk.post(f"/desk/other/incoming/{incoming.pk}/{form}/", said)
    assert answer.status_code == 409
    assert WRITTEN in answer.content.decode()


@pytest.mark.parametrize("words", [WRITTEN, TOO_LONG])
def test_what_is_written_to_the_other_desk_after_it_was_taken_back_is_given_back(
    scene: Scene, sign_in: SignIn, words: str
) -> None:
    there = build_scene("BG")
    case = selams_case(scene)
    with scene.acting(scene.alma):
        transfer = sent(case, there.society, by=scene.alma)
    desk = open_box(sign_in(Client(), scene.alma), password=PASSWORD)
    here = f"/desk/other/asked/{transfer.pk}/"
    assert desk.post(f"{here}recall/", {"why": WhyBack.MISTAKE}).status_code == 302
    answer = desk.post(f"{here}say/", {"words": words, FIELD: owner_of_form(scene.alma)})
    assert answer.status_code in {404, 409}
    assert WRITTEN in answer.content.decode()
