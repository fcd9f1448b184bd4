"""The root key is lost: what members and visitors see, what comes back from the safe, what is lost
for good where there is no safe. What docs/keys.md says of it is proved here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyrage
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from kintrace.audit.lookups import verify
from kintrace.demo import playing
from kintrace.demo.invented import PASSWORD
from kintrace.network import kept
from kintrace.network.access import Role
from kintrace.network.tests.cast import let_in, open_box
from kintrace.operations import rootkeys
from kintrace.operations.doctor import State, findings
from kintrace.operations.doctor.table import CHECKS
from kintrace.operations.steal.columns import columns, rows_of
from kintrace.vault import actions as vault
from kintrace.vault import keyring, root
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.sealing import SealedField
from kintrace.wall import actions as wall
from kintrace.wall.lookups import face_showing, inbox
from kintrace.wall.models import Removal
from kintrace.wall.tests.cast import fine_stamp
from tests.town import WORD, WRITTEN

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.town import Town

pytestmark = pytest.mark.django_db
LOCKED = "What your society keeps is locked at the moment"


@pytest.fixture
def code(town: Town) -> str:
    """What a visitor holds whose message was answered while all was well."""
    face = face_showing(town.things["face"])
    said = WRITTEN | {"text": "I am at the port."}
    code = wall.leave_message(face, body=said, word=WORD).code
    with playing.acting(town[Role.CASEWORKER]) as alma:
        [message] = [one for one in inbox(alma) if one.body["text"] == said["text"]]
        wall.answer(message, text="We call you tomorrow.", by=alma)
    return code


@pytest.fixture
def lost(town: Town, tmp_path: Path) -> Iterator[Path]:
    """The root key of the run goes into a safe, is gone from here, and comes back afterwards."""
    key = root.versions()[1]
    safe, identity = tmp_path / "root-1.age", pyrage.x25519.Identity.generate()
    (tmp_path / "identity").write_text(str(identity))
    recipient = str(identity.to_public())
    rootkeys.export(1, to=safe, recipient=recipient, now=timezone.now())
    key.rename(tmp_path / "away")
    keyring.forget_all()
    yield safe
    if not key.exists():
        (tmp_path / "away").rename(key)
    (settings.ROOT_KEYS / "root-1.exported").unlink(missing_ok=True)
    keyring.forget_all()


def doctor_says(name: str) -> str:
    [check] = [one for one in CHECKS if one.name == name]
    return " ".join(one.what for one in findings(check) if one.state is State.TROUBLE)


def test_members_are_told_calmly_and_nothing_that_they_typed_is_gone(
    town: Town, lost: Path
) -> None:
    client = let_in(Client(), town[Role.CASEWORKER])
    for path in ("/desk/", "/desk/cases/", f"/desk/cases/{town.things['case']}/"):
        answer = client.get(path)
        assert answer.status_code == 503
        assert LOCKED in answer.content.decode()
    pages = client.post("/desk/open-box/", {"opening_password": PASSWORD})
    assert pages.status_code == 503
    assert PASSWORD not in pages.content.decode()
    member = town[Role.SOCIETY_ADMIN]
    typed = {"sign_in": "newcomer", "name": "Somebody new", "role": "volunteer"}
    typed |= {"email": "new@example.invalid", "phone": "", "languages": "en"}
    form = typed | {kept.FIELD: kept.owner_of_form(member)}
    answer = let_in(Client(), member).post("/desk/members/invite/", form)
    assert answer.status_code == 503
    assert "Somebody new" in answer.content.decode()


def test_the_key_from_the_safe_opens_everything_again(
    town: Town, lost: Path, tmp_path: Path
) -> None:
    assert f"{town.society.code} does not open: Root key 1 is not at hand." in doctor_says(
        "root keys"
    )
    call_command("root_key", "import", str(lost), "--identity", str(tmp_path / "identity"))
    assert doctor_says("root keys") == ""
    client = open_box(let_in(Client(), town[Role.CASEWORKER]), password=PASSWORD)
    assert client.get(f"/desk/cases/{town.things['case']}/").status_code == 200
    assert client.get("/desk/messages/").status_code == 200
    assert verify(town.society.pk) == []


def test_without_a_copy_anywhere_no_sealed_column_opens_again(town: Town, lost: Path) -> None:
    """Whatever lies under a key of the society: that of people, of members, and of the boxes."""
    shut, opened = 0, []
    with reading_as(town.society.pk):
        for model, name in columns():
            if not isinstance(model._meta.get_field(name), SealedField):
                continue
            for row in rows_of((model, name), town.society.pk):
                try:
                    if getattr(row, name):
                        opened.append(f"{model.__name__}.{name}")
                except KeyNotAtHand:
                    shut += 1
    assert opened == []
    assert shut > 200


def test_without_a_copy_anywhere_the_boxes_are_lost_as_well(town: Town, lost: Path) -> None:
    """Their private halves lie with the members under two locks: a password, and around it the
    society's own key."""
    member = town[Role.CASEWORKER]
    with pytest.raises(keyring.SocietyIsShut), playing.acting(member):
        pass
    with pytest.raises(keyring.SocietyIsShut):
        vault.open_safe(town.society.pk, recovery_code="ABCD-EFGH-JKLM-NPQR")
    with pytest.raises(keyring.SocietyIsShut):
        vault.recover_member_keys(
            member.pk, society=town.society.pk, code="ABCD-EFGH-JKLM", new=PASSWORD
        )
    with pytest.raises(keyring.SocietyIsShut):
        verify(town.society.pk)
    with pytest.raises(CommandError):
        call_command("verify_audit")


def test_what_visitors_have_is_not_lost(town: Town, code: str, lost: Path) -> None:
    """Faces hang, an answer opens with code and word, a message or wish to come down is taken."""
    visitor = Client()
    face = f"/en/face/{town.things['face']}/"
    assert face in visitor.get("/en/").content.decode()
    assert visitor.get(face).status_code == 200
    asked = {"stamp": fine_stamp(), "code": code, "word": WORD}
    assert "We call you tomorrow." in visitor.post("/en/answer/", asked).content.decode()
    said = {"stamp": fine_stamp(), "writer": "sought", "text": "I am here.", "word": WORD}
    assert visitor.post(f"{face}write/", said | {"come_back": "on"}).status_code == 200
    wish = {"stamp": fine_stamp(), "what": "ask", "text": "It is me."}
    place = f"/en/take-down/?face={town.things['face']}"
    before = Removal.objects.count()
    assert visitor.post(place, wish).status_code == 200
    assert Removal.objects.count() == before + 1
