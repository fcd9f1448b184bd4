"""Whatever calls out of the society asks the one question, and everybody who does is known."""

from __future__ import annotations

import ast
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from kintrace.cases.actions import contacts, faces, leads
from kintrace.cases.models import (
    Account,
    ContactPlan,
    Enquiry,
    FateWord,
    Joined,
    Lead,
    Located,
    Passage,
    RedCrossMessage,
    Referral,
    Release,
    Reunion,
    Transfer,
    TransferText,
    Tried,
    Whereabouts,
)
from kintrace.cases.reminders import Due
from kintrace.cases.tests.beside import BESIDE, Act
from kintrace.cases.tests.conftest import SELAM, Scene
from kintrace.cases.tests.ways import NOBODY_DANGEROUS, consented, latest, put_up, taken
from kintrace.demo import playing
from kintrace.letters.models import Outgoing
from kintrace.network import actions as network
from kintrace.network.tests.cast import found
from kintrace.network.words import SharingPurpose
from kintrace.protection.lookups import Denied, gate
from kintrace.ui.refusals import Refusal
from kintrace.vault.models import Slot
from kintrace.wall import actions as wall
from kintrace.wall.lookups import inbox, showing
from kintrace.wall.models import Attestation, Face, PosterIssueFace, Reply, Review
from kintrace.wall.tests.test_posters import region_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kintrace.cases.models import Case
    from kintrace.wall.models import Message

ROOT = Path(__file__).parents[2]
# What takes something of a person to somebody else, or brings others' words to their search. Who
# builds a new way out (another society, a message, a machine that compares) writes it down here.
WAYS_OUT = {
    "kintrace.wall.conversations.sealed_answer",
    "kintrace.vault.actions.share_file",
    "kintrace.wall.pictures.write",
    "kintrace.wall.models.Face",
    "kintrace.wall.models.PosterIssueFace.objects.bulk_create",
    "kintrace.wall.models.PosterIssueFace.objects.create",
    "kintrace.letters.actions.send",
    "kintrace.cases.models.Lead",
    "kintrace.cases.models.Tried",
    "kintrace.wall.actions.attest",
    "kintrace.cases.models.Joined",
    "kintrace.cases.models.Account",
    "kintrace.cases.models.TransferText",
    "kintrace.cases.models.Located",
    "kintrace.cases.models.Enquiry",
    "kintrace.cases.models.FateWord",
    "kintrace.cases.models.Whereabouts",
    "kintrace.cases.models.Release",
    "kintrace.cases.models.Reunion",
    "kintrace.cases.models.ContactPlan",
    "kintrace.cases.models.Referral",
    "kintrace.cases.models.Passage.objects.create",
    "kintrace.cases.actions.verifying.say_to",
    "kintrace.vault.safe_parts.keep",
}
# Letters to members about their own account or work: no person's words and no address of theirs.
TO_MEMBERS = {
    "kintrace.network.actions.joining._send",
    "kintrace.protection.ringing._write",
    "kintrace.protection.telling.tell",
    "kintrace.wall.jobs._tell",
    "kintrace.wall.jobs._ring",
    "kintrace.wall.jobs._tell_network",
    "kintrace.watch.telling.tell",
}
NOT_SERVED = ("demo", "steal", "tests", "migrations")


# --- who calls out ---


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(ROOT.rglob("*.py")):
        parts = path.relative_to(ROOT.parent).with_suffix("").parts
        if not set(NOT_SERVED) & set(parts):
            yield ".".join(parts).removesuffix(".__init__"), ast.parse(path.read_text())


def names_in(tree: ast.Module) -> dict[str, str]:
    """What each imported name means, wherever in the module it is imported."""
    meant: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            meant |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
    return meant


def called_in(function: ast.FunctionDef, meant: dict[str, str]) -> Iterator[str]:
    for call in ast.walk(function):
        if isinstance(call, ast.Call):
            first, _dot, rest = ast.unparse(call.func).partition(".")
            yield ".".join(filter(None, [meant.get(first, first), rest]))


def callers(name: str, tree: ast.Module) -> set[str]:
    """The functions of a module that take a way out, themselves or by a helper of the module."""
    meant, found = names_in(tree), set[str]()
    functions = [one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef)]
    while True:
        helpers = {
            one for one in found if one.startswith("_") and f"{name}.{one}" not in TO_MEMBERS
        }
        out = WAYS_OUT | helpers
        more = {one.name for one in functions if out & set(called_in(one, meant))}
        if more <= found:
            return {f"{name}.{one}" for one in found}
        found |= more


def test_everybody_who_calls_out_is_known_and_asked_below() -> None:
    found = {one for name, tree in modules() for one in callers(name, tree)}
    asked = {one for act in ACTS.values() for one in act.takes}
    assert found == asked | TO_MEMBERS


