"""What a merge of organisations does with this room's rows: a registration stays what it was."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.merge import Treatment, holds_no_organisations, register


def decide() -> None:
    """Called once when the room is ready."""
    register(
        "events.EventInvitation.organisation",
        Treatment.STAY,
        label=_("uitnodigingen voor een doe-dag"),
    )
    register(
        "events.Registration.organisation", Treatment.STAY, label=_("aanmeldingen voor een doe-dag")
    )
    for path, why in LEFT_ALONE.items():
        holds_no_organisations(path, why)


LEFT_ALONE = {
    "events.Carousel.quality": "figures",
    "events.EvaluationAnswer.answers": "answers that name nobody",
    "events.EventAdviser.themes": "themes",
    "events.EventDay.counts": "numbers alone",
    "events.Participant.offers": "themes",
    "events.Participant.seeks": "themes",
    "events.Participant.wishes": "workshops",
    "events.Placement.bounds": "figures",
    "events.Placement.empty": "people and rounds",
    "events.Placement.explained": "people and workshops",
    "events.Placement.figures": "figures",
}
