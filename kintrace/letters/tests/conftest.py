"""A society that writes letters, and a mail server that takes them."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from pytest_django.fixtures import Settings

from kintrace.letters.tests.post_office import PostOffice, open_post_office
from kintrace.vault.actions import make_record_key


@pytest.fixture
def society(transactional_db: None) -> UUID:
    society = uuid4()
    make_record_key(society)
    return society


@pytest.fixture
def office(settings: Settings) -> Iterator[PostOffice]:
    with open_post_office() as office:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
        settings.EMAIL_USE_TLS = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield office
