"""Deeds about the placement in sentences. No participant is named in them."""

from krachtlokaal.office import verbs

verbs.register({}, {})
