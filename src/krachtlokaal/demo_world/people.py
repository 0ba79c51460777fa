"""Users: invented first names with what they do; one of each role in the rooms that matter."""

from dataclasses import dataclass

from krachtlokaal.accounts.enums import Role
from krachtlokaal.accounts.models import Membership, User
from krachtlokaal.demo_world.workspaces import STEUNPUNTEN
from krachtlokaal.demo_world.world import World, save_as_is


@dataclass(frozen=True)
class Person:
    """A user, and the room in which she has her role."""

    first_name: str
    role: Role
    slug: str
    mailbox: str

    @property
    def email(self) -> str:
        return f"{self.mailbox}@{self.slug}.example"


OPERATOR = "beheerder@krachtlokaal.example"

TEAM_NAMES: dict[str, tuple[str, ...]] = {
    "partoer": ("Nynke", "Gerlof", "Wietse", "Sjoukje"),
    "spectrum": ("Mirthe", "Joost", "Hanneke", "Ties"),
    "vosvi": ("Gerdien", "Harm", "Lotte", "Bennie"),
    "scouting-gelderland": ("Sterre", "Ruben", "Fleur", "Daan"),
    "dorpshuizenkring": ("Froukje", "Alle", "Maaike", "Douwe"),
    "kunstketen": ("Iris", "Ezra", "Pleun", "Morris"),
    "sportmaatje": ("Yara", "Koen", "Silke", "Bram"),
}
TEAM = (
    (Role.CONSULENT, "consulent"),
    (Role.COORDINATOR, "coordinator"),
    (Role.LEZER, "lezer"),
    (Role.DEURVRIJWILLIGER, "deur"),
)
STEUNPUNT_NAMES: tuple[tuple[str, ...], ...] = (
    ("Anouk", "Bas"),
    ("Carlijn", "Dirk"),
    ("Eefje", "Frank"),
    ("Griet", "Hidde"),
    ("Ilse", "Jelmer"),
    ("Klaske", "Lieuwe"),
    ("Marloes", "Niek"),
    ("Olga", "Pim"),
    ("Rianne", "Sander"),
)


def _everybody() -> list[Person]:
    people = [
        Person("Saskia", Role.LANDELIJK, "landelijk", "team"),
        Person("Mehmet", Role.LANDELIJK, "landelijk", "kennis"),
        Person("Eline", Role.LEZER, "landelijk", "lezer"),
    ]
    for slug, names in TEAM_NAMES.items():
        people += [
            Person(name, role, slug, mailbox)
            for name, (role, mailbox) in zip(names, TEAM, strict=True)
        ]
    for room, names in zip(STEUNPUNTEN, STEUNPUNT_NAMES, strict=True):
        people += [
            Person(name, role, room.slug, mailbox)
            for name, (role, mailbox) in zip(names, TEAM, strict=False)
        ]
    return people


PEOPLE = _everybody()
# Works in two rooms, so that changing rooms can be tried.
BOTH = ("consulent@partoer.example", "steunpunt-leeuwarden")


def build(world: World) -> None:
    dice = world.dice("people")
    users = [
        User(
            email=person.email,
            name=f"{person.first_name} ({person.role.label.lower()})",
            password="!",  # noqa: S106 nobody has a password: "!" is Django's mark of that
            date_joined=world.ago(days=dice.randint(200, 500)),
        )
        for person in PEOPLE
    ]
    users.append(
        User(email=OPERATOR, name="Robin (beheerder)", password="!", is_operator=True)  # noqa: S106 as above
    )
    world.users = {user.email: user for user in User.objects.bulk_create(users)}
    save_as_is(_memberships(world))


def _memberships(world: World) -> list[Membership]:
    rows = [
        Membership(
            workspace=world.workspaces[person.slug],
            user=world.users[person.email],
            role=person.role,
            created_at=world.users[person.email].date_joined,
            last_used_at=world.ago(days=number % 9, hours=3),
        )
        for number, person in enumerate(PEOPLE)
    ]
    email, slug = BOTH
    rows.append(
        Membership(
            workspace=world.workspaces[slug],
            user=world.users[email],
            role=Role.CONSULENT,
            created_at=world.ago(days=90),
            last_used_at=world.ago(days=30),
        )
    )
    rows.append(_left(world))
    return rows


def _left(world: World) -> Membership:
    """A colleague who found another job: her name stays in the history."""
    gone = User.objects.create_user(
        "oud-collega@partoer.example", "Tjitske (oud-collega)", is_active=False
    )
    world.users[gone.email] = gone
    return Membership(
        workspace=world.workspaces["partoer"],
        user=gone,
        role=Role.CONSULENT,
        created_at=world.ago(days=700),
        ended_at=world.ago(days=40),
    )
