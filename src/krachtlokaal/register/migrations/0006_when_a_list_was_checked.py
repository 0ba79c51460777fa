"""An import must know which organisations came after its list was looked at."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("register", "0005_list_indexes")]
    operations = [
        migrations.AddField(
            "importrun", "checked_at", models.DateTimeField(blank=True, null=True)
        ),
    ]
