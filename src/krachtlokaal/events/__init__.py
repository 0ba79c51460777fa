"""Event days: from announcement and registration to placement, the door and what it led to.

Owns the day with its rooms, parts and workshops, who registered and wished what, the placement,
consultations, the networking tables, the door, evaluations and intentions.
"""
