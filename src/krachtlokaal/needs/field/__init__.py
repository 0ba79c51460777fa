"""Field work as figures: who belongs together, how sure the outcome is, whom to call first.

Counts of who took part alone; no query, no answer.
"""
