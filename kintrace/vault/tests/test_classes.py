"""Every column has a class of data, said by its type or by its model."""

from typing import ClassVar

import pytest
from django.apps import apps
from django.db import models

from kintrace.vault.classes import CLASSES, ColumnWithoutClass, classes_of
from kintrace.vault.tests.papers import Clerk, Paper


class Untold(models.Model):
    """A model that forgot a column."""

    name = models.CharField(max_length=5)

    class Meta:
        app_label = "vault_tests"

    def __str__(self) -> str:
        return "untold"


class Mistaken(models.Model):
    """A model that names a column it does not have."""

    DATA: ClassVar[dict[str, str]] = {"id": "routing", "nom": "routing"}

    class Meta:
        app_label = "vault_tests"

    def __str__(self) -> str:
        return "mistaken"


def test_the_type_of_a_sealed_field_says_its_class() -> None:
    assert classes_of(Clerk) == {
        "id": "routing",
        "society_id": "routing",
        "name": "staff",
        "habits": "staff",
    }
    found = classes_of(Paper)
    assert (found["told"], found["contact"], found["file"]) == ("personal", "box", "routing")


@pytest.mark.parametrize("model", [Untold, Mistaken])
def test_a_column_without_a_class_is_named(model: type[models.Model]) -> None:
    with pytest.raises(ColumnWithoutClass):
        classes_of(model)


def test_every_table_of_the_vault_is_classed() -> None:
    for model in apps.get_app_config("vault").get_models():
        assert set(classes_of(model).values()) <= CLASSES
