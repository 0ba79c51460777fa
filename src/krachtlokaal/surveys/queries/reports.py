"""An outcome with all that stands around it: what pages, documents and files are made of."""

from dataclasses import dataclass
from datetime import date

from krachtlokaal.core import guard
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.enums import Answering
from krachtlokaal.surveys.figures import NextStep, Report, next_step, organisation_report
from krachtlokaal.surveys.figures.talk import TalkStep, talk
from krachtlokaal.surveys.figures.together import Together, combined_report
from krachtlokaal.surveys.models import Measurement, Snapshot, Wave
from krachtlokaal.surveys.queries import answers, changes, definitions, snapshots
from krachtlokaal.surveys.queries.answering import Desk
from krachtlokaal.surveys.queries.matching import Match, matches
from krachtlokaal.surveys.sealing import Content


@dataclass(frozen=True)
class Outcome:
    """A report, what to do with it, and what fits. `together` is there where several answered, and
    `content` where it is the answer of the organisation itself."""

    measurement: Measurement
    definition: Definition
    title: str
    report: Report
    step: NextStep
    talk: tuple[TalkStep, ...]
    matches: list[Match]
    together: Together | None = None
    content: Content | None = None

    @property
    def wave(self) -> Wave:
        return self.measurement.wave

    @property
    def organisation(self) -> Organisation:
        return self.measurement.organisation

    @property
    def is_each(self) -> bool:
        return self.wave.answering == Answering.EACH

    @property
    def asked_on(self) -> date | None:
        """The month that stands above it: when the wave opened."""
        return self.wave.opens_on


def own_outcome(desk: Desk, language: str) -> Outcome:
    """What the holder of a link answered, for herself or for her organisation."""
    return _of_answer(joined(desk), desk.definition, desk.content, language)


def joined(desk: Desk) -> Measurement:
    """The measurement of a desk with what belongs to it, all at hand already."""
    measurement, invitation = desk.measurement, desk.invitation
    measurement.wave, measurement.organisation = desk.wave, invitation.organisation
    measurement.wave.workspace = invitation.workspace
    return measurement


def shared_outcome(
    measurement: Measurement, language: str, *, only_shared: bool = False
) -> Outcome | None:
    """The result of the organisation: its one answer, or what several said together; None as long
    as there is none. Asks for the scope of a link of the organisation. `only_shared`: it is
    compared with an earlier result only if that one was shared, too."""
    definition = definitions.of_published(measurement.wave.questionnaire_version_id)
    if measurement.wave.answering == Answering.EACH:
        kept = snapshots.latest(measurement)
        if kept is None:
            return None
        return _of_snapshot(measurement, definition, kept, language, only_shared=only_shared)
    sent = answers.sent_of_measurement(measurement)
    if not sent:
        return None
    content = sent[0].content
    return _of_answer(measurement, definition, content, language, only_shared=only_shared)


def outcome_for_members(measurement: Measurement, language: str) -> Outcome | None:
    """The same, for the steunpunt that its manager lets see it."""
    if not measurement.shares_result or measurement.deleted_on is not None:
        return None
    # The manager of this result lets her steunpunt see what the organisation itself sees.
    own = {"workspace": measurement.workspace_id, "organisation": measurement.organisation_id}
    with guard.link(**own):
        return shared_outcome(measurement, language, only_shared=True)


def _of_answer(
    measurement: Measurement,
    definition: Definition,
    content: Content,
    language: str,
    *,
    only_shared: bool = False,
) -> Outcome:
    report = organisation_report(
        definition,
        content,
        variant=measurement.wave.variant,
        language=language,
        previous=changes.earlier_answer(measurement, definition, content, only_shared=only_shared),
    )
    return _outcome(measurement, definition, report, language, content=content)


def _of_snapshot(
    measurement: Measurement,
    definition: Definition,
    kept: Snapshot,
    language: str,
    *,
    only_shared: bool,
) -> Outcome:
    previous = changes.earlier_snapshot(measurement, definition, kept, only_shared=only_shared)
    together = combined_report(
        definition,
        kept.figures,
        variant=measurement.wave.variant,
        language=language,
        made_on=kept.made_on,
        previous=previous,
    )
    return _outcome(measurement, definition, together.report, language, together=together)


def _outcome(
    measurement: Measurement,
    definition: Definition,
    report: Report,
    language: str,
    *,
    together: Together | None = None,
    content: Content | None = None,
) -> Outcome:
    step = next_step(report)
    return Outcome(
        measurement=measurement,
        definition=definition,
        title=definition.title.into(language),
        report=report,
        step=step,
        talk=talk(report, step, together),
        matches=matches(report.priorities, measurement.organisation.municipality_id),
        together=together,
        content=content,
    )


def subjects_of(outcome: Outcome) -> list[str]:
    """What somebody may ask to be called about: her priorities by name, and introductions.

    Where each answers for herself all themes: a choice of her own priorities stands beside her name
    and would tell which answer is hers.
    """
    if outcome.is_each:
        return [theme.name for theme in outcome.report.themes]
    themes = [match.priority.theme.name for match in outcome.matches]
    fits = [fit for match in outcome.matches for fit in match.fits]
    introductions = [fit.offer.title for fit in fits if fit.is_introduction]
    return list(dict.fromkeys([*themes, *introductions]))


@dataclass(frozen=True)
class Gathering:
    """How far the combined outcome of an organisation is: how many more answers it needs."""

    missing: int
    kept: Snapshot | None


def gathering_of(measurement: Measurement) -> Gathering:
    """One query where there are combined figures, three where not."""
    kept = snapshots.latest(measurement)
    missing = 0 if kept else max(snapshots.ENOUGH - snapshots.sent_count(measurement), 0)
    return Gathering(missing, kept)
