"""The second lock on memberships and invitations, and the one way past it."""

from django.db import migrations

from krachtlokaal.accounts.functions import MEMBERSHIPS
from krachtlokaal.core.policies import protect


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("core", "0001_roles_and_scope"),
        ("mfa", "0003_authenticator_type_uniq"),
    ]
    operations = [
        protect("accounts_membership"),
        protect("accounts_invitation"),
        migrations.RunSQL(MEMBERSHIPS, "DROP FUNCTION kl_memberships(bigint);"),
    ]
