"""The inbox at the desk: nothing is opened for the list, and an open box for everything else."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.cases.actions import leads, sentences
from kintrace.cases.criteria import NotOurs
from kintrace.cases.models import Case, Lead, Sentence
from kintrace.cases.replies import FIRST
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.test_faces import on_the_wall
from kintrace.cases.tests.test_one_more_sought import seek
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network.tests.cast import SignIn, open_box
from kintrace.protection.actions import erase
from kintrace.protection.purposes import WhyErased
from kintrace.vault.reader import reading_as
from kintrace.wall import actions as wall
from kintrace.wall import jobs
from kintrace.wall.actions.inbox import CannotAnswer
from kintrace.wall.lookups import conversation, inbox, showing
from kintrace.wall.models import Message
from kintrace.wall.screening import Flag, State

WORD = "almond"
SAID = "I am Yonas, her brother."
BODY = {"writer": "sought", "ways": {"phone": "+00 1"}, "text": SAID, "page_language": "ar"}


@pytest.fixture
def case(scene: Scene) -> Case:
    """Selam's case, whose face hangs on the wall."""
    with scene.acting(scene.alma):
        case = playing.open_a_case(SELAM, by=scene.alma)
    on_the_wall(scene, case)
    return case


@pytest.fixture
def code(case: Case) -> str:
    """A visitor wrote about Selam's face; this is the code they were shown."""
    return wall.leave_message(showing()[0], body=BODY, word=WORD, flags={Flag.LINK}).code


def waiting(scene: Scene) -> Message:
    with scene.acting(scene.alma):
        return inbox(scene.alma)[0]


@pytest.fixture
def at_desk(scene: Scene, client: Client, sign_in: SignIn) -> Client:
    """Alma's browser, with the box open."""
    return open_box(sign_in(client, scene.alma), password=PASSWORD)


@pytest.mark.usefixtures("code")
def test_a_message_is_not_read_before_the_box_is_opened(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.alma)
    led = client.get(f"/desk/messages/{waiting(scene).pk}/")
    assert led.status_code == 302
    assert led.headers["Location"].startswith("/desk/open-box/?next=")


@pytest.mark.usefixtures("code")
def test_the_list_opens_nothing_and_shows_code_flag_state_and_whose_it_is(
    scene: Scene, case: Case, client: Client, sign_in: SignIn
) -> None:
    page = sign_in(client, scene.alma).get("/desk/messages/").content.decode()
    for shown in (case.reference, "Has a link in it", "Received", "Take it"):
        assert shown in page
    assert SAID not in page
    with scene.acting(scene.alma):
        assert "read_message" not in [entry.deed for entry in audit.entries(scene.society.pk)]
    assert str(waiting(scene).pk) not in client.get("/desk/messages/?flag=many").content.decode()
    assert str(waiting(scene).pk) in client.get("/desk/messages/?whose=nobody").content.decode()


@pytest.mark.usefixtures("code")
def test_a_volunteer_reads_no_message_writes_none_down_and_gives_none_to_anybody(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.chidi)
    here = f"/desk/messages/{waiting(scene).pk}/"
    for path in ("/desk/messages/", here, "/desk/messages/told/"):
        assert client.get(path).status_code == 403
    assert client.post(f"{here}assign/", {"member": str(scene.chidi.pk)}).status_code == 403


def test_a_message_is_read_and_answered_and_the_visitor_reads_the_answer(
    scene: Scene, code: str, at_desk: Client
) -> None:
    here = f"/desk/messages/{waiting(scene).pk}/"
    page = at_desk.get(here).content.decode()
    assert SAID in page
    assert "I am the person who is being looked for" in page
    answered = at_desk.post(f"{here}answer/", {"text": "Thank you. We call you tomorrow."})
    assert answered.status_code == 302
    said = conversation(code, WORD)
    assert said is not None
    assert "We call you tomorrow" in "".join(piece.text for piece in said.pieces)


