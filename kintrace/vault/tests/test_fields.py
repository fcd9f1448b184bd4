"""Sealed fields: sealed on saving, opened on reading, refused everywhere else."""

import pickle
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q
from django.forms.models import model_to_dict
from pytest_django import DjangoAssertNumQueries

from kintrace.vault.actions import erase_file, open_file
from kintrace.vault.fields import Ciphertext
from kintrace.vault.reader import KeyNotAtHand, reading_as
from kintrace.vault.tests.papers import Clerk, Paper, overwrite, raw

pytestmark = [pytest.mark.usefixtures("tables"), pytest.mark.database_bound]
SECRET = "Amina من مقديشو"


def paper(society: UUID, told: str = SECRET) -> Paper:
    with reading_as(society):
        file = open_file(society)
        return Paper.objects.create(
            file=file, society_id=society, told=told, facts={"names": [told]}
        )


def test_what_was_saved_is_read_again(austria: UUID) -> None:
    row = paper(austria)
    with reading_as(austria):
        again = Paper.objects.get(pk=row.pk)
        assert (again.told, again.facts, again.aside) == (SECRET, {"names": [SECRET]}, None)
        assert row.told == SECRET


def test_the_database_holds_ciphertext_in_steps_of_32_bytes(austria: UUID) -> None:
    row = paper(austria, told="x" * 31)
    longer = paper(austria, told="x" * 32)
    stored, more = raw(Paper, row, "told"), raw(Paper, longer, "told")
    assert b"xxx" not in stored
    assert (len(stored), len(more)) == (29 + 32, 29 + 64)


def test_nobody_reads_without_a_reader(austria: UUID) -> None:
    row = paper(austria)
    with pytest.raises(KeyNotAtHand):
        _ = row.told
    with pytest.raises(KeyNotAtHand):
        _ = Paper.objects.get(pk=row.pk).facts


def test_nobody_seals_without_a_reader(austria: UUID) -> None:
    with pytest.raises(KeyNotAtHand):
        Paper.objects.create(file=uuid4(), society_id=austria, told=SECRET)


def test_another_society_has_no_slot(austria: UUID, bulgaria: UUID) -> None:
    row = paper(austria)
    with reading_as(bulgaria), pytest.raises(KeyNotAtHand):
        _ = row.told


def test_an_erased_file_cannot_be_read(austria: UUID) -> None:
    row = paper(austria)
    with reading_as(austria):
        assert row.told == SECRET
        assert erase_file(row.file) == 1
        with pytest.raises(KeyNotAtHand):
            _ = row.told


@pytest.mark.parametrize(("column", "other"), [("told", "aside"), ("aside", "told")])
def test_a_value_moved_to_another_column_or_row_is_refused(
    austria: UUID, column: str, other: str
) -> None:
    with reading_as(austria):
        file = open_file(austria)
        one = Paper.objects.create(file=file, society_id=austria, told="one", aside="here")
        two = Paper.objects.create(file=file, society_id=austria, told="two", aside="there")
    for source, target, into in ((one, one, other), (one, two, column)):
        overwrite(target, into, raw(Paper, source, column))
        with reading_as(austria), pytest.raises(KeyNotAtHand):
            getattr(Paper.objects.get(pk=target.pk), into)


@pytest.mark.parametrize(
    "lookup", ["told", "told__exact", "told__contains", "told__in", "facts__a"]
)
def test_a_search_by_value_is_refused(lookup: str) -> None:
    for ask in (Paper.objects.filter, Paper.objects.exclude):
        with pytest.raises(TypeError):
            ask(**{lookup: [SECRET]})
    with pytest.raises(TypeError):
        Paper.objects.filter(Q(**{lookup: [SECRET]}) | Q(title="x"))


@pytest.mark.parametrize("order", ["told", "-facts"])
def test_an_order_by_value_is_refused(order: str) -> None:
    with pytest.raises(TypeError):
        list(Paper.objects.order_by(order))


def test_whether_something_was_said_may_be_asked(austria: UUID) -> None:
    row = paper(austria)
    assert Paper.objects.filter(aside__isnull=True).get() == row
    assert not Paper.objects.filter(aside__isnull=False).exists()
    said = Paper.objects.filter(pk=OuterRef("pk"), told__isnull=False)
    assert Paper.objects.filter(Exists(said)).get() == row


def test_plaintext_by_update_is_refused(austria: UUID) -> None:
    row = paper(austria)
    for value in (SECRET, b"bytes", {"a": 1}, Ciphertext(b"x")):
        with pytest.raises(TypeError), transaction.atomic():
            Paper.objects.filter(pk=row.pk).update(told=value)
    with reading_as(austria):
        row.told = "new"
        with pytest.raises(TypeError), transaction.atomic():
            Paper.objects.bulk_update([row], ["told"])
        assert Paper.objects.get(pk=row.pk).told == SECRET


def test_plain_columns_update_as_ever(austria: UUID) -> None:
    row = paper(austria)
    Paper.objects.filter(pk=row.pk).update(title="seen")
    row.refresh_from_db()
    assert row.title == "seen"


