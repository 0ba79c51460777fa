"""Marks of what a released outcome was made of; shut to the workspace's own members."""

import django.core.serializers.json
import django.db.models.deletion
from django.db import migrations, models

from krachtlokaal.core.policies import protect


class Migration(migrations.Migration):
    dependencies = [("needs", "0005_report_files")]
    operations = [
        migrations.CreateModel(
            name="OutcomeMarks",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "marks",
                    models.JSONField(
                        default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
                (
                    "survey",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="needs.needssurvey",
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
        ),
        migrations.AddConstraint(
            model_name="outcomemarks",
            constraint=models.UniqueConstraint(
                fields=("survey", "number"), name="outcome_marks_once"
            ),
        ),
        protect("needs_outcomemarks", members=False),
    ]
