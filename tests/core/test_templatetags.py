"""The parts of a page, rendered by the real template engine with the real settings."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation
from django.utils.html import escape

from krachtlokaal.core.forms import DateField, TimeField
from krachtlokaal.core.templatetags.icons import PATHS

NASTY = '<script>"&'


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


def render(source: str, /, **values: object) -> str:
    return Template(source).render(Context(values))


def render_at(address: str, source: str, /, **values: object) -> str:
    return render(source, request=RequestFactory().get(address), **values)


class Sample(forms.Form):
    name = forms.CharField(label="Naam", help_text="Zoals in uw statuten.")
    mail = forms.EmailField(label="E-mailadres", required=False)
    kind = forms.ChoiceField(
        label="Welke soort?", choices=[("a", "Sport"), ("b", NASTY)], widget=forms.RadioSelect
    )
    sure = forms.BooleanField(label="Akkoord", required=False)
    story = forms.CharField(label="Verhaal", required=False, widget=forms.Textarea)
    secret = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, object]:
        if self.data.get("mail") == "x":
            raise forms.ValidationError("Deze organisatie bestaat al.")
        return super().clean() or {}


# -- icons and states


@pytest.mark.parametrize("name", sorted(PATHS))
def test_an_icon_accompanies_words_and_is_hidden_for_screen_readers(name: str) -> None:
    html = render("{% icon name %}", name=name)
    assert 'aria-hidden="true"' in html
    assert PATHS[name] in html


def test_an_icon_that_stands_for_a_word_has_that_word() -> None:
    html = render("{% icon 'lock' label %}", label=NASTY)
    assert f'role="img" aria-label="{escape(NASTY)}"' in html


@pytest.mark.parametrize("state", ["now", "busy", "done", "wait", "stop"])
def test_a_state_has_its_word_and_its_icon(state: str) -> None:
    html = render("{% status state text %}", state=state, text=NASTY)
    assert f'data-state="{state}"' in html
    assert escape(NASTY) in html
    assert "<script>" not in html
    assert "<svg" in html


def test_a_level_has_its_word() -> None:
    html = render("{% level 3 'Op orde' %}")
    assert html == '<span class="kl-level" data-level="3">Op orde</span>'


# -- bars and progress


@pytest.mark.parametrize(
    ("value", "full", "width"),
    [(58, 100, "58%"), (1, 3, "33.33%"), (250, 100, "100%"), (44, 61, "72.13%")],
)
def test_a_bar_is_as_wide_as_its_share(value: float, full: float, width: str) -> None:
    assert f'width="{width}"' in render("{% bar value full %}", value=value, full=full)


def test_a_bar_of_nothing_has_no_fill_and_no_division_by_zero() -> None:
    for full in (0, 50):
        assert "fill" not in render("{% bar 0 full %}", full=full)


def test_a_bar_has_no_style_attribute_so_that_the_policy_stays_strict() -> None:
    html = render('{% bar 34 level=1 goal=60 zones="40 60 80" %}')
    assert "style" not in html
    assert html.count('class="zone"') == 3
    assert 'class="goal" x1="60%"' in html
    assert 'data-level="1"' in html


def test_progress_says_in_words_how_far_it_is() -> None:
    html = render("{% progress 3 10 'Onderwerp 3 van 10' 'Nog 8 minuten' %}")
    assert '<progress value="3" max="10" aria-label="Onderwerp 3 van 10">' in html
    assert "Nog 8 minuten" in html


def test_steps_say_what_is_done_and_where_someone_is() -> None:
    html = render("{% steps names 2 %}", names=["Gebied", "Uitnodigen", "Rapport"])
    assert '<li class="is-done">Gebied<span class="kl-hidden"> (klaar)</span></li>' in html
    assert '<li aria-current="step">Uitnodigen</li>' in html
    assert "<li>Rapport</li>" in html


# -- fields


def test_a_field_ties_label_explanation_and_error_to_its_control() -> None:
    html = render("{% field form.name %}", form=Sample({}))
    assert '<label class="ds-label" for="id_name">Naam</label>' in html
    assert 'id="id_name_helptext">Zoals in uw statuten.' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_error"' in html


def test_a_field_that_may_stay_empty_says_so_except_among_filters() -> None:
    assert "(mag leeg blijven)" in render("{% field form.mail %}", form=Sample())
    assert "(mag leeg blijven)" not in render("{% field form.name %}", form=Sample())
    quiet = Sample()
    quiet.quiet = True  # type: ignore[attr-defined]
    assert "(mag leeg blijven)" not in render("{% field form.mail %}", form=quiet)


def test_choices_stand_in_a_fieldset_with_their_question() -> None:
    html = render("{% field form.kind %}", form=Sample({"kind": "a"}))
    assert "<fieldset" in html
    assert "<legend>Welke soort?</legend>" in html
    assert html.count('type="radio"') == 2
    assert html.count(" checked") == 1
    assert escape(NASTY) in html
    assert "<script>" not in html


def test_a_tick_is_one_large_target() -> None:
    html = render("{% field form.sure %}", form=Sample())
    assert '<label class="kl-option" for="id_sure"><input type="checkbox"' in html


def test_a_widget_keeps_its_own_classes_and_size() -> None:
    form = Sample()
    form.fields["story"].widget.attrs.update({"class": "is-own", "rows": 3})
    html = render("{% field form.story %}", form=form)
    assert 'class="ds-input is-own"' in html
    assert 'rows="3"' in html
    assert 'rows="5"' in render("{% field form.story %}", form=Sample())


def test_a_hidden_field_is_only_its_input() -> None:
    html = render("{% field form.secret %}", form=Sample())
    assert html == '<input type="hidden" name="secret" id="id_secret">'


# -- the list of errors


def test_the_list_of_errors_links_each_to_its_field() -> None:
    html = render("{% error_summary form %}", form=Sample({"mail": "x"}))
    assert 'role="alert" tabindex="-1"' in html
    assert '<a href="#id_name">Naam: Dit veld is verplicht.</a>' in html
    assert '<a href="#id_kind_0">Welke soort? Dit veld is verplicht.</a>' in html
    assert "<li>Deze organisatie bestaat al.</li>" in html


def test_there_is_no_list_of_errors_where_all_is_well() -> None:
    assert render("{% error_summary form %}", form=Sample()) == ""
    assert render("{% error_summary form %}") == ""


def test_a_whole_form_shows_its_errors_once() -> None:
    form = Sample({"mail": "x"})
    assert str(form).count("Deze organisatie bestaat al.") == 1
    html = render("{% error_summary form %}{{ form }}", form=form)
    assert html.count("Deze organisatie bestaat al.") == 1


def test_forms_of_other_packages_look_the_same() -> None:
    assert Sample().as_p() == str(Sample())


def test_a_formset_shows_its_forms_and_all_their_errors() -> None:
    formset = forms.formset_factory(Sample, extra=0)(
        {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "0", "form-0-name": "A", "form-0-kind": "a"}
    )
    assert 'name="form-TOTAL_FORMS"' in str(formset)
    filled = {**formset.data, "form-1-name": "", "form-1-kind": "a", "form-1-mail": "wrong"}
    html = render("{% error_summary formset %}", formset=type(formset)(filled))
    assert 'href="#id_form-1-name"' in html
    assert "form-0" not in html


@pytest.mark.parametrize("text", ["2026-11-23", "23-11-2026", "23/11/2026", "23.11.2026"])
def test_a_day_may_be_written_the_dutch_way(text: str) -> None:
    assert DateField().clean(text) == date(2026, 11, 23)


def test_a_day_that_is_none_says_how_to_write_one() -> None:
    with pytest.raises(forms.ValidationError, match="23-11-2026"):
        DateField().clean("31-02-2026")


@pytest.mark.parametrize("text", ["14:05", "14.05", "14:05:00"])
def test_a_time_may_be_written_the_dutch_way(text: str) -> None:
    assert TimeField().clean(text).strftime("%H:%M") == "14:05"


# -- lists


def pages_html(address: str, number: int, count: int = 614) -> str:
    page = Paginator(range(count), 14).page(number)
    return render_at(address, "{% pages page %}", page=page)


def test_pages_say_which_rows_these_are_and_keep_the_rest_of_the_query() -> None:
    html = pages_html("/lijst/?q=a%26b&page=5", 5)
    assert "57 tot en met 70 van 614" in html
    assert 'href="?q=a%26b&amp;page=6" rel="next">Volgende' in html
    assert 'href="?q=a%26b&amp;page=4" rel="prev">Vorige' in html
    assert html.count('aria-current="page"') == 1
    assert html.count("…") == 2


def test_the_first_and_last_page_have_one_way_only() -> None:
    assert "Vorige" not in pages_html("/lijst/", 1)
    assert "Volgende" not in pages_html("/lijst/", 44)


def test_one_page_needs_no_pages_and_no_rows_need_no_line() -> None:
    assert pages_html("/lijst/", 1, 3) == '<p class="kl-small kl-soft">1 tot en met 3 van 3</p>'
    assert pages_html("/lijst/", 1, 0) == ""


@pytest.mark.parametrize(
    ("address", "state", "target"),
    [
        ("/lijst/?page=3", "", "?sort=name"),
        ("/lijst/?sort=name", 'aria-sort="ascending"', "?sort=-name"),
        ("/lijst/?sort=-name", 'aria-sort="descending"', "?sort=name"),
        ("/lijst/?q=x&sort=kind", "", "?q=x&amp;sort=name"),
    ],
)
def test_a_column_head_sorts_and_turns_round(address: str, state: str, target: str) -> None:
    html = render_at(address, "{% sort_header 'name' 'Naam' %}")
    assert f'href="{target}"' in html
    assert state in html
    assert ("aria-sort" in html) == bool(state)


def test_the_first_order_shows_without_a_choice() -> None:
    html = render_at("/lijst/", "{% sort_header 'name' 'Naam' first=True %}")
    assert 'aria-sort="ascending"' in html


def test_ticks_carry_bare_numbers_and_say_what_they_choose() -> None:
    html = render("{% tick 'ids' 1284 name %}", name=NASTY)
    assert 'value="1284"' in html
    assert f'aria-label="{escape(NASTY)}"' in html
    assert " hidden" in render("{% tick_all %}")


# -- surfaces


def test_facts_say_in_words_what_is_not_known() -> None:
    html = render("{% facts pairs %}", pairs=[("Waar", NASTY), ("Wie", ""), ("Hoeveel", 0)])
    assert f"<dd>{escape(NASTY)}</dd>" in html
    assert "<dt>Wie</dt><dd>niet ingevuld</dd>" in html
    assert "<dt>Hoeveel</dt><dd>0</dd>" in html


def test_crumbs_and_tabs_link_and_mark_where_someone_is() -> None:
    assert '<li><a href="/o/">Organisaties</a></li>' in render("{% crumbs 'Organisaties' '/o/' %}")
    html = render("{% tabs items 'Delen' %}", items=[("Een", "/1/", True), ("Twee", "/2/", False)])
    assert '<a href="/1/" aria-current="page">Een</a><a href="/2/">Twee</a>' in html


def test_blocks_escape_their_titles_and_keep_their_content() -> None:
    for source in (
        "{% alert 'danger' title %}<p>Inhoud</p>{% endalert %}",
        "{% nothing title 3 %}<p>Inhoud</p>{% endnothing %}",
        "{% nextstep 'Nu' title %}<p>Inhoud</p>{% endnextstep %}",
        "{% dialog 'venster' title %}<p>Inhoud</p>{% enddialog %}",
    ):
        html = render(source, title=NASTY)
        assert "<p>Inhoud</p>" in html
        assert escape(NASTY) in html
        assert "<script>" not in html


# -- dates and numbers


def test_days_and_numbers_are_written_the_dutch_way() -> None:
    values = {"day": date(2026, 11, 23), "moment": datetime(2026, 11, 23, 13, 5, tzinfo=UTC)}
    assert render("{{ day|day }}", **values) == "23 november 2026"
    assert render("{{ day|weekday }}", **values) == "maandag 23 november"
    assert render("{{ moment|moment }}", **values) == "23 november 2026, 14.05 uur"
    assert render("{{ 1284|number }} {{ 3.46|number:1 }} {{ 0.638|percent }}") == "1.284 3,5 64%"


@pytest.mark.parametrize(
    ("share", "text"), [(0.285, "29%"), (0.004, "0%"), (1, "100%"), (0.995, "100%")]
)
def test_percentages_are_rounded_not_cut(share: float, text: str) -> None:
    assert render("{{ share|percent }}", share=share) == text


def test_what_is_not_there_is_shown_as_nothing() -> None:
    source = "{{ x|day }}{{ x|weekday }}{{ x|moment }}{{ x|number }}{{ x|percent }}"
    assert render(source, x=None) == ""


@pytest.mark.parametrize(
    ("tags", "color"),
    [("error", "danger"), ("extra success", "success"), ("debug", "info"), ("", "info")],
)
def test_messages_take_the_colour_of_their_level(tags: str, color: str) -> None:
    assert render("{{ tags|alert_color }}", tags=tags) == color
