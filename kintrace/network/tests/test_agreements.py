"""Agreements between two societies: who signs, who sees, when they count."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone
from freezegun import freeze_time

from kintrace.audit import lookups as audit
from kintrace.network import actions, lookups
from kintrace.network.access import Role
from kintrace.network.models import Member, SharingAgreement, Society
from kintrace.network.tests.cast import MakeMember, MakeSociety, SignIn
from kintrace.vault.reader import reading_as

SECOND_EYE = SharingAgreement.Purpose.SECOND_EYE


@pytest.fixture
def bg(make_society: MakeSociety) -> Society:
    return make_society("BG")


@pytest.fixture
def boris(bg: Society, make_member: MakeMember) -> Member:
    return make_member(bg, Role.OFFICER)


@pytest.fixture
def anna(at: Society, make_member: MakeMember) -> Member:
    return make_member(at, Role.OFFICER)


def sign(giver: Society, taker: Society, by: Member, **more: object) -> SharingAgreement:
    with reading_as(by.society_id, member=by.pk):
        return actions.sign_agreement(
            giver,
            taker=taker,
            purposes=[SECOND_EYE],
            by=by,
            **more,  # type: ignore[arg-type]
        )


def looks(giver: Society, taker: Society) -> bool:
    with reading_as(giver.pk):
        return lookups.agreed_to_look(giver.pk, taker.pk)


def test_an_agreement_lets_one_look_and_not_the_other(
    at: Society, bg: Society, anna: Member
) -> None:
    sign(at, bg, anna)
    assert looks(at, bg)
    assert not looks(bg, at)


def test_who_is_to_look_cannot_sign_for_who_is_looked_at(
    at: Society, bg: Society, boris: Member
) -> None:
    with pytest.raises(actions.NotYourAgreement):
        sign(at, bg, boris)
    assert not looks(at, bg)


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.CHILD_PROTECTION, Role.SOCIETY_ADMIN])
def test_only_an_officer_signs(
    at: Society, bg: Society, make_member: MakeMember, role: Role
) -> None:
    with pytest.raises(actions.NotYourAgreement):
        sign(at, bg, make_member(at, role))


@pytest.mark.database_bound
def test_the_networks_office_signs_for_others_and_sees_all(
    at: Society, bg: Society, make_society: MakeSociety, make_member: MakeMember
) -> None:
    office = make_member(make_society("NO"), Role.NETWORK_ADMIN)
    signed = sign(at, bg, office)
    with reading_as(office.society_id):
        assert lookups.agreements_of(office) == [signed]
        actions.end_agreement(signed, by=office)
    assert not looks(at, bg)


@pytest.mark.database_bound
def test_both_see_it_in_their_chains_and_a_third_sees_nothing(
    at: Society, bg: Society, anna: Member, boris: Member, make_society: MakeSociety
) -> None:
    signed, third = sign(at, bg, anna), make_society("CH")
    with reading_as(bg.pk, member=boris.pk):
        assert lookups.agreements_of(boris) == [signed]
        actions.end_agreement(signed, by=boris)
    for society, deeds in (
        (at, ["agreed_to_share", "ended_agreement"]),
        (bg, ["agreed_to_share", "ended_agreement"]),
        (third, []),
    ):
        with reading_as(society.pk):
            found = [one.deed for one in audit.entries(society.pk) if one.about == signed.pk]
        assert sorted(found) == deeds


@pytest.mark.usefixtures("postgres")
@pytest.mark.database_bound
def test_row_security_hides_it_from_a_third_society(
    at: Society, bg: Society, anna: Member, make_society: MakeSociety
) -> None:
    sign(at, bg, anna)
    seen = []
    for society in (at, bg, make_society("CH")):
        with reading_as(society.pk):
            seen.append(SharingAgreement.objects.count())
    assert seen == [1, 1, 0]


def test_it_counts_from_its_first_day_to_its_last(at: Society, bg: Society, anna: Member) -> None:
    last = timezone.localdate() + timedelta(days=30)
    sign(at, bg, anna, until=last)
    for days, counts in ((30, True), (31, False)):
        with freeze_time(timezone.now() + timedelta(days=days)):
            assert looks(at, bg) is counts


def test_a_society_that_left_looks_at_nothing(at: Society, bg: Society, anna: Member) -> None:
    sign(at, bg, anna)
    Society.objects.filter(pk=bg.pk).update(state=Society.State.LEFT)
    assert not looks(at, bg)


@pytest.mark.database_bound
def test_the_database_too_wants_two_societies_and_one_agreement_a_direction(
    at: Society, bg: Society, anna: Member
) -> None:
    sign(at, bg, anna)
    with pytest.raises(actions.AgreementStands):
        sign(at, bg, anna)
    today = timezone.localdate()
    with reading_as(at.pk):
        for taker in (at, bg):
            with pytest.raises(IntegrityError), transaction.atomic():
                SharingAgreement.objects.create(
                    giver=at, taker=taker, since=today, signed_by=anna.pk
                )


def test_it_is_signed_and_ended_by_its_pages(
    at: Society, bg: Society, anna: Member, sign_in: SignIn, client: Client
) -> None:
    desk = sign_in(client, anna)
    said = {"giver": str(at.pk), "taker": str(bg.pk), "purposes": ["second_eye"], "until": ""}
    assert desk.post("/desk/agreements/sign/", said).status_code == 302
    assert "Society BG" in desk.get("/desk/agreements/").content.decode()
    assert desk.post("/desk/agreements/sign/", said).status_code == 422
    with reading_as(at.pk):
        [agreement] = lookups.agreements_of(anna)
    ended = desk.post("/desk/agreements/end/", {"agreement": str(agreement.pk)})
    assert ended.status_code == 302
    assert not looks(at, bg)


def test_an_officer_cannot_name_another_society_as_giver(
    at: Society, bg: Society, boris: Member, sign_in: SignIn, client: Client
) -> None:
    desk = sign_in(client, boris)
    said = {"giver": str(at.pk), "taker": str(bg.pk), "purposes": ["second_eye"]}
    assert desk.post("/desk/agreements/sign/", said).status_code == 422
    assert not looks(at, bg)
