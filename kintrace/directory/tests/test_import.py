"""A file of another system: taken row by row, without its people, and by who may alone."""

from __future__ import annotations

import json
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from django.core.management import CommandError, call_command

from kintrace.directory import actions, importing
from kintrace.directory.models import Listing
from kintrace.directory.outcomes import Outcome
from kintrace.directory.tests.cast import a_house, offer, site
from kintrace.directory.tests.files import at_place, export, foreign, forget_all, new, spoiled, take
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist

if TYPE_CHECKING:
    from pathlib import Path

    from kintrace.network.models import Member, Society

House = tuple["Society", "Member"]
pytestmark = pytest.mark.database_bound


def test_a_file_of_another_system_is_taken_without_its_people(at_work: House) -> None:
    society, alma = at_work
    given = foreign()
    [row] = importing.take([given], language="en", by=alma)
    assert row.outcome is Outcome.NEW
    assert row.words == "Not kept: service.contacts, service.email."
    [listing] = Listing.objects.filter(service=given["id"])
    assert listing.place.names == {"en": "Eastport", "ar": "إيستبورت"}  # the town that stood
    assert listing.confirmed is None
    assert listing.access == {"en": "A lift"}
    assert [one.code for one in listing.service.spoken.all()] == ["en", "ti"]
    assert [(one.days, str(one.opens)) for one in listing.openings.all()] == [("MO,TU", "10:00:00")]
    assert [one.number for one in listing.phones.all()] == ["+44 1234 234567"]
    assert "Persona" not in json.dumps(export(society))
    assert "office@" not in json.dumps(export(society))


def test_the_address_of_a_safe_space_is_taken_only_with_the_word_of_its_people(
    at_work: House,
) -> None:
    _society, alma = at_work
    safe = [{"id": new(), "taxonomy_term": {"id": new(), "name": "Safe space", "code": "x"}}]
    given = spoiled(attributes=safe)
    [row] = importing.take([given], language="en", by=alma)
    assert "the address of this safe space" in row.words
    [listing] = Listing.objects.filter(service=given["id"])
    assert listing.address == ""
    known, safe_space = site(address="Quay 1"), offer(kind="safe_space")
    actions.change_listing(listing, place=listing.place, offer=safe_space, site=known, by=alma)
    [ours] = [one for one in export(alma.society) if one["id"] == given["id"]]
    forget_all()
    assert take([ours], by=alma) == [Outcome.NEW]
    assert Listing.objects.get(service=given["id"]).address == "Quay 1"


BAD = {
    "no object": ("Legal aid", "service: this should be an object"),
    "no number": (spoiled(id="7"), "id: this should be a UUID"),
    "no name": (spoiled(name=" "), "name: this is missing"),
    "no kind": (spoiled(attributes=[]), "Add one whose taxonomy_term has one of these codes"),
    "no place": (spoiled(service_at_locations=[]), "no place is named"),
    "no town": (at_place(city=""), "city: this is missing"),
    "no country": (at_place(country="Austria"), "country: write it as two letters"),
    "a link": (spoiled(description="See www.example.org"), "Write it out in words."),
    "a local number": (
        spoiled(phones=[{"id": new(), "number": "0664 1234567"}]),
        "write the number with + and the number of the country",
    ),
    "tomorrow": (spoiled(last_modified="2999-01-01T00:00:00Z"), "still to come"),
    "no day": (spoiled(last_modified="2026-02-30"), "write it like"),
    "confirmed tomorrow": (spoiled(assured_date="2999-01-01"), "this day is still to come"),
    "no language": (spoiled(languages=[{"id": new(), "code": "qq"}]), "the code qq"),
    "no status": (spoiled(status="open"), "status: write one of these: active"),
    "a strange hour": (
        spoiled(schedules=[{"id": new(), "byday": "MO", "opens_at": "ten"}]),
        "write the time like 09:30",
    ),
    "half an hour": (
        spoiled(schedules=[{"id": new(), "byday": "MO", "opens_at": "10:00"}]),
        "say both, opens_at and closes_at",
    ),
    "below nothing": (
        spoiled(cost_options=[{"id": new(), "amount": -1}]),
        "this should be a number, 0 or more",
    ),
    "an amount that is none": (
        spoiled(cost_options=[{"id": new(), "amount": float("nan")}]),
        "this should be a number, 0 or more",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_row_is_named_with_what_to_do_and_stops_no_other(name: str, at_work: House) -> None:
    _society, alma = at_work
    given, said = BAD[name]
    bad, good = importing.take([given, foreign()], language="en", by=alma)
    assert (bad.number, bad.outcome) == (1, Outcome.BAD)
    assert said in bad.words
    assert good.outcome is Outcome.NEW


# --- the commands ---


@pytest.fixture
def file(at_work: House, tmp_path: Path) -> Path:
    """A good row and a bad one."""
    path = tmp_path / "services.json"
    path.write_text(json.dumps([foreign(), spoiled(name="")]), "utf-8")
    return path


def run(file: Path, by: Member, *more: str) -> tuple[str, str]:
    """What the command says, and how it ends."""
    out, ended = StringIO(), ""
    try:
        arguments = (str(file), "--society", by.society.code, "--as", by.sign_in, *more)
        call_command("import_listings", *arguments, stdout=out)
    except CommandError as error:
        ended = str(error)
    return out.getvalue(), ended


def test_a_look_changes_nothing_and_says_what_would_come_of_each_row(
    file: Path, at_work: House
) -> None:
    society, alma = at_work
    before = export(society)
    said, ended = run(file, alma)
    assert "1. Legal aid at the port: new" in said
    assert "2. : not taken. name: this is missing. Write it and try again." in said
    assert "1 new; 1 not taken" in said
    assert "Nothing was changed." in said
    assert ended.startswith("Some rows were not taken")
    assert export(society) == before
    said, _ended = run(file, alma, "--write")
    assert "Taken." in said
    assert len(export(society)) == len(before) + 1


def test_only_who_keeps_listings_of_that_society_takes_a_file(file: Path, at_work: House) -> None:
    society, alma = at_work
    volunteer = enlist(society, Role.VOLUNTEER)
    other, boris = a_house("BG")
    for member in (volunteer, boris):
        with pytest.raises(CommandError, match="who keeps listings"):
            call_command("import_listings", str(file), society=society.code, member=member.sign_in)
    assert alma.society_id != other.pk


@pytest.mark.parametrize("text", ["no json", '{"services": 1}', "7"])
def test_a_file_that_holds_no_services_is_refused_with_a_sentence(
    text: str, at_work: House, tmp_path: Path
) -> None:
    path = tmp_path / "other.json"
    path.write_text(text)
    _said, ended = run(path, at_work[1])
    assert ended.startswith("The file ")
    assert run(tmp_path / "none.json", at_work[1])[1].startswith("There is no file")


def test_the_export_is_a_file_that_the_import_reads(at_work: House, tmp_path: Path) -> None:
    society, alma = at_work
    path = tmp_path / "out.json"
    call_command("export_listings", str(path), society=society.code, stdout=StringIO())
    said, ended = run(path, alma)
    assert "3 as it is here" in said
    assert ended == ""
    page = json.dumps({"contents": json.loads(path.read_text("utf-8")), "total_items": 3})
    path.write_text(page)  # as an HSDS interface answers
    assert "3 as it is here" in run(path, alma)[0]
    with pytest.raises(CommandError, match="There is no society"):
        call_command("export_listings", str(path), society="ZZZ")
