"""What workspaces keep for themselves: notes, labels and saved selections."""

from random import Random

from krachtlokaal.demo_world.people import PEOPLE
from krachtlokaal.demo_world.world import World, save_as_is
from krachtlokaal.register.models import Note, OrganisationTag, Selection, Tag

NOTES = (
    "Gebeld met de secretaris. Zij zoeken twee bestuursleden. In maart weer bellen.",
    "Kwamen naar de bijeenkomst over subsidies. Willen graag een keer bij anderen kijken.",
    "De zaal wordt verbouwd. Tot de zomer kunnen zij geen groepen ontvangen.",
    "Vroegen om hulp bij een plan voor de komende vijf jaar. Afspraak gemaakt met de voorzitter.",
    "Nieuwe website, het oude mailadres werkt niet meer. Aangepast.",
    "Zij hebben een wachtlijst voor vrijwilligers. Mooi voorbeeld voor anderen.",
    "De penningmeester stopt na twaalf jaar. Wij helpen met een oproep.",
    "Zij willen samenwerken met de school in het dorp. Ik bracht hen bij elkaar.",
    "Vergadering bijgewoond. Veel gesproken over jongeren: die komen wel, maar blijven niet.",
    "Bedankt voor de klusdag. De schuur is geverfd en er kwam taart.",
    "Vraag over de WBTR. Het stappenplan gestuurd, zij kijken er samen naar.",
    "Let op: liever na zes uur bellen, de voorzitter werkt overdag.",
)
TAGS = ("Zoekt bestuur", "Nieuwsbrief", "Heeft een gebouw", "Jong en oud", "Netwerk", "Klusdag")
SELECTIONS = (
    ("Sport zonder mailadres", "soort=sport&toestand=adres"),
    ("Dorpshuizen en buurt", "soort=neighbourhood"),
    ("Kleine verenigingen", "rechtsvorm=association&grootte=1-9"),
    ("Lang niet bevestigd", "toestand=onbevestigd"),
)
ACTIVE = (
    "partoer", "spectrum", "vosvi", "scouting-gelderland", "steunpunt-tiel-buren",
    "steunpunt-leeuwarden", "steunpunt-zwolle", "dorpshuizenkring", "kunstketen", "sportmaatje",
)  # fmt: skip


def build(world: World) -> None:
    dice = world.dice("knowledge")
    for slug in ACTIVE:
        known = sorted({contact.organisation_id for contact in world.contacts.get(slug, [])})
        if known:
            save_as_is(_notes(world, dice, slug, known))
            _give_tags(world, dice, slug, known)
            save_as_is(_selections(world, slug))


def _notes(world: World, dice: Random, slug: str, known: list[int]) -> list[Note]:
    authors = [world.users[person.email] for person in PEOPLE if person.slug == slug][:2]
    chosen = dice.choices(known, k=min(len(known), 24))
    rows = []
    for organisation in chosen:
        author = dice.choice(authors)
        rows.append(
            Note(
                workspace=world.workspaces[slug],
                organisation_id=organisation,
                author=author,
                author_name=author.name,
                text=dice.choice(NOTES),
                created_at=world.ago(days=dice.uniform(0.5, 120)),
            )
        )
    return sorted(rows, key=lambda row: row.created_at)


def _give_tags(world: World, dice: Random, slug: str, known: list[int]) -> None:
    workspace = world.workspaces[slug]
    tags = Tag.objects.bulk_create(Tag(workspace=workspace, name=name) for name in TAGS)
    OrganisationTag.objects.bulk_create(
        OrganisationTag(workspace=workspace, organisation_id=organisation, tag=tag)
        for tag in tags
        for organisation in dice.sample(known, max(1, len(known) // 8))
    )


def _selections(world: World, slug: str) -> list[Selection]:
    maker = next(person for person in PEOPLE if person.slug == slug)
    return [
        Selection(
            workspace=world.workspaces[slug],
            name=name,
            query=query,
            made_by=world.users[maker.email],
            created_at=world.ago(days=10 + number),
        )
        for number, (name, query) in enumerate(SELECTIONS)
    ]
