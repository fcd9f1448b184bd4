import kintrace.vault.tables
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        kintrace.vault.tables.Tables(
            models=[
                migrations.CreateModel(
                    name='RecordKey',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society_id', models.UUIDField()),
                        ('version', models.PositiveSmallIntegerField(default=1)),
                        ('root_version', models.PositiveSmallIntegerField()),
                        ('wrapped', models.BinaryField()),
                        ('earlier', models.BinaryField(null=True)),
                        ('made_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('society_id', 'version'), name='one_record_key_per_version')],
                    },
                ),
                migrations.CreateModel(
                    name='Slot',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('file', models.UUIDField()),
                        ('society_id', models.UUIDField()),
                        ('owner_id', models.UUIDField()),
                        ('wrapped', models.BinaryField()),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('file', 'society_id'), name='one_slot_per_society')],
                    },
                ),
                migrations.CreateModel(
                    name='SigningList',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society_id', models.UUIDField()),
                        ('number', models.PositiveSmallIntegerField()),
                        ('body', models.BinaryField()),
                        ('fingerprint', models.CharField(max_length=64)),
                        ('signatures', models.JSONField()),
                        ('made_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('society_id', 'number'), name='one_list_per_number')],
                    },
                ),
                migrations.CreateModel(
                    name='BoxKey',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society_id', models.UUIDField()),
                        ('box', models.CharField(max_length=40)),
                        ('version', models.PositiveSmallIntegerField(default=1)),
                        ('public', models.BinaryField()),
                        ('signing_list', models.BinaryField()),
                        ('signatures', models.JSONField()),
                        ('made_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('society_id', 'box', 'version'), name='one_box_key_per_version')],
                    },
                ),
                migrations.CreateModel(
                    name='MemberKey',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society_id', models.UUIDField()),
                        ('member_id', models.UUIDField(unique=True)),
                        ('box_public', models.BinaryField()),
                        ('signing_public', models.BinaryField()),
                        ('salt', models.BinaryField()),
                        ('wrapped', models.BinaryField()),
                        ('recovery_salt', models.BinaryField()),
                        ('recovery_wrapped', models.BinaryField()),
                        ('made_at', models.DateTimeField(auto_now_add=True)),
                    ],
                ),
                migrations.CreateModel(
                    name='BoxGrant',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society_id', models.UUIDField()),
                        ('member_id', models.UUIDField(db_index=True)),
                        ('box', models.CharField(max_length=40)),
                        ('version', models.PositiveSmallIntegerField()),
                        ('sealed', models.BinaryField()),
                        ('signatures', models.JSONField()),
                        ('made_at', models.DateTimeField(auto_now_add=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('society_id', 'member_id', 'box', 'version'), name='one_grant_per_member')],
                    },
                ),
                migrations.CreateModel(
                    name='FormerHolder',
                    fields=[
                        ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ('society_id', models.UUIDField()),
                        ('member_id', models.UUIDField()),
                        ('box', models.CharField(max_length=40)),
                        ('version', models.PositiveSmallIntegerField()),
                        ('gone', models.DateTimeField(null=True)),
                    ],
                    options={
                        'constraints': [models.UniqueConstraint(fields=('society_id', 'member_id', 'box'), name='one_former_holder_per_box')],
                    },
                ),
            ],
        ),
    ]
