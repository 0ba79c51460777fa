"""What a merge of organisations does with this room's rows: frozen populations stay as they are."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.merge import Treatment, holds_no_organisations, register, register_copy

_STAYS = {
    "Measurement": _("metingen"),
    "Invitation": _("uitnodigingen voor een meting"),
    "AnswerDraft": _("antwoorden in wording"),
    "Answer": _("antwoorden"),
    "Snapshot": _("momentopnamen"),
    "Look": _("wie een uitkomst bekeek"),
    "ContactWish": _("belverzoeken"),
}


def decide() -> None:
    """Called once when the room is ready."""
    for model, label in _STAYS.items():
        register(f"surveys.{model}.organisation", Treatment.STAY, label=label)
    register_copy("surveys.Wave.organisation_ids")
    for path, why in LEFT_ALONE.items():
        holds_no_organisations(path, why)


LEFT_ALONE = {
    "surveys.Answer.content": "what was answered",
    "surveys.Look.user_id": "a user",
    "surveys.Measurement.profile": "what the organisation said of itself",
    "surveys.Measurement.stratum": "sector, size and municipality, as they were",
    "surveys.QuestionnaireVersion.definition": "questions",
    "surveys.Snapshot.figures": "figures, as they were shown",
    "surveys.Snapshot.marks": "marks of answers",
    "surveys.Wave.languages": "languages",
    "surveys.Wave.remind_on": "days",
    "surveys.Wave.reminded_on": "days",
    "surveys.Wave.texts": "texts of mails",
}