@pytest.mark.usefixtures("case")
def test_the_desk_reads_which_of_the_people_sought_somebody_says_to_be(
    scene: Scene, at_desk: Client
) -> None:
    wall.leave_message(showing()[0], body=BODY | {"claim": "brother"}, word=WORD)
    page = at_desk.get(f"/desk/messages/{waiting(scene).pk}/").content.decode()
    asked, said = page.index("Pressed below the photo"), page.index("person&#x27;s brother")
    assert page.index("I am the person who is being looked for") < asked < said


@pytest.mark.usefixtures("code")
def test_another_societys_message_does_not_exist(
    scene: Scene, stage: object, sign_in: SignIn, client: Client
) -> None:
    other: Scene = stage("XX")  # type: ignore[operator]
    open_box(sign_in(client, other.alma), password=PASSWORD)
    here = f"/desk/messages/{waiting(scene).pk}/"
    assert client.get(here).status_code == 404
    assert client.get(f"{here}lead/").status_code == 404
    for deed in ("assign", "answer", "screen"):
        assert client.post(f"{here}{deed}/").status_code == 404


@pytest.mark.usefixtures("code")
def test_a_message_is_given_to_a_colleague_without_opening_it(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.alma)
    here = f"/desk/messages/{waiting(scene).pk}/assign/"
    assert client.post(here, {"member": str(scene.omar.pk)}).status_code == 302
    assert waiting(scene).assigned_to == scene.omar
    wrong = client.post(here, {"member": str(scene.chidi.pk)}, follow=True)  # holds no box
    assert "This member cannot open the inbox." in wrong.content.decode()
    assert waiting(scene).assigned_to == scene.omar
    assert "whose=mine" in sign_in(client, scene.omar).get("/desk/").content.decode()


