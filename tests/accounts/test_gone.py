"""Two requests that cross: one removes what the other has just looked at."""

import pytest
from django.http import Http404, HttpRequest, HttpResponse
from django.test import RequestFactory

from krachtlokaal.accounts.gate import by_link
from krachtlokaal.core import guard
from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.models import Organisation
from tests.accounts import factories
from tests.register.factories import organisation

pytestmark = pytest.mark.django_db
PURPOSE = "test_gone"


@by_link(PURPOSE)
def removes_and_looks_again(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    about = Organisation.objects.get(pk=link.object_id)
    Organisation.objects.filter(pk=about.pk).delete()
    return HttpResponse(Organisation.objects.get(pk=about.pk).name)


@by_link(PURPOSE, organisation=lambda link: link.object_id or 0)
def the_same_in_a_scope(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    return HttpResponse(Organisation.objects.get(pk=0).name)


@pytest.mark.parametrize("view", [removes_and_looks_again, the_same_in_a_scope])
def test_it_answers_like_what_never_was(view: object) -> None:
    place = factories.workspace("room")
    with guard.system("a thing that goes away"):
        link = links.create(PURPOSE, workspace=place.pk, object_id=organisation().pk)
    with pytest.raises(Http404):
        view(RequestFactory().get("/"), secret=links.token(link))  # type: ignore[operator]
