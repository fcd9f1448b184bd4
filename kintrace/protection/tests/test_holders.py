"""Every folder that keeps something of a person can stop, erase and copy it."""

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured

from kintrace.protection import holders
from kintrace.protection.tests.given import Team, cleared
from kintrace.protection.tests.onlooker import Onlooker
from kintrace.vault.classes import classes_of

ABOUT_PEOPLE = {"personal", "box", "staff", "blind"}
# Folders that have models and no holder yet, with the day by which they must have one.
NOT_LANDED: dict[str, str] = {}


def test_every_folder_with_data_about_people_registered_a_holder() -> None:
    registered = {holder.kind for holder in holders.every()}
    ours = [model for model in apps.get_models() if model.__module__.startswith("kintrace.")]
    with_people = {
        model._meta.app_label for model in ours if ABOUT_PEOPLE & set(classes_of(model).values())
    }
    assert with_people - registered - holders.WITHOUT_SUBJECTS.keys() - NOT_LANDED.keys() == set()


def test_holders_are_called_from_the_top_layer_down(onlooker: Onlooker) -> None:
    kinds = [holder.kind for holder in holders.every()]
    assert kinds[0] == onlooker.kind
    assert kinds == sorted(kinds, key=holders.ORDER.index)


def test_a_holder_without_a_place_in_the_order_is_refused() -> None:
    class Stray(Onlooker):
        kind = "stray"

    with pytest.raises(ImproperlyConfigured):
        holders.register(Stray())


def test_a_matter_is_called_what_the_topmost_folder_calls_it(
    sealed_team: Team, onlooker: Onlooker
) -> None:
    with sealed_team.reading():
        assert holders.label(cleared(sealed_team)) == "XX-2345-6789"


def test_an_access_copy_says_what_was_given_and_agreed(sealed_team: Team) -> None:
    with sealed_team.reading():
        lines = {line.name: line.value for line in holders.copy(cleared(sealed_team))}
    assert "version 1" in lines["You were given our information notice"]
    assert lines["Show the photo to everyone"].startswith("Consent, since ")


def test_many_matters_are_called_as_each_alone(sealed_team: Team, onlooker: Onlooker) -> None:
    del onlooker
    with sealed_team.reading():
        subjects = [cleared(sealed_team), cleared(sealed_team)]
        assert holders.labels(subjects) == {one: holders.label(one) for one in subjects}
