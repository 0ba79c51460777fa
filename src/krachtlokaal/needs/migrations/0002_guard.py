"""The second lock on this room's tables; a fixed edition stays as it is."""

from django.db import migrations

from krachtlokaal.core.policies import protect

FROZEN = """
CREATE FUNCTION kl_edition_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR (to_jsonb(NEW) - 'link_id') <> (to_jsonb(OLD) - 'link_id') THEN
    RAISE EXCEPTION 'A fixed edition of a report does not change.';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER kl_edition_stays BEFORE UPDATE OR DELETE ON needs_edition
  FOR EACH ROW EXECUTE FUNCTION kl_edition_stays();
"""
THAWED = """
DROP TRIGGER kl_edition_stays ON needs_edition;
DROP FUNCTION kl_edition_stays();
"""
TABLES = (
    "needssurvey",
    "needswave",
    "populationmember",
    "roundtable",
    "guest",
    "card",
    "coding",
    "ballot",
    "block",
    "comment",
    "edition",
    "action",
)


class Migration(migrations.Migration):
    dependencies = [("needs", "0001_initial"), ("core", "0001_roles_and_scope")]
    operations = [
        *(protect(f"needs_{table}") for table in TABLES),
        migrations.RunSQL(FROZEN, THAWED),
    ]
