"""What the note-taker heard in a card, dots that stay when ballots go, and when a table closed."""

from django.db import migrations, models

KINDS = [
    ("knelpunt", "Knelpunt"),
    ("wens", "Wens"),
    ("kans", "Kans"),
    ("voorbeeld", "Goed voorbeeld"),
]


class Migration(migrations.Migration):
    dependencies = [("needs", "0003_second_coding")]
    operations = [
        migrations.AddField(
            model_name="card",
            name="heard_as",
            field=models.CharField(blank=True, choices=KINDS, max_length=9, verbose_name="soort"),
        ),
        migrations.AddField(
            model_name="card",
            name="counted",
            field=models.PositiveIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="roundtable",
            name="closed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
