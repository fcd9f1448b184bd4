"""A person sought who is erased alone: nothing of them stays, and the case goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from django.urls import reverse
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.cases import lookups
from kintrace.cases.actions import leads, opening
from kintrace.cases.actions.reviews import Attempt, write_tried
from kintrace.cases.circumstances import Closing
from kintrace.cases.models import Case, Lead, PastCases, Sought, Tried
from kintrace.cases.tests import ways
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.opened import all_that_opens
from kintrace.cases.tests.ways import TWO_YEARS, go
from kintrace.demo.told import NEWS
from kintrace.people.actions import write_down
from kintrace.people.told import Part, Told
from kintrace.protection import actions as protection
from kintrace.protection.lookups import is_erased, to_compare
from kintrace.protection.purposes import BasisKind, Purpose
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall.lookups import every_notice_of, face_showing, inbox
from kintrace.wall.models import Face

if TYPE_CHECKING:
    from uuid import UUID

    from django.test import Client

    from kintrace.cases.tests.ways import Clock
    from kintrace.network.tests.cast import SignIn

NAMED = {SELAM.sought_given, SELAM.sought_given_own}
NEWS_SAID = {NEWS[0].said, NEWS[0].place}
LEAD = "He works in a bakery near the bridge."


@pytest.fixture
def sought(hanging: Case, scene: Scene) -> UUID:
    """Who is sought in the case of the hanging face, of whom somebody told something."""
    with scene.acting(scene.omar):
        [notice] = every_notice_of(hanging.subject)
        assert notice.face is not None
        body = {"kind": "message", "writer": "other", "ways": {}, "text": "I saw him."}
        wall.leave_message(face_showing(notice.face), body=body, word="almond")
        leads.keep_lead(hanging, message=inbox(scene.omar)[0], told={"what": LEAD}, by=scene.omar)
        return lookups.sought_in(hanging)[0].subject


def erase(subject: UUID, scene: Scene, client: Client, sign_in: SignIn) -> str:
    sign_in(client, scene.dora)
    form = {"why": "asked", "sure": "on"}
    url = reverse("protection:erase", args=[subject])
    return client.post(url, form, follow=True).content.decode()


def another_sought(case: Case, scene: Scene) -> UUID:
    """A second person sought in the same case."""
    by, society, subject = scene.alma, scene.society.pk, protection.new_subject()
    told, file = Told(names=((Part("given", "Luwam"),),)), case.file
    with scene.acting(by):
        write_down(subject, told=told, file=file, society=society, informed=case.subject, by=by)
        one = Sought(file=file, case=case, society_id=society, subject=subject, place=2)
        one.relation, one.last_news = "sister", {"said": "", "place": "", "heard": "phone"}
        one.save(force_insert=True)
        protection.weigh_basis(
            subject,
            told_by=case.subject,
            purpose=Purpose.TRACE,
            kind=BasisKind.PUBLIC_INTEREST,
            file=file,
            by=by,
        )
    return subject


def test_the_case_page_leads_to_the_page_of_who_is_sought(
    hanging: Case, sought: UUID, scene: Scene, client: Client, sign_in: SignIn
) -> None:
    page = sign_in(client, scene.alma).get(reverse("cases:case", args=[hanging.pk]))
    url = reverse("protection:subject", args=[sought])
    assert url in page.content.decode()
    assert "What may be done" in client.get(url).content.decode()


def test_not_one_word_of_the_person_is_left_and_the_case_page_and_list_still_open(
    hanging: Case, sought: UUID, scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with scene.acting(scene.omar):
        before = all_that_opens()
        assert all(word in before for word in {*NAMED, *NEWS_SAID, LEAD})
        assert "'brother'" in before
    done = erase(sought, scene, client, sign_in)
    assert "Everything about this person was deleted." in done
    with scene.acting(scene.omar):
        after = all_that_opens()
        assert not [word for word in {*NAMED, *NEWS_SAID, LEAD, "brother"} if word in after]
        assert SELAM.given in after
        [row] = Sought.objects.all()
        assert (row.relation, row.last_news) == (None, None)
    sign_in(client, scene.alma)
    page = client.get(reverse("cases:case", args=[hanging.pk])).content.decode()
    assert "Selam Tesfay Gebre was looking for somebody who was erased" in page
    assert "Nothing of this person is kept any more." in page
    assert reverse("protection:subject", args=[sought]) not in page
    assert "Somebody who was erased" in client.get(reverse("cases:list")).content.decode()


def test_what_hangs_says_whom_the_person_looks_for_and_comes_down(
    hanging: Case, sought: UUID, scene: Scene, client: Client, sign_in: SignIn
) -> None:
    done = erase(sought, scene, client, sign_in)
    assert "off the wall, for it says whom they look for" in done
    assert "told in their own words belongs to them and stays" in done
    assert not Face.objects.exists()
    with reading_as(scene.society.pk):
        [notice] = every_notice_of(hanging.subject)
        assert notice.state == "taken_down"
        assert notice.told["relations"] == []


def test_the_search_goes_on_for_whoever_else_is_sought(
    hanging: Case, sought: UUID, scene: Scene, client: Client, sign_in: SignIn
) -> None:
    other = another_sought(hanging, scene)
    with scene.acting(scene.alma):
        attempt = Attempt(timezone.localdate(), "The harbour", "Nobody knew them.")
        write_tried(hanging, attempt=attempt, by=scene.alma)
    erase(sought, scene, client, sign_in)
    sign_in(client, scene.alma)
    page = client.get(reverse("cases:case", args=[hanging.pk])).content.decode()
    assert "Selam Tesfay Gebre is looking for Luwam (Sister)" in page
    assert "Nothing of this person is kept any more." in page
    assert reverse("protection:subject", args=[other]) in page
    assert "Luwam" in client.get(reverse("cases:list")).content.decode()
    with reading_as(scene.society.pk):
        assert Lead.objects.filter(case=hanging).exists()  # it may be about her
        assert Tried.objects.filter(case=hanging).exists()
        assert [one.subject for one in lookups.still_sought(hanging)] == [other]
        # The register is held beside her, and beside nobody who is not there any more.
        register(hanging, scene)
        assert to_compare([sought, other]) == {other}
    erase(other, scene, client, sign_in)
    with reading_as(scene.society.pk):
        assert not Lead.objects.filter(case=hanging).exists()
        assert not Tried.objects.filter(case=hanging).exists()


def test_what_was_learned_of_this_one_alone_goes_and_what_is_of_the_other_stays(
    hanging: Case, sought: UUID, scene: Scene, client: Client, sign_in: SignIn
) -> None:
    other = another_sought(hanging, scene)
    with scene.acting(scene.omar):
        for about, what in ((sought, "He bakes."), (other, "She sews."), ("", "Both came.")):
            told = {"what": what, "about": str(about)}
            leads.keep_lead(hanging, message=inbox(scene.omar)[0], told=told, by=scene.omar)
        plain = list(Lead.objects.values_list("mark", flat=True))
        assert not {sought, other} & set(plain)
    erase(sought, scene, client, sign_in)  # by Dora, who opened no box
    with scene.acting(scene.omar):
        assert [one.told["what"] for one in Lead.objects.all()] == [LEAD, "She sews.", "Both came."]


def register(case: Case, scene: Scene) -> None:
    told = {"names": "Hana", "born": "", "origin": "", "by_whom": ""}
    protection.register_do_not_find(case.subject, told=told, by=scene.alma)


def test_the_case_is_looked_at_again_closed_and_counted_like_any_other(
    hanging: Case, sought: UUID, scene: Scene, clock: Clock, client: Client, sign_in: SignIn
) -> None:
    erase(sought, scene, client, sign_in)
    sign_in(client, scene.alma)
    reviewed = client.post(
        reverse("cases:reviewed", args=[hanging.pk]),
        {"day": timezone.localdate(), "way": "phone"},
        follow=True,
    )
    assert "The next review is on" in reviewed.content.decode()
    with reading_as(scene.society.pk):
        case = Case.objects.get()
        opening.close_case(case, closing=Closing.SELF_SOLVED, by=scene.alma)
    go(clock, TWO_YEARS + 1)
    assert ways.end_old(scene) == 1
    with reading_as(scene.society.pk):
        assert (PastCases.objects.get().kin, PastCases.objects.get().age) == ("other", "unknown")
        assert is_erased(case.subject)


def test_that_it_was_done_stands_in_the_audit(
    sought: UUID, scene: Scene, client: Client, sign_in: SignIn
) -> None:
    erase(sought, scene, client, sign_in)
    with reading_as(scene.society.pk):
        done = [one for one in audit.entries(scene.society.pk) if one.deed == "erased"]
    assert sought in {one.about for one in done}
    assert {one.actor for one in done} == {scene.dora.pk}
