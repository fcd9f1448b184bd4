"""Three persons sought in two scripts: accepted here, searched for by another society, one found.

Who was found chooses, both societies verify, two members pass contact on, and the family is told
of all three before the case ends. Another one was found, wants nothing said, and is told of like
the one whom nobody found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kintrace.cases import asking, lookups, steps
from kintrace.cases.actions import drafts, opening
from kintrace.cases.actions import incoming as answering
from kintrace.cases.card import Wish
from kintrace.cases.models import Located, Passage
from kintrace.cases.tests.conftest import SELAM, Scene, build_scene
from kintrace.cases.tests.handing import sent
from kintrace.cases.tests.meeting import PHONE, QUESTIONS, sentences_approved
from kintrace.cases.tests.meeting_afar import FoundAfar
from kintrace.demo import playing
from kintrace.protection import jobs
from kintrace.protection.risk import QUESTIONS as SAFETY
from tests.journeys.people import AtTheDesk, everyone_content, second_factor
from tests.journeys.test_keeping_in_touch import days_pass
from tests.journeys.test_red_cross_message import open_box
from tests.marks import slow_on_sqlite
from tests.turns import later

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

    from kintrace.cases.models import Case

pytestmark = [pytest.mark.browser, slow_on_sqlite, *later(__name__, turns=3)]
ANSWERS = ("Bisrat", "Grandmother Leteab", "A sycamore")
NOT_KNOWN = {f"{name}_unknown": ["on"] for name in ("father", "said", "place")}
ALSO = {
    "sought-2": {
        "relation": ["sister"],
        "given": ["Hiwet"],
        "given_original": ["ሕይወት"],
        "sex": ["female"],
        **NOT_KNOWN,
    },
    "sought-3": {
        "relation": ["uncle"],
        "given": ["Idris"],
        "given_original": ["إدريس"],
        "sex": ["male"],
        **NOT_KNOWN,
    },
}


@pytest.fixture
def there(scene: Scene) -> Scene:
    del scene
    built = build_scene("BG")
    for member in (built.alma, built.omar, built.lena):
        second_factor(member)
    return built


@pytest.fixture
def far(browser: Browser, live_server: LiveServer, there: Scene) -> Iterator[dict[str, AtTheDesk]]:
    """The desks of the society that searches."""
    members = {"alba": there.alma, "orel": there.omar, "lora": there.lena}
    desks = {
        name: AtTheDesk(browser, live_server.url, "en", member) for name, member in members.items()
    }
    yield desks
    everyone_content(*desks.values())
    for desk in desks.values():
        desk.end()


def handed_in(scene: Scene) -> Case:
    """Selam told at a service point of her brother, her sister and an uncle."""
    with scene.acting(scene.chidi) as chidi:
        draft = playing.begin_a_draft(SELAM, by=chidi)
        playing.answer_the_rest(draft, SELAM, by=chidi)
        news = steps.answered(lookups.draft_for(chidi, draft.pk))["news"]
        for key, answers in ALSO.items():
            drafts.keep(draft, step=key, answers=answers, seen=0, by=chidi)
            drafts.keep(draft, step=key.replace("sought", "news"), answers=news, seen=0, by=chidi)
        draft = lookups.draft_for(chidi, draft.pk)
        return opening.submit(draft, opening=asking.opening_of(draft), by=chidi)


def accept(desk: AtTheDesk) -> None:
    desk.go("/desk/requests/")
    shown = seen(desk)
    assert "Yonas" in shown
    assert "Idris" in shown
    desk.press("main table a")
    assert "ሕይወት" in seen(desk)
    assert "إدريس" in seen(desk)
    desk.pick(decision="take_up")
    desk.press()


def ask_for_all(scene: Scene, there: Scene, case: Case) -> list[FoundAfar]:
    """Each of the three is searched for by the other society, which takes all of it on."""
    with scene.acting(scene.alma) as alma:
        case = lookups.case_for(alma, case.pk)
        asked = [sent(case, there.society, by=alma, place=place) for place in (1, 2, 3)]
    with there.acting(there.alma) as alba:
        rows = {one.transfer: one for one in lookups.incoming_of(alba)}
        for one in asked:
            answering.accept(rows[one.pk], by=alba)
        whom = [lookups.afar_for(alba, rows[one.pk].pk) for one in asked]
    return [FoundAfar(there, case, one, scene, one.transfer) for one in whom]


def meet(alba: AtTheDesk, incoming: str) -> str:
    """Informed, asked about safety, how they are reached; gives the address of the finding."""
    alba.go(incoming)
    alba.press("aside a[href*=found]")
    return write_down(alba)


def write_down(alba: AtTheDesk) -> str:
    """From the page of the finding, step by step."""
    found = alba.page.url
    alba.press("aside a.main")
    alba.page.locator("main [name=text]").first.check()
    alba.pick(channel="read_aloud", how="visit")
    alba.press()
    alba.press("aside a[href*=risk]")
    for question in SAFETY:
        alba.pick(**{question.code: "no"})
    alba.press()
    alba.page.goto(f"{found}where/")
    alba.fill(phone=PHONE, where="Rowan Street 9")
    alba.pick(how="spoken")
    alba.press()
    return found


def choose_contact(alba: AtTheDesk, found: str) -> None:
    alba.page.goto(f"{found}card/")
    alba.pick(wish="contact", how="spoken")
    alba.press()


def ask_the_found(alba: AtTheDesk, found: str) -> None:
    for question, said in zip(QUESTIONS, ANSWERS, strict=True):
        alba.page.goto(f"{found}ask/found/")
        alba.fill(new=question, new_answer=said)
        alba.press()
    alba.press("aside form[action*=ask-family] button")


def answer_for_the_family(alma: AtTheDesk, omar: AtTheDesk, transfer: str) -> None:
    """Alma asks Selam; Omar decides for their side."""
    alma.go(transfer)
    assert PHONE not in seen(alma)
    alma.press("main a[href*=family]")
    for field, said in zip(alma.page.locator("main textarea").all(), ANSWERS, strict=True):
        field.fill(said)
    alma.press()
    omar.go(f"{transfer}vouch/")
    omar.pick(verdict="verified")
    omar.press()


def verify(orel: AtTheDesk, found: str) -> None:
    orel.page.goto(f"{found}compare/")
    for said in ANSWERS:
        assert seen(orel).count(said) == 2
    for same in orel.page.locator("main [value=same]").all():
        same.check()
    orel.press()
    orel.pick(verdict="verified")
    orel.press()


def pass_on(lora: AtTheDesk, found: str) -> None:
    """The second member looks at it, agrees, and lets contact go."""
    lora.page.goto(f"{found}sign/")
    lora.pick(agreed="yes")
    lora.press()
    lora.press("aside a[href*=pass-on]")
    lora.page.check("main [name=ways][value=phone]")
    lora.page.check("main [name=asked_again]")
    lora.press()
    assert "with the society that asked" in seen(lora)


def tell(alma: AtTheDesk, found: str, result: str) -> str:
    """What came of it, and the sentence the family hears."""
    alma.go(f"{found}outcome/")
    alma.pick(result=result)
    alma.press()
    said = alma.page.locator("main p.say").inner_text()
    alma.pick(how="by_phone")
    alma.press()
    return said


def seen(desk: AtTheDesk) -> str:
    return desk.page.locator("main").inner_text()


def one_is_found(home: dict[str, AtTheDesk], far: dict[str, AtTheDesk], brother: FoundAfar) -> None:
    """From the first word with the person to the result at the society that asked."""
    incoming = f"/desk/other/incoming/{brother.sought.pk}/"
    found = meet(far["alba"], incoming)
    choose_contact(far["alba"], found)
    ask_the_found(far["alba"], found)
    answer_for_the_family(home["alma"], home["omar"], page_of(brother))
    verify(far["orel"], found)
    pass_on(far["lora"], found)
    far["alba"].go(incoming)
    far["alba"].page.check("main [name=result][value=located]")
    far["alba"].page.fill("form[action*=result] [name=words]", "He waits for a call.")
    far["alba"].press("form[action*=result] button")


def page_of(one: FoundAfar) -> str:
    return f"/desk/other/asked/{one.transfer.pk}/"


def nobody_is_named(sister: FoundAfar, uncle: FoundAfar) -> None:
    """She was found and wants nothing said; him nobody found. The result is the same."""
    sister.as_far_as_the_choice(Wish.NOTHING)
    with sister.scene.acting(sister.scene.alma) as alba:
        sister.give_result("not_found", by=alba)
        uncle.give_result("not_found", by=alba)


def tell_all(alma: AtTheDesk, scene: Scene, case: Case) -> list[str]:
    """What the family hears of each, in their order."""
    with scene.acting(scene.alma):
        pages = [f"/desk/found/{one.pk}/" for one in lookups.sought_in(case)]
    results = ("contact", "not_found", "not_found")
    return [tell(alma, page, result) for page, result in zip(pages, results, strict=True)]


@pytest.fixture
def signed_in(
    scene: Scene, there: Scene, desks: dict[str, AtTheDesk], far: dict[str, AtTheDesk]
) -> None:
    """Both societies have words for the card and for families, and whoever works has signed in."""
    for one in (scene, there):
        with one.acting(one.alma):
            sentences_approved(one)
    for desk in (desks["alma"], desks["omar"], *far.values()):
        desk.sign_in()
    for desk in (desks["alma"], *far.values()):
        open_box(desk)


@pytest.mark.usefixtures("signed_in")
def test_one_is_found_by_another_society_and_the_family_is_told_of_all_three(
    scene: Scene,
    there: Scene,
    desks: dict[str, AtTheDesk],
    far: dict[str, AtTheDesk],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    case, alma = handed_in(scene), desks["alma"]
    accept(alma)
    brother, sister, uncle = ask_for_all(scene, there, case)
    one_is_found(desks, far, brother)
    nobody_is_named(sister, uncle)
    alma.go(page_of(brother))
    assert PHONE in seen(alma)
    assert "Rowan" not in seen(alma)
    heard = tell_all(alma, scene, case)
    assert "want to be in contact" in heard[0]
    assert heard[1] == heard[2]
    alma.go(f"/desk/cases/{case.pk}/close/")
    alma.pick(closing="told")
    alma.press()
    assert "Closed" in seen(alma)

    days_pass(monkeypatch, 31)
    jobs.expire.call()
    for one in (scene, there):
        with one.acting(one.alma):
            assert not Located.objects.exists()
            assert not Passage.objects.exists()
