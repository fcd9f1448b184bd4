"""The pages of Red Cross Messages, at the desks of two societies."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from typing import TYPE_CHECKING

from django.test import Client
from pypdf import PdfReader

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.cases import lookups
from kintrace.cases.actions import red_cross_messages as actions
from kintrace.cases.models import RedCrossMessage
from kintrace.cases.red_cross import LINES
from kintrace.cases.red_cross_words import FORBIDDEN
from kintrace.cases.tests.red_cross_ways import (
    ADDRESS,
    ADDRESSEE,
    NEWS,
    REPLY,
    SENDER,
    begun,
    collected,
    delivered,
    hold,
    sent,
    taken,
)
from kintrace.cases.worklist_red_cross import red_cross_messages
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import open_box

if TYPE_CHECKING:
    from freezegun.api import FrozenDateTimeFactory

    from kintrace.cases.models import Case
    from kintrace.cases.neighbours import Work
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member
    from kintrace.network.tests.cast import SignIn

LONG = "\n".join(f"Line {number} of the news" for number in range(LINES + 2))
HERE = "/desk/red-cross/"


def at_desk(sign_in: SignIn, member: Member) -> Client:
    """Signed in, the inbox open."""
    client = sign_in(Client(), member)
    open_box(client, password=PASSWORD)
    return client


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return re.sub(r'csrfmiddlewaretoken" value="\w+"', "", answer.content.decode())


def press(client: Client, url: str, **said: object) -> str:
    """Send a form that is taken; where it leads."""
    answer = client.post(url, said)
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def test_a_message_is_written_and_checked_by_its_pages(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    alma, omar = at_desk(sign_in, scene.alma), at_desk(sign_in, scene.omar)
    start = f"/desk/cases/{selams.pk}/red-cross/"
    assert start in page(alma, f"/desk/cases/{selams.pk}/")
    assert "authorities may read it, too" in page(alma, start)
    with scene.acting(scene.alma):
        to = str(lookups.sought_in(selams)[0].pk)
    assert alma.post(start, {"to": to, "how": "spoken"}).status_code == 422, "it was not read aloud"
    assert not RedCrossMessage.objects.exists()
    step = press(alma, start, to=to, how="spoken", heard="on")
    message = step.removesuffix("write/sender/")
    assert "Selam" in page(alma, step), "the case knows the name"
    step = press(alma, step, **SENDER)
    step = press(alma, step, **ADDRESSEE)
    assert step == f"{message}write/text/"
    answer = alma.post(step, {"text": LONG})
    assert answer.status_code == 422
    assert LONG in answer.content.decode(), "nothing is lost"
    assert press(alma, step, text=NEWS) == f"{message}picture/"
    assert press(alma, f"{message}picture/", none="1") == message
    press(alma, f"{message}collect/")
    assert "It may go" not in page(alma, f"{message}check/")
    assert NEWS in page(omar, f"{message}check/")
    assert omar.post(f"{message}check/", {"approve": "1"}).status_code == 422
    press(omar, f"{message}check/", approve="1", clean_of="on")
    assert "Send it" in page(alma, message)


def test_the_address_stays_here_unless_the_sender_says_yes_to_it(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        message = begun(selams, by=scene.alma)
    alma, step = at_desk(sign_in, scene.alma), f"{HERE}{message.pk}/write/sender/"
    home = {"address": "Behind the station", "phone": "+00 1", "birth": "1990"}
    assert alma.post(step, SENDER | home | {"reply_to": "own", "shown": []}).status_code == 422
    press(alma, step, **(SENDER | home | {"reply_to": "own", "shown": ["address"]}))
    with scene.acting(scene.alma):
        kept = lookups.part_of(message, "sender")
    assert kept["address"] == "Behind the station"
    assert not {"phone", "birth"} & kept.keys()


def test_it_is_delivered_answered_and_read_by_its_pages(
    scene: Scene, there: Scene, letter: RedCrossMessage, sign_in: SignIn
) -> None:
    far, alma = at_desk(sign_in, there.alma), at_desk(sign_in, scene.alma)
    here = f"{HERE}{letter.pk}/"
    listed = page(far, f"{HERE}?which=in")
    assert here in listed
    assert "Yonas Habte" in listed
    assert str(letter.case) not in page(far, here)
    press(far, f"{here}take/")
    assert NEWS in page(far, here)
    # Both read by name whose desk it is.
    for client in (far, alma):
        assert f"To a desk of {scene.society.name}" in page(client, here)
    far.post(f"{here}delivered/", {"day": "2020-01-01"})
    assert "Type the answer" not in page(far, here)
    with there.acting(there.alma):
        day = lookups.red_cross_for(there.alma, letter.pk).taken
    press(far, f"{here}delivered/", day=str(day))
    press(far, f"{here}answer/", text=REPLY)
    assert REPLY in page(alma, here)
    press(alma, f"{here}answer/given/")
    assert REPLY not in page(sign_in(Client(), scene.alma), here), "the box is shut"


def test_an_answer_is_looked_through_by_who_types_it_and_by_another_who_gives_it(
    scene: Scene, selams: Case, sign_in: SignIn
) -> None:
    with scene.acting(scene.alma):
        message = sent(selams, by=scene.alma, second=scene.omar, partner=None)
    delivered(scene, message)
    alma, omar = at_desk(sign_in, scene.alma), at_desk(sign_in, scene.omar)
    here, given = f"{HERE}{message.pk}/", f"{HERE}{message.pk}/answer/given/"
    assert str(FORBIDDEN[0]) in page(alma, f"{here}answer/")
    press(alma, f"{here}answer/", text=REPLY)
    assert given not in page(alma, here)
    assert alma.post(given).status_code == 409
    waiting = page(omar, here)
    assert given in waiting
    assert all(str(one) in waiting for one in FORBIDDEN)
    press(omar, given)
    assert str(FORBIDDEN[0]) not in page(omar, here)


def test_the_sheets_speak_both_languages_and_keep_the_senders_address(
    scene: Scene, there: Scene, letter: RedCrossMessage, sign_in: SignIn
) -> None:
    far = at_desk(sign_in, there.alma)
    assert far.get(f"{HERE}{letter.pk}/sheets.pdf").status_code == 409
    with there.acting(there.alma):
        taken(letter, by=there.alma)
    answer = far.get(f"{HERE}{letter.pk}/sheets.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(answer.content))
    first, second = (one.extract_text() for one in reader.pages)
    assert letter.reference in first
    assert letter.reference in second
    assert NEWS.split(".")[0] in " ".join(first.split())
    assert "mosque" in first
    assert ADDRESS.split(",")[0] not in " ".join(second.split()), "not where an answer is written"
    fonts = {str(font) for one in reader.pages for font in _fonts(one)}
    assert any("Arabic" in name for name in fonts), fonts
    assert any("Ethiopic" in name for name in fonts), fonts


def test_who_prints_the_sheets_does_a_duty_and_takes_no_file(
    there: Scene, letter: RedCrossMessage, sign_in: SignIn
) -> None:
    far = at_desk(sign_in, there.alma)
    with there.acting(there.alma):
        taken(letter, by=there.alma)
    assert far.get(f"{HERE}{letter.pk}/sheets.pdf").status_code == 200
    with there.acting(there.alma):
        done = {one.deed for one in audit.entries(there.society.pk, about=letter.pk)}
    assert Deed.PRINTED_SHEET in done
    assert Deed.TOOK_FILE not in done


def _fonts(one: object) -> list[str]:
    resources = one["/Resources"]["/Font"]  # type: ignore[index]
    return [str(resources[name]["/BaseFont"]) for name in resources]


def works(scene: Scene, member: Member) -> list[Work]:
    with scene.acting(member):
        return list(red_cross_messages(member))


def test_the_work_list_says_what_waits_and_to_whom(
    clock: FrozenDateTimeFactory, scene: Scene, there: Scene, selams: Case
) -> None:
    with scene.acting(scene.alma):
        message = collected(selams, by=scene.alma)
    assert works(scene, scene.alma) == []
    assert "to be checked" in works(scene, scene.omar)[0].what
    with scene.acting(scene.alma):
        actions.check(message, by=scene.omar)
        assert "Send it" in works(scene, scene.alma)[0].what
        actions.send(message, partner=there.society.pk, by=scene.alma)
    assert [one.icon for one in works(there, there.alma)] == ["mail"]
    clock.tick(timedelta(days=31))
    [late] = works(there, there.alma)
    assert "more than 30 days" in late.what
    assert works(there, there.chidi) == []
    delivered(there, message)
    assert works(there, there.alma) == []


def test_on_hold_nothing_is_read_to_the_person_and_the_message_page_says_nothing(
    scene: Scene, there: Scene, selams: Case, letter: RedCrossMessage, sign_in: SignIn
) -> None:
    alma, far = at_desk(sign_in, scene.alma), at_desk(sign_in, there.alma)
    here = f"{HERE}{letter.pk}/"
    before = page(alma, here)
    with scene.acting(scene.alma):
        hold(scene, selams)
    assert page(alma, here) == before
    refused = alma.get(f"/desk/cases/{selams.pk}/red-cross/")
    assert refused.status_code == 409
    assert "Somebody looks at this first" in refused.content.decode()
    waits = page(far, here)
    assert "asks you to wait" in waits
    assert "hold" not in waits.split("<main")[1].lower()
    assert far.post(f"{here}take/").status_code == 409
