"""Deeds after the day in sentences."""

from krachtlokaal.office import verbs

verbs.register({}, {})
