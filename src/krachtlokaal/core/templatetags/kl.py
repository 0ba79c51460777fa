"""The parts of a page, as template tags. Loaded in every template; shown one by one on /stijl/.

Tags that stand in long lists build their HTML in Python: an include would cost ten times as much.
"""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from django.core.paginator import Page
from django.forms import BaseForm, BaseFormSet, BoundField
from django.template import Context, Library
from django.utils import formats, timezone
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from krachtlokaal.core.templatetags import fields, icons, lists, same

register = Library()
register.tag("same", same.read)

STATES = {"now": "now", "busy": "busy", "done": "check", "wait": "wait", "stop": "cross"}
EMPTY = SafeString("")


def _escaped(text: object) -> str:
    return text if isinstance(text, SafeString) else conditional_escape(str(text))


@register.simple_tag
@same.always
def icon(name: str, label: str = "") -> SafeString:
    return icons.draw(name, label)


@register.simple_tag
@same.always
def mark() -> SafeString:
    """The logo's quarter circles."""
    return icons.MARK


@register.simple_tag
def status(state: str, text: object) -> SafeString:
    """A state in a word with its icon. States: now, busy, done, wait, stop."""
    picture = icons.ICONS[STATES[state]]
    return SafeString(
        f'<span class="kl-status" data-state="{state}">{picture}{_escaped(text)}</span>'
    )


@register.simple_tag
def level(number: int, text: object) -> SafeString:
    """One of the four levels, 1 to 4, with its word."""
    return SafeString(f'<span class="kl-level" data-level="{number:d}">{_escaped(text)}</span>')


@register.simple_tag
def saved(text: str = "") -> SafeString:
    """The sign that what was typed is kept."""
    return format_html(
        '<span class="kl-saved" role="status">{}{}</span>',
        icons.ICONS["check"],
        text or _("Bewaard"),
    )


@register.simple_tag
def bar(
    value: float, full: float = 100, *, level: int = 0, goal: float | None = None, zones: str = ""
) -> SafeString:
    """A bar of `value` out of `full`. The number itself must stand beside it: the bar is hidden
    for screen readers. `goal` draws a line, `zones` ("40 60 80") thin ones."""
    kind = f'data-level="{level:d}"' if level else 'class="fill"'
    lines = "".join(_line("zone", float(zone), full, "0", "100%") for zone in zones.split())
    width = _share(value, full)
    fill = f'<rect {kind} width="{width}" height="100%" rx="7"/>' if value > 0 else ""
    target = _line("goal", goal, full, "-4", "18") if goal is not None else ""
    return SafeString(
        '<svg class="kl-bar" aria-hidden="true">'
        '<rect class="track" width="100%" height="100%" rx="7"/>'
        f"{lines}{fill}{target}</svg>"
    )


def _share(value: float, full: float) -> str:
    part = min(max(float(value) / float(full), 0.0), 1.0) if full else 0.0
    return f"{100 * part:.4g}%"


def _line(kind: str, at: float, full: float, top: str, bottom: str) -> str:
    x = _share(at, full)
    return f'<line class="{kind}" x1="{x}" x2="{x}" y1="{top}" y2="{bottom}"/>'


@register.simple_tag
def progress(value: float, full: float, text: str, rest: str = "") -> SafeString:
    """How far something is, with words under the bar."""
    return format_html(
        '<div class="kl-progress"><progress value="{}" max="{}" aria-label="{}"></progress>'
        '<div class="kl-progress__text"><span>{}</span>{}</div></div>',
        f"{float(value):g}",
        f"{float(full):g}",
        text,
        text,
        format_html("<span>{}</span>", rest) if rest else "",
    )


@register.simple_tag
def waiting(text: str = "", lines: int = 5) -> SafeString:
    """Calm lines where something is being loaded, with words for who does not see them."""
    return format_html(
        '<div class="kl-wait" role="status"><span class="kl-hidden">{}</span>{}</div>',
        text or _("Dit wordt geladen"),
        SafeString("<i></i>" * lines),
    )


@register.simple_tag
def field(bound: BoundField, label: str = "", *, wide: bool = False) -> SafeString:
    return fields.draw_field(bound, label=label, wide=wide)


@register.simple_tag
def error_summary(*forms: "BaseForm | BaseFormSet[BaseForm]") -> SafeString:
    return fields.draw_summary(*(form for form in forms if form))


@register.simple_tag(takes_context=True)
def pages(context: Context, page: "Page[object]", param: str = "page") -> SafeString:
    return lists.draw_pages(context.get("request"), page, param)


@register.simple_tag(takes_context=True)
def sort_header(
    context: Context, key: str, text: str, *, numeric: bool = False, first: bool = False
) -> SafeString:
    return lists.draw_sort(context.get("request"), key, text, numeric=numeric, first=first)


@register.simple_tag
def tick(name: str, value: object, label: str) -> SafeString:
    return lists.draw_tick(name, value, label)


@register.simple_tag
@same.always
def tick_all(label: str = "") -> SafeString:
    return lists.draw_tick_all(label)


@register.simple_tag
def steps(names: Iterable[object], current: int) -> SafeString:
    """The steps of a longer job; `current` counts from 1, past the end means all done."""
    return format_html(
        '<ol class="kl-steps" aria-label="{}">{}</ol>',
        _("Stappen"),
        format_html_join("", "<li{}>{}{}</li>", _marked(names, current)),
    )


