"""How often somebody kept something would tell which of the answers in the open is the long one."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("surveys", "0006_one_statement_to_enter")]
    operations = [migrations.RemoveField(model_name="answerdraft", name="version")]
