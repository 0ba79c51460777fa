"""Deeds about registrations in sentences. No participant is named in them."""

from krachtlokaal.office import verbs

verbs.register({}, {})
