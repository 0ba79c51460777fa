"""The line icons, drawn on a grid of 24. One stroke, no fill: they take the colour of the text."""

from django.utils.html import format_html
from django.utils.safestring import SafeString

PATHS = {
    "busy": '<path d="M12 4a8 8 0 1 0 .01 0"/>'
    '<path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10h16M8 3v4M16 3v4"/>',
    "check": '<path d="M5 12.5l4.5 4.5L19 7.5"/>',
    "copy": '<path d="M9 9h11v11H9zM5 15H4V4h11v1"/>',
    "cross": '<path d="M7 7l10 10M17 7L7 17"/>',
    "down": '<path d="M12 5v13M6 13l6 6 6-6"/>',
    "download": '<path d="M12 4v11M7 11l5 5 5-5M4 20h16"/>',
    "edit": '<path d="M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3"/>',
    "eye": '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/>'
    '<path d="M12 9.5a2.5 2.5 0 1 0 .01 0"/>',
    "file": '<path d="M6 3h8l4 4v14H6zM14 3v4h4"/>',
    "filter": '<path d="M4 6h16M7 12h10M10 18h4"/>',
    "help": '<path d="M12 3a9 9 0 1 0 .01 0M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.3-1 .9-1 1.7'
    'M12 16.8v.01"/>',
    "info": '<path d="M12 3a9 9 0 1 0 .01 0M12 11v5M12 7.8v.01"/>',
    "left": '<path d="M19 12H6M11 6l-6 6 6 6"/>',
    "link": '<path d="M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1"/>'
    '<path d="M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1"/>',
    "lock": '<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>',
    "mail": '<path d="M3 6h18v12H3zM3 7l9 7 9-7"/>',
    "menu": '<path d="M4 7h16M4 12h16M4 17h16"/>',
    "now": '<path d="M12 4v10M12 19.5v.01"/>',
    "people": '<path d="M9 5a3 3 0 1 0 .01 0M3 19c0-3.5 2.5-5.5 6-5.5s6 2 6 5.5"/>'
    '<path d="M16 5.5a3 3 0 0 1 0 5.5M17.5 14c2.2.7 3.5 2.5 3.5 5"/>',
    "person": '<path d="M12 4a4 4 0 1 0 .01 0M4.5 20c0-4 3-6.5 7.5-6.5s7.5 2.5 7.5 6.5"/>',
    "phone": '<path d="M6 3h4l1.5 5L9 9.5a12 12 0 0 0 5.5 5.5L16 12.5l5 1.5v4a2 2 0 0 1-2 2'
    'A16 16 0 0 1 4 5a2 2 0 0 1 2-2z"/>',
    "place": '<path d="M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11z"/>'
    '<path d="M12 7.5a2.5 2.5 0 1 0 .01 0"/>',
    "plus": '<path d="M12 5v14M5 12h14"/>',
    "print": '<path d="M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z"/>',
    "right": '<path d="M5 12h13M13 6l6 6-6 6"/>',
    "search": '<path d="M11 4a7 7 0 1 0 .01 0M16.2 16.2L21 21"/>',
    "sort": '<path d="M8 9l4-4 4 4M8 15l4 4 4-4"/>',
    "trash": '<path d="M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5"/>',
    "up": '<path d="M12 19V6M6 11l6-6 6 6"/>',
    "wait": '<path d="M12 7v5l3.5 2M12 3a9 9 0 1 0 .01 0"/>',
}

SVG = '<svg class="kl-icon" viewBox="0 0 24 24" aria-hidden="true">{}</svg>'
ICONS = {name: SafeString(SVG.format(paths)) for name, paths in PATHS.items()}

# The quarter circles of the logo: in full colour in the header, pale on empty states.
MARK = SafeString(
    '<svg class="kl-mark" viewBox="0 0 40 40" aria-hidden="true">'
    '<path class="q1" d="M19 19H1A18 18 0 0 1 19 1z"/>'
    '<path class="q2" d="M21 19V1A18 18 0 0 1 39 19z"/>'
    '<path class="q3" d="M21 21H39A18 18 0 0 1 21 39z"/>'
    '<path class="q4" d="M19 21V39A18 18 0 0 1 1 21z"/></svg>'
)


def draw(name: str, label: str = "") -> SafeString:
    """The icon as SVG; with a label it stands for a word, without one it only accompanies words."""
    if not label:
        return ICONS[name]
    return format_html(
        '<svg class="kl-icon" viewBox="0 0 24 24" role="img" aria-label="{}">{}</svg>',
        label,
        SafeString(PATHS[name]),
    )
