"""Deeds about waves in sentences."""

from krachtlokaal.office import verbs

verbs.register({}, {})
