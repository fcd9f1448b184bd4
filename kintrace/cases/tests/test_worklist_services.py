"""Services nearby that somebody should ask about again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kintrace.cases import worklist_services
from kintrace.cases.neighbours import Group
from kintrace.directory import actions
from kintrace.directory.tests.cast import a_house, a_listing, a_place, last_asked
from kintrace.network.access import Role
from kintrace.network.tests.cast import enlist
from kintrace.vault.reader import reading_as


@pytest.mark.django_db
def test_a_place_is_named_once_from_two_weeks_before_a_word_runs_out() -> None:
    society, alma = a_house()
    chidi, today = enlist(society, Role.VOLUNTEER), timezone.localdate()
    with reading_as(society.pk):
        place, other = a_place(by=alma), a_place("Upper Ferry", by=alma)
        first, second, later = (a_listing(one, by=alma) for one in (place, place, other))
        last_asked(first, days_ago=95)
        last_asked(second, days_ago=80)
        last_asked(later, days_ago=75)
        [work] = worklist_services.services_to_confirm(chidi)
        assert "2 services near \u2068Eastport\u2069" in work.what
        assert str(place.pk) in work.url
        assert work.due == today - timedelta(days=5)
        assert work.group_on(today) is Group.LATE
        for listing in (first, second):
            actions.confirm(listing, by=chidi)
        assert list(worklist_services.services_to_confirm(chidi)) == []


@pytest.mark.django_db
def test_who_confirms_none_is_not_asked() -> None:
    society, alma = a_house()
    dora = enlist(society, Role.DATA_PROTECTION)
    with reading_as(society.pk):
        last_asked(a_listing(a_place(by=alma), by=alma), days_ago=95)
        assert list(worklist_services.services_to_confirm(dora)) == []
