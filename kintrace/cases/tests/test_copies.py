"""An access copy tells a person what is kept of them, and nothing of anybody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from django.utils import timezone
from django.utils.translation import override
from pypdf import PdfReader

from kintrace.cases import lookups
from kintrace.cases.actions import leads
from kintrace.cases.actions.contacts import Talk, log_contact
from kintrace.cases.circumstances import Outcome
from kintrace.cases.tests.conftest import SELAM
from kintrace.cases.tests.ways import NOBODY_DANGEROUS, consented, taken
from kintrace.cases.worklist import rights_due
from kintrace.demo import playing
from kintrace.protection import copies, copy_paper
from kintrace.protection.actions import copies as making
from kintrace.protection.actions import lift_hold, put_on_hold, rights
from kintrace.protection.holders import Cover
from kintrace.protection.lookups import holds_in_force
from kintrace.protection.models import RightsRequest
from kintrace.protection.refusals import (
    CopyChanged,
    IdentityNotNoted,
    NotYours,
    RequestNotAsExpected,
)
from kintrace.protection.rights import Came, Kind
from kintrace.protection.tests.given import first_texts
from kintrace.vault.reader import BoxIsShut
from kintrace.wall import actions as wall
from kintrace.wall.lookups import face_showing, inbox, notice_of

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.cases.tests.conftest import Scene
    from kintrace.network.models import Member

# Names that stand nowhere else: of the person sought, and of somebody told of in the story.
SOUGHT, SOUGHT_OWN, OTHER = "Qarnavesh", "قرنفيش", "Zubrandel"
STORY = (
    f"We walked for nine days. Then {SOUGHT}’s shoes broke.\nI went on with {OTHER} alone. "
    f"I asked: where is {SOUGHT.upper()}? سألت عن ول{SOUGHT_OWN} كثيرا. My own foot was hurt."
)
WAYS = {"phone": ["+00 010 555 0190"], "through": [f"{OTHER}, at the shop"]}


@pytest.fixture
def case(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> Case:
    """Selam's, with planted names in everything that was told."""
    monkeypatch.setattr(playing, "STORIES", (STORY,))
    monkeypatch.setattr(playing, "WAYS", (WAYS,))
    with scene.acting(scene.alma):
        return _opened(scene.alma, "en")


def _opened(alma: Member, language: str) -> Case:
    person = replace(SELAM, sought_given=SOUGHT, sought_given_own=SOUGHT_OWN, language=language)
    return playing.open_a_case(person, by=alma)


def asked(subject: UUID, *, by: Member, **changes: Any) -> RightsRequest:
    terms: dict[str, Any] = {
        "came": Came.DESK,
        "received": timezone.localdate(),
        "identity": "By her code.",
    }
    return rights.write_request(subject, kind=Kind.ACCESS, **(terms | changes), by=by)


def filled(case: Case, scene: Scene) -> RightsRequest:
    """A request with what lay in the inbox added to it."""
    with scene.acting(scene.alma):
        request = asked(case.subject, by=scene.alma)
        making.add_boxed(request, by=scene.alma)
        return request


def now(request: RightsRequest) -> RightsRequest:
    return RightsRequest.objects.get(pk=request.pk)


def whole(request: RightsRequest, scene: Scene) -> copies.Copy:
    with scene.acting(scene.dora):
        return copies.whole(now(request))


def text_of(pages: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(pages)).pages)


def said(copy: copies.Copy) -> list[tuple[str, str]]:
    return [(line.name, line.value) for line in copy.lines]


def test_nobody_else_is_named_in_a_copy(case: Case, scene: Scene) -> None:
    request = filled(case, scene)
    with scene.acting(scene.dora):
        copy = copies.whole(now(request))
        caution = {place for place, line in enumerate(copy.lines) if line.cover is Cover.CAUTION}
        terms: dict[str, Any] = {"seen": copy.digest, "covered": caution, "names": [OTHER]}
        pages = making.make_copy(request, **terms, by=scene.dora)
        page = copy_paper.html(copy, request=request, covered=caution)
    paper = text_of(pages)
    for name in (SOUGHT, SOUGHT_OWN):
        assert name.casefold() not in paper.casefold()
        assert name.casefold() not in page.casefold()
        assert not [line for line in copy.lines if name.casefold() in line.value.casefold()]
    assert OTHER not in paper
    assert "We walked for nine days." in paper
    assert "My own foot was hurt." in paper
    assert "+00 010 555 0190" in paper
    assert "[another person’s data, not shown]" in paper


