"""What ends a dossier of a family of whom another society found somebody, and who reads of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from kintrace.cases import lookups
from kintrace.cases.models import Reunion
from kintrace.cases.reunion import Why
from kintrace.cases.reunion_words import Step
from kintrace.cases.tests import together
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.test_found_pages import read
from kintrace.protection import actions as protection
from kintrace.protection import holders
from kintrace.protection.purposes import Purpose, WhyErased
from kintrace.vault.lookups import slots
from kintrace.vault.reader import reading_as

if TYPE_CHECKING:
    from django.test import Client

    from kintrace.cases.tests.meeting import Found
    from kintrace.cases.tests.meeting_afar import FoundAfar
    from kintrace.network.tests.cast import SignIn

pytestmark = pytest.mark.database_bound


@pytest.mark.parametrize("who", ["was found", "searches", "is sought"])
def test_a_dossier_goes_with_each_of_them_wherever_they_are_erased(
    passed: FoundAfar, led_at_home: Found, who: str
) -> None:
    home, there = led_at_home.scene, passed.scene
    with home.acting(home.lena):
        file, searches = Reunion.objects.get().file, led_at_home.case.subject
    scene = there if who == "was found" else home
    with scene.acting(scene.dora) as dora:
        subjects = {"searches": searches, "is sought": led_at_home.sought.subject}
        subject = passed.subject if who == "was found" else subjects[who]
        protection.erase(subject, why=WhyErased.ASKED, by=dora)
    with home.acting(home.lena):
        assert not Reunion.objects.exists()
        assert together.LOOKED not in all_that_opens()
    with reading_as(home.society.pk):
        assert not slots(home.society.pk, [file]).exists()


def test_who_searches_and_takes_contact_back_ends_the_dossier(led_at_home: Found) -> None:
    with led_at_home.scene.acting(led_at_home.scene.lena) as lena:
        subject = led_at_home.case.subject
        done = protection.withdraw(subject, purpose=Purpose.CONTACT, by=lena)
        assert any("come together is ended" in said for said in done)
        dossier = lookups.dossier_of(led_at_home.now)
        assert dossier is not None
        assert dossier.steps[-1].step["why"] == Why.TOOK_BACK
        assert dossier.reunion.ended


def test_who_searches_reads_their_own_part_and_nothing_of_the_other(led_at_home: Found) -> None:
    with led_at_home.scene.acting(led_at_home.scene.lena) as lena:
        together.listed(led_at_home, None, by=lena)
        names = {line.name for line in holders.copy(led_at_home.case.subject)}
    assert "You said that you want to come together" in names
    assert "What an office asked for" not in names


def test_the_pages_ask_for_what_the_other_society_told(
    passed: FoundAfar, client: Client, sign_in: SignIn
) -> None:
    home = passed.home
    with home.acting(home.lena) as lena:
        passed.told_at_home("contact", by=lena)
        place = together.place_named(by=lena)
        sought = passed.at_home.sought.pk
    sign_in(client, home.lena)
    page, begin = (reverse(f"cases:{name}", args=[sought]) for name in ("reunion", "reunion_open"))
    assert page in read(client.get(reverse("cases:found", args=[sought])))
    assert "the other one tells you what the person says" in read(client.get(page))
    asked = read(client.get(begin))
    assert 'name="seeker_how"' in asked
    assert 'name="found_how"' not in asked
    today = timezone.localdate().isoformat()
    said = {"seeker_day": today, "seeker_how": "spoken", "found_day": today}
    client.post(begin, said | {"looked": together.LOOKED, "place": place})
    assert "As the society that found the person told us" in read(client.get(page))
    step = reverse("cases:reunion_go", args=[sought, "dossier"])
    assert 'name="heard"' in read(client.get(step))
    assert client.post(step, {"day": today}).status_code == 422
    client.post(step, {"day": today, "heard": today})
    assert "the one who was found said that they still want it" in read(client.get(page))
    end = reverse("cases:reunion_go", args=[sought, Step.ENDED])
    assert 'name="heard"' not in read(client.get(end))


def test_before_anybody_is_asked_the_page_says_that_somebody_looks_there(
    passed: FoundAfar, client: Client, sign_in: SignIn
) -> None:
    home, there = passed.home, passed.scene
    with home.acting(home.lena) as lena:
        passed.told_at_home("contact", by=lena)
        together.opened(passed.at_home, by=lena)
        sought = passed.at_home.sought.pk
    with there.acting(there.omar) as orel:
        protection.put_on_hold(passed.subject, reason="A call.", by=orel)
    sign_in(client, home.lena)
    step = reverse("cases:reunion_go", args=[sought, "dossier"])
    for page in (reverse("cases:reunion_open", args=[sought]), step):
        answer = client.get(page)
        assert answer.status_code == 409
        assert "Somebody looks at this first" in read(answer)


def test_the_society_that_found_the_person_reads_who_leads_and_has_no_dossier(
    passed: FoundAfar, led_at_home: Found, client: Client, sign_in: SignIn
) -> None:
    there = passed.scene
    with there.acting(there.omar):
        assert lookups.dossier_of(passed.now) is None
    sign_in(client, there.omar)
    own = read(client.get(reverse("cases:found", args=[passed.sought.pk])))
    assert "That society leads what comes then." in own
    assert "/together/" not in own
    for sought in (passed.sought.pk, led_at_home.sought.pk):
        assert client.get(reverse("cases:reunion", args=[sought])).status_code == 404
        assert client.get(reverse("cases:reunion_open", args=[sought])).status_code == 404
