"""The application can't remove entries of the audit; this function removes what is old enough.

It runs with the rights of the tables' owner, and sees no more than the scope that it is called in.
"""

from django.db import migrations

FORGET = """
CREATE FUNCTION kl_forget_audit(before timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  removed bigint;
BEGIN
  IF before > now() - interval '2 years' THEN
    RAISE EXCEPTION 'entries of the audit are kept for two years at least';
  END IF;
  DELETE FROM office_auditentry WHERE at < before;
  GET DIAGNOSTICS removed = ROW_COUNT;
  RETURN removed;
END $$;
REVOKE ALL ON FUNCTION kl_forget_audit(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kl_forget_audit(timestamptz) TO kl_app;
"""


class Migration(migrations.Migration):
    dependencies = [("office", "0004_words_for_typing_errors")]
    operations = [migrations.RunSQL(FORGET, "DROP FUNCTION kl_forget_audit(timestamptz);")]
