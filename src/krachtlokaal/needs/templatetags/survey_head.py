"""What stands above every page of one needs survey: its tabs, as far as one may open them."""

from functools import lru_cache

from django.template import Context, Library
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.accounts.access import Access
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.core.templatetags.kl import tabs
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey

register = Library()
Tab = tuple[str, str | Promise, str, Capability]
# Key, words, address, who may open it.
TABS: tuple[Tab, ...] = (
    ("overzicht", gettext_lazy("Overzicht"), "needs:survey", Capability.SEE_NEEDS),
    ("veldwerk", gettext_lazy("Veldwerk"), "needs:field_work", Capability.SEE_FIELD_WORK),
    ("tafels", gettext_lazy("Ronde tafels"), "needs:tables", Capability.SEE_NEEDS),
    ("kaartjes", gettext_lazy("Kaartjes"), "needs:coding", Capability.WORK_NEEDS),
    ("uitkomst", gettext_lazy("Uitkomst"), "needs:outcome", Capability.SEE_NEEDS),
    ("rapport", gettext_lazy("Rapport"), "needs:report", Capability.SEE_NEEDS),
    ("acties", gettext_lazy("Acties"), "needs:actions", Capability.SEE_NEEDS),
)


@register.simple_tag(takes_context=True)
def survey_tabs(context: Context, survey: NeedsSurvey, current: str) -> SafeString:
    """Before the population is frozen there is nothing else to see: no tabs."""
    access: Access | None = context.get("access")
    if access is None or survey.state == SurveyState.PREPARING:
        return SafeString("")
    shown = [
        (str(words), reverse(name, args=[survey.pk]), key == current)
        for key, words, name, needed in TABS
        if access.may(needed) and _is_there(name)
    ]
    return tabs(shown, _("Onderdelen van deze peiling"))


@lru_cache(maxsize=len(TABS))
def _is_there(name: str) -> bool:
    """Whether this part of the room has its pages."""
    try:
        reverse(name, args=[1])
    except NoReverseMatch:
        return False
    return True