def test_a_copy_names_no_member_of_the_team(case: Case, scene: Scene) -> None:
    request = filled(case, scene)
    page = repr(said(whole(request, scene)))
    for member in (scene.alma, scene.omar, scene.dora):
        assert member.sign_in not in page
        assert str(member.pk) not in page


def test_a_copy_says_what_is_kept_on_which_ground_and_what_was_done(
    case: Case, scene: Scene
) -> None:
    with scene.acting(scene.alma):
        consented(case, by=scene.alma)
        taken(case, by=scene.alma)
    lines = said(whole(filled(case, scene), scene))
    names, values = {name for name, _value in lines}, {value for _name, value in lines}
    assert {"Selam", "Tesfay", "ሰላም", case.reference} <= values
    assert {"Search for the family", "Show the photo to everyone"} <= names
    assert "You were given our information notice" in names
    told = {"We opened your file.", "We took a photo of you."}
    assert told | {"You were given our information notice."} <= values
    assert NOBODY_DANGEROUS.who in values


def test_what_is_said_of_safety_starts_covered(case: Case, scene: Scene) -> None:
    copy = whole(filled(case, scene), scene)
    (safety,) = (part for part in copy.parts if "safety" in part.heading)
    assert safety.lines
    assert {line.cover for line in safety.lines} == {Cover.CAUTION}
    (through,) = (line for line in copy.lines if OTHER in line.value and "shop" in line.value)
    assert through.cover is Cover.CAUTION


def test_a_hold_leaves_no_trace_in_a_copy(case: Case, scene: Scene) -> None:
    request = filled(case, scene)
    before = said(whole(request, scene))
    with scene.acting(scene.alma):
        put_on_hold(case.subject, reason="A brother asks too much.", by=scene.alma)
    assert said(whole(request, scene)) == before
    with scene.acting(scene.dora):
        lift_hold(holds_in_force(case.subject)[0], because="It is safe.", by=scene.dora)
    assert said(whole(request, scene)) == before


def test_that_somebody_answered_cannot_be_read_from_a_copy(hanging: Case, scene: Scene) -> None:
    """A found person may want not to be told of; silence and an answer look the same."""
    before = said(whole(filled(hanging, scene), scene))
    with scene.acting(scene.alma):
        notice = notice_of(hanging.subject)
        assert notice is not None
        assert notice.face is not None
        body = {"kind": "message", "writer": "sought", "ways": {}, "text": "Tell nobody."}
        wall.leave_message(face_showing(notice.face), body=body, word="almond")
        message = inbox(scene.alma)[0]
        leads.keep_lead(hanging, message=message, told={"what": "He lives."}, by=scene.alma)
    assert said(whole(filled(hanging, scene), scene)) == before


def test_that_the_person_is_afraid_starts_covered(hanging: Case, scene: Scene) -> None:
    with scene.acting(scene.alma):
        talk = Talk(timezone.localdate(), "phone", "person", "afraid", note="He found her.")
        log_contact(hanging, talk=talk, by=scene.alma)
    copy = whole(filled(hanging, scene), scene)
    with override(copy.language):
        came_of_it = str(Outcome.AFRAID.label)
    told = ("He found her.", came_of_it)
    afraid = [line for line in copy.lines if any(one in line.value for one in told)]
    assert len(afraid) == 2
    assert {line.cover for line in afraid} == {Cover.CAUTION}


def test_what_lay_in_the_inbox_is_read_by_the_dpo_alone_afterwards(
    case: Case, scene: Scene
) -> None:
    request = filled(case, scene)
    with scene.acting(scene.alma), pytest.raises(BoxIsShut):
        _ = now(request).boxed
    with scene.acting(scene.dora):
        assert "+00 010 555 0190" in repr(now(request).boxed)
        with pytest.raises(BoxIsShut):
            _ = lookups.words_of(case)["ways"].answers or copies.from_the_inbox(case.subject)


