"""How long things are kept: one table, what a society may choose, and when that counts."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from django.template.loader import render_to_string
from freezegun import freeze_time
from hypothesis import given
from hypothesis import strategies as st

from kintrace.audit import lookups as audit
from kintrace.audit.actions import KEPT
from kintrace.letters import jobs as letters
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist, found, let_in
from kintrace.network.tests.second_tab import saved_again, saved_twice, seen_on
from kintrace.protection import actions, keeping, retention
from kintrace.protection.data_register.words import Until
from kintrace.protection.refusals import BasisNotSound, OutOfBounds
from kintrace.protection.retention import GRACE, TABLE, Clock, Kind, Settled
from kintrace.protection.tests.given import Team, agrees, consented, informed
from kintrace.vault.reader import reading_as
from kintrace.wall.actions.inbox import ALARMS
from kintrace.wall.terms import A_CHILDS_FACE_HANGS
from kintrace.watch import jobs as watch

if TYPE_CHECKING:
    from django.test import Client

PAGE = "/desk/retention/"
FREE = [kind for kind, line in TABLE.items() if line.is_settled_here]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_line_that_says_how_long_what_then_and_what_stays(kind: Kind) -> None:
    line = TABLE[kind]
    assert line.shortest <= line.days <= line.longest
    for said in (kind.label, line.then, line.kept, line.acts.label):
        assert str(said).strip()
    assert Clock(kind).then.endswith(".")


def test_what_lies_below_keeps_its_own_numbers_and_they_are_the_tables() -> None:
    assert retention.default(Kind.LETTER) == letters.GIVEN_UP_AFTER
    assert retention.default(Kind.LETTER_ROW) == letters.FORGOTTEN_AFTER
    assert retention.default(Kind.WATCH) == watch.FORGOTTEN_AFTER
    assert retention.default(Kind.AUDIT) == KEPT
    assert timedelta(days=TABLE[Kind.CHILDS_PHOTO].longest) == A_CHILDS_FACE_HANGS
    assert ALARMS == (3, 7, 14)
    assert "3, 7 and 14" in str(TABLE[Kind.UNREAD].then)


# What is said in words elsewhere: where, of which kind, and how.
PROMISED = [
    (Until.DRAFT.label, Kind.DRAFT, "30 days"),
    (Until.PERSON.label, Kind.ALONE, "30 days"),
    (Until.DECIDED.label, Kind.PARTNER, "14 days"),
    (Until.MESSAGE.label, Kind.MESSAGE, "90 days"),
    (Until.MESSAGE.label, Kind.SPAM, "14 days"),
    (Until.LETTER.label, Kind.LETTER, "7 days"),
    (Until.LETTER.label, Kind.LETTER_ROW, "30 days"),
]


@pytest.mark.parametrize(("said", "kind", "days"), PROMISED)
def test_the_register_of_data_names_the_times_of_the_table(
    said: str, kind: Kind, days: str
) -> None:
    assert days == f"{TABLE[kind].days} days"
    assert days in str(said)


def test_two_and_ten_years_are_never_a_day_less() -> None:
    two_years = (
        (Kind.CASE, Until.CASE),
        (Kind.HELD, Until.PERSON),
        (Kind.RIGHTS, Until.REQUEST),
    )
    for kind, until in two_years:
        assert TABLE[kind].days == retention.TWO_YEARS >= 2 * 365 + 1
        assert "two years" in str(until.label).lower()
    for kind in (Kind.AUTHORITY, Kind.AUDIT, Kind.ERASURE):
        assert TABLE[kind].days == retention.TEN_YEARS >= 10 * 365 + 3


def test_what_visitors_are_promised_is_what_the_table_says(client: Client, db: None) -> None:
    page = client.get("/en/about/").content.decode()
    assert f"deleted {TABLE[Kind.MESSAGE].days} days after it is dealt with" in page
    assert not TABLE[Kind.MESSAGE].is_settled_here
    assert not TABLE[Kind.ANSWER].is_settled_here


# --- what a society settles ---


@pytest.mark.parametrize("kind", FREE)
def test_a_society_chooses_within_the_bounds_and_not_beyond(kind: Kind, team: Team) -> None:
    line = TABLE[kind]
    with team.reading(team.dora):
        for beyond in (line.shortest - 1, line.longest + 1):
            with pytest.raises(OutOfBounds, match=f"{line.shortest} and {line.longest} days"):
                actions.settle({kind: beyond}, by=team.dora)
        for within in (line.shortest, line.longest):
            actions.settle({kind: within}, by=team.dora)
            assert keeping.chosen(team.society.pk)[kind] == within


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in FREE])
def test_a_time_that_is_the_same_for_all_is_nobodys_choice(kind: Kind, team: Team) -> None:
    with team.reading(team.dora), pytest.raises(OutOfBounds, match="same for every society"):
        actions.settle({kind: TABLE[kind].days}, by=team.dora)


def test_what_a_society_settles_counts_for_no_other(team: Team) -> None:
    with team.reading(team.dora):
        actions.settle({Kind.SPAM: 30}, by=team.dora)
    with reading_as(found("BG").pk):
        assert keeping.term(Kind.SPAM) == timedelta(days=14)


def test_a_change_is_in_the_audit_once_and_the_same_words_again_are_none(team: Team) -> None:
    with team.reading(team.dora):
        assert actions.settle({Kind.SPAM: 30, Kind.DRAFT: 30}, by=team.dora) == [Kind.SPAM]
        assert actions.settle({Kind.SPAM: 30}, by=team.dora) == []
        deeds = [entry.deed for entry in audit.entries(team.society.pk)]
    assert deeds.count("changed_settings") == 1


def test_a_longer_time_counts_at_once_and_a_shorter_one_after_thirty_days(team: Team) -> None:
    with team.reading(team.dora), freeze_time("2026-03-01 12:00") as clock:
        actions.settle({Kind.CASE: 1095}, by=team.dora)
        assert keeping.term(Kind.CASE).days == 1095
        actions.settle({Kind.CASE: 365}, by=team.dora)
        for day, days in (("2026-03-31", 1095), ("2026-04-01", 365)):
            clock.move_to(f"{day} 12:00")
            assert keeping.term(Kind.CASE).days == days
        assert keeping.graced(team.society.pk) == {}


def test_who_changes_it_again_within_the_grace_shortens_no_grace(team: Team) -> None:
    with team.reading(team.dora), freeze_time("2026-03-01 12:00") as clock:
        actions.settle({Kind.CASE: 365}, by=team.dora)
        clock.move_to("2026-03-21 12:00")
        actions.settle({Kind.CASE: 400}, by=team.dora)
        clock.move_to("2026-04-15 12:00")
        assert keeping.term(Kind.CASE).days == 731
        assert keeping.graced(team.society.pk) == {Kind.CASE: date(2026, 4, 20)}


DAYS = st.integers(1, 1200)


@given(days=DAYS, before=DAYS, begun=st.integers(-1300, 1300))
def test_the_last_day_is_the_last_on_which_it_still_counts(
    days: int, before: int, begun: int
) -> None:
    since = date(2026, 3, 1)
    own = Settled(days, before, since)
    start = since + timedelta(days=begun)
    last = own.last_day(start)
    assert last < start + own.in_force(last) + timedelta(days=1)
    after = last + timedelta(days=1)
    assert start + own.in_force(after) < after
    # Nothing that would have stood goes sooner than thirty days after the change.
    assert last >= min(start + timedelta(days=before), since + GRACE)


def test_a_society_may_let_photos_hang_for_less(team: Team) -> None:
    today = date(2026, 3, 1)
    with team.reading(team.dora), freeze_time(f"{today} 12:00") as clock:
        actions.settle({Kind.PHOTO: 100}, by=team.dora)
        clock.move_to("2026-06-01 12:00")
        team_subject = informed(team)
        agrees(team, team_subject, until=date(2026, 6, 1) + timedelta(days=100))
        with pytest.raises(BasisNotSound, match="at most 100 days"):
            consented(team, until=date(2026, 6, 1) + timedelta(days=101))


# --- the page ---


def _chosen(team: Team) -> dict[str, int]:
    return {kind.value: days for kind, days in keeping.chosen(team.society.pk).items()}


def test_the_page_shows_every_time_and_says_when_a_change_counts(
    team: Team, client: Client
) -> None:
    page = let_in(client, team.dora).get(PAGE).content.decode()
    for kind in Kind:
        assert str(kind.label) in page
    assert "A shorter one counts 30 days after you chose it: nothing disappears sooner." in page
    assert "Between 365 and 1095 days." in page


def test_who_administers_the_society_changes_a_time_on_the_page(team: Team, client: Client) -> None:
    admin = enlist(team.society, Role.SOCIETY_ADMIN)
    with team.reading():
        sent: dict[str, Any] = _chosen(team)
    seen = seen_on(let_in(client, admin).get(PAGE).content.decode())
    sent |= {"case": 400, "seen": seen}
    answer = client.post(PAGE, sent, follow=True)
    page = answer.content.decode()
    assert "Your times are kept. They count from the next daily run." in page
    assert "the longer time counts that was in force." in page
    with team.reading():
        assert keeping.chosen(team.society.pk)[Kind.CASE] == 400
    again = client.post(PAGE, sent, follow=True).content.decode()
    assert "Nothing has changed." in again


@pytest.mark.database_bound
def test_times_are_not_settled_over_what_somebody_settled_since(team: Team, client: Client) -> None:
    let_in(client, team.dora)
    with team.reading():
        sent = _chosen(team)
    first, second = sent | {"spam": 30}, sent | {"draft": 20}
    page = saved_twice(client, PAGE, first, second)
    assert "What was saved elsewhere" in page
    with team.reading():
        assert _chosen(team) == first
    saved_again(client, PAGE, second, page)
    with team.reading():
        assert _chosen(team) == second


@pytest.mark.parametrize("wrong", ["364", "1096", "", "two years", "-1"])
def test_the_form_refuses_what_is_out_of_bounds_and_names_them(
    wrong: str, team: Team, client: Client
) -> None:
    with team.reading():
        sent: dict[str, Any] = _chosen(team)
    answer = let_in(client, team.dora).post(PAGE, sent | {"case": wrong})
    assert answer.status_code == 422
    assert "Choose a whole number between 365 and 1095." in answer.content.decode()
    with team.reading():
        assert keeping.settled(team.society.pk) == {}


def test_a_page_about_a_person_says_how_long_it_is_kept(team: Team, client: Client) -> None:
    with team.reading():
        subject = informed(team)
    page = let_in(client, team.dora).get(f"/desk/subjects/{subject}/").content.decode()
    assert "How long we keep this" not in page  # nothing with a clock of its own yet


def test_what_still_goes_on_says_when_its_last_day_comes_as_the_table_has_it() -> None:
    page = render_to_string("protection/clocks.html", {"clocks": [Clock(Kind.RED_CROSS)]})
    assert f"{TABLE[Kind.RED_CROSS].days} days after" in page
    assert "No end" not in page


def test_what_waits_for_somebody_has_no_last_day() -> None:
    assert Clock(Kind.UNREAD).last == "No end"
