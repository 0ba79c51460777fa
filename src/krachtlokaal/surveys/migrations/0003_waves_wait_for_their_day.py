"""A wave that was agreed to opens on its day: one more state."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("surveys", "0002_guard")]
    operations = [
        migrations.AlterField(
            model_name="wave",
            name="state",
            field=models.CharField(
                choices=[
                    ("preparing", "In voorbereiding"),
                    ("planned", "Gepland"),
                    ("open", "Open"),
                    ("closed", "Gesloten"),
                    ("called_off", "Afgelast"),
                ],
                default="preparing",
                max_length=10,
            ),
        ),
    ]