def test_what_was_added_goes_with_the_answer(case: Case, scene: Scene) -> None:
    request = filled(case, scene)
    with scene.acting(scene.dora):
        rights.answer(request, outcome="Handed over.", by=scene.dora)
        assert not now(request).has_boxed


def test_what_was_written_since_somebody_looked_is_looked_at_again(
    case: Case, scene: Scene
) -> None:
    request = filled(case, scene)
    seen = whole(request, scene).digest
    with scene.acting(scene.alma):
        consented(case, by=scene.alma)
    with scene.acting(scene.dora), pytest.raises(CopyChanged):
        making.make_copy(request, seen=seen, covered=(), by=scene.dora)


def test_a_copy_is_made_by_the_dpo_for_somebody_known(case: Case, scene: Scene) -> None:
    with scene.acting(scene.alma):
        request = asked(case.subject, by=scene.alma, identity="")
    seen = whole(request, scene).digest
    with scene.acting(scene.omar), pytest.raises(NotYours):
        making.make_copy(request, seen=seen, covered=(), by=scene.omar)
    with scene.acting(scene.dora), pytest.raises(IdentityNotNoted):
        making.make_copy(request, seen=seen, covered=(), by=scene.dora)


def test_who_is_sought_gets_no_copy_by_machine(case: Case, scene: Scene) -> None:
    """What is kept of them was told by somebody whom a copy may put in danger."""
    with scene.acting(scene.alma):
        request = asked(lookups.sought_in(case)[0].subject, by=scene.alma)
        with pytest.raises(RequestNotAsExpected):
            making.add_boxed(request, by=scene.alma)
    with scene.acting(scene.dora), pytest.raises(RequestNotAsExpected):
        making.make_copy(request, seen="", covered=(), by=scene.dora)


def test_a_copy_is_in_the_language_in_which_the_person_was_informed(
    scene: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(playing, "STORIES", (STORY,))
    with scene.acting(scene.alma):
        first_texts(scene.society, by=scene.lena, second=scene.omar, languages=("ar",))
        arabic, ukrainian = _opened(scene.alma, "ar"), _opened(scene.alma, "uk")
        assert copies.language_of(arabic.subject) == "ar"
        assert copies.language_of(ukrainian.subject) == "en"
    request = filled(arabic, scene)
    copy = whole(request, scene)
    with scene.acting(scene.dora):
        page = copy_paper.html(copy, request=request, covered=())
    assert '<html lang="ar" dir="rtl">' in page
    assert SOUGHT_OWN not in page


def test_of_a_form_that_is_not_finished_a_copy_says_that_there_is_one(scene: Scene) -> None:
    with scene.acting(scene.alma):
        draft = playing.begin_a_draft(replace(SELAM, language="en"), by=scene.alma)
        request = asked(draft.subject, by=scene.alma)
    assert "A form that is not finished" in dict(said(whole(request, scene)))


def test_a_copy_on_paper_tells_nothing_of_who_made_it(case: Case, scene: Scene) -> None:
    request = filled(case, scene)
    copy = whole(request, scene)
    with scene.acting(scene.dora):
        pages = making.make_copy(request, seen=copy.digest, covered=(), by=scene.dora)
    made = PdfReader(BytesIO(pages))
    assert made.metadata is None
    assert made.xmp_metadata is None
    assert set(made.trailer) == {"/Root", "/Size"}


# --- the work list ---


def test_a_request_stands_in_the_list_of_who_has_something_to_do(case: Case, scene: Scene) -> None:
    came = timezone.localdate() - timedelta(days=3)
    with scene.acting(scene.alma):
        request = asked(case.subject, by=scene.alma, received=came)
        (mine,) = rights_due(scene.alma)
        assert (mine.due, mine.reference) == (request.due, case.reference)
        making.add_boxed(request, by=scene.alma)
        assert list(rights_due(scene.alma)) == []
    with scene.acting(scene.dora):
        assert [one.due for one in rights_due(scene.dora)] == [request.due]
        assert list(rights_due(scene.chidi)) == []
