"""How a network begins: its office, an administrator, a pinned fingerprint, a matching pair."""

from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django.fixtures import Settings

from kintrace.audit.deeds import Deed
from kintrace.audit.lookups import times_done
from kintrace.network.access import Right, has
from kintrace.network.lookups import every_society, member_named
from kintrace.network.tests.cast import PASSWORD, enlist, found
from kintrace.network.words import SocietyKind
from kintrace.vault import matching_pair
from kintrace.vault.pins import pinned
from kintrace.vault.reader import reading_as

OFFICE: dict[str, Any] = {
    "name": "Network office",
    "country": "CH",
    "languages": ["en"],
    "desk": "https://desk.example.org",
    "administrator": "noor",
    "administrator_name": "Noor",
    "administrator_email": "noor@example.invalid",
}
MARK = "ab" * 32


def _said(command: str, *words: str, **more: Any) -> str:
    told = StringIO()
    call_command(command, *words, stdout=told, **more)
    return told.getvalue()


def _address(**more: Any) -> str:
    return _said("found", "net", **(OFFICE | more)).splitlines()[-1]


@pytest.mark.django_db
def test_the_first_administrator_comes_in_by_the_printed_address(client: Client) -> None:
    address = _address()
    assert address.startswith("https://desk.example.org/sign-in/letter/")
    typed = {"password": PASSWORD, "again": PASSWORD}
    page = client.post(address.removeprefix("https://desk.example.org"), typed)
    assert (page.status_code, page.context["sign_in"]) == (200, "noor")
    member = member_named("noor")
    assert member is not None
    assert has(member, Right.MANAGE_SOCIETIES)
    (office,) = every_society()
    assert (office.code, office.kind) == ("NET", SocietyKind.NETWORK_OFFICE)
    with reading_as(office.pk):
        assert times_done(Deed.INVITED_MEMBER, society=office.pk, about=member.pk)


@pytest.mark.django_db
def test_who_has_not_joined_gets_another_address_and_the_first_works_no_more(
    client: Client,
) -> None:
    first, second = (_address().removeprefix("https://desk.example.org") for _ in range(2))
    assert client.get(first).status_code != 200
    assert client.get(second).status_code == 200
    assert len(every_society()) == 1


@pytest.mark.django_db
def test_who_joined_is_not_invited_again() -> None:
    _address()
    joined = member_named("noor")
    assert joined is not None
    joined.state = joined.State.ACTIVE
    joined.save(update_fields=["state"])
    with pytest.raises(CommandError, match="has joined already"):
        _address()


@pytest.mark.django_db
def test_a_second_administrator_comes_to_the_same_office() -> None:
    _address()
    _address(administrator="ines")
    assert member_named("ines") is not None
    assert len(every_society()) == 1


@pytest.mark.django_db
def test_a_network_has_one_office_and_a_name_one_owner() -> None:
    _address()
    with pytest.raises(CommandError, match="has an office already: NET"):
        _said("found", "other", **OFFICE)
    taken = enlist(found("AT"))
    with pytest.raises(CommandError, match="sign-in name is taken"):
        _address(administrator=taken.sign_in)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"desk": "desk.example.org"}, "--desk must be"),
        ({"desk": "https://desk.example.org/desk/"}, "--desk must be"),
        ({"languages": ["xx"]}, "--language xx is none of"),
        ({"country": "Switzerland"}, "two letters"),
        ({"administrator": "a b"}, "3 to 40 letters"),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(wrong: dict[str, Any], sentence: str) -> None:
    with pytest.raises(CommandError, match=sentence):
        _address(**wrong)
    assert every_society() == [] or member_named("noor") is None


@pytest.mark.django_db
def test_a_fingerprint_is_pinned_as_it_was_read_aloud(settings: Settings, tmp_path: Path) -> None:
    settings.PINS = tmp_path / "pins.json"
    society = found("AT")
    _said("pin", "at", " ".join([MARK[:32].upper(), MARK[32:]]))
    assert pinned(society.pk) == MARK
    _said("pin", "AT", MARK)  # again changes nothing


@pytest.mark.django_db
def test_another_fingerprint_is_not_pinned_by_mistake(settings: Settings, tmp_path: Path) -> None:
    settings.PINS = tmp_path / "pins.json"
    society = found("AT")
    _said("pin", "AT", MARK)
    with pytest.raises(CommandError, match="--instead"):
        _said("pin", "AT", "cd" * 32)
    with pytest.raises(CommandError, match="64 digits"):
        _said("pin", "AT", MARK[1:])
    with pytest.raises(CommandError, match="no society"):
        _said("pin", "ZZ", MARK)
    assert pinned(society.pk) == MARK
    _said("pin", "AT", "cd" * 32, instead=True)
    assert pinned(society.pk) == "cd" * 32


def test_a_matching_pair_is_made_once(settings: Settings, tmp_path: Path) -> None:
    _said("make_matching_pair", str(tmp_path / "pair"))
    settings.MATCHING_PUBLIC = tmp_path / "pair" / "matching.pub"
    settings.MATCHING_KEY = tmp_path / "pair" / "matching.key"
    before = matching_pair.public_half()
    assert settings.MATCHING_KEY.stat().st_mode & 0o777 == 0o400
    with pytest.raises(CommandError, match="stays as it is"):
        _said("make_matching_pair", str(tmp_path / "pair"))
    assert matching_pair.public_half() == before
