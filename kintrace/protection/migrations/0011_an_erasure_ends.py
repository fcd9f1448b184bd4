"""That somebody was erased is known for ten years: the trigger lets go of older rows alone."""

from django.conf import settings
from django.db import migrations

# Ten years and never a day less, however the leap years fall; protection/retention.py says the same.
LET_GO = """
CREATE FUNCTION protection_erasure_ends() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.finished IS NULL OR OLD.finished > now() - interval '3653 days' THEN
        RAISE EXCEPTION 'that somebody was erased is kept for ten years';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER protection_erasure_ends BEFORE DELETE ON protection_erasure
FOR EACH ROW EXECUTE FUNCTION protection_erasure_ends();
GRANT DELETE ON protection_erasure TO "{staff}";
"""
KEEP_ALL = """
REVOKE DELETE ON protection_erasure FROM "{staff}";
DROP TRIGGER protection_erasure_ends ON protection_erasure;
DROP FUNCTION protection_erasure_ends();
"""


def _on_postgresql(sql):
    def run(apps, schema_editor):
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql.replace("{staff}", settings.DATABASE_ROLES["staff"]))

    return run


class Migration(migrations.Migration):
    dependencies = [("protection", "0010_no_concern_outside_the_seal")]

    operations = [
        migrations.RunPython(_on_postgresql(LET_GO), _on_postgresql(KEEP_ALL)),
    ]
