"""The pages of an import show a list without reading its file again."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0003_places")]
    operations = [
        migrations.AddField("importrun", "head", models.JSONField(default=dict)),
        migrations.AddField("importrun", "version", models.PositiveIntegerField(default=1)),
        migrations.AddField(
            "importrow", "same_as", models.PositiveIntegerField(blank=True, null=True)
        ),
    ]
