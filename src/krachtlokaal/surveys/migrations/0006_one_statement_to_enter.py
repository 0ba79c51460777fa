"""All that stands behind a link to answer, and the scope of its organisation, in one statement."""

from django.db import migrations

# Runs with the rights of who calls it. It reads in the system scope, because the secret names the
# link and the link all the rest, and leaves the transaction in the scope of that one organisation;
# where no link holds, in the scope that was there before. Rows come whole: columns may be added.
FUNCTION = """
CREATE FUNCTION kl_desk(hashed bytea, asked text, moment timestamptz)
RETURNS TABLE (
  i surveys_invitation, l office_personallink, w surveys_wave, m surveys_measurement,
  o register_organisation, p accounts_workspace, d surveys_answerdraft
) LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  before text := coalesce(current_setting('kl.scope', true), '');
  hit record;
BEGIN
  PERFORM set_config('kl.scope', 'system', true);
  SELECT invitation, link, wave, measurement, organisation, workspace, draft INTO hit
    FROM office_personallink link
    JOIN surveys_invitation invitation ON invitation.link_id = link.id
    JOIN surveys_wave wave ON wave.id = invitation.wave_id
    JOIN surveys_measurement measurement ON measurement.id = invitation.measurement_id
    JOIN register_organisation organisation ON organisation.id = invitation.organisation_id
    JOIN accounts_workspace workspace ON workspace.id = invitation.workspace_id
    LEFT JOIN surveys_answerdraft draft ON draft.invitation_id = invitation.id
    WHERE link.token_hash = hashed AND link.purpose = asked AND link.revoked_at IS NULL
      AND (link.expires_at IS NULL OR link.expires_at >= moment);
  IF NOT FOUND THEN
    PERFORM set_config('kl.scope', before, true);
    RETURN;
  END IF;
  i := hit.invitation; l := hit.link; w := hit.wave; m := hit.measurement;
  o := hit.organisation; p := hit.workspace; d := hit.draft;
  PERFORM set_config('kl.scope', 'link', true),
    set_config('kl.workspaces', '{' || i.workspace_id || '}', true),
    set_config('kl.organisation', i.organisation_id::text, true);
  RETURN NEXT;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("surveys", "0005_what_a_wish_is_about")]
    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION kl_desk(bytea, text, timestamptz);"),
    ]