# --- each of them asks ---
def on_the_wall(scene: Scene) -> Case:
    """Selam's case; the face stands on the wall and may stand on posters."""
    case = playing.open_a_case(SELAM, by=scene.alma)
    until = timezone.localdate() + timedelta(days=300)
    places, seen = ["wall", "posters"], NOBODY_DANGEROUS
    faces.consent(case, recognised=seen, scope=places, how="spoken", until=until, by=scene.alma)
    taken(case, by=scene.alma)
    faces.propose(case, **put_up(), by=scene.alma)
    looks = faces.Looks(fifteen=True, eighteen=True)
    faces.decide(latest(case), agreed=True, by=scene.omar, looks=looks)
    faces.put_on_wall(case, by=scene.alma)
    return case


def written(scene: Scene) -> tuple[Case, Message]:
    case = on_the_wall(scene)
    body = {"writer": "sought", "text": "It is me.", "page_language": "en"}
    wall.leave_message(showing()[0], body=body, word="almond")
    return case, inbox(scene.alma)[0]


def answering(scene: Scene) -> Callable[[], object]:
    _case, message = written(scene)
    return lambda: wall.answer(message, text="She looks for you.", by=scene.alma)


def keeping_a_lead(scene: Scene) -> Callable[[], object]:
    case, message = written(scene)
    said = {"what": "He works at the harbour."}
    return lambda: leads.keep_lead(case, message=message, told=said, by=scene.alma)


def writing_a_letter(scene: Scene) -> Callable[[], object]:
    ways = {"ways": {"email": ["selam@example.invalid"]}, "story": {"story": ["."]}}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(playing, "_boxed", lambda _person: ways)
        case = on_the_wall(scene)
    due = Due(latest(case), case, timezone.localdate())
    return lambda: contacts.release_letters([due], by=scene.alma)


def proposing(scene: Scene) -> Case:
    case = playing.open_a_case(SELAM, by=scene.alma)
    consented(case, by=scene.alma)
    taken(case, by=scene.alma)
    faces.propose(case, **put_up(), by=scene.alma)
    return case


def asking_a_partner(scene: Scene) -> Callable[[], object]:
    case, partner = proposing(scene), found("BG")
    looks = [SharingPurpose.SECOND_EYE]
    network.sign_agreement(scene.society, taker=partner, purposes=looks, by=scene.omar)
    return lambda: wall.ask_partner(latest(case), partner=partner.pk, by=scene.alma)


def putting_up(scene: Scene) -> Callable[[], object]:
    case = proposing(scene)
    looks = faces.Looks(fifteen=True, eighteen=True)
    faces.decide(latest(case), agreed=True, by=scene.omar, looks=looks)
    return lambda: wall.publish(latest(case), by=scene.alma)


def making_a_poster(scene: Scene) -> Callable[[], object]:
    on_the_wall(scene)
    region, shown = region_of(scene.omar, scene.society), [one.pk for one in showing()]
    plan: dict[str, Any] = {"languages": ["en"], "size": "a4", "month": timezone.localdate()}
    return lambda: wall.make_poster(region, faces=shown, by=scene.omar, **plan)


ACTS = {
    "answering": Act(answering, ("kintrace.wall.actions.inbox.answer",)),
    "keeping a lead": Act(keeping_a_lead, ("kintrace.cases.actions.leads.keep_lead",)),
    "writing a letter": Act(
        writing_a_letter,
        (
            "kintrace.cases.actions.contacts._send",
            "kintrace.cases.actions.contacts.release_letters",
        ),
    ),
    "asking a partner": Act(
        asking_a_partner,
        ("kintrace.wall.actions.reviews._laid_out", "kintrace.wall.actions.reviews.ask_partner"),
    ),
    "putting up": Act(
        putting_up,
        (
            "kintrace.wall.actions.publication.publish",
            "kintrace.wall.actions.publication._put_up",
        ),
    ),
    "making a poster": Act(
        making_a_poster,
        ("kintrace.wall.actions.posters._fill", "kintrace.wall.actions.posters.make_poster"),
    ),
    **BESIDE,
}


def sent_out() -> list[int]:
    """How much of anybody lies where others see it, or in the search for them."""
    answers = Reply.objects.filter(direction=Reply.Direction.TO_VISITOR)
    handed_over = RedCrossMessage.objects.filter(partner__isnull=False)
    rows: list[Any] = [Review, Face, PosterIssueFace, Outgoing, Lead, Slot, TransferText]
    rows += [Attestation, Joined, Account, Located, Whereabouts, Release, Reunion]
    rows += [ContactPlan, Referral, Enquiry, FateWord, Passage, Tried]
    handed_on = Transfer.objects.filter(turn=F("chosen"))  # something waits there to be read
    return [
        handed_on.count(),
        answers.count(),
        handed_over.count(),
        *(one.objects.count() for one in rows),
    ]


@pytest.mark.parametrize("name", ACTS)
def test_an_act_that_calls_out_does_nothing_when_the_one_question_says_no(
    scene: Scene, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with scene.acting(scene.alma):
        act = ACTS[name].ready(scene)
        before = sent_out()
        with monkeypatch.context() as patch, suppress(Refusal), transaction.atomic():
            patch.setattr(gate, "_erased", lambda _subjects: Denied("No.", "patched"))
            assert not act(), "neither done nor refused"
        assert sent_out() == before
        act()
        assert sent_out() != before, "what may be done is done"
