"""What a template has for everybody is drawn once; what it has of somebody, each time."""

import pytest
from django.template import Context, Template, engines
from django.template.base import TextNode, VariableNode
from django.template.loader import get_template
from django.utils import translation

from krachtlokaal.core.folding import fold, is_constant
from krachtlokaal.core.templatetags.same import Same


def _template(text: str) -> Template:
    template = Template("{% load i18n static %}" + text, engine=engines["django"].engine)
    template.nodelist = fold(template.nodelist)
    return template


@pytest.mark.parametrize(
    "text",
    [
        "woorden",
        "{% comment %}voor wie leest{% endcomment %}",
        '{% translate "Vandaag" %}',
        "{% url 'register:list' %}",
        "{% static 'logo.svg' %}",
        '{% icon "plus" %}',
        "{% same %}{% translate 'Vandaag' %}{% endsame %}",
    ],
)
def test_what_depends_on_the_language_alone_is_constant(text: str) -> None:
    template = Template("{% load i18n static %}" + text, engine=engines["django"].engine)
    assert [is_constant(node) for node in template.nodelist] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "{{ name }}",
        "{% translate name %}",
        '{% translate "Vandaag" as name %}',
        '{% translate "Vandaag"|upper %}',
        "{% url 'portal:organisation' number %}",
        "{% url 'register:list' as name %}",
        "{% static name %}",
        "{% icon name %}",
        '{% icon "plus" label=name %}',
        '{% icon "plus" as name %}',
        '{% status "now" "Nu" %}',
        "{% csrf_token %}",
        "{% if name %}ja{% endif %}",
    ],
)
def test_what_depends_on_more_is_not(text: str) -> None:
    template = Template("{% load i18n static %}" + text, engine=engines["django"].engine)
    assert [is_constant(node) for node in template.nodelist] == [True, False]


def test_neighbours_become_one_also_inside_a_condition_and_a_loop() -> None:
    template = _template(
        '{% if name %}<b>{% translate "Vandaag" %}</b>{% endif %}'
        '{% for row in rows %}<i>{% icon "plus" %}</i>{{ row }}{% endfor %}'
    )
    condition, loop = template.nodelist
    assert [type(node) for node in condition.conditions_nodelists[0][1]] == [Same]
    assert [type(node) for node in loop.nodelist_loop] == [Same, VariableNode]


def test_texts_alone_stay_a_text() -> None:
    template = _template("een {# niets #}{% comment %}niets{% endcomment %}twee")
    assert [(type(node), node.s) for node in template.nodelist] == [(TextNode, "een twee")]


def test_each_language_has_its_own() -> None:
    template = _template('<b>{% translate "Uitloggen" %}</b>')
    drawn = []
    for language in ("nl", "en", "nl"):
        with translation.override(language):
            drawn.append(template.render(Context()))
    assert drawn == ["<b>Uitloggen</b>", "<b>Sign out</b>", "<b>Uitloggen</b>"]


def test_what_belongs_to_one_is_drawn_for_each() -> None:
    template = _template('<b>{% translate "Vandaag" %}</b>{{ name }}{% icon "plus" label=name %}')
    drawn = [template.render(Context({"name": name})) for name in ("Fenna", "Joost")]
    assert ["Fenna" in text for text in drawn] == [True, False]
    assert ["Joost" in text for text in drawn] == [False, True]


def test_a_page_is_folded_when_it_is_loaded_and_a_text_of_a_mail_is_not() -> None:
    page = get_template("parts/footer.html").template  # type: ignore[attr-defined]  # Django's own
    assert any(isinstance(node, Same) for node in page.nodelist)
    letter = engines["django"].engine.get_template("mail/mailing.txt")
    assert not any(isinstance(node, Same) for node in letter.nodelist)
