"""From a region to a sheet on a wall, to the phone that rings, to the photo that is covered."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.network.access import Role
from kintrace.network.tests.cast import found, let_in
from kintrace.protection import actions as protection
from kintrace.protection.purposes import Purpose
from kintrace.vault.reader import reading_as
from kintrace.wall import actions, lookups, pictures
from kintrace.wall.posters import hangs_until
from kintrace.wall.tests.cast import in_half_a_year, stands

if TYPE_CHECKING:
    from tests.town import Town

pytestmark = [pytest.mark.django_db, pytest.mark.database_bound]


def at_the_desk(town: Town, role: Role) -> Client:
    return let_in(Client(), town[role], stepped_up=True)


def page(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return str(answer.content.decode())


def test_a_region_is_made_and_a_poster_for_it_from_the_first_page_to_the_paper(town: Town) -> None:
    nils, alma = (at_the_desk(town, role) for role in (Role.NETWORK_ADMIN, Role.CASEWORKER))
    region = {
        "name": "Southern Africa",
        "scope": "Separated on the way south.",
        "criteria": "",
        "societies": [str(town.society.pk)],
        "languages": ["en", "ar"],
    }
    assert nils.post("/desk/regions/new/", region)["Location"] == "/desk/regions/"
    assert "Southern Africa" in page(nils, "/desk/regions/")
    made = next(one for one in lookups.regions() if one.name == "Southern Africa")
    month = timezone.localdate().replace(day=1).isoformat()
    plan = f"?region={made.pk}&size=a4&month={month}"
    choosing = page(alma, f"/desk/posters/new/{plan}")
    face = town.things["face"]
    assert f"/desk/posters/faces/{face}.jpg" in choosing
    made_at = alma.post(f"/desk/posters/new/{plan}", {"faces": [str(face)]})["Location"]
    shown = page(alma, made_at)
    assert 'lang="ar"' in shown  # no language was chosen: the region's own
    paper = alma.get(f"{made_at}poster.pdf")
    assert paper.headers["Content-Type"] == "application/pdf"
    assert "no-store" in paper.headers["Cache-Control"]
    assert paper.content.startswith(b"%PDF")
    poster = UUID(made_at.split("/")[3])
    with reading_as(town.society.pk):
        deeds = {entry.deed for entry in audit.entries(town.society.pk) if entry.about == poster}
    assert deeds == {"made_poster", "printed_poster"}


def test_a_caller_names_a_code_and_the_member_sees_the_photo_and_what_to_do(town: Town) -> None:
    alma = at_the_desk(town, Role.CASEWORKER)
    shown = page(alma, "/desk/caller/?code=1+1")
    assert f"/desk/posters/faces/{town.things['face']}.jpg" in shown
    assert f"/desk/cases/{town.things['shown case']}/" in shown
    assert "Write down what the caller says" in shown
    for wrong in ("", "1", "7-7", "one"):
        answer = alma.get("/desk/caller/", {"code": wrong})
        assert answer.status_code == 422, wrong
        assert "/desk/posters/faces/" not in answer.content.decode()


def test_of_another_societys_face_the_desk_sees_the_wall_and_whom_to_call(town: Town) -> None:
    north = found("NM")
    north.phone = "+00 1 234"
    north.save()
    with reading_as(north.pk):
        face = stands(north, "sister", posters_until=in_half_a_year())
    alma = town[Role.CASEWORKER]
    with reading_as(town.society.pk, member=alma.pk):
        region = lookups.region(town.things["region"])
        actions.settle_region(
            region, societies=[str(town.society.pk), str(north.pk)], by=town[Role.NETWORK_ADMIN]
        )
        poster = actions.make_poster(
            region,
            languages=["en"],
            size="a3",
            month=timezone.localdate(),
            faces=[face.pk],
            by=alma,
        )
    client = at_the_desk(town, Role.CASEWORKER)
    shown = page(client, f"/desk/caller/?code={poster.number}-1")
    assert "I am looking for my sister." in shown
    assert "+00 1 234" in shown
    assert north.name in shown
    for own in ("Write down", "Open the case"):
        assert own not in shown
    picture = client.get(f"/desk/posters/faces/{face.pk}.jpg")
    assert picture.content == pictures.read(face.name, "320", "jpg")


@pytest.mark.parametrize(("room", "says"), [(3, False), (2, True)])
def test_who_chooses_is_told_when_more_agreed_than_the_page_can_show(
    town: Town, monkeypatch: pytest.MonkeyPatch, room: int, *, says: bool
) -> None:
    north = found("NM")
    with reading_as(north.pk):
        for _ in range(2):
            stands(north, posters_until=in_half_a_year())
    both, nils = [str(town.society.pk), str(north.pk)], town[Role.NETWORK_ADMIN]
    with reading_as(town.society.pk):
        region = lookups.region(town.things["region"])
        actions.settle_region(region, societies=both, by=nils)
    monkeypatch.setattr("kintrace.wall.printing.MOST_OFFERED", room)
    month = timezone.localdate().replace(day=1).isoformat()
    shown = page(
        at_the_desk(town, Role.CASEWORKER),
        f"/desk/posters/new/?region={region.pk}&size=a4&month={month}",
    )
    assert ("More people agreed than this page can show" in shown) is says
    assert shown.count('name="faces"') == min(room, 3)  # one of ours, two of theirs


def test_what_was_taken_down_stands_on_the_work_list_until_it_is_covered(town: Town) -> None:
    alma = at_the_desk(town, Role.CASEWORKER)
    work = "Take the poster down or cover 1-1: Station, hall"
    assert work not in page(alma, "/desk/")
    with reading_as(town.society.pk):
        subject = lookups.notice_of_face(town[Role.CASEWORKER], town.things["face"])
        assert subject is not None
        protection.withdraw(subject.subject, purpose=Purpose.PUBLISH, by=town[Role.DATA_PROTECTION])
    assert work in page(alma, "/desk/")
    assert work not in page(at_the_desk(town, Role.VOLUNTEER), "/desk/")
    poster, sheet = town.things["poster"], town.things["sheet"]
    shown = page(alma, f"/desk/posters/{poster}/")
    assert "1 photo was taken down" in shown
    assert f"/desk/posters/faces/{town.things['face']}.jpg" not in shown
    cover, down = (f"/desk/posters/sheets/{sheet}/{what}/" for what in ("cover", "down"))
    assert "Noted that it is covered." in done(alma, cover, place="1")
    assert work not in page(alma, "/desk/")
    assert "Noted that it is not covered." in done(alma, cover, place="1", again="1")
    assert work in page(alma, "/desk/")
    assert "Noted that this sheet is down." in done(alma, down)
    assert work not in page(alma, "/desk/")
    assert "This photo is not shown any more" in page(alma, "/desk/caller/?code=1-1")


def done(member: Client, path: str, **sent: str) -> str:
    """The page to which a pressed button leads."""
    return member.post(path, sent, follow=True).content.decode()


def test_a_sheet_that_hangs_too_long_stands_on_the_work_list(town: Town) -> None:
    last = hangs_until(timezone.localdate())
    over = "The time of poster 1 is over. Take it down: Station, hall"
    for day, there in ((last, False), (last + timedelta(days=1), True)):
        with freeze_time(day):
            assert (over in page(at_the_desk(town, Role.OFFICER), "/desk/")) is there


def test_a_place_is_noted_and_nobody_else_can_read_where(town: Town) -> None:
    alma = at_the_desk(town, Role.CASEWORKER)
    poster = town.things["poster"]
    today = timezone.localdate().isoformat()
    noted = {"where": "School, stairs", "who": "Binta", "since": today}
    assert alma.post(f"/desk/posters/{poster}/hang/", noted).status_code == 302
    assert "School, stairs" in page(alma, f"/desk/posters/{poster}/")
    for wrong in ({"where": ""}, {"since": "2999-01-01"}):
        answer = alma.post(f"/desk/posters/{poster}/hang/", noted | wrong)
        assert answer.status_code == 422
        assert "Binta" in answer.content.decode()
