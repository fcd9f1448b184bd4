"""A society leaves the network: what becomes of its members, its photos and its keys."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from kintrace.audit import lookups as audit
from kintrace.audit.deeds import Deed
from kintrace.network import actions, lookups
from kintrace.network.access import Role
from kintrace.network.models import Member, Society
from kintrace.network.tests.cast import enlist, found, let_in, work_off
from kintrace.protection import lookups as protected
from kintrace.protection.actions import leaving
from kintrace.vault import keyring, ledger
from kintrace.vault.actions import files_left
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.wall.lookups import showing
from kintrace.wall.tests import cast

pytestmark = pytest.mark.database_bound
House = tuple[Society, Member, Member]


@pytest.fixture
def nadia(with_boxes: House) -> Member:
    """The network's administrator, at the office."""
    return enlist(found("ICRC"), Role.NETWORK_ADMIN, "nadia")


@pytest.fixture
def office(client: Client, nadia: Member) -> Client:
    return let_in(client, nadia)


def leave(office: Client, society: Society) -> None:
    answer = office.post(f"/desk/societies/{society.pk}/leave/", {"code": society.code.lower()})
    assert answer["Location"] == "/desk/societies/"
    leaving.see_out.call(str(society.pk))


def test_a_society_that_leaves_is_signed_out_and_off_the_wall(
    office: Client, with_boxes: House
) -> None:
    society, alma, boris = with_boxes
    cast.put_up(alma, boris)
    desk = let_in(Client(), alma)
    assert desk.get("/desk/").status_code == 200
    leave(office, society)
    assert desk.get("/desk/").status_code == 302
    assert showing() == []
    assert society.code not in [one.code for one in lookups.every_society()]
    assert society.name not in office.get("/desk/societies/").content.decode()
    with reading_as(society.pk):
        assert Deed.LEFT_NETWORK in [entry.deed for entry in audit.entries(society.pk)]


def test_a_wrong_code_and_the_own_society_are_refused(
    office: Client, nadia: Member, with_boxes: House
) -> None:
    society, _alma, _boris = with_boxes
    answer = office.post(f"/desk/societies/{society.pk}/leave/", {"code": "XX"})
    assert answer.status_code == 422
    own = nadia.society
    assert office.post(f"/desk/societies/{own.pk}/leave/", {"code": own.code}).status_code == 409
    assert society.code in [one.code for one in lookups.every_society()]


def test_its_keys_are_kept_for_a_while_and_then_forgotten(
    office: Client, with_boxes: House
) -> None:
    society, alma, boris = with_boxes
    notice, _face, _code = cast.put_up(alma, boris)
    leave(office, society)
    with reading_as(society.pk):
        files = files_left(society.pk)
    assert files
    leaving.forget_left()
    with reading_as(society.pk) as reader:
        assert reader.file_key(files[0])
    Society.objects.filter(pk=society.pk).update(left=timezone.localdate() - leaving.KEPT)
    leaving.forget_left()
    work_off()
    assert set(files) <= ledger.erased()
    keyring.forget_all()
    with reading_as(society.pk):
        assert protected.is_erased(notice.subject)
        assert files_left(society.pk) == []
        with pytest.raises(KeyNotAtHand):
            _ = lookups.member(alma.pk).name
    assert lookups.member(alma.pk).sign_in.startswith("gone-")
    assert society not in lookups.societies_in_care()


def test_what_died_on_the_way_is_gone_on_with(
    office: Client, with_boxes: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    society, alma, boris = with_boxes
    cast.put_up(alma, boris)
    leave(office, society)
    long_ago = timezone.localdate() - leaving.KEPT - timedelta(days=1)
    Society.objects.filter(pk=society.pk).update(left=long_ago)

    def breaks(society: Society) -> None:
        raise ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr(actions, "forget_members", breaks)
        with pytest.raises(ExceptionGroup):
            leaving.forget_left()
    assert society in lookups.societies_in_care()
    leaving.forget_left()
    assert society not in lookups.societies_in_care()
