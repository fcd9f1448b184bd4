"""What stands in a cookie that we never gave to anybody."""

import pytest
from django.test import Client

pytestmark = pytest.mark.database_bound


@pytest.mark.parametrize(
    "said", [r'session="aaaaaaaa\000"', "session=aaaaaaaa\x00", "session=\x80"]
)
@pytest.mark.django_db
def test_a_session_that_cannot_be_is_none_at_all(said: str) -> None:
    browser = Client(raise_request_exception=False)
    assert browser.get("/desk/", headers={"cookie": said}).status_code == 302
    assert browser.get("/sign-in/", headers={"cookie": said}).status_code == 200
