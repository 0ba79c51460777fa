"""The tag for parts of a page that are the same for everybody: what it keeps, what it refuses."""

import pytest
from django.template import Context, Template, TemplateSyntaxError
from django.utils import translation


def test_a_part_is_drawn_once_a_language() -> None:
    part = Template("{% load i18n %}{% same %}{% translate 'Naar de inhoud' %}{% endsame %}")
    with translation.override("nl"):
        assert part.render(Context()) == "Naar de inhoud"
    with translation.override("en"):
        assert part.render(Context()) == "To the content"
    with translation.override("nl"):
        assert part.render(Context()) == "Naar de inhoud"


@pytest.mark.parametrize(
    "part", ["{{ user }}", "{% if user %}x{% endif %}", "{% csrf_token %}", "{{ user.name|upper }}"]
)
def test_nothing_of_a_user_can_stand_in_it(part: str) -> None:
    with pytest.raises(TemplateSyntaxError):
        Template("{% same %}" + part + "{% endsame %}").render(Context({"user": "Nora"}))


def test_what_the_part_sets_itself_it_may_use() -> None:
    part = Template("{% same %}{% with word='ja' %}{{ word }}{% endwith %}{% endsame %}")
    assert part.render(Context({"word": "nee"})) == "ja"
