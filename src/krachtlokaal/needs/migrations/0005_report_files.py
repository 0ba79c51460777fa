"""Files of a fixed edition, and when a mail last asked what came of an action."""

import django.db.models.deletion
from django.db import migrations, models

from krachtlokaal.core.policies import protect


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("needs", "0004_cards_as_typed"),
    ]
    operations = [
        migrations.AddField(
            model_name="action",
            name="asked_on",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.CreateModel(
            name="EditionFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("pdf", "PDF"), ("docx", "Word"), ("zip", "Open data")],
                        max_length=5,
                    ),
                ),
                ("data", models.BinaryField()),
                ("made_at", models.DateTimeField(auto_now_add=True)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="files",
                        to="needs.edition",
                    ),
                ),
                (
                    "workspace",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="accounts.workspace",
                    ),
                ),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.AddConstraint(
            model_name="editionfile",
            constraint=models.UniqueConstraint(
                fields=("edition", "kind"), name="edition_file_once"
            ),
        ),
        protect("needs_editionfile"),
    ]