@pytest.mark.usefixtures("code")
def test_what_waits_too_long_is_late_in_the_work_list_and_in_the_inbox(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    with freeze_time(timezone.now() + timedelta(days=4)):
        jobs.ring_alarms.call()
        sign_in(client, scene.alma)
        assert 'class="chip late"' in client.get("/desk/").content.decode()
        assert 'class="chip late"' in client.get("/desk/messages/").content.decode()
        assert 'class="chip late"' not in client.get("/desk/messages/?whose=done").content.decode()


# --- sentences ---


def test_who_writes_a_sentence_cannot_approve_it_and_a_draft_is_offered_to_nobody(
    scene: Scene, client: Client, sign_in: SignIn
) -> None:
    sign_in(client, scene.omar)
    kept = client.post("/desk/replies/first/", follow=True).content.decode()
    assert "Our first sentences are kept as drafts." in kept
    with reading_as(scene.society.pk):
        draft = Sentence.objects.get(topic="read", language="ar")
    approve = f"/desk/replies/{draft.pk}/approve/"
    assert client.post(approve).status_code == 409
    assert sign_in(client, scene.alma).post(approve).status_code == 403
    approved = sign_in(client, scene.lena).post(approve, follow=True)
    assert "This sentence can be used now." in approved.content.decode()
    client.post("/desk/replies/first/")  # a second time adds nothing
    with reading_as(scene.society.pk):
        of_refusals = len(NotOurs)  # in the one language in which people are informed here
        assert Sentence.objects.count() == sum(map(len, FIRST.values())) + of_refusals
        assert Sentence.objects.get(state="approved") == draft


def test_a_new_version_takes_the_place_of_the_one_in_use_when_it_is_approved(scene: Scene) -> None:
    with reading_as(scene.society.pk):
        first, second = (
            sentences.draft(topic="read", language="en", text=text, by=scene.omar)
            for text in ("We read it.", "We have read it.")
        )
        for draft in (first, second):
            sentences.approve(draft, by=scene.lena)
        shown = Sentence.objects.order_by("version").values_list("version", "state")
        assert list(shown) == [(1, "replaced"), (2, "approved")]
        with pytest.raises(sentences.SentenceIsNoDraft):
            sentences.approve(second, by=scene.lena)


def test_approved_sentences_are_offered_in_the_visitors_language_and_sent_as_they_stand(
    scene: Scene, code: str, at_desk: Client
) -> None:
    with reading_as(scene.society.pk):
        sentences.draft_first(by=scene.omar)
        approved = list(Sentence.objects.filter(topic__in=["read", "question"]))
        for one in approved:
            sentences.approve(one, by=scene.lena)
    here = f"/desk/messages/{waiting(scene).pk}/"
    page = at_desk.get(here).content.decode()
    arabic = [one for one in approved if one.language == "ar"]
    assert all(one.text in page for one in arabic)
    assert not [one for one in approved if one.language == "en" and one.text in page]
    assert "ليس لدينا" not in page  # a draft still
    assert at_desk.post(f"{here}answer/", {"text": ""}).status_code == 422
    chosen = {"sentences": [str(one.pk) for one in arabic], "text": "أين كان ذلك؟"}
    assert at_desk.post(f"{here}answer/", chosen).status_code == 302
    said = conversation(code, WORD)
    assert said is not None
    [answer] = [piece.text for piece in said.pieces if piece.text]
    assert all(words in answer for words in (*(one.text for one in arabic), "أين كان ذلك؟"))


# --- leads ---


@pytest.mark.usefixtures("code")
def test_a_lead_is_sealed_onto_the_case_and_its_message_is_found_plausible(
    scene: Scene, case: Case, at_desk: Client, sign_in: SignIn
) -> None:
    learned = {"what": "He works at the Grand Harbour.", "where": "Valletta", "sure": "saw"}
    sent = at_desk.post(f"/desk/messages/{waiting(scene).pk}/lead/", learned)
    assert sent.headers["Location"] == f"/desk/cases/{case.pk}/"
    assert waiting(scene).state == State.PLAUSIBLE
    page = at_desk.get(f"/desk/cases/{case.pk}/").content.decode()
    assert "He works at the Grand Harbour." in page
    assert "What was learned is sealed in the case." in page
    assert "The writer saw it" in page
    shut = sign_in(Client(), scene.omar).get(f"/desk/cases/{case.pk}/").content.decode()
    assert "Grand Harbour" not in shut
    assert "Open the box to read it" in shut


@pytest.mark.usefixtures("code")
def test_where_several_are_sought_it_is_asked_about_whom_something_was_learned(
    scene: Scene, case: Case, at_desk: Client
) -> None:
    asked, url = "About whom of those who are sought?", f"/desk/messages/{waiting(scene).pk}/lead/"
    assert asked not in at_desk.get(url).content.decode()
    with scene.acting(scene.alma):
        sister = str(seek(case, scene).subject)
    assert asked in at_desk.get(url).content.decode()
    learned = {"what": "She sews.", "sure": "saw"}
    nobody = at_desk.post(url, learned | {"about": str(uuid4())})
    assert (nobody.status_code, asked in nobody.content.decode()) == (422, True)
    assert at_desk.post(url, learned | {"about": sister}).status_code == 302
    with scene.acting(scene.alma):
        assert [one.told["about"] for one in Lead.objects.all()] == [sister]


@pytest.mark.usefixtures("code")
def test_a_lead_ends_with_the_person_whose_search_it_is(scene: Scene, case: Case) -> None:
    with scene.acting(scene.alma):
        told = {"what": "He works at the harbour."}
        leads.keep_lead(case, message=inbox(scene.alma)[0], told=told, by=scene.alma)
        erase(case.subject, why=WhyErased.ASKED, by=scene.alma)
        assert not Lead.objects.exists()


def test_what_is_not_in_use_is_no_approved_sentence(scene: Scene, code: str) -> None:
    message = waiting(scene)
    with scene.acting(scene.alma):
        draft, *_more = sentences.draft_first(by=scene.omar)
        for nobodys in (draft.pk, uuid4()):
            with pytest.raises(CannotAnswer):
                sentences.answer(message, sentences=[str(nobodys)], text="", by=scene.alma)
    told = conversation(code, WORD)
    assert told is not None
    assert "".join(piece.text for piece in told.pieces) == ""
