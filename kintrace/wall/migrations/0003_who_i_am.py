"""A visitor may say who they are: one more kind of message, in the same insert-only table."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("wall", "0002_rows")]

    operations = [
        migrations.AlterField(
            model_name="message",
            name="kind",
            field=models.CharField(
                choices=[
                    ("message", "Message about a face"),
                    ("ask", "Photo to be taken down"),
                    ("danger", "Somebody is in danger"),
                    ("demand", "Money was asked for"),
                    ("self", "Somebody says who they are"),
                ],
                default="message",
                max_length=10,
            ),
        ),
    ]
