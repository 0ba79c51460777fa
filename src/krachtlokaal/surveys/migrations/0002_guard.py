"""The second lock: participation for the workspace, answers for who answered; versions stay."""

from django.db import migrations

from krachtlokaal.core.policies import protect

# Who came by a link reads the waves that her organisation is asked in.
BY_LINK = (
    "(SELECT kl_scope()) = 'link' AND EXISTS (SELECT 1 FROM surveys_measurement m"
    " WHERE m.wave_id = surveys_wave.id AND m.organisation_id = (SELECT kl_organisation()))"
)
FROZEN = """
CREATE FUNCTION kl_published_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (TG_OP = 'DELETE' OR NEW.definition IS DISTINCT FROM OLD.definition
      OR NEW.number IS DISTINCT FROM OLD.number OR NEW.state = 'draft') THEN
    RAISE EXCEPTION 'A published version of a questionnaire does not change.';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kl_published_stays BEFORE UPDATE OR DELETE ON surveys_questionnaireversion
  FOR EACH ROW EXECUTE FUNCTION kl_published_stays();
"""
THAWED = """
DROP TRIGGER kl_published_stays ON surveys_questionnaireversion;
DROP FUNCTION kl_published_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("surveys", "0001_initial"), ("core", "0001_roles_and_scope")]
    operations = [
        protect("surveys_wave", shared_read=BY_LINK),
        protect("surveys_invitation", organisation="organisation_id"),
        protect("surveys_measurement", organisation="organisation_id"),
        protect("surveys_call"),
        protect("surveys_snapshot", organisation="organisation_id", members=False),
        protect("surveys_look", organisation="organisation_id"),
        protect("surveys_contactwish", organisation="organisation_id"),
        protect("surveys_answerdraft", organisation="organisation_id", members=False),
        protect("surveys_answer", organisation="organisation_id", members=False),
        migrations.RunSQL(FROZEN, THAWED),
    ]
