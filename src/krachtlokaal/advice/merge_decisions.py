"""What a merge of organisations does with advice cases: they move along."""

from django.utils.translation import gettext_lazy as _

from krachtlokaal.register.merge import Treatment, holds_no_organisations, register


def decide() -> None:
    """Called once when the room is ready."""
    register("advice.AdviceCase.organisation", Treatment.MOVE, label=_("adviesvragen"))
    for path, why in LEFT_ALONE.items():
        holds_no_organisations(path, why)


LEFT_ALONE: dict[str, str] = {
    "advice.AdviceCase.origin_id": "a row of a room above",
}
