"""How a request is written: in UTF-8, whatever it says."""

import pytest
from django.test import Client

IN_PARTS = "multipart/form-data; boundary=edge"
PART = b'--edge\r\nContent-Disposition: form-data; name="login"\r\n\r\nalma\r\n--edge--\r\n'


def status(charset: str, kind: str = IN_PARTS, path: str = "/sign-in/") -> int:
    browser = Client(raise_request_exception=False)
    sent = f"{kind}; charset={charset}"
    return browser.generic("POST", path, PART, content_type=sent).status_code


@pytest.mark.parametrize("charset", ["zlib", "idna", "undefined", "utf-7", "utf-16", "rot13"])
@pytest.mark.parametrize("path", ["/sign-in/", "/en/answer/", "/nothing/here/"])
@pytest.mark.django_db
def test_what_says_to_be_written_otherwise_is_refused_calmly(charset: str, path: str) -> None:
    assert status(charset, path=path) == 400
    assert status(charset, "application/json", path) == 400


@pytest.mark.parametrize("charset", ["utf-8", "UTF8", '"utf-8"', "klingon"])
@pytest.mark.django_db
def test_what_is_written_as_everybody_writes_is_read(charset: str) -> None:
    assert status(charset) == 200
