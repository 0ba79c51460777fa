"""What tests of answering share: a room with a wave, people with links, and what they answer."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.test import Client

from krachtlokaal.accounts.models import Workspace
from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.enums import Channel
from krachtlokaal.surveys.models import Invitation, Wave
from krachtlokaal.surveys.queries import answering
from krachtlokaal.surveys.queries.answering import Desk
from krachtlokaal.surveys.services import answering as services
from krachtlokaal.surveys.services.answering import Kept
from tests.register import factories as register
from tests.register.people import workspace
from tests.surveys import factories


@dataclass(frozen=True)
class Scene:
    """A wave that runs, and one organisation in it."""

    room: Workspace
    wave: Wave
    about: Organisation

    def invite(self, about: Organisation | None = None, **values: Any) -> str:
        """The secret of a new invitation."""
        return links.token(self.invitation(about, **values).link)

    def invitation(self, about: Organisation | None = None, **values: Any) -> Invitation:
        told = {"channel": Channel.MAIL, **values}
        with guard.workspaces(self.room.pk):
            return factories.invitation(self.wave, about or self.about, **told)

    def change(self, **values: Any) -> None:
        """The wave as its coordinator changed it."""
        with guard.workspaces(self.room.pk):
            Wave.objects.filter(pk=self.wave.pk).update(**values)
            self.wave.refresh_from_db()


def scene(**values: Any) -> Scene:
    room = workspace("tiel", municipalities=[register.TIEL])
    about = register.organisation(name="Dorpshuis De Linde")
    with guard.workspaces(room.pk):
        asked = factories.wave(room, **values)
        factories.measurement(asked, about)
    return Scene(room, asked, about)


def desk(secret: str) -> Desk:
    with guard.system("a test looks"):
        found = answering.desk_of(secret)
    assert found is not None
    return found


def keep(secret: str, values: Mapping[str, Any], **more: Any) -> Kept:
    """As the gate lets a page do it."""
    own = desk(secret)
    with guard.link(workspace=own.wave.workspace_id, organisation=own.invitation.organisation_id):
        return services.keep(desk=own, values=values, **more)


def send(secret: str) -> None:
    own = desk(secret)
    with guard.link(workspace=own.wave.workspace_id, organisation=own.invitation.organisation_id):
        services.send_in(desk=own)


def answer_and_send(secret: str, **values: Any) -> None:
    keep(secret, {"bestuur_1": 4, "role": "board", **values})
    send(secret)


def page(secret: str, *parts: str) -> str:
    return "/".join(["/meting", secret, *parts, ""])


def text(answer: Any) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def post(client: Client, secret: str, theme: str, **values: Any) -> Any:
    return client.post(page(secret, "onderwerp", theme), {"way": "verder", **values})


def keep_json(client: Client, secret: str, values: Any, **more: Any) -> Any:
    body = json.dumps({"values": values, **more})
    return client.post(page(secret, "bewaren"), body, content_type="application/json")
