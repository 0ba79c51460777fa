"""Sentences that several forms share."""

from django.utils.translation import gettext_lazy as _

BAD_ADDRESS = _("Dit adres is niet compleet. Een e-mailadres ziet er zo uit: naam@plaats.nl.")
