"""Whose answer counts for which place of a frozen population."""

from krachtlokaal.needs.models import NeedsSurvey, PopulationMember


def places_of(survey: NeedsSurvey) -> dict[int, int]:
    """Organisation → the organisation that was counted at freezing. One query.

    Mostly itself. An organisation that was merged into one from elsewhere keeps its place: that one
    answers for it, as the field work has it (see `participation`).
    """
    rows = PopulationMember.objects.filter(survey=survey).order_by("organisation_id")
    found = dict(rows.values_list("organisation_id", "organisation__merged_into_id"))
    kept: dict[int, int] = {}
    for organisation, merged in found.items():
        if merged is not None:
            kept.setdefault(merged, organisation)
    return kept | {organisation: organisation for organisation in found}
