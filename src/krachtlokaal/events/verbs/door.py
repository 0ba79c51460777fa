"""Deeds at the door in sentences. No participant is named in them."""

from krachtlokaal.office import verbs

verbs.register({}, {})
