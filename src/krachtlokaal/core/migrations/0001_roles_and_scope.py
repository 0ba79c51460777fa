"""What every other table stands on: rights of the application's role, the scope, the cache."""

from django.db import migrations

from krachtlokaal.core.policies import FUNCTIONS, GRANTS

CACHE = """
CREATE TABLE core_cache (
  cache_key varchar(255) PRIMARY KEY, value text NOT NULL, expires timestamptz NOT NULL
);
CREATE INDEX core_cache_expires ON core_cache (expires);
"""


class Migration(migrations.Migration):
    # The roles' rights come first: they are defaults for tables that are made after them.
    run_before = [
        ("contenttypes", "0001_initial"),
        ("procrastinate", "0001_initial"),
        ("sessions", "0001_initial"),
    ]
    operations = [
        migrations.RunSQL(GRANTS, migrations.RunSQL.noop),
        migrations.RunSQL(
            FUNCTIONS,
            "DROP FUNCTION kl_scope(); DROP FUNCTION kl_workspaces(); DROP FUNCTION kl_organisation();",
        ),
        migrations.RunSQL(CACHE, "DROP TABLE core_cache;"),
    ]
