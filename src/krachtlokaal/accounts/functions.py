"""SQL functions of this room, used by its migrations."""

# The one who asks is known before her workspaces are: the function reads past the policies, but
# only the memberships of the user that it is asked about, and puts the scope back.
MEMBERSHIPS = """
CREATE FUNCTION kl_memberships(asker bigint)
RETURNS TABLE (
  workspace bigint, slug varchar, name varchar, kind varchar, role varchar, factor boolean
)
LANGUAGE plpgsql VOLATILE AS $$
DECLARE
  scope_before text := coalesce(current_setting('kl.scope', true), '');
BEGIN
  PERFORM set_config('kl.scope', 'system', true);
  RETURN QUERY
    SELECT w.id, w.slug, w.name, w.kind, m.role,
      EXISTS (SELECT 1 FROM mfa_authenticator f
              WHERE f.user_id = asker AND f.type <> 'recovery_codes')
    FROM accounts_user u
    LEFT JOIN accounts_membership m ON m.user_id = u.id AND m.ended_at IS NULL
    LEFT JOIN accounts_workspace w ON w.id = m.workspace_id AND w.archived_at IS NULL
    WHERE u.id = asker AND u.is_active
    ORDER BY m.last_used_at DESC NULLS LAST, w.name;
  PERFORM set_config('kl.scope', scope_before, true);
END $$;
"""
