"""Migration operations for row-level security: the second lock on owned tables."""

from django.db import migrations

FUNCTIONS = """
CREATE FUNCTION kl_scope() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(current_setting('kl.scope', true), '');
CREATE FUNCTION kl_workspaces() RETURNS bigint[] LANGUAGE sql STABLE PARALLEL SAFE
  RETURN coalesce(nullif(current_setting('kl.workspaces', true), ''), '{}')::bigint[];
CREATE FUNCTION kl_organisation() RETURNS bigint LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('kl.organisation', true), '')::bigint;
"""

GRANTS = """
GRANT USAGE ON SCHEMA public TO kl_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO kl_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO kl_app;
"""


def protect(
    table: str,
    *,
    organisation: str = "",
    also: str = "",
    shared_read: str = "",
    members: bool = True,
) -> migrations.RunSQL:
    """Lock a table that has a workspace_id.

    `organisation` names the column that the holder of a personal link is limited to; without it
    link holders see nothing here. `also` is a further condition under which a row is open, and
    `shared_read` one under which it may be read only. Without `members` even the workspace's own
    people can't read a row: what was answered is for who answered.
    """
    # The functions stand in sub-selects so that PostgreSQL calls them once a query, not once a row.
    holds = "workspace_id = ANY((SELECT kl_workspaces())::bigint[])"
    conditions = ["(SELECT kl_scope()) = 'system'"]
    if members:
        conditions.append(f"((SELECT kl_scope()) = 'workspaces' AND {holds})")
    if organisation:
        conditions.append(
            f"((SELECT kl_scope()) = 'link' AND {holds}"
            f" AND {organisation} = (SELECT kl_organisation()))"
        )
    if also:
        conditions.append(f"({also})")
    rule = " OR ".join(conditions)
    forward = (
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;"
        f"CREATE POLICY kl_guard ON {table} USING ({rule}) WITH CHECK ({rule});"
    )
    if shared_read:
        forward += f"CREATE POLICY kl_read ON {table} FOR SELECT USING ({shared_read});"
    backward = (
        f"DROP POLICY IF EXISTS kl_read ON {table}; DROP POLICY kl_guard ON {table};"
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;"
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;"
    )
    return migrations.RunSQL(forward, backward)


def append_only(table: str) -> migrations.RunSQL:
    """Rows may be added and read by the application, never changed or removed."""
    return migrations.RunSQL(
        f"REVOKE UPDATE, DELETE ON {table} FROM kl_app;",
        f"GRANT UPDATE, DELETE ON {table} TO kl_app;",
    )
