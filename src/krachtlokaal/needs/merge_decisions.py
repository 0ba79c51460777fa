"""What a merge of organisations does with this room's rows: frozen populations stay as they are."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.merge import Treatment, holds_no_organisations, register


def decide() -> None:
    """Called once when the room is ready."""
    register(
        "needs.PopulationMember.organisation",
        Treatment.STAY,
        label=_("plaatsen in een behoeftepeiling"),
    )
    register("needs.Guest.organisation", Treatment.STAY, label=_("plaatsen aan een ronde tafel"))
    for path, why in LEFT_ALONE.items():
        holds_no_organisations(path, why)


LEFT_ALONE = {
    "needs.Ballot.dots": "dots on cards",
    "needs.Block.quotes": "cards",
    "needs.Coding.coder_id": "a user",
    "needs.Comment.author_id": "a user",
    "needs.Edition.content": "a document, as it was fixed",
    "needs.NeedsSurvey.municipalities": "municipalities",
    "needs.OutcomeMarks.marks": "marks that name nobody",
    "needs.RoundTable.guide": "questions",
}
