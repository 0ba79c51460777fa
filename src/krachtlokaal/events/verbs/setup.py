"""Deeds about days, their rooms, parts and workshops, in sentences."""

from krachtlokaal.office import verbs

verbs.register({}, {})
