"""What another society sent of somebody sought, as a card to hold beside ours."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from kintrace.cases import lookups
from kintrace.cases.asked_card import card_asked_for
from kintrace.names.dates import Window

if TYPE_CHECKING:
    import pytest

    from kintrace.people.cards import Card

FIRST = {"sex": "male", "relation": "brother"}


def card(monkeypatch: pytest.MonkeyPatch, first: dict[str, str] = FIRST, **parts: Any) -> Card:
    copy = lookups.Copy(None, parts, [])
    monkeypatch.setattr(lookups, "copy_of", lambda _transfer: copy)
    whom: Any = SimpleNamespace(transfer=SimpleNamespace(card=SimpleNamespace(told=first)))
    found = card_asked_for(whom)
    assert found is not None
    return found


def test_two_scripts_and_two_spellings_are_names_of_their_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = card(
        monkeypatch,
        names=[
            ["given", "Samir"],
            ["family", "Haddad"],
            ["given", "سمير"],
            ["given", "Sameer"],
        ],
        parents=[["father", "Khalil"], ["father", "خليل"], ["grandfather", "Omar"]],
    )
    rest = (("father", "Khalil"), ("grandfather", "Omar"), ("family", "Haddad"))
    assert told.names == (
        (("given", "Samir"), *rest),
        (("given", "Sameer"), *rest),
        (("given", "سمير"), ("father", "خليل")),
    )
    assert told.fathers == ("Khalil", "خليل")


def test_parts_of_which_nobody_knows_what_they_are_stay_one_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = card(
        monkeypatch, names=[["honorific", "Dr"], ["unknown", "Abdi"], ["unknown", "Warsame"]]
    )
    assert told.names == ((("unknown", "Abdi"), ("unknown", "Warsame")),)


def test_births_places_and_the_last_news_go_along_and_where_somebody_lives_does_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told = card(
        monkeypatch,
        first={"sex": "unknown", "relation": ""},
        birth=[["1989", "gregorian", "year", "1989-01-01", "1989-12-31"], "about 1990"],
        places=[["origin", "Homs", "SY"], ["lives", "Lyon", "FR"]],
        news={"said": "2015", "place": "Izmir", "country": "TR", "heard": "phone"},
    )
    assert told.births == (Window(date(1989, 1, 1), date(1989, 12, 31), "year"),)
    assert told.places == (("origin", "Homs", "SY"), ("last", "Izmir", "TR"))
    assert told.sex == ""
    assert told.names == ()


def test_while_the_copy_is_sealed_to_a_shut_box_there_is_no_card(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lookups, "copy_of", lambda _transfer: None)
    whom: Any = SimpleNamespace(transfer=SimpleNamespace(card=SimpleNamespace(told=FIRST)))
    assert card_asked_for(whom) is None
