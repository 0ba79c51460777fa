"""The second lock on the office's tables."""

from django.db import migrations

from krachtlokaal.core.policies import append_only, protect


class Migration(migrations.Migration):
    dependencies = [("office", "0001_initial"), ("core", "0001_roles_and_scope")]
    operations = [
        protect(
            "office_auditentry",
            shared_read="is_shared AND (SELECT kl_scope()) = 'workspaces'",
        ),
        append_only("office_auditentry"),
        protect("office_draft"),
        protect("office_job"),
        protect("office_jobfile"),
        protect("office_outboxmail"),
        protect("office_personallink"),
        protect("office_release"),
        append_only("office_release"),
        protect("office_scopedsearchrow"),
    ]
