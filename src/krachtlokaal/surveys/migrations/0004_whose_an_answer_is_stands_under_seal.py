from django.db import migrations, models


class Migration(migrations.Migration):
    """A hash that stays the same would tell two backups which answer came between them."""

    dependencies = [("surveys", "0003_waves_wait_for_their_day")]
    operations = [
        migrations.RemoveField(model_name="answer", name="answer_hash"),
        migrations.AddField(
            model_name="answer",
            name="owner",
            field=models.BinaryField(default=b"", max_length=60),
            preserve_default=False,
        ),
    ]
