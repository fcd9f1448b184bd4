"""What a search tries, and a family that comes together: pages of theirs stand in the demo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.test import Client
from django.urls import reverse

from kintrace.cases import lookups
from kintrace.cases.referral_words import Standing
from kintrace.cases.reunion_words import Held
from kintrace.cases.reunion_words import Step as Stage
from kintrace.cases.review_words import Reach
from kintrace.demo.invented import PASSWORD
from kintrace.demo.network import contact_plans, looked_for, settled, together
from kintrace.demo.network.courses import Course
from kintrace.demo.playing import named, seated
from kintrace.demo.steps import take
from kintrace.demo.tests.test_searches import come, first_of
from kintrace.network.tests.cast import let_in, open_box

if TYPE_CHECKING:
    from uuid import UUID

    from kintrace.cases.models import Case
    from kintrace.demo.network.houses import House


def page(who: str, name: str, *about: UUID | str) -> str:
    """As this member of the demo reads it, the box open."""
    client = let_in(Client(), named(who))
    open_box(client, password=PASSWORD)
    answer = client.get(reverse(f"cases:{name}", args=about))
    assert answer.status_code == 200
    return answer.content.decode()


def searched(house: House) -> dict[Course, Case]:
    """Everything twice: the second time adds nothing."""
    cases = {one.course: come(first_of(one.course)) for one in looked_for.LOOKED}
    for step in looked_for.steps(house):
        step.do()
        step.do()
    return cases


def test_a_place_is_asked_in_two_searches_and_what_was_tried_is_written_down(
    northmark: House,
) -> None:
    cases = searched(northmark)
    with seated(named("alma")) as alma:
        assert lookups.enquiries_waiting(alma).count() == len(cases)
        for looked in looked_for.LOOKED:
            case = cases[looked.course]
            told = [lookups.told_at(row)["words"] for row in lookups.tries_of(case)]
            assert sorted(told) == sorted(words for _place, words in looked.tries)
            assert [row.way for row in lookups.reviews_of(case)] == [looked.way]
        assert Reach.NOT_REACHED in {one.way for one in looked_for.LOOKED}
        [asked] = lookups.enquiries_in(cases[Course.LEAD])
    assert "Hospital above the harbour" in page("alma", "enquiry", asked.pk)
    assert "A barber who speaks the language" in page("alma", "case", cases[Course.TRACING].pk)


def test_a_body_without_a_name_has_a_card_that_an_officer_reads(northmark: House) -> None:
    searched(northmark)
    with seated(named("omar")) as omar:
        [card] = lookups.unnamed_of(omar)
        assert lookups.words_on(card) == looked_for.WORDS
    assert "Below the lighthouse" in page("omar", "unnamed", card.pk)


def test_a_family_that_is_in_touch_has_a_dossier_and_two_are_passed_on(northmark: House) -> None:
    for step in settled.steps(northmark):
        take(step)
    come(first_of(Course.TOLD))
    case = come(first_of(Course.RELEASED))
    for step in (*contact_plans.at_first(northmark), *together.steps(northmark)):
        step.do()
        step.do()
    with seated(named("omar")) as omar:
        sought = lookups.still_sought(case)[0]
        dossier = lookups.dossier_of(lookups.finding_of(sought))
        assert dossier
        assert dossier.step == Stage.DOSSIER
        assert {sheet.held for _row, sheet in dossier.sheets} == set(Held)
        referred = {row.standing: row.pk for row in lookups.referrals_going_on(omar)}
        assert referred.keys() == {Standing.REFERRED, Standing.ACCEPTED}
    assert "The advice centre reads the papers" in page("omar", "reunion", sought.pk)
    for pk in referred.values():
        assert page("alma", "referral", pk)
