"""What a merge of organisations does with this room's rows, and with the office's."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.merge import (
    Treatment,
    holds_no_organisations,
    register,
    register_copy,
)


def decide() -> None:
    """Called once when the room is ready."""
    _decide_relations()
    _decide_fields()


def _decide_relations() -> None:
    move, stay = Treatment.MOVE, Treatment.STAY
    register("register.Contact.organisation", move, label=_("contacten"))
    register("register.Note.organisation", move, label=_("notities"))
    register("register.OrganisationTag.organisation", move, label=_("labels"), once_per=("tag_id",))
    register("register.FactCheck.organisation", move, label=_("vragen of gegevens kloppen"))
    register("register.Succession.organisation", move, label=_("bestuurswissels"))
    register("register.Proposal.organisation", move, label=_("voorstellen"))
    # History: which row of which list made which organisation, and what was merged before.
    register("register.ImportRow.organisation", stay, label=_("rijen van ingelezen lijsten"))
    register("register.DuplicatePair.a", stay, label=_("mogelijke dubbelen"))
    register("register.DuplicatePair.b", stay, label=_("mogelijke dubbelen"))
    register("register.Merge.kept", stay, label=_("eerdere samenvoegingen"))
    register("register.Merge.gone", stay, label=_("eerdere samenvoegingen"))
    # Following merged_into leads from any earlier organisation to the one that is kept now.
    register("register.Organisation.merged_into", stay, label=_("eerdere samenvoegingen"))


def _decide_fields() -> None:
    register_copy("register.Selection.organisation_ids")
    register_copy("register.Mailing.organisation_ids")
    for path, why in LEFT_ALONE.items():
        holds_no_organisations(path, why)


LEFT_ALONE = {
    "office.AuditEntry.object_id": "history stays with the organisation that it was about; pages "
    "show the history of merged organisations too",
    "office.AuditEntry.changes": "values of fields, as they were",
    "office.AuditEntry.workspace_id": "a workspace",
    "office.AuditEntry.actor_id": "a user or a link",
    "office.Draft.data": "what somebody is typing",
    "office.Draft.workspace_id": "a workspace",
    "office.Draft.user_id": "a user",
    "office.Job.arguments": "a job of the past; jobs that wait are run before people can merge",
    "office.Job.result": "what a job did, as it was",
    "office.Job.workspace_id": "a workspace",
    "office.Job.user_id": "a user",
    "office.JobFile.workspace_id": "a workspace",
    "office.OutboxMail.context": "values of a mail, as they were",
    "office.OutboxMail.workspace_id": "a workspace",
    "office.OutboxMail.about_id": "a contact, invitation or proposal",
    "office.OutboxMail.batch_id": "a mailing",
    "office.PersonalLink.object_id": "the row that the link opens, never an organisation",
    "office.PersonalLink.workspace_id": "a workspace",
    "office.PublicSearchRow.object_id": "the merge removes and restores this row itself",
    "office.Release.cells": "published figures do not change",
    "office.Release.workspace_id": "a workspace",
    "office.Release.released_by_id": "a user",
    "office.ScopedSearchRow.object_id": "a contact",
    "office.ScopedSearchRow.workspace_id": "a workspace",
    "register.FactCheck.changes": "values of fields, as they were",
    "register.FactCheck.mailing_id": "a mailing",
    "register.ImportRow.cells": "the list as it was delivered",
    "register.ImportRow.changes": "what the import wrote, by the row's own organisation",
    "register.ImportRow.problems": "sentences",
    "register.ImportRow.values": "the list as it was read",
    "register.ImportRun.counts": "numbers of rows",
    "register.ImportRun.head": "headings and first rows of the list as it was delivered",
    "register.ImportRun.job_id": "a job",
    "register.ImportRun.kept_fields": "a report of what was kept, as it was",
    "register.ImportRun.mapping": "columns",
    "register.Mailing.counts": "numbers of mails",
    "register.Mailing.job_id": "a job",
    "register.Mailing.roles": "roles of contacts",
    "register.Merge.facts": "what the merge changed; undoing needs it as it was",
    "register.Merge.moved": "what the merge moved; undoing needs it as it was",
    "register.Proposal.changes": "values of fields",
    "topics.Offer.basisfuncties": "words of the field",
    "topics.Offer.help_forms": "words of the field",
    "topics.Offer.municipalities": "codes of municipalities",
    "topics.Theme.vos": "words of the field",
}