def test_a_column_is_not_copied_to_another(austria: UUID) -> None:
    row = paper(austria)
    with pytest.raises(TypeError):
        Paper.objects.filter(pk=row.pk).update(aside=F("told"))


def test_values_show_ciphertext_only(austria: UUID) -> None:
    row = paper(austria)
    with reading_as(austria):
        (shown,) = Paper.objects.filter(pk=row.pk).values_list("told", flat=True)
        assert isinstance(shown, Ciphertext)
        assert repr(shown) == "sealed"
        assert repr(Paper.objects.values("told", "facts").get()["facts"]) == "sealed"


def test_a_new_row_does_not_take_the_ciphertext_of_another(austria: UUID) -> None:
    row = paper(austria)
    with reading_as(austria):
        copied = Paper.objects.get(pk=row.pk)
        copied.pk = uuid4()
        copied._state.adding = True
        with pytest.raises(TypeError):
            copied.save()


def test_nothing_prints_or_pickles_a_value(austria: UUID) -> None:
    row = paper(austria)
    unsaved = Paper(society_id=austria, told=SECRET, facts={"a": SECRET})
    with reading_as(austria):
        read = Paper.objects.get(pk=row.pk)
        assert read.facts
        for shown in (row, unsaved, read):
            text = f"{shown} {shown!r} {shown.__dict__!r} {model_to_dict(shown)!r}"
            assert SECRET not in text
            with pytest.raises(TypeError):
                pickle.dumps(shown)
    assert str(row) == f"paper {row.pk}"


def test_refreshing_and_deferred_loading_work(austria: UUID) -> None:
    row = paper(austria)
    row.refresh_from_db()  # needs no key
    with reading_as(austria):
        row.told = "changed"
        row.refresh_from_db(fields=["told"])
        assert row.told == SECRET
        later = Paper.objects.only("title").get(pk=row.pk)
        assert "told_sealed" in later.get_deferred_fields()
        assert later.told == SECRET
        later.title = "t"
        later.save()
        assert Paper.objects.defer("told").get(pk=row.pk).facts == {"names": [SECRET]}


def test_saving_does_not_touch_what_was_not_read(austria: UUID) -> None:
    row = paper(austria)
    before = raw(Paper, row, "told")
    found = Paper.objects.get(pk=row.pk)
    found.title = "no key needed"
    found.save()
    assert raw(Paper, row, "told") == before


def test_a_changed_list_inside_is_saved(austria: UUID) -> None:
    row = paper(austria)
    with reading_as(austria):
        found = Paper.objects.get(pk=row.pk)
        before = raw(Paper, row, "facts")
        assert found.facts["names"] == [SECRET]
        found.save()
        assert raw(Paper, row, "facts") == before
        found.facts["names"].append("Nadia")
        found.save()
        found.facts["names"].append("Omar")
        found.save(update_fields=["facts"])
        assert Paper.objects.get(pk=row.pk).facts == {"names": [SECRET, "Nadia", "Omar"]}


def test_many_rows_are_sealed_at_once_and_cost_one_query_to_open(
    austria: UUID, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with reading_as(austria):
        files = [open_file(austria) for _ in range(3)]
        Paper.objects.bulk_create(
            [Paper(file=f, society_id=austria, told=f"{n}") for n, f in enumerate(files)]
        )
    with reading_as(austria) as reader:
        rows = list(Paper.objects.all())
        with django_assert_num_queries(1):
            reader.take(row.file for row in rows)
            assert {row.told for row in rows} == {"0", "1", "2"}
            assert all(row.facts == {} for row in rows)


def test_staff_fields_open_for_their_society_alone(austria: UUID, bulgaria: UUID) -> None:
    with reading_as(austria):
        clerk = Clerk.objects.create(society_id=austria, name=SECRET, habits=["tea"])
    with reading_as(austria):
        found = Clerk.objects.get(pk=clerk.pk)
        assert (found.name, found.habits) == (SECRET, ["tea"])
    with reading_as(bulgaria), pytest.raises(KeyNotAtHand):
        _ = found.name
    with pytest.raises(KeyNotAtHand):
        Clerk.objects.create(society_id=austria, name=SECRET)


def test_wrong_types_are_refused_without_naming_the_value(austria: UUID) -> None:
    with reading_as(austria):
        file = open_file(austria)
        for wrong in ({"told": 5}, {"facts": {SECRET: object()}}):
            with pytest.raises(TypeError) as refusal:
                Paper.objects.create(file=file, society_id=austria, **wrong)
            assert SECRET not in str(refusal.value)


def test_getting_or_making_takes_sealed_defaults(austria: UUID) -> None:
    with reading_as(austria):
        defaults = {"file": open_file(austria), "society_id": austria, "told": SECRET}
        row, made = Paper.objects.get_or_create(title="t", defaults=defaults)
        again, made_again = Paper.objects.update_or_create(title="t", defaults={"told": "new"})
        assert (made, made_again) == (True, False)
        assert Paper.objects.get(pk=row.pk).told == again.told == "new"
