"""What a list needs beside its rows: pages, sorting and ticks. Links keep the rest of the query."""

from django.core.paginator import Page
from django.http import HttpRequest, QueryDict
from django.utils.formats import number_format
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from krachtlokaal.core.templatetags.icons import ICONS


def _query(request: HttpRequest | None, **changes: str | None) -> QueryDict:
    query = request.GET.copy() if request is not None else QueryDict(mutable=True)
    for key, value in changes.items():
        query.pop(key, None)
        if value is not None:
            query[key] = value
    return query


def _count(number: int) -> str:
    return number_format(number, use_l10n=True, force_grouping=True)


def draw_pages(request: HttpRequest | None, page: "Page[object]", param: str) -> SafeString:
    """Which rows these are of how many, and the way to the other pages."""
    paginator = page.paginator
    counts = {
        "first": _count(page.start_index()),
        "last": _count(page.end_index()),
        "all": _count(paginator.count),
    }
    line = format_html(
        '<p class="kl-small kl-soft">{}</p>',
        _("%(first)s tot en met %(last)s van %(all)s") % counts if paginator.count else "",
    )
    if paginator.num_pages < 2:
        return line if paginator.count else SafeString("")
    return format_html(
        '<div class="kl-row kl-row--ends">{}'
        '<nav aria-label="{}"><ul class="kl-pages">{}</ul></nav></div>',
        line,
        _("Bladzijden"),
        format_html_join("", "<li>{}</li>", ((link,) for link in _links(request, page, param))),
    )


def _links(request: HttpRequest | None, page: "Page[object]", param: str) -> list[SafeString]:
    base = _query(request, **{param: None}).urlencode()
    start = f"?{base}&{param}=" if base else f"?{param}="
    links: list[SafeString] = []
    if page.has_previous():
        links.append(_step(start, page.previous_page_number(), _("Vorige"), "prev"))
    for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        if not isinstance(number, int):
            links.append(SafeString('<span class="kl-pages__gap" aria-hidden="true">…</span>'))
            continue
        links.append(
            format_html(
                '<a href="{}{}"{} aria-label="{}">{}</a>',
                start,
                number,
                SafeString(' aria-current="page"') if number == page.number else "",
                _("Bladzijde %(number)s") % {"number": number},
                number,
            )
        )
    if page.has_next():
        links.append(_step(start, page.next_page_number(), _("Volgende"), "next"))
    return links


def _step(start: str, number: int, text: str, rel: str) -> SafeString:
    return format_html('<a href="{}{}" rel="{}">{}</a>', start, number, rel, text)


def draw_sort(
    request: HttpRequest | None, key: str, text: str, *, numeric: bool, first: bool
) -> SafeString:
    """A column head that sorts: once up, once more down. `first` is the order without a choice."""
    current = request.GET.get("sort", "") if request is not None else ""
    if not current and first:
        current = key
    state, icon, target = {
        key: ("ascending", ICONS["up"], f"-{key}"),
        f"-{key}": ("descending", ICONS["down"], key),
    }.get(current, ("", ICONS["sort"], key))
    return format_html(
        '<th role="columnheader" scope="col"{}{}>'
        '<a class="kl-table__sort" href="?{}">{} {}</a></th>',
        SafeString(' class="is-num"') if numeric else "",
        format_html(' aria-sort="{}"', state) if state else "",
        _query(request, sort=target, page=None).urlencode(),
        text,
        icon,
    )


def draw_tick(name: str, value: object, label: str) -> SafeString:
    return SafeString(
        '<label class="kl-tick"><input class="ds-input" type="checkbox" '
        f'name="{conditional_escape(name)}" value="{conditional_escape(str(value))}" '
        f'aria-label="{conditional_escape(label)}"></label>'
    )


def draw_tick_all(label: str) -> SafeString:
    # Hidden until the script that makes it work has loaded: without script it would do nothing.
    return format_html(
        '<label class="kl-tick" hidden><input class="ds-input" type="checkbox" data-select-all '
        'aria-label="{}"></label>',
        label or _("Kies alles op deze bladzijde"),
    )
