"""Index cards and their tags."""

import uuid
from typing import Any

import django.db.models.deletion
import kintrace.people.tag_arrays
import kintrace.vault.fields
from django.db import migrations, models

from kintrace.vault.rows import Grant, MatcherRows, Rows
from kintrace.vault.tables import Tables

INDEXED = ("people_cardtags", "people_networktags")
# A card that no slot opens to the network is not even there for the matching worker.
OPEN_TO_NETWORK = (
    "EXISTS (SELECT 1 FROM vault_networkslot WHERE vault_networkslot.file = people_indexcard.file)"
)


def index(_apps: Any, schema_editor: Any) -> None:
    """Every tag leads to its cards; on SQLite a table of its own does that."""
    if schema_editor.connection.vendor == "postgresql":
        for table in INDEXED:
            schema_editor.execute(f"CREATE INDEX {table}_tags ON {table} USING gin (tags)")


def no_index(_apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor == "postgresql":
        for table in INDEXED:
            schema_editor.execute(f"DROP INDEX {table}_tags")


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0001_initial"),
        ("people", "0002_rows"),
        ("vault", "0003_network"),
    ]

    operations = [
        Tables(
            models=[
                migrations.CreateModel(
                    name='IndexCard',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('file', models.UUIDField(db_index=True)),
                        ('subject', models.UUIDField(unique=True)),
                        ('told', kintrace.vault.fields.SealedJSON()),
                        ('number', models.BigIntegerField(db_index=True)),
                        ('searched', models.BigIntegerField(default=0)),
                        ('society', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='network.society')),
                    ],
                    options={
                        'abstract': False,
                        'indexes': [models.Index(condition=models.Q(('searched', models.F('number')), _negated=True), fields=['society'], name='cards_to_be_searched')],
                    },
                ),
                migrations.CreateModel(
                    name='CardTags',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('epoch', models.PositiveSmallIntegerField(db_index=True)),
                        ('tags', kintrace.people.tag_arrays.TagsField()),
                        ('card', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='tags', to='people.indexcard')),
                    ],
                ),
                migrations.CreateModel(
                    name='NetworkTags',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('epoch', models.PositiveSmallIntegerField()),
                        ('number', models.BigIntegerField()),
                        ('tags', kintrace.people.tag_arrays.TagsField()),
                        ('again', models.DateField(db_index=True, null=True)),
                        ('card', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='network_tags', to='people.indexcard')),
                    ],
                ),
                migrations.CreateModel(
                    name='CardTag',
                    fields=[
                        ('id', models.BigAutoField(primary_key=True, serialize=False)),
                        ('tag', models.BigIntegerField()),
                        ('card', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.indexcard')),
                    ],
                    options={
                        'indexes': [models.Index(fields=['tag', 'card'], name='people_card_tag_753e2c_idx')],
                    },
                ),
            ]
        ),
        Rows("people_indexcard", matcher="SELECT"),
        MatcherRows("people_indexcard", where=OPEN_TO_NETWORK),
        Grant("people_cardtags"),
        Grant("people_cardtag"),
        Grant("people_networktags", staff="SELECT, DELETE", matcher="SELECT, INSERT, UPDATE, DELETE"),
        migrations.RunPython(index, no_index),
    ]
