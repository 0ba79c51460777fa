"""The KrachtMeting: the whole against REFJ, its pages against REF, and many people at once."""

import gzip
import os
import re
import statistics
from collections.abc import Callable
from dataclasses import dataclass

import psycopg
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks import crowd, journeys
from benchmarks.journeys import Visitor
from benchmarks.reference import journey as reference
from benchmarks.servers import Server, running
from krachtlokaal.accounts.models import Workspace
from krachtlokaal.cli import embedded
from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.register.models import Municipality, Organisation
from krachtlokaal.surveys import data as files
from krachtlokaal.surveys.enums import Answering, Channel, WaveState
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.services.invitations import Person, invite_many
from krachtlokaal.surveys.services.measurements import measurement_for
from krachtlokaal.surveys.services.questionnaires import publish_from_yaml

PEOPLE = (journeys.ROUNDS + 1) * journeys.EACH
AT_ONCE = 200
ROUNDS = 5
REQUESTS = 40
FRAME = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "SELECT set_config", "SET ")


@dataclass(frozen=True)
class Line:
    name: str
    ratio: float
    milliseconds: float
    statements: int


def report(room: Workspace, database: str) -> None:
    """Print all of it."""
    secrets = _invited(room, PEOPLE + AT_ONCE + 2)
    tokens = _bare_people(database)
    quiet = {"KL_LOG_LEVEL": "ERROR"}
    with (
        running("krachtlokaal.wsgi:application", quiet) as server,
        running("benchmarks.reference.wsgi:application", {}) as bare,
    ):
        whole = journeys.whole(server, bare, secrets[:PEOPLE], tokens)
        print("\nKrachtMeting (processortijd van de server; REFJ = 1)")
        print(
            f"{whole.name:42}{whole.ratio:7.2f}{whole.milliseconds:8.1f} ms, "
            f"{whole.requests} verzoeken"
        )
        print("\nBladzijden van de KrachtMeting (REF = 1)")
        print(f"{'':42}{'× REF':>7}{'ms':>8}{'vragen':>8}")
        sent, fresh = secrets[0], secrets[PEOPLE]
        for line in _pages(server, bare, sent, fresh):
            print(f"{line.name:42}{line.ratio:7.2f}{line.milliseconds:8.2f}{line.statements:8}")
        print(f"{'eerste bezoek, ingepakt':42}{_first_visit(server, fresh) / 1000:7.1f} kB")
    with running("krachtlokaal.wsgi:application", quiet, threads=4) as server:
        came = crowd.at_once(server, secrets[PEOPLE + 2 :])
    print(
        f"{f'{came.respondents} mensen tegelijk':42}{len(came.faults):7} fouten, "
        f"{came.requests} verzoeken in {came.seconds:.0f} s"
    )
    for fault in came.faults[:3]:
        print(f"  {fault}")


def _pages(server: Server, bare: Server, sent: str, fresh: str) -> list[Line]:
    theme, result = f"/meting/{fresh}/onderwerp/mensen_vinden/", f"/meting/{sent}/uitkomst/"
    bare.cost("/", REQUESTS)
    return [
        _line("bladzijde met een onderwerp", server, bare, theme),
        _saving(server, bare, theme),
        _line("uitkomst", server, bare, result),
        _line("uitkomst als pdf", server, bare, f"{result}pdf/", REQUESTS // 8),
    ]


def _line(name: str, server: Server, bare: Server, path: str, requests: int = REQUESTS) -> Line:
    server.cost(path, max(1, requests // 4))
    ratio, own = _turns(lambda: server.cost(path, requests), bare)
    return Line(name, ratio, own, _statements(lambda client: client.get(path)))


def _saving(server: Server, bare: Server, path: str) -> Line:
    """A page sent on with other answers each time; what it leads to is not fetched."""
    visitor = Visitor(server.port)
    body = visitor.get(path)
    names = sorted(set(re.findall(r'name="(vinden_\d)"', body)))
    hidden = journeys.token_in(body)

    def once(number: int) -> None:
        answers = {name: str(1 + (number + at) % 5) for at, name in enumerate(names)}
        visitor.post(path, hidden | answers | {"way": "verder"})

    def cost() -> float:
        before = server.cpu()
        for number in range(REQUESTS):
            once(number)
        return (server.cpu() - before) / REQUESTS * 1000

    cost()
    ratio, own = _turns(cost, bare)
    data = dict.fromkeys(names, "2") | {"way": "verder"}
    return Line("die bewaren", ratio, own, _statements(lambda client: client.post(path, data)))


def _turns(cost: Callable[[], float], bare: Server) -> tuple[float, float]:
    """The median of the ratio, and of the milliseconds, over turns: ours, REF, ours, REF."""
    ratios, costs = [], []
    for _ in range(ROUNDS):
        own = cost()
        ratios.append(own / bare.cost("/", REQUESTS))
        costs.append(own)
    return statistics.median(ratios), statistics.median(costs)


def _statements(ask: Callable[[Client], object]) -> int:
    client = Client(headers={"host": "127.0.0.1"})
    ask(client)
    with CaptureQueriesContext(connection) as captured:
        ask(client)
    return sum(not query["sql"].startswith(FRAME) for query in captured.captured_queries)


def _first_visit(server: Server, secret: str) -> int:
    """The first page with everything that it names, as it goes over the wire."""
    visitor = Visitor(server.port)
    body = visitor.get(f"/meting/{secret}/")
    named = set(re.findall(r'(?:href|src)="(/static/[^"]+)"', body))
    total = len(gzip.compress(body.encode()))
    for path in named:
        connected = server.get_packed(path)
        total += len(connected)
    return total


def _invited(room: Workspace, number: int) -> list[str]:
    """The secrets of so many organisations, each with one invitation."""
    text = files.__path__[0] + "/krachtmeting_v1.yaml"
    with open(text, encoding="utf-8") as source, guard.workspaces(room.pk):  # noqa: PTH123 one file
        version = publish_from_yaml(workspace=room, text=source.read())
        wave = Wave.objects.create(
            workspace=room,
            questionnaire_version=version,
            title="Meting van de snelheid",
            state=WaveState.OPEN,
            answering=Answering.ORGANISATION,
            languages=["nl"],
            sender_name=room.name,
            controller=room.name,
        )
        town = Municipality.objects.get(pk="GM0080")
        rows = Organisation.objects.bulk_create(
            Organisation(name=f"Meetclub {at}", name_key=f"meetclub {at}", municipality=town)
            for at in range(number)
        )
        people = [
            Person(measurement_for(wave=wave, organisation=row).pk, row.pk, Channel.MAIL)
            for row in rows
        ]
        made = invite_many(wave=wave, people=people)
        return [links.token(one.link) for one in made]


def _bare_people(database: str) -> list[str]:
    tokens = [f"t{number}" for number in range(PEOPLE)]
    socket = os.environ[embedded.SOCKET_VARIABLE]
    with psycopg.connect(host=socket, user="postgres", dbname=database) as admin:
        admin.execute(reference.TABLES)
        admin.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO kl_app")
        admin.execute("GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO kl_app")
        for token in tokens:
            admin.execute("INSERT INTO refj_respondent (token) VALUES (%s)", [token])
        admin.execute(
            "INSERT INTO refj_kept (respondent_id, answers) SELECT id, '{}' FROM refj_respondent"
        )
    return tokens