def _marked(
    names: Iterable[object], current: int
) -> Iterable[tuple[SafeString, object, SafeString]]:
    done = format_html('<span class="kl-hidden"> {}</span>', _("(klaar)"))
    for number, name in enumerate(names, start=1):
        if number < current:
            yield SafeString(' class="is-done"'), name, done
        elif number == current:
            yield SafeString(' aria-current="step"'), name, EMPTY
        else:
            yield EMPTY, name, EMPTY


@register.simple_tag
def facts(pairs: Iterable[tuple[object, object]]) -> SafeString:
    """Names with values: what is known of one thing. An empty value is said in words."""
    rows = ((term, _("niet ingevuld") if value in (None, "") else value) for term, value in pairs)
    return format_html(
        '<dl class="kl-facts">{}</dl>', format_html_join("", "<dt>{}</dt><dd>{}</dd>", rows)
    )


@register.simple_tag
def figure(value: object, text: str, *, sun: bool = False) -> SafeString:
    """One big number with its words; stands inside <dl class="kl-figures">."""
    return format_html(
        "<div{}><dt>{}</dt><dd>{}</dd></div>",
        SafeString(' class="is-sun"') if sun else "",
        text,
        number(value) if isinstance(value, int) else value,
    )


@register.simple_tag
def tabs(items: Iterable[tuple[str, str, bool]], label: str) -> SafeString:
    """Pages of one thing: (text, address, is this the page?)."""
    links = (
        (url, SafeString(' aria-current="page"') if current else "", text)
        for text, url, current in items
    )
    return format_html(
        '<nav class="kl-tabs" aria-label="{}">{}</nav>',
        label,
        format_html_join("", '<a href="{}"{}>{}</a>', links),
    )


@register.simple_tag
def crumbs(*parts: str) -> SafeString:
    """The way back: text, address, text, address, …  The page itself is not in it."""
    pairs = zip(parts[1::2], parts[::2], strict=True)
    return format_html(
        '<nav class="kl-crumbs" aria-label="{}"><ol>{}</ol></nav>',
        _("Kruimelpad"),
        format_html_join("", '<li><a href="{}">{}</a></li>', pairs),
    )


@register.simple_block_tag
def alert(content: str, color: str = "info", title: str = "") -> SafeString:
    """A message about what happened or what matters: success, info, warning, danger."""
    head = format_html("<p><strong>{}</strong></p>", title) if title else ""
    return format_html('<div class="ds-alert" data-color="{}">{}{}</div>', color, head, content)


@register.simple_block_tag
def nothing(content: str, title: str, size: int = 2) -> SafeString:
    """An empty list or a failed load: says what to do first. `size` is the level of the heading."""
    return format_html(
        '<div class="kl-empty">{}<h{} class="kl-h3">{}</h{}>{}</div>',
        icons.MARK,
        size,
        title,
        size,
        content,
    )


@register.simple_block_tag
def nextstep(content: str, eyebrow: str, title: str, *, calm: bool = False) -> SafeString:
    """The one next step of a page. At most once; `calm` is for what comes later."""
    return format_html(
        '<section class="kl-next{}"><p class="kl-next__eyebrow">{}</p><h2>{}</h2>{}</section>',
        " kl-next--calm" if calm else "",
        eyebrow,
        title,
        content,
    )


@register.simple_block_tag
def dialog(content: str, name: str, title: str) -> SafeString:
    """A window over the page. A link with data-dialog="name" opens it; without script that link
    goes to a page that asks the same."""
    return format_html(
        '<dialog class="ds-dialog" id="{}" aria-labelledby="{}-title">'
        '<div class="kl-stack"><h2 class="kl-h3" id="{}-title">{}</h2>{}</div></dialog>',
        name,
        name,
        name,
        title,
        content,
    )


@register.filter
def alert_color(tags: str) -> str:
    """The colour of a message of Django, by its level."""
    known = {"error": "danger", "warning": "warning", "success": "success"}
    return known.get(tags.rsplit(" ", 1)[-1], "info")


@register.filter
def day(value: date | None) -> str:
    """23 november 2026"""
    return _dated(value, "j F Y")


@register.filter
def weekday(value: date | None) -> str:
    """maandag 23 november"""
    return _dated(value, "l j F")


@register.filter
def moment(value: datetime | None) -> str:
    """23 november 2026, 14.05 uur"""
    return _("%s uur") % _dated(value, "j F Y, H.i") if value else ""


def _dated(value: date | None, pattern: str) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return formats.date_format(value, pattern)


@register.filter
def number(value: float | Decimal | None, places: int | None = None) -> str:
    """1.284, or with places 3,5"""
    if value is None:
        return ""
    if places is not None:  # Django's own formatting cuts off: 3.46 would become 3,4
        value = Decimal(str(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return formats.number_format(value, places, use_l10n=True, force_grouping=True)


@register.filter
def percent(value: float | Decimal | None, places: int = 0) -> str:
    """A share between 0 and 1 as a percentage: 64%, or with places 63,8%"""
    return "" if value is None else f"{number(100 * Decimal(str(value)), places)}%"
