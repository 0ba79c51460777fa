"""The second lock on this room's tables."""

from django.db import migrations

from krachtlokaal.core.policies import protect

TABLES = ("advicecase", "casereader", "casenote")


class Migration(migrations.Migration):
    dependencies = [("advice", "0001_initial"), ("core", "0001_roles_and_scope")]
    operations = [protect(f"advice_{table}") for table in TABLES]
