"""The KrachtMeting in the demo: two rounds that are over, and one that is open now."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from random import Random

from krachtlokaal.core import guard
from krachtlokaal.demo_world.acting import acting_as, slug_of
from krachtlokaal.demo_world.names import FIRST_NAMES
from krachtlokaal.demo_world.places import RIVIERENLAND
from krachtlokaal.demo_world.wave_answers import answer, tempers
from krachtlokaal.demo_world.world import World
from krachtlokaal.office import links as personal_links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Contact, Organisation
from krachtlokaal.surveys import links, sealing
from krachtlokaal.surveys.definition import Definition
from krachtlokaal.surveys.enums import Answering, Audience, Channel, Progress, WaveState, WishKind
from krachtlokaal.surveys.models import Answer, ContactWish, Invitation, Measurement, Wave
from krachtlokaal.surveys.queries.definitions import of_version
from krachtlokaal.surveys.queries.strata import stratum_of
from krachtlokaal.surveys.services.invitations import Person, invite_many
from krachtlokaal.surveys.services.totals import publish_totals

DAYS_OPEN = 28
FRISIAN = ("GM0080", "GM1900", "GM1970")
SEVERAL = 0.45  # of the organisations in which each answers for himself ask colleagues along
SHARES, KEEPS, REACHED = 0.4, 0.7, 0.9
PROFILE = {
    "age_band": ("y3_9", "y10_24", "y25_49", "y50plus"),
    "members_band": ("m0", "m1_49", "m50_99", "m100_249", "m250_499"),
    "volunteers_band": ("v1_9", "v10_24", "v25_49", "v50_99"),
    "paid_staff_band": ("fte0", "fte0", "fte0", "fte_lt1"),
    "volunteers_trend": ("less", "same", "same", "more"),
    "umbrella": ("yes", "no"),
    "known_support": ("yes", "no", "unknown"),
}


@dataclass(frozen=True)
class Round:
    """One wave. `closed_ago` in days; below zero it is open and closes then."""

    owner: str
    title: str
    codes: tuple[str, ...]
    answering: Answering
    closed_ago: int
    response: float
    later: bool = False


ROUNDS = (
    Round(
        "coordinator@partoer.example",
        "KrachtMeting Fryslân 2025",
        FRISIAN,
        Answering.EACH,
        372,
        0.53,
    ),
    Round(
        "coordinator@spectrum.example",
        "KrachtMeting Rivierenland",
        tuple(RIVIERENLAND),
        Answering.ORGANISATION,
        160,
        0.47,
    ),
    Round(
        "coordinator@partoer.example",
        "KrachtMeting Fryslân 2026",
        FRISIAN,
        Answering.EACH,
        -9,
        0.45,
        later=True,
    ),
)


def build(world: World) -> None:
    for one in ROUNDS:
        with acting_as(world, one.owner):
            wave = _wave(world, one)
            asked = _invite(world, wave, one)
            with guard.system("the demo world is made of all workspaces at once"):
                _answer(world, wave, asked, one)
                publish_totals(wave=wave)


def _wave(world: World, one: Round) -> Wave:
    workspace = world.workspaces[slug_of(one.owner)]
    closes = world.day_ago(one.closed_ago)
    opens = closes - timedelta(days=DAYS_OPEN)
    over = one.closed_ago > 0
    wave = Wave(
        workspace=workspace,
        questionnaire_version=world.questionnaires["krachtmeting"],
        title=one.title,
        state=WaveState.CLOSED if over else WaveState.OPEN,
        audience=Audience.SELECTION,
        selection_query="&".join(f"gemeente={code}" for code in one.codes),
        answering=one.answering,
        languages=["nl", "en", "fy"] if "partoer" in one.owner else ["nl", "en"],
        opens_on=opens,
        closes_on=closes,
        remind_on=[opens + timedelta(days=14), closes - timedelta(days=3)],
        reminded_on=[opens + timedelta(days=14)],
        sender_name=workspace.name,
        sender_phone=workspace.phone,
        sender_email=workspace.email,
        controller=workspace.name,
        made_by=world.users[one.owner],
        opened_at=world.ago(days=one.closed_ago + DAYS_OPEN),
        closed_at=world.ago(days=one.closed_ago) if over else None,
        settled_at=world.ago(days=one.closed_ago) if over else None,
    )
    wave.save()
    return wave


def _invite(world: World, wave: Wave, one: Round) -> list[tuple[Measurement, list[Invitation]]]:
    """Every organisation of the area once; where several answer, colleagues were asked along."""
    dice = world.dice(f"waves:{one.title}:who")
    organisations = [row for row in world.in_municipalities(*one.codes) if row.ended_on is None]
    measurements = Measurement.objects.bulk_create(
        Measurement(
            workspace_id=wave.workspace_id,
            wave=wave,
            organisation=row,
            stratum=stratum_of(row),
            keeps_for_comparison=dice.random() < KEEPS,
        )
        for row in organisations
    )
    known = _known(world, one)
    people: list[Person] = []
    counts: list[int] = []
    for measurement, row in zip(measurements, organisations, strict=True):
        asked = _people(dice, measurement, row, known.get(row.pk, []), one)
        people += asked
        counts.append(len(asked))
    made = invite_many(wave=wave, people=people)
    Invitation.objects.filter(wave=wave).update(invited_on=wave.opens_on)
    return _grouped(measurements, made, counts)


def _known(world: World, one: Round) -> dict[int, list[Contact]]:
    found: dict[int, list[Contact]] = {}
    for contact in world.contacts.get(slug_of(one.owner), []):
        if contact.email and contact.ended_on is None:
            found.setdefault(contact.organisation_id, []).append(contact)
    return found


def _people(
    dice: Random, measurement: Measurement, row: Organisation, known: list[Contact], one: Round
) -> list[Person]:
    first = known[0] if known else None
    people = [
        Person(
            measurement.pk,
            row.pk,
            Channel.MAIL if first else Channel.LETTER,
            contact=first.pk if first else None,
            name=first.name if first else "",
            email=first.email if first else "",
        )
    ]
    if one.answering == Answering.EACH and dice.random() < SEVERAL:
        people += [
            Person(measurement.pk, row.pk, Channel.COLLEAGUE)
            for _number in range(dice.choice((1, 2, 3, 3, 4, 5, 8)))
        ]
    return people


def _grouped(
    measurements: Sequence[Measurement], made: Sequence[Invitation], counts: Sequence[int]
) -> list[tuple[Measurement, list[Invitation]]]:
    rows = iter(made)
    return [
        (measurement, [next(rows) for _number in range(count)])
        for measurement, count in zip(measurements, counts, strict=True)
    ]


def _answer(
    world: World, wave: Wave, asked: list[tuple[Measurement, list[Invitation]]], one: Round
) -> None:
    """The share that answers, with sealed answers where the wave is still open."""
    dice = world.dice(f"waves:{one.title}:what")
    definition = of_version(wave.questionnaire_version)
    answers: list[Answer] = []
    takes_part = set(dice.sample(range(len(asked)), round(one.response * len(asked))))
    for number, (measurement, invitations) in enumerate(asked):
        if number not in takes_part:
            _not_yet(dice, invitations)
            continue
        temper = _temper(world, definition, measurement.organisation_id)
        for invitation in invitations:
            content = answer(dice, definition, temper, later=one.later)
            answers.append(_sent(wave, measurement, content))
            invitation.progress = Progress.SENT
        measurement.profile = _profile(dice)
        _decide(dice, measurement, invitations[0])
    dice.shuffle(answers)
    Answer.objects.bulk_create(answers)
    everybody = [row for _measurement, rows in asked for row in rows]
    Invitation.objects.bulk_update(everybody, ["progress", "reminded"], batch_size=1000)
    Measurement.objects.bulk_update(
        [measurement for measurement, _rows in asked],
        ["profile", "shares_result", "manager_name", "manager_email"],
        batch_size=1000,
    )
    sent = [row.link_id for row in everybody if row.progress == Progress.SENT]
    PersonalLink.objects.filter(pk__in=sent).update(nonce=None)
    _appoint(wave, [measurement for measurement, _rows in asked if measurement.manager_email])
    _wishes(world, dice, wave, [m for m, rows in asked if rows[0].progress == Progress.SENT])


def _not_yet(dice: Random, invitations: list[Invitation]) -> None:
    for invitation in invitations:
        invitation.progress = Progress.REACHED if dice.random() < REACHED else Progress.INVITED
        invitation.reminded = 1


def _temper(world: World, definition: Definition, organisation: int) -> dict[str, float]:
    """The same organisation has the same temper in every round."""
    themes = [theme.key for theme in definition.themes]
    return tempers(world.dice(f"temper:{organisation}"), themes)


def _sent(wave: Wave, measurement: Measurement, content: sealing.Content) -> Answer:
    over = wave.settled_at is not None
    return Answer(
        workspace_id=wave.workspace_id,
        organisation_id=measurement.organisation_id,
        wave=wave,
        owner=sealing.seal_owner(secrets.token_bytes(32)),
        sealed=None if over else sealing.seal(content),
        content=content if over else None,
    )


def _profile(dice: Random) -> dict[str, str]:
    return {key: dice.choice(codes) for key, codes in PROFILE.items()}


def _decide(dice: Random, measurement: Measurement, first: Invitation) -> None:
    measurement.shares_result = dice.random() < SHARES
    measurement.manager_name, measurement.manager_email = first.name, first.email


def _appoint(wave: Wave, measurements: list[Measurement]) -> None:
    """Each manager has a link of her own."""
    made = personal_links.create_many(
        links.MANAGER,
        workspace=wave.workspace_id,
        object_ids=[row.pk for row in measurements],
    )
    for row, link in zip(measurements, made, strict=True):
        row.manager_link = link
    Measurement.objects.bulk_update(measurements, ["manager_link"], batch_size=1000)


def _wishes(world: World, dice: Random, wave: Wave, answered: list[Measurement]) -> None:
    """Some may be called; the last round's wait, one of them too long."""
    waits = wave.state == WaveState.OPEN
    rows = [
        ContactWish(
            workspace_id=wave.workspace_id,
            organisation_id=measurement.organisation_id,
            measurement=measurement,
            kind=WishKind.CONTACT,
            name=dice.choice(FIRST_NAMES),
            reach=f"06-0000{dice.randrange(1000, 9999)}",
            asked_on=world.day_ago(2 + 4 * number if waits else 170),
            answered_on=None if waits else world.day_ago(165),
            answered_by="" if waits else str(wave.made_by),
        )
        for number, measurement in enumerate(dice.sample(answered, min(4, len(answered))))
    ]
    ContactWish.objects.bulk_create(rows)
