"""Help that organisations can find: over all themes and forms, from many rooms."""

from datetime import timedelta

from django.utils import timezone

from krachtlokaal.demo_world.offer_files import attach_files
from krachtlokaal.demo_world.offer_texts import OFFERS, OfferText
from krachtlokaal.demo_world.workspaces import ROOMS, codes_of
from krachtlokaal.demo_world.world import World
from krachtlokaal.office import audit
from krachtlokaal.office.audit import Actor
from krachtlokaal.office.enums import ActorKind
from krachtlokaal.topics.services import OfferFacts, publish_offer

SOURCE = "demo"


def build(world: World) -> None:
    areas = {room.slug: [code for code in codes_of(room) if code] for room in ROOMS}
    for text in OFFERS:
        workspace = world.workspaces.get(text.slug)
        actor = Actor(
            ActorKind.SYSTEM, "Kracht Lokaal", workspace=workspace.pk if workspace else None
        )
        with audit.acting(actor):
            offer = publish_offer(
                source_kind=SOURCE,
                source_id=text.key,
                facts=_facts(world, text, areas.get(text.slug, [])),
                workspace=workspace,
            )
            attach_files(world, text.key, offer)


def _facts(world: World, text: OfferText, codes: list[str]) -> OfferFacts:
    today = timezone.localdate(world.now)
    return OfferFacts(
        kind=text.kind,
        title=text.title,
        summary=text.summary,
        themes=text.themes.split(),
        help_forms=text.help_forms.split(),
        target_groups=text.target_groups.split(),
        basisfuncties=text.basisfuncties.split(),
        municipalities=codes,
        valid_until=today + timedelta(days=text.days_left) if text.days_left else None,
    )
