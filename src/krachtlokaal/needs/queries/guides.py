"""The guide that we propose for a conversation: six questions, from pride to what must be done."""

from django.utils.translation import gettext as _


def proposed_guide() -> list[str]:
    """In the language of who plans the table."""
    return [
        _("Waar bent u in uw organisatie trots op?"),
        _("Wat kost uw organisatie nu de meeste moeite?"),
        _("Wat gebeurt er als daar het komende jaar niets aan verandert?"),
        _("Welke hulp kreeg u al eens, en wat had u daaraan?"),
        _("Wie zou u hierbij kunnen helpen, en wat moet die dan doen?"),
        _("Wat kunnen organisaties in deze streek samen doen?"),
    ]
