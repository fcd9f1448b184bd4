"""Entries end after ten years: the trigger lets go of those, and of none that is younger."""

from django.conf import settings
from django.db import migrations, models

from kintrace.vault.rows import Rows

# Ten years and never a day less, however the leap years fall; audit/actions.py says the same.
LET_GO = """
CREATE FUNCTION audit_entry_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.at > now() - interval '3653 days' THEN
        RAISE EXCEPTION 'audit entries are never changed or deleted before ten years';
    END IF;
    RETURN OLD;
END $$;
DROP TRIGGER audit_entry_stands ON audit_entry;
CREATE TRIGGER audit_entry_stands BEFORE UPDATE OR TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stands();
CREATE TRIGGER audit_entry_ends BEFORE DELETE ON audit_entry
FOR EACH ROW EXECUTE FUNCTION audit_entry_ends();
GRANT DELETE ON audit_entry TO "{staff}";
"""
KEEP_ALL = """
REVOKE DELETE ON audit_entry FROM "{staff}";
DROP TRIGGER audit_entry_ends ON audit_entry;
DROP FUNCTION audit_entry_ends();
DROP TRIGGER audit_entry_stands ON audit_entry;
CREATE TRIGGER audit_entry_stands BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_stands();
"""


def _on_postgresql(sql):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql.replace("{staff}", settings.DATABASE_ROLES["staff"]))

    return run


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_by_actor")]

    operations = [
        migrations.CreateModel(
            name="Beginning",
            fields=[
                (
                    "society",
                    models.UUIDField(db_column="society_id", primary_key=True, serialize=False),
                ),
                ("seq", models.PositiveBigIntegerField()),
                ("mac", models.BinaryField(max_length=32)),
                ("at", models.DateTimeField()),
                ("changes", models.PositiveIntegerField(default=0)),
                ("seal", models.BinaryField(max_length=32)),
            ],
        ),
        Rows("audit_beginning", staff="SELECT, INSERT, UPDATE"),
        migrations.RunPython(_on_postgresql(LET_GO), _on_postgresql(KEEP_ALL)),
    ]
