"""What a society knows of a member is not corrected over what somebody corrected since."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.network.tests.second_tab import pressed_twice, saved_again, saved_twice, seen_on

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.urls("kintrace.network.tests.addresses"),
]
KNOWN = {"name": "Alma Bauer", "email": "a@example.org", "phone": "", "languages": ["ar"]}


@pytest.fixture
def desk(client: Client, admin: Member, sign_in: SignIn) -> Client:
    return sign_in(client, admin)


@pytest.mark.database_bound
def test_a_member_is_not_corrected_over_what_a_second_tab_wrote(desk: Client, alma: Member) -> None:
    url = f"/desk/members/{alma.pk}/"
    second = KNOWN | {"name": "Alma Berg", "languages": ["en", "ar"]}
    page = saved_twice(desk, url, KNOWN, second)
    assert "What was saved elsewhere" in page
    assert "Alma Bauer" in page
    assert "Alma Berg" in page
    assert "Alma Bauer" in desk.get("/desk/members/").content.decode()
    saved_again(desk, url, second, page)
    assert "Alma Berg" in desk.get("/desk/members/").content.decode()


def test_other_languages_alone_are_another_version(desk: Client, alma: Member) -> None:
    url = f"/desk/members/{alma.pk}/"
    pressed_twice(desk, url, KNOWN)
    before = seen_on(desk.get(url).content.decode())
    desk.post(url, KNOWN | {"languages": ["en"], "seen": before})
    assert seen_on(desk.get(url).content.decode()) != before


def test_a_role_is_no_part_of_what_is_corrected(desk: Client, alma: Member) -> None:
    url = f"/desk/members/{alma.pk}/"
    before = seen_on(desk.get(url).content.decode())
    desk.post(f"{url}role/", {"new-role": "officer"})
    assert desk.post(url, KNOWN | {"seen": before}).status_code == 302
