"""Deeds about measurements in sentences."""

from krachtlokaal.office import verbs

verbs.register({}, {})
