"""Deeds about consultations in sentences."""

from krachtlokaal.office import verbs

verbs.register({}, {})
