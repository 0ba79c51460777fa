"""Deeds about questionnaires in sentences."""

from krachtlokaal.office import verbs

verbs.register({}, {})
