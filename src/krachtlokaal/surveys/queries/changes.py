"""The measurement of the same organisation before this one, if it was kept to compare with."""

from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.enums import Answering, WaveState
from krachtlokaal.surveys.figures import Earlier
from krachtlokaal.surveys.figures.earlier import Moment, changes_of_one, changes_of_several
from krachtlokaal.surveys.models import Measurement, Snapshot
from krachtlokaal.surveys.queries import answers, definitions, snapshots
from krachtlokaal.surveys.sealing import Content


def before(measurement: Measurement, *, only_shared: bool = False) -> Measurement | None:
    """The last closed measurement by the same workspace with the same questionnaire and the same
    way of answering, whose manager let it be kept for comparison. `only_shared`: for members of the
    workspace, who would else read in the change what was not shared with them."""
    wave = measurement.wave
    rows = Measurement.objects.filter(
        workspace=measurement.workspace_id,
        organisation=measurement.organisation_id,
        keeps_for_comparison=True,
        deleted_on=None,
        wave__state=WaveState.CLOSED,
        wave__answering=wave.answering,
        wave__questionnaire_version__questionnaire__versions=wave.questionnaire_version_id,
        wave__lt=wave.pk,
    )
    last = rows.select_related("wave").order_by("-wave_id").first()
    return last if last is None or last.shares_result or not only_shared else None


def earlier_answer(
    measurement: Measurement,
    definition: Definition,
    content: Content,
    *,
    only_shared: bool = False,
) -> Earlier | None:
    """What changed since the earlier answer of this organisation. Three queries, or one."""
    if measurement.wave.answering != Answering.ORGANISATION:
        return None
    old = before(measurement, only_shared=only_shared)
    sent = answers.sent_of_measurement(old) if old else []
    if old is None or len(sent) != 1:
        return None
    changes = changes_of_one(
        _moment(old), _now(measurement, definition), old=sent[0].content, new=content
    )
    return Earlier(old.wave.title, changes)


def earlier_snapshot(
    measurement: Measurement,
    definition: Definition,
    snapshot: Snapshot,
    *,
    only_shared: bool = False,
) -> Earlier | None:
    """What changed since the earlier combined figures. Two queries, or one."""
    old = before(measurement, only_shared=only_shared)
    kept = snapshots.latest(old) if old else None
    if old is None or kept is None:
        return None
    changes = changes_of_several(
        _moment(old), _now(measurement, definition), old=kept.figures, new=snapshot.figures
    )
    return Earlier(old.wave.title, changes)


def _moment(measurement: Measurement) -> Moment:
    wave = measurement.wave
    return Moment(definitions.of_published(wave.questionnaire_version_id), wave.variant)


def _now(measurement: Measurement, definition: Definition) -> Moment:
    return Moment(definition, measurement.wave.variant)
