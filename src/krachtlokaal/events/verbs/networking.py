"""Deeds about the networking tables in sentences."""

from krachtlokaal.office import verbs

verbs.register({}, {})
