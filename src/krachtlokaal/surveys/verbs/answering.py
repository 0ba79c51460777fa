"""Deeds about answering in sentences."""

from krachtlokaal.office import verbs

verbs.register({}, {})
