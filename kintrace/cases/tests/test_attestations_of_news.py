"""A certificate that news to the family was delivered: the second kind there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases import attesting
from kintrace.cases.actions import attestations
from kintrace.cases.actions.attestations import CertificateNotAsExpected
from kintrace.cases.certificate_words import CertificateKind as Kind
from kintrace.cases.models import Attestation, Case
from kintrace.cases.tests import red_cross_ways
from kintrace.cases.tests.conftest import Scene, selams_case
from kintrace.cases.tests.test_attestations import PASSING, ask, check, give, words_on
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.tests.test_attestations import Check
    from kintrace.network.tests.cast import SignIn

__all__ = ["check"]


@pytest.fixture
def case(scene: Scene) -> Case:
    return selams_case(scene)


def deliver_news(scene: Scene, case: Case) -> None:
    """The person writes, another member checks, and the own society delivers."""
    with scene.acting(scene.alma):
        message = red_cross_ways.sent(case, by=scene.alma, second=scene.omar, partner=None)
    red_cross_ways.delivered(scene, message)


def test_of_news_a_certificate_is_given_once_some_was_delivered_and_names_nobody_who_got_it(
    scene: Scene, case: Case, check: Check
) -> None:
    with scene.acting(scene.alma), pytest.raises(CertificateNotAsExpected, match="delivered yet"):
        attestations.ask_for_attestation(case, kind=Kind.NEWS, language="en", by=scene.alma)
    deliver_news(scene, case)
    search = give(scene, ask(scene, case))
    with scene.acting(scene.alma):
        news = attestations.ask_for_attestation(case, kind=Kind.NEWS, language="en", by=scene.alma)
        with pytest.raises(CertificateNotAsExpected, match="withdraw it first"):
            attestations.ask_for_attestation(case, kind=Kind.NEWS, language="ar", by=scene.alma)
    code = give(scene, news)
    assert PASSING.sub("", check(code)) == PASSING.sub("", check(search)), (
        "it says which of the two"
    )
    with scene.acting(scene.omar):
        printed = words_on(attesting.pdf(news, code=code))
    assert "News of this person to their family" in printed
    for word in ("Yonas", case.reference, "brother", "search for family"):
        assert word not in printed


def test_what_a_certificate_shall_say_is_asked_where_there_is_something_to_choose(
    scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.alma)
    here = f"/desk/cases/{case.pk}/certificate/"
    question = "What shall it say?"
    assert question not in client.get(here).content.decode()
    deliver_news(scene, case)
    assert question in client.get(here).content.decode()
    told = {"language": "en", "knows": "on"}
    assert client.post(here, told).status_code == 422
    client.post(here, told | {"kind": Kind.NEWS})
    with reading_as(scene.society.pk):
        assert [one.kind for one in Attestation.objects.all()] == [Kind.NEWS]
    assert question not in client.get(here).content.decode()
