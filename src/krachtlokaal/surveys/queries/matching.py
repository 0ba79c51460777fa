"""Help that fits: for each priority offers by theme, by the form that was wished, and by place."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from krachtlokaal.surveys.figures import Priority
from krachtlokaal.topics.enums import HelpForm, OfferKind
from krachtlokaal.topics.models import Offer
from krachtlokaal.topics.queries import offers_for

MOST = 4
# What is shown where nothing was wished, and after what was: first what one can do oneself.
_USUAL = (HelpForm.DIY_TOOL, HelpForm.INFO, HelpForm.WORKSHOP, HelpForm.ADVISER, HelpForm.PEERS)


@dataclass(frozen=True)
class Fit:
    """An offer, and the form of help for which it stands here."""

    offer: Offer
    form: HelpForm
    is_wished: bool

    @property
    def is_introduction(self) -> bool:
        """To be asked for: somebody brings two organisations together."""
        return self.offer.kind == OfferKind.INTRODUCTION


@dataclass(frozen=True)
class Match:
    """A priority with what fits. `unmet` are forms that were wished and that nobody offers here:
    for these the support centre is to be called."""

    priority: Priority
    fits: tuple[Fit, ...]
    unmet: tuple[HelpForm, ...]

    @property
    def unmet_words(self) -> str:
        return ", ".join(str(form.label) for form in self.unmet)

    @property
    def has_introduction(self) -> bool:
        return any(fit.is_introduction for fit in self.fits)


def matches(priorities: Sequence[Priority], municipality: str) -> list[Match]:
    """Two queries however many priorities there are."""
    if not priorities:
        return []
    keys = [priority.theme.key for priority in priorities]
    about = Offer.themes.through.objects.filter(theme__in=keys).values("offer")
    offers = list(offers_for(municipality=municipality).filter(pk__in=about))
    return [_match(priority, offers) for priority in priorities]


def _match(priority: Priority, offers: Iterable[Offer]) -> Match:
    own = [
        offer
        for offer in offers
        if priority.theme.key in {theme.key for theme in offer.themes.all()}
    ]
    # What is near comes first: an offer for some municipalities before one for everybody.
    own.sort(key=lambda offer: not offer.municipalities)
    wished = [HelpForm(form) for form in priority.theme.help_forms if form in HelpForm.values]
    fits: list[Fit] = []
    unmet: list[HelpForm] = []
    for form in wished:
        found = _first(own, form, fits)
        if found is not None:
            fits.append(Fit(found, form, is_wished=True))
        elif not any(form in fit.offer.help_forms for fit in fits):
            unmet.append(form)
    for form in _USUAL:
        found = _first(own, form, fits)
        if found is not None and form not in wished and len(fits) < MOST:
            fits.append(Fit(found, form, is_wished=False))
    return Match(priority, tuple(fits), tuple(unmet))


def _first(offers: Iterable[Offer], form: HelpForm, taken: Iterable[Fit]) -> Offer | None:
    """The first offer in this form that does not stand here already."""
    used = {fit.offer.pk for fit in taken}
    return next((o for o in offers if form in o.help_forms and o.pk not in used), None)
